// A git repository, read and never written: its revisions, and the files of one as if they lay checked out.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "mot/load/files/files.h"

struct git_repository;  // of libgit2

namespace mot {

class Repository {
 public:
  /// The repository that a folder lies in; nothing where it lies in none. Throws Unreadable where it can't be read.
  static std::optional<Repository> around(const std::filesystem::path& folder);

  /// Where its files lie when they are checked out, without links. Of a bare one, where the repository itself lies.
  const std::filesystem::path& root() const { return root_; }
  bool is_bare() const { return is_bare_; }

  /// Whether git takes the name for a commit, a tag or a tree (gitrevisions(7), without paths).
  bool knows(const std::string& revision) const;
  /// The files of a revision, each up to `largest_file` bytes; must not outlive the repository. Throws NotFound, with the branch
  /// or tag that may have been meant, where there is none.
  std::unique_ptr<Files> files_at(const std::string& revision, std::size_t largest_file = std::size_t{1} << 30) const;
  /// The hash of the commit that two revisions both come from. Throws std::runtime_error where they have nothing in common.
  std::string merge_base(const std::string& one, const std::string& other) const;

 private:
  using Handle = std::unique_ptr<git_repository, void (*)(git_repository*)>;
  explicit Repository(Handle handle);

  Handle handle_;
  std::filesystem::path root_;
  bool is_bare_ = false;
};

}  // namespace mot
