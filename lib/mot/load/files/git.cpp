#include "mot/load/files/git.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <string_view>

#include "mot/load/files/git_library.h"
#include "mot/load/files/git_tree.h"
#include "mot/text/errors.h"
#include "mot/text/nearest.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

/// Without the slash that libgit2 puts at the end of a folder.
fs::path folder(const char* path) {
  const fs::path whole = fs::path(path).lexically_normal();
  return whole.has_filename() ? whole : whole.parent_path();
}

GitObject object_named(git_repository* repository, const std::string& name) {
  git_object* object = nullptr;
  git().git_revparse_single(&object, repository, name.c_str());
  return GitObject(object);
}

GitObject peeled(const GitObject& object, git_object_t kind) {
  git_object* found = nullptr;
  if (object) git().git_object_peel(&found, object.get(), kind);
  return GitObject(found);
}

/// Branches and tags as people name them: of `refs/heads/main` `main`.
std::vector<std::string> names_in(git_repository* repository) {
  std::vector<std::string> names;
  git_strarray references = {};
  if (git().git_reference_list(&references, repository) < 0) return names;
  for (const std::string_view kind : {"refs/heads/", "refs/tags/", "refs/remotes/"}) {
    for (std::size_t i = 0; i < references.count; ++i) {
      const std::string_view reference = references.strings[i];
      if (reference.starts_with(kind)) names.emplace_back(reference.substr(kind.size()));
    }
  }
  git().git_strarray_dispose(&references);
  return names;
}

/// A branch of a remote that is called so counts as nearest: whoever fetches `main` alone has `origin/main`.
std::string suggestion(std::string_view typed, const std::vector<std::string>& names) {
  const std::string end = "/" + std::string(typed);
  for (const std::string& name : names) {
    if (name.ends_with(end)) return did_you_mean(name);
  }
  return did_you_mean(typed, std::vector<std::string_view>(names.begin(), names.end()));
}

/// What else is to be said of a revision that is not there: the way out.
std::string fault_of(git_repository* repository, const std::string& typed) {
  const std::string base = typed.substr(0, typed.find_first_of("~^@"));
  const bool is_shallow = git().git_repository_is_shallow(repository) == 1;
  if (is_shallow && object_named(repository, base)) return "; the clone is shallow, 'git fetch --unshallow' brings the rest";
  if (base != typed && object_named(repository, base)) return fmt::format("; '{}' is there, but has not that many behind it", base);
  const auto names = names_in(repository);
  if (names.empty()) return "; the repository holds no commit yet";
  const std::string meant = suggestion(base, names);
  if (!meant.empty()) return meant;
  return is_shallow ? ", nor a file or folder of that name; the clone is shallow, 'git fetch --unshallow --tags' brings the rest"
                    : ", nor a file or folder of that name; of commits the beginning of their hash will do";
}

/// What a name stands for. Throws where it stands for nothing, for several things, or for what can't be read.
GitObject object_at(git_repository* repository, const std::string& typed) {
  git_object* object = nullptr;
  const int code = git().git_revparse_single(&object, repository, typed.c_str());
  if (code == 0) return GitObject(object);
  const std::string cause = last_git_error();
  if (code == GIT_EAMBIGUOUS) throw std::runtime_error(fmt::format("'{}' begins several hashes; write more of it", printable(typed)));
  const bool is_unknown = code == GIT_ENOTFOUND || code == GIT_EINVALIDSPEC;
  if (std::ranges::count(names_in(repository), typed) > 0 || !is_unknown) {
    throw Unreadable(fmt::format("cannot read the revision '{}': {}{}", printable(typed), cause, is_unknown ? "" : corrupt_advice));
  }
  throw NotFound(fmt::format("there is no revision '{}'{}", printable(typed), printable(fault_of(repository, typed))));
}

}  // namespace

Repository::Repository(Handle handle) : handle_(std::move(handle)) {
  const char* work = git().git_repository_workdir(handle_.get());
  is_bare_ = work == nullptr;
  root_ = folder(is_bare_ ? git().git_repository_path(handle_.get()) : work);
}

std::optional<Repository> Repository::around(const fs::path& place) {
  git_repository* found = nullptr;
  const int code = git().git_repository_open_ext(&found, place.c_str(), 0, nullptr);
  if (code == GIT_ENOTFOUND) return std::nullopt;
  if (code < 0)
    throw Unreadable(fmt::format("cannot read the git repository around '{}': {}", printable(place.string()), last_git_error()));
  return Repository(Handle(found, git().git_repository_free));
}

bool Repository::knows(const std::string& revision) const {
  return peeled(object_named(handle_.get(), revision), GIT_OBJECT_TREE) != nullptr;
}

std::unique_ptr<Files> Repository::files_at(const std::string& revision, std::size_t largest_file) const {
  const GitObject object = object_at(handle_.get(), revision);
  const fs::path own = folder(git().git_repository_commondir(handle_.get()));
  git_object* found = nullptr;
  const int code = git().git_object_peel(&found, object.get(), GIT_OBJECT_TREE);
  GitObject tree(found);
  if (!tree) throw_unreadable(fmt::format("the files of '{}'", revision), code, own);
  return std::make_unique<TreeFiles>(TreeOrigin{handle_.get(), root_, own, revision, largest_file},
                                     GitTree(reinterpret_cast<git_tree*>(tree.release())));
}

std::string Repository::merge_base(const std::string& one, const std::string& other) const {
  std::vector<GitObject> commits;
  for (const std::string& name : {one, other}) {
    commits.push_back(peeled(object_at(handle_.get(), name), GIT_OBJECT_COMMIT));
    if (!commits.back()) throw std::runtime_error(fmt::format("'{}' is not a commit", printable(name)));
  }
  git_oid base = {};
  if (git().git_merge_base(&base, handle_.get(), git().git_object_id(commits[0].get()), git().git_object_id(commits[1].get())) == 0) {
    char hash[GIT_OID_HEXSZ + 1];
    return git().git_oid_tostr(hash, sizeof hash, &base);
  }
  throw std::runtime_error(fmt::format("'{}' and '{}' come from no common commit{}", printable(one), printable(other),
                                       git().git_repository_is_shallow(handle_.get()) == 1
                                           ? " that the clone holds; it is shallow, 'git fetch --unshallow' brings the rest"
                                           : ""));
}

}  // namespace mot
