#include <fmt/format.h>

#include <filesystem>
#include <vector>

#include "mot/text/utf8.h"
#include "new_files.h"
#include "session.h"
#include "starter.h"
#include "table_of_commands.h"
#include "templates.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

std::vector<NewFile> asked_for(const Arguments& arguments, const fs::path& directory) {
  const auto name = arguments.text("--template");
  const auto language = arguments.text("--language");
  if (language && !name) throw UsageError("'--language' is that of a template: name one with --template");
  std::vector<NewFile> files;
  if (name) {
    const Language asked = language ? *word_from<Language>(*language) : Language::en;
    return {{(directory / "mot.yaml").lexically_normal(), template_file(chosen_in<templates>(arguments, "--template"), asked)}};
  }
  for (const StarterFile& file : starter_files()) files.push_back({(directory / file.path).lexically_normal(), std::string(file.text)});
  return files;
}

constexpr Option init_options[] = {
    {.long_name = "--template", .value = "TRADE", .help = "moments and questions of a trade, in one file", .choices = names_in<templates>},
    {.long_name = "--language",
     .value = "LANGUAGE",
     .help = "what the template is written in; en if left out",
     .choices = words_of_vocabulary<Language>},
};

int init(const Session& session) {
  const auto& operands = session.arguments.operands();
  const fs::path below = operands.empty() ? fs::path(".") : fs::path(operands.front());
  const fs::path directory = (fs::path(session.arguments.text_of("--directory")) / below).lexically_normal();
  const std::vector<NewFile> files = asked_for(session.arguments, directory);
  make_files(session, files);
  const std::string call = directory == "." ? "mot" : fmt::format("mot -C {}", printable(directory.string()));
  say(session, fmt::format("Next: read {}, then try", printable(files.front().path.string())));
  say(session, fmt::format("  {0} validate\n  {0} gaps\n  {0} map", call));
  return 0;
}

}  // namespace

constinit const Command init_command = {
    .name = "init",
    .does = "make a small workspace to begin with, with comments",
    .details =
        "A bicycle shop with two departments and a journey, to be replaced by your own; or with --template the moments of a trade, with "
        "what to ask customers about each. Nothing that exists is overwritten.",
    .examples = "  mot init my-company\n  mot init my-town --template council --language de\n",
    .options = init_options,
    .operand = {.name = "DIR", .help = "the folder to make it in, the working directory where none is named"},
    .run = init,
};

}  // namespace mot
