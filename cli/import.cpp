#include "mot/import/import.h"

#include <fmt/format.h>

#include <filesystem>
#include <istream>
#include <iterator>
#include <stdexcept>

#include "mot/import/workspace_text.h"
#include "mot/load/files/files.h"
#include "mot/text/utf8.h"
#include "new_files.h"
#include "session.h"
#include "table_of_commands.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_file = 64u << 20;  // bytes

constexpr Option options[] = {
    {"--output", "-o", "PATH", "write there instead of printing: a file that ends in .yaml, else a folder with a file for each department"},
    {"--dry-run", "", "", "write nothing; say what would be kept, converted and dropped"},
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

std::string list_of(const importing::Notes& notes) {
  constexpr std::string_view headings[] = {"kept", "converted", "dropped"};
  std::string text;
  for (std::size_t fate = 0; fate < std::size(headings); ++fate) {
    text += fmt::format("{}\n", headings[fate]);
    const std::size_t before = text.size();
    for (const importing::Note& note : notes) {
      if (static_cast<std::size_t>(note.fate) == fate) text += fmt::format("  {}\n", printable(note.text));
    }
    if (text.size() == before) text += "  nothing\n";
  }
  return text;
}

bool is_yaml(const fs::path& path) {
  return path.extension() == ".yaml" || path.extension() == ".yml";
}

/// Reads all files; several add up to one workspace.
importing::Imported import_all(const Session& session) {
  importing::Imported imported;
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

int import(const Session& session) {
  const Arguments& arguments = session.arguments;
  const importing::Imported imported = import_all(session);
  const std::string list = list_of(imported.notes);
  const auto output = arguments.text("--output");
  if (!output && !arguments.has("--dry-run")) {
    print(session, workspace_text(imported.workspace));
    say(session, list);
    return 0;
  }
  std::vector<NewFile> files;
  if (!output) {
    files.push_back({"standard output", {}});
  } else if (*output == "-" || is_yaml(*output)) {
    files.push_back({*output, workspace_text(imported.workspace)});
  } else {
    for (auto& [path, text] : workspace_files(imported.workspace))
      files.push_back({(fs::path(*output) / path).lexically_normal(), std::move(text)});
  }
  if (arguments.has("--dry-run")) {
    print(session, list);
    for (const NewFile& file : files) print(session, fmt::format("would write {}\n", printable(file.path.string())));
    return 0;
  }
  make_files(session, files, list);
  return 0;
}

}  // namespace

constinit const Command import_command = {
    .name = "import",
    .does = "make a workspace of what other tools wrote: a Mermaid journey, a table of touchpoints",
    .details =
        "A file is a Mermaid diagram of the kind 'journey' (.mmd, or in Markdown), or a table with a touchpoint a row (CSV, or in "
        "Markdown), "
        "whose headings may be English, German, French, Spanish or Portuguese. The result is YAML with questions in comments, for what no "
        "such file holds; what was kept, converted and dropped is listed. Several files make one workspace. Nothing that exists is "
        "overwritten.",
    .examples =
        "  mot import journey.mmd -o my-company\n"
        "  mot import touchpoints.csv --dry-run\n",
    .options = options,
    .operand = {.name = "FILE", .help = "what to import; - is standard input", .times = Times::any_number, .is_required = true},
    .run = import,
};

}  // namespace mot
