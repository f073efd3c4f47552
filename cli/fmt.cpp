#include <fmt/format.h>

#include "edit_outputs.h"
#include "mot/edit/format.h"
#include "mot/text/utf8.h"
#include "table_of_commands.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr Option fmt_options[] = {
    {"--check", "", "", "change nothing; name the files that would change, and exit with 1 if there are any"},
    dry_run_option,
    stdin_filename_option,
};

/// The files that were named, as they are to be.
std::vector<edit::EditedFile> formatted_files(const Session& session, const Loaded& loaded) {
  std::vector<edit::EditedFile> files;
  for (std::uint32_t file = 0; file < loaded.is_shown.size(); ++file) {
    if (!loaded.is_shown[file]) continue;
    const Source& source = loaded.sources[file];
    try {
      files.push_back(
          {std::filesystem::absolute(source.name), source.name, source.text, edit::formatted(edit::YamlText(source.name, source.text))});
    } catch (const edit::Refused& refusal) {
      say(session, fmt::format("left alone: {}", refusal.what()));
    }
  }
  return files;
}

int fmt_files(const Session& session) {
  const Arguments& arguments = session.arguments;
  const Loaded loaded = load(inputs_of(session));
  std::vector<edit::EditedFile> files = formatted_files(session, loaded);
  const auto& operands = arguments.operands();
  const bool is_piped = std::find(operands.begin(), operands.end(), "-") != operands.end();
  if (is_piped && operands.size() > 1) throw UsageError("'-' stands alone: what it says goes to standard output", arguments.command);
  const bool is_changed = std::any_of(files.begin(), files.end(), [](const edit::EditedFile& file) { return file.before != file.after; });
  if (is_piped && !arguments.has("--check") && !arguments.has("--dry-run")) {
    for (const edit::EditedFile& file : files) print(session, file.after);
    return 0;
  }
  std::erase_if(files, [](const edit::EditedFile& file) { return file.before == file.after; });
  if (!arguments.has("--check")) {
    if (!files.empty()) finish_edit(session, files);
    return 0;
  }
  for (const edit::EditedFile& file : files) print(session, fmt::format("{}\n", printable(file.name)));
  return is_changed ? 1 : 0;
}

}  // namespace

constinit const Command fmt_command = {
    .name = "fmt",
    .does = "tidy up the layout of files; what they mean never changes",
    .details =
        "A blank inside braces and none inside brackets, a blank behind a comma, none at the end of a line, one empty line where there "
        "were several, a line break at the end. Comments, order, quotes, line ends, columns that were aligned and how things are broken "
        "into lines stay. A file with a fault of form is left alone.",
    .examples =
        "  mot fmt\n"
        "  mot fmt --check departments\n"
        "  mot fmt - < mot.yaml\n",
    .options = fmt_options,
    .operand = workspace_operand,
    .run = fmt_files,
};

}  // namespace mot
