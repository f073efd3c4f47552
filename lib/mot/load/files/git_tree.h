// The files of a git tree. Links in it are followed inside it alone; what another repository holds (a submodule) is not there.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mot/load/files/files.h"
#include "mot/load/files/git_library.h"

namespace mot {

/// A tree to read, and how it is spoken of.
struct TreeOrigin {
  git_repository* repository = nullptr;  ///< outlives the files
  std::filesystem::path root;            ///< where the tree would be checked out
  std::filesystem::path objects;         ///< the repository itself, where Git LFS keeps its store
  std::string name;                      ///< the revision, as it was typed
  std::size_t largest_file = 0;          ///< in bytes; libgit2 reads a file only as a whole
};

class TreeFiles : public Files {
 public:
  TreeFiles(TreeOrigin origin, GitTree tree);

  FileKind kind_of(const std::filesystem::path& path) const override;
  Listing list(const std::filesystem::path& folder) const override;
  std::string read(const std::filesystem::path& path, std::size_t most) const override;
  OpenedFile open(const std::filesystem::path& path) const override;
  std::string content_id(const std::filesystem::path& path) const override;
  RealPath without_links(const std::filesystem::path& path) const override;
  std::string shown(const std::filesystem::path& path) const override;

 private:
  /// What stands at a path; its path without links. `mode` is 0 where nothing does.
  struct TreeEntry {
    unsigned mode = 0;
    git_oid id = {};
    std::filesystem::path real;
  };

  TreeEntry find(const std::filesystem::path& path) const;
  TreeEntry look_up(const std::filesystem::path& path) const;
  const git_tree* folder_of(const git_oid& id) const;
  std::string fault_of_size(const TreeEntry& place) const;
  GitBlob blob_of(const TreeEntry& place) const;
  std::filesystem::path target_of(const TreeEntry& link) const;
  std::optional<std::filesystem::path> stored_by_lfs(std::string_view bytes) const;
  /// After a failure of libgit2: what is corrupt is told from what is missing.
  [[noreturn]] void throw_unreadable(const std::string& what, int code) const;

  TreeOrigin origin_;
  git_oid id_;                                                ///< of the whole tree
  mutable std::recursive_mutex mutex_;                        ///< one thread at a time asks libgit2
  mutable std::map<std::string, GitTree> folders_;            ///< by id, as far as they were looked into
  mutable std::unordered_map<std::string, TreeEntry> found_;  ///< by path: each is asked for several times
};

}  // namespace mot
