// Files of a workspace: found, listed and read, wherever they are. What cannot be read throws Unreadable with the path and the
// cause.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mot/text/bytes.h"

namespace mot {

/// The file that makes a folder a workspace.
inline constexpr std::string_view workspace_file_name = "mot.yaml";

/// A link is what it leads to, except that a folder behind one is told apart: it may lead round in a circle.
enum class FileKind : std::uint8_t { nothing, file, folder, linked_folder, other };

struct FileEntry {
  std::string name;
  FileKind kind;
};

/// What a path is once every link in it is followed, whether or not anything stands there; or why nobody can tell.
struct RealPath {
  std::filesystem::path path;
  std::string fault;
};

/// Where files are: the disk, or the tree of a git revision. Paths are absolute; those of a revision are where its files would lie if it
/// were checked out. Several threads may ask at once.
class Files {
 public:
  virtual ~Files() = default;
  /// What stands at a path, a folder behind a link being a folder.
  virtual FileKind kind_of(const std::filesystem::path& path) const = 0;
  /// What a folder holds, by name; nothing where it is none or can't be read.
  virtual std::vector<FileEntry> list(const std::filesystem::path& folder) const = 0;
  /// The bytes of a file, at most `most` and one more, so that a reader can tell that there is too much.
  virtual std::string read(const std::filesystem::path& path, std::size_t most) const = 0;
  /// The same one after another; where the file can't be opened, why.
  virtual OpenedFile open(const std::filesystem::path& path) const = 0;
  virtual RealPath without_links(const std::filesystem::path& path) const = 0;
  /// The path as people would write it.
  virtual std::string shown(const std::filesystem::path& path) const = 0;
};

/// The files of the machine.
const Files& disk();

/// A file of the disk, as `Files::read` gives it.
std::string read_file(const std::filesystem::path& path, std::size_t most);

/// `mot.yaml` in the folder or the nearest one above it.
std::optional<std::filesystem::path> find_workspace_file(const Files& files, const std::filesystem::path& folder);

/// Every `*.yaml` and `*.yml` below the folder, dot folders and dot files left out, in the order of their paths.
std::vector<std::filesystem::path> list_yaml_files(const Files& files, const std::filesystem::path& folder);

/// The files below `folder` that a glob names, in the order of their paths: `*` and `?` within a name, `**` for any folders.
/// Links that lead out of the folder are left out.
std::vector<std::filesystem::path> list_matching(const Files& files, const std::filesystem::path& folder, std::string_view glob);

/// Opens the evidence of the workspace at `root`, which has to lie below it even once links are followed: a workspace from elsewhere must
/// not read what is not its own. `files` has to outlive what is returned.
OpenFile evidence_below(const Files& files, std::filesystem::path root);

/// Whether a path written in a workspace stays inside it: relative, and never up.
bool stays_inside(std::string_view path);

/// Whether a path leads to something in the folder; both without links and dots.
bool is_below(const std::filesystem::path& path, const std::filesystem::path& folder);

/// A path as people at `std::filesystem::current_path()` would write it.
std::string shown_path(const std::filesystem::path& path);

}  // namespace mot
