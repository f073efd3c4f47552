// The library libgit2, bound only when a revision is named. Only what includes this file knows libgit2.
#pragma once

#include <git2.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "mot/text/late_library.h"

namespace mot {

// Every function of it that is used: the only list.
// clang-format off
#define MOT_GIT_FUNCTIONS(function) \
  function(git_libgit2_init) function(git_libgit2_opts) function(git_error_last) function(git_repository_open_ext) \
  function(git_repository_free) function(git_repository_is_shallow) function(git_repository_workdir) \
  function(git_repository_path) function(git_repository_commondir) function(git_revparse_single) function(git_object_peel) \
  function(git_object_free) function(git_object_id) function(git_merge_base) function(git_oid_tostr) \
  function(git_reference_list) function(git_strarray_dispose) function(git_tree_lookup) function(git_tree_free) \
  function(git_tree_entrycount) function(git_tree_entry_byindex) function(git_tree_entry_byname) function(git_tree_entry_name) \
  function(git_tree_entry_id) function(git_tree_entry_filemode) function(git_blob_lookup) function(git_blob_free) \
  function(git_blob_rawcontent) function(git_blob_rawsize) function(git_repository_odb) function(git_odb_free) \
  function(git_odb_read_header)
// clang-format on

/// The functions, each under its own name.
struct GitLibrary {
  MOT_GIT_FUNCTIONS(MOT_LATE_MEMBER)
};

/// The library, bound at the first call. Throws std::runtime_error where it is not installed.
const GitLibrary& git();

template <auto release>
struct GitRelease {
  template <class Thing>
  void operator()(Thing* thing) const {
    (git().*release)(thing);
  }
};
using GitRepositoryHandle = std::unique_ptr<git_repository, GitRelease<&GitLibrary::git_repository_free>>;
using GitObject = std::unique_ptr<git_object, GitRelease<&GitLibrary::git_object_free>>;
using GitTree = std::unique_ptr<git_tree, GitRelease<&GitLibrary::git_tree_free>>;
using GitObjects = std::unique_ptr<git_odb, GitRelease<&GitLibrary::git_odb_free>>;
using GitBlob = std::unique_ptr<git_blob, GitRelease<&GitLibrary::git_blob_free>>;

/// What the library says of its last failure, fit to be printed.
std::string last_git_error();

/// What is to be done where something is there and is not what it should be.
inline constexpr std::string_view corrupt_advice =
    "; the repository is corrupt there: 'git fsck' lists what is, and a fresh clone mends it";

/// Throws Unreadable after a failure of the library in a repository: what is corrupt is told from what is missing.
[[noreturn]] void throw_unreadable(const std::string& what, int code, const std::filesystem::path& repository);

}  // namespace mot
