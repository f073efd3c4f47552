#include "mot/load/files/git_library.h"

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

GitLibrary bound() {
  const Binder<std::runtime_error> bind({.file = library_name("libgit2", LIBGIT2_SOVERSION),
                                         .does = "git revisions are read by libgit2",
                                         .package = "libgit2-" LIBGIT2_SOVERSION});
  GitLibrary library;
  MOT_GIT_FUNCTIONS(MOT_LATE_BIND)
  library.git_libgit2_init();
  // Objects are all that is read, and nothing is run that a repository's configuration names: whose it is does not matter. In the
  // containers of CI it is somebody else's.
  library.git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
  // What a repository may rely on that does not change how its objects are read: libgit2 knows of less, and then reads nothing. Sparse
  // checkouts set the first of these.
  const char* extensions[] = {"worktreeconfig", "partialclone", "preciousobjects", "relativeworktrees"};
  library.git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions, std::size(extensions));
  return library;
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
