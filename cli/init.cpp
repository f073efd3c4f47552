#include <fmt/format.h>

#include <filesystem>
#include <vector>

#include "mot/text/utf8.h"
#include "new_files.h"
#include "session.h"
#include "starter.h"
#include "table_of_commands.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

int init(const Session& session) {
  const auto& operands = session.arguments.operands();
  const fs::path below = operands.empty() ? fs::path(".") : fs::path(operands.front());
  const fs::path directory = (fs::path(session.arguments.text_of("--directory")) / below).lexically_normal();
  std::vector<NewFile> files;
  for (const StarterFile& file : starter_files()) files.push_back({(directory / file.path).lexically_normal(), std::string(file.text)});
  make_files(session, files);
  const std::string call = directory == "." ? "mot" : fmt::format("mot -C {}", printable(directory.string()));
  say(session, fmt::format("Next: read {}, then try", printable((directory / starter_files().front().path).lexically_normal().string())));
  say(session, fmt::format("  {0} validate\n  {0} gaps\n  {0} map", call));
  return 0;
}

}  // namespace

constinit const Command init_command = {
    .name = "init",
    .does = "make a small workspace to begin with, with comments",
    .details = "A bicycle shop with two departments and a journey, to be replaced by your own. Nothing that exists is overwritten.",
    .examples = "  mot init my-company\n",
    .options = {},
    .operand = {.name = "DIR", .help = "the folder to make it in, the working directory where none is named"},
    .run = init,
};

}  // namespace mot
