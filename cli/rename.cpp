#include <fmt/format.h>

#include <filesystem>

#include "edit_outputs.h"
#include "mot/check/baseline.h"
#include "mot/load/files/files.h"
#include "mot/text/utf8.h"
#include "table_of_commands.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_renamed_bytes = 16u << 20;  // bytes
constexpr std::size_t most_entries = 20'000;           // looked at below a workspace

constexpr Option rename_options[] = {
    kind_option,
    {"--baseline",
     "",
     "FILE",
     "a baseline that lies outside the workspace; those in it are found; may stand several times",
     {},
     nullptr,
     Times::any_number},
    dry_run_option,
    in_option,
};

bool is_baseline(const std::string& json) {
  try {
    baseline_from_json(json);
    return true;
  } catch (const std::runtime_error&) {
    return false;
  }
}

bool may_hold_baselines(const fs::path& folder) {
  const std::string name = folder.filename().string();
  return name != ".git" && name != "node_modules";
}

/// Files below the workspace that may be baselines.
std::vector<fs::path> json_files_below(const fs::path& root) {
  std::vector<fs::path> files;
  std::error_code error;
  std::size_t seen = 0;
  for (fs::recursive_directory_iterator it(root, fs::directory_options::skip_permission_denied, error), end; !error && it != end;
       it.increment(error)) {
    if (++seen > most_entries) break;
    if (it->is_directory(error) && !may_hold_baselines(it->path())) it.disable_recursion_pending();
    const bool is_json = it->is_regular_file(error) && it->path().extension() == ".json" && it->file_size(error) <= most_renamed_bytes;
    if (is_json) files.push_back(it->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

edit::EditedFile renamed_baseline(const fs::path& path, const std::string& json, const edit::Thing& thing, const std::string& id) {
  return {path, shown_path(path), json, edit::baseline_renamed(json, thing.id, id)};
}

/// The baselines that know the thing by its old id, as they are to be.
std::vector<edit::EditedFile> baselines(const Session& session, const fs::path& root, const edit::Thing& thing, const std::string& id) {
  std::vector<edit::EditedFile> files;
  for (const std::string& name : session.arguments.all("--baseline")) {
    const std::string json = read_file(name, most_renamed_bytes);
    if (!is_baseline(json)) throw std::runtime_error(fmt::format("'{}' is not a baseline", printable(name)));
    files.push_back(renamed_baseline(fs::absolute(name).lexically_normal(), json, thing, id));
  }
  for (const fs::path& path : json_files_below(fs::absolute(root).lexically_normal())) {
    const bool is_known = std::any_of(files.begin(), files.end(), [&](const edit::EditedFile& file) { return file.path == path; });
    if (is_known) continue;
    const std::string json = read_file(path, most_renamed_bytes);
    if (is_baseline(json)) files.push_back(renamed_baseline(path, json, thing, id));
  }
  std::erase_if(files, [](const edit::EditedFile& file) { return file.before == file.after; });
  return files;
}

int rename(const Session& session) {
  const auto& operands = operands_of(session, 2, "an ID and a NEW one");
  edit::Draft draft(inputs_to_edit(session));
  const edit::Thing thing = edit::thing_called(draft.workspace(), operands[0], kind_of(session));
  const std::size_t places = edit::rename(draft, thing, operands[1]);
  std::vector<edit::EditedFile> files = draft.edited_files();
  for (edit::EditedFile& file : baselines(session, draft.loaded().root, thing, operands[1])) files.push_back(std::move(file));
  finish_edit(session, files);
  say(session, fmt::format("{} {} is now {}, in {} {}", name_of(thing.kind), printable(operands[0]), printable(operands[1]), places,
                           places == 1 ? "place" : "places"));
  return 0;
}

}  // namespace

constinit const Command rename_command = {
    .name = "rename",
    .does = "give a touchpoint, or anything else that has an id, another id in every file that speaks of it",
    .details =
        "Journeys, actions, recoveries, supports, wishes, sources and baselines follow. Rows of surveys are not changed: where they name a "
        "touchpoint by its old id, the source gets a line that says what it stands for. Names that people read stay: 'mot set ID name' "
        "changes one. Comments and texts are left alone.",
    .examples =
        "  mot rename rebook change-a-booking\n"
        "  mot rename ines ines-exporter --kind persona --dry-run\n",
    .options = rename_options,
    .operand = {.name = "ID NEW", .help = "the id there is, and the one it is to be", .times = Times::any_number, .is_required = true},
    .run = rename,
};

}  // namespace mot
