#include <fmt/format.h>

#include <filesystem>
#include <stdexcept>

#include "mot/text/utf8.h"
#include "mot/write/file.h"
#include "session.h"
#include "starter.h"
#include "table_of_commands.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

/// What was made so far; it goes away again if the rest can't be made.
class Made {
 public:
  Made() = default;
  Made(const Made&) = delete;
  Made& operator=(const Made&) = delete;
  ~Made() {
    std::error_code ignored;
    for (auto path = paths_.rbegin(); path != paths_.rend(); ++path) fs::remove(*path, ignored);
  }

  /// Makes a folder and those it lies in.
  void folder(const fs::path& path) {
    if (path.empty() || fs::is_directory(path)) return;
    folder(path.parent_path());
    std::error_code error;
    fs::create_directory(path, error);
    if (error) throw std::runtime_error(fmt::format("cannot make the folder '{}': {}", printable(path.string()), error.message()));
    paths_.push_back(path);
  }

  void file(const fs::path& path, std::string_view text) {
    folder(path.parent_path());
    save_file(path, text);
    paths_.push_back(path);
  }

  void keep() { paths_.clear(); }

 private:
  std::vector<fs::path> paths_;
};

/// What stands where a file or one of its folders is to be.
std::vector<std::string> in_the_way(const fs::path& directory) {
  std::vector<std::string> paths;
  const auto note = [&](const fs::path& path) { paths.push_back("'" + printable(path.string()) + "'"); };
  if (fs::exists(directory) && !fs::is_directory(directory)) note(directory);
  for (const StarterFile& file : starter_files()) {
    const fs::path path = (directory / file.path).lexically_normal();
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(path, ignored))) note(path);
    const fs::path folder = path.parent_path();
    if (!folder.empty() && folder != directory && fs::exists(folder, ignored) && !fs::is_directory(folder, ignored)) note(folder);
  }
  return paths;
}

int init(const Session& session) {
  const auto& operands = session.arguments.operands();
  const fs::path below = operands.empty() ? fs::path(".") : fs::path(operands.front());
  const fs::path directory = (fs::path(session.arguments.text_of("--directory")) / below).lexically_normal();
  if (const auto paths = in_the_way(directory); !paths.empty()) {
    throw std::runtime_error(
        fmt::format("nothing was made, for it would overwrite {}; name another folder: mot init my-company", fmt::join(paths, ", ")));
  }
  Made made;
  std::string list;
  for (const StarterFile& file : starter_files()) {
    const fs::path path = (directory / file.path).lexically_normal();
    made.file(path, file.text);
    list += fmt::format("made {}\n", printable(path.string()));
  }
  print(session, list);
  made.keep();
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
