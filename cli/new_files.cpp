#include "new_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "mot/load/files/files.h"
#include "mot/text/utf8.h"
#include "mot/write/file.h"

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
std::vector<std::string> in_the_way(std::span<const NewFile> files) {
  std::vector<std::string> paths;
  const auto note = [&](const fs::path& path) {
    std::string shown = "'" + printable(path.string()) + "'";
    if (std::find(paths.begin(), paths.end(), shown) == paths.end()) paths.push_back(std::move(shown));
  };
  for (const NewFile& file : files) {
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(file.path, ignored))) note(file.path);
    for (fs::path folder = file.path.parent_path(); !folder.empty() && folder != folder.parent_path(); folder = folder.parent_path()) {
      if (fs::exists(folder, ignored) && !fs::is_directory(folder, ignored)) note(folder);
    }
  }
  return paths;
}

/// A mot.yaml below another one would hide that workspace from whoever works in its folder.
void refuse_workspace_inside_another(std::span<const NewFile> files) {
  for (const NewFile& file : files) {
    const fs::path folder = file.path.has_parent_path() ? file.path.parent_path() : fs::path(".");
    const auto above = file.path.filename() == workspace_file_name ? find_workspace_file(disk(), folder) : std::nullopt;
    if (!above) continue;
    throw std::runtime_error(
        fmt::format("nothing was made, for the folder belongs to the workspace of '{}', which '{}' would hide from whoever works there; "
                    "name a folder outside of it, or add to that workspace (mot add, mot import -o FILE.yaml)",
                    printable(shown_path(*above)), printable(file.path.string())));
  }
}

}  // namespace

void make_files(const Session& session, std::span<const NewFile> files, std::string_view before) {
  if (const auto paths = in_the_way(files); !paths.empty()) {
    throw std::runtime_error(fmt::format("nothing was made, for it would overwrite {}; name another folder", fmt::join(paths, ", ")));
  }
  refuse_workspace_inside_another(files);
  Made made;
  std::string list(before);
  for (const NewFile& file : files) {
    made.file(file.path, file.text);
    list += fmt::format("made {}\n", printable(file.path.string()));
  }
  print(session, list);
  made.keep();
}

}  // namespace mot
