#include "mot/load/files/git_library.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <iterator>
#include <stdexcept>
#include <string>

#include "mot/text/errors.h"
#include "mot/text/platform.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

// The binary interface that the header describes, and no other.
const std::string& name_of_library() {
  static const std::string name = library_name("libgit2", LIBGIT2_SOVERSION);
  return name;
}

template <class Function>
void bind(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(dlsym(library, name));
  if (function == nullptr) throw std::runtime_error(fmt::format("{} lacks the function {}", name_of_library(), name));
}

GitLibrary bound() {
  void* library = dlopen(name_of_library().c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) {
    throw std::runtime_error(fmt::format("git revisions are read by libgit2, which is not installed ({}; Debian's package libgit2-{})",
                                         name_of_library(), LIBGIT2_SOVERSION));
  }
  GitLibrary git;
#define MOT_GIT_BIND(name) bind(library, #name, git.name);
  MOT_GIT_FUNCTIONS(MOT_GIT_BIND)
#undef MOT_GIT_BIND
  git.git_libgit2_init();
  // Objects are all that is read, and nothing is run that a repository's configuration names: whose it is does not matter. In the
  // containers of CI it is somebody else's.
  git.git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
  // What a repository may rely on that does not change how its objects are read: libgit2 knows of less, and then reads nothing. Sparse
  // checkouts set the first of these.
  const char* extensions[] = {"worktreeconfig", "partialclone", "preciousobjects", "relativeworktrees"};
  git.git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions, std::size(extensions));
  return git;
}

/// Packs that were fetched with a filter have a file beside them that says so. Source: git, Documentation/technical/partial-clone.txt.
bool is_partial_clone(const fs::path& repository) {
  std::error_code error;
  for (fs::directory_iterator it(repository / "objects" / "pack", error), end; !error && it != end; it.increment(error)) {
    if (it->path().extension() == ".promisor") return true;
  }
  return false;
}

}  // namespace

const GitLibrary& git() {
  static const GitLibrary library = bound();
  return library;
}

std::string last_git_error() {
  const git_error* error = git().git_error_last();
  return error == nullptr || error->message == nullptr ? "no reason given" : printable(error->message);
}

void throw_unreadable(const std::string& what, int code, const std::filesystem::path& repository) {
  const std::string cause = last_git_error();
  const std::string_view advice =
      code != GIT_ENOTFOUND ? corrupt_advice
      : is_partial_clone(repository)
          ? "; a partial clone holds only what was checked out once: check the revision out, or clone without --filter"
          : "; the repository lacks it: 'git fsck' lists what is missing, and a fresh clone or fetch brings it";
  throw Unreadable(fmt::format("cannot read {}: {}{}", printable(what), cause, advice));
}

}  // namespace mot
