#include "mot/import/import.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <istream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "edit_outputs.h"
#include "import_survey.h"
#include "mot/edit/fill_in.h"
#include "mot/import/into_workspace.h"
#include "mot/import/settled_ids.h"
#include "mot/import/workspace_text.h"
#include "mot/load/fields/name_ids.h"
#include "mot/load/files/files.h"
#include "mot/load/files/globs.h"
#include "mot/load/load.h"
#include "mot/text/errors.h"
#include "mot/text/utf8.h"
#include "new_files.h"
#include "session.h"
#include "table_of_commands.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_file = 64u << 20;  // bytes

std::vector<std::string_view> kinds_of_files() {
  return {"touchpoints", "survey"};
}

constexpr Option import_options[] = {
    {"--output", "-o", "PATH", "write there instead of printing: a file that ends in .yaml, else a folder with a file for each department"},
    {"--as", "", "KIND", "what the file is, where it is not what it looks like", {}, kinds_of_files},
    {"--update", "", "", "fill in what the workspace says nothing of yet, by edits of its files; what disagrees is listed"},
    {"--dry-run", "", "", "write nothing; say what would be kept, converted and dropped, or print what would change as a patch"},
    in_option,
};

importing::GivenFile read_given(const Session& session, const std::string& name) {
  if (name == "-") {
    std::istream& in = session.streams.in;
    return {"<stdin>", std::string(std::istreambuf_iterator<char>(in), {})};
  }
  const fs::path path = fs::path(session.arguments.text_of("--directory")) / name;
  std::string bytes = read_file(path, largest_file);
  if (bytes.size() > largest_file)
    throw importing::CannotImport(fmt::format("'{}' is larger than {} MiB", printable(name), largest_file >> 20));
  session.files_read.push_back(path.string());
  return {name, std::move(bytes)};
}

/// Reads all files; several add up to one workspace.
importing::Imported import_all(const Session& session, const std::optional<Scale>& home = std::nullopt) {
  importing::Imported imported;
  imported.workspace.home_scale = home;
  for (const std::string& name : session.arguments.operands()) {
    const auto scale = imported.workspace.scale;
    if (session.arguments.operands().size() > 1) imported.notes.push_back({importing::Fate::kept, fmt::format("of {}:", name)});
    add_file(read_given(session, name), imported);
    if (scale && imported.workspace.scale != scale) {
      throw std::runtime_error(
          fmt::format("the scores of '{}' are on another scale than those before it; import it by itself", printable(name)));
    }
  }
  return imported;
}

std::string list_of(const importing::Notes& notes) {
  constexpr std::string_view headings[] = {"kept", "converted", "not used: yours to decide", "dropped"};
  std::string text;
  for (std::size_t fate = 0; fate < std::size(headings); ++fate) {
    const auto is_of_fate = [&](const importing::Note& note) { return static_cast<std::size_t>(note.fate) == fate; };
    if (fate == static_cast<std::size_t>(importing::Fate::undecided) && std::ranges::none_of(notes, is_of_fate)) continue;
    text += fmt::format("{}\n", headings[fate]);
    const std::size_t before = text.size();
    for (const importing::Note& note : notes) {
      if (is_of_fate(note)) text += fmt::format("  {}\n", printable(note.text));
    }
    if (text.size() == before) text += "  nothing\n";
  }
  return text;
}

/// Where a workspace is made that does not exist yet: the folder that -o names, or that of the file it names.
fs::path home_named(const Session& session) {
  const auto output = session.arguments.text("--output");
  if (!output || *output == "-") return session.arguments.text_of("--directory");
  const fs::path home = is_yaml_name(*output) ? fs::path(*output).parent_path() : fs::path(*output);
  return home.empty() ? fs::path(".") : home;
}

bool takes_survey(const Session& session) {
  const Arguments& arguments = session.arguments;
  const std::string& first = arguments.operands().front();
  const auto kind = arguments.text("--as");
  const auto is_one_of_surveys = [&](const std::string& name) {
    return name != "-" && is_survey(fs::path(arguments.text_of("--directory")) / name);
  };
  const bool is_one = kind ? *kind == "survey" : std::ranges::all_of(arguments.operands(), is_one_of_surveys);
  if (!is_one) return false;
  if (arguments.operands().size() > 1) throw UsageError("surveys are imported one at a time", arguments.command);
  if (first == "-") throw UsageError("a survey is imported from a file, which the workspace then reads", arguments.command);
  return true;
}

/// The workspace that what is imported will be a part of. A folder that is not there yet is meant to become one of its own.
std::optional<Loaded> standing_workspace(const Session& session) {
  const fs::path folder = home_named(session);
  if (disk().kind_of(folder) != FileKind::folder || !find_workspace_file(disk(), folder)) return std::nullopt;
  return load({.directory = folder.string()});
}

/// A file of its own in the folder that -o names, with the other journeys where they have one.
std::string file_beside_others(const importing::Workspace& workspace, const fs::path& folder) {
  const std::string& name = workspace.journeys.empty() ? workspace.name : workspace.journeys.front().name;
  std::string id = id_of_name(name, workspace.language);
  if (id.empty()) id = "imported";
  const bool has_folder = disk().kind_of(folder / "journeys") == FileKind::folder;
  return (has_folder ? "journeys/" : "") + id + ".yaml";
}

ImportResult import_touchpoints(const Session& session) {
  importing::Imported imported = import_all(session);
  settle_ids(imported);
  const auto home = standing_workspace(session);
  if (!home) return {workspace_text(imported.workspace), workspace_files(imported.workspace), imported.notes};
  fit_into(home->workspace, imported);
  const std::string text = workspace_text(imported.workspace);
  return {text, {{file_beside_others(imported.workspace, home_named(session)), text}}, imported.notes};
}

/// Says so where a workspace stands above a file that it does not read.
void tell_if_not_included(const Session& session, const fs::path& file) {
  try {
    const fs::path folder = file.parent_path().empty() ? fs::path(".") : file.parent_path();
    const Loaded loaded = load({.directory = folder.string()});
    const fs::path whole = disk().without_links(file).path;
    for (std::uint32_t i = 0; i < loaded.sources.size(); ++i) {
      if (disk().without_links(loaded.sources[i].name).path == whole) return;
    }
    const fs::path below = whole.lexically_relative(disk().without_links(loaded.root).path);
    say(session,
        fmt::format("the workspace does not read '{0}' yet: add '{0}' to 'include' in mot.yaml", printable(below.generic_string())));
  } catch (const NoWorkspace&) {
  }
}

std::vector<NewFile> files_of(ImportResult result, const std::string& output) {
  if (is_yaml_name(output)) return {{output, std::move(result.text)}};
  std::vector<NewFile> files;
  for (auto& [path, text] : result.files) files.push_back({(fs::path(output) / path).lexically_normal(), std::move(text)});
  return files;
}

void add_lines(std::string& text, std::string_view heading, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  text += fmt::format("{}\n", heading);
  for (const std::string& line : lines) text += fmt::format("  {}\n", printable(line));
}

/// A line of what became of a table, without what an update does not do.
std::string without_comments(std::string text) {
  constexpr std::string_view not_done[] = {"; it stands in a comment", "; each stands in a comment",
                                           "; what each wishes stands under 'by'"};
  for (const std::string_view part : not_done) {
    if (const std::size_t at = text.find(part); at != std::string::npos) text.erase(at, part.size());
  }
  return text;
}

std::string list_of(const edit::FillInReport& report, const importing::Notes& notes, const std::string& rescaled) {
  std::vector<std::string> not_taken = report.not_taken, converted;
  for (const importing::Note& note : notes) {
    if (note.is_of_cells) converted.push_back(without_comments(note.text));
    if (note.fate == importing::Fate::dropped) not_taken.push_back(without_comments(note.text));
  }
  std::string text;
  if (!rescaled.empty()) converted.push_back(rescaled);
  add_lines(text, "converted", converted);
  add_lines(text, "added", report.added);
  add_lines(text, "filled in", report.filled);
  add_lines(text, "known by the name, for the id is another now", report.renamed);
  add_lines(text, "disagrees, and was left as it is", report.disagreeing);
  add_lines(text, "in the workspace, not in the table: left as it is", report.not_in_table);
  add_lines(text, "not taken", not_taken);
  add_lines(text, "columns that an update does not look at", report.not_looked_at);
  return text;
}

/// What a table or a journey map says besides what an update fills in.
std::vector<std::string> not_looked_at(const importing::Workspace& workspace) {
  std::vector<std::string> kinds;
  const auto says_more = [](const importing::Stage& stage) {
    return !stage.goal.empty() || !stage.facets.empty() || !stage.left_alone.empty();
  };
  const auto has_such = [&](const importing::Journey& journey) { return std::ranges::any_of(journey.stages, says_more); };
  if (std::ranges::any_of(workspace.journeys, has_such)) kinds.emplace_back("what a journey map says of its stages");
  const auto has_wishes = [](const importing::Touchpoint& touchpoint) { return !touchpoint.wishes.empty(); };
  if (std::ranges::any_of(workspace.touchpoints, has_wishes)) kinds.emplace_back("what single personas wish");
  return kinds;
}

/// What a table says goes into the workspace's own files.
int update(const Session& session) {
  const Arguments& arguments = session.arguments;
  if (arguments.has("--output")) throw UsageError("--update changes the workspace's own files; leave -o out", arguments.command);
  edit::Draft draft(inputs_to_edit(session));
  importing::Imported imported = import_all(session, draft.workspace().project.scale);
  put_on_scale_of(draft.workspace(), imported);
  const std::string name = fs::path(arguments.operands().front()).filename().string();
  edit::FillInReport report = fill_in(draft, imported.workspace, name);
  for (std::string& kind : not_looked_at(imported.workspace)) report.not_looked_at.push_back(std::move(kind));
  const std::string list = list_of(report, imported.notes, imported.workspace.rescaled);
  const bool is_all_said = report.disagreeing.empty() && report.not_in_table.empty() && report.not_taken.empty() &&
                           list.find("not taken\n") == std::string::npos;
  if (arguments.has("--dry-run")) say(session, list);
  finish_edit(session, draft.edited_files(), is_all_said ? "the files say so already" : "what else the table says is listed");
  if (!arguments.has("--dry-run")) print(session, list);
  return 0;
}

int import(const Session& session) {
  const Arguments& arguments = session.arguments;
  if (arguments.has("--update")) return update(session);
  ImportResult result =
      takes_survey(session) ? import_survey(session, arguments.operands().front(), home_named(session)) : import_touchpoints(session);
  const std::string list = list_of(result.notes);
  const std::string output = arguments.text("--output").value_or("-");
  if (arguments.has("--dry-run")) {
    print(session, list);
    if (output == "-") return 0;
    for (const NewFile& file : files_of(std::move(result), output))
      print(session, fmt::format("would write {}\n", printable(file.path.string())));
  } else if (output == "-") {
    print(session, result.text);
    say(session, list);
  } else {
    const std::vector<NewFile> files = files_of(std::move(result), output);
    make_files(session, files, list);
    for (const NewFile& file : files) {
      if (is_yaml_name(file.path)) tell_if_not_included(session, file.path);
    }
  }
  return 0;
}

}  // namespace

constinit const Command import_command = {
    .name = "import",
    .does = "make a workspace of what you have: a Mermaid journey, a table of touchpoints, a survey",
    .details =
        "A file is a Mermaid diagram of the kind 'journey' (.mmd, or in Markdown); a table with a touchpoint a row (CSV, XLSX, ODS, or in "
        "Markdown), "
        "whose headings may be English, German, French, Spanish or Portuguese; or a survey (CSV, XLSX, ODS). The result is YAML with "
        "questions in "
        "comments, for what no such file holds; what was kept, converted and dropped is listed. Of a survey it writes the source that "
        "reads "
        "it: separator, scale, missing codes, date, weight and questions, each with the ground of the guess, and columns matched by name "
        "to "
        "the touchpoints of the workspace that -C names; where there is none, it makes one. Nothing that exists is overwritten. --update "
        "takes "
        "a table of touchpoints, such as the workbook of mot export --fill-in, and puts what it says into the files of the workspace where "
        "they say nothing; a row with a name that nobody has and no id becomes a touchpoint of its department. A second time it changes "
        "nothing.",
    .examples =
        "  mot import journey.mmd -o my-company\n"
        "  mot import touchpoints.csv --dry-run\n"
        "  mot -C my-company import answers.csv -o my-company\n"
        "  mot -C my-company import workshop.xlsx --update --dry-run\n",
    .options = import_options,
    .operand = {.name = "FILE", .help = "what to import; - is standard input", .times = Times::any_number, .is_required = true},
    .run = import,
};

}  // namespace mot
