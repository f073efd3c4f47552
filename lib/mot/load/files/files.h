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

/// A link is what it leads to, except that two are told apart: a folder behind one, which may lead round in a circle, and nothing
/// behind one.
enum class FileKind : std::uint8_t { nothing, file, folder, linked_folder, broken_link, other };

struct FileEntry {
  std::string name;
  FileKind kind;
  bool is_link = false;
};

/// What a folder holds, by name; where not all of it could be listed, why: "can't be listed: Permission denied".
struct Listing {
  std::vector<FileEntry> entries;
  std::string fault;
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
  /// Nothing where it is no folder.
  virtual Listing list(const std::filesystem::path& folder) const = 0;
  /// The bytes of a file, at most `most` and one more, so that a reader can tell that there is too much.
  virtual std::string read(const std::filesystem::path& path, std::size_t most) const = 0;
  /// The same one after another; where the file can't be opened, why.
  virtual OpenedFile open(const std::filesystem::path& path) const = 0;
  /// What stands for the bytes of a file: where two files have the same, one need not be read. Empty where only reading tells.
  virtual std::string content_id(const std::filesystem::path&) const { return {}; }
  virtual RealPath without_links(const std::filesystem::path& path) const = 0;
  /// The path as people would write it.
  virtual std::string shown(const std::filesystem::path& path) const = 0;
};

/// The files of the machine.
const Files& disk();

/// A file of the disk, as `Files::read` gives it.
std::string read_file(const std::filesystem::path& path, std::size_t most);

/// `mot.yaml` in the folder or the nearest one above it. Throws Unreadable where it is there and no file.
std::optional<std::filesystem::path> find_workspace_file(const Files& files, const std::filesystem::path& folder);

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
