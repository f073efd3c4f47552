// A git repository of its own for a test, made by the git program itself.
#pragma once

#include <cstdlib>
#include <stdexcept>
#include <string>

#include "support/folder.h"

namespace mot::testing {

class GitFolder : public Folder {
 public:
  GitFolder() { git("init -q -b main ."); }

  /// Runs git in the folder as nobody in particular, at a time of no importance. Throws where git fails.
  GitFolder& git(const std::string& arguments) {
    const std::string call = "cd '" + path().string() +
                             "' && GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_DATE='2026-01-01T00:00:00Z' "
                             "GIT_COMMITTER_DATE='2026-01-01T00:00:00Z' git -c user.name=A -c user.email=a@example.com " +
                             arguments + " >/dev/null 2>git-said";
    const int code = std::system(call.c_str());
    std::error_code ignored;
    if (code != 0) throw std::runtime_error("git " + arguments + " failed; see " + (path() / "git-said").string());
    std::filesystem::remove(path() / "git-said", ignored);
    return *this;
  }

  /// Writes a file, as `with` does.
  GitFolder& write(std::string_view name, std::string_view text) {
    with(name, text);
    return *this;
  }

  /// Commits all there is.
  GitFolder& commit(const std::string& message) { return git("add -A").git("commit -q --allow-empty -m '" + message + "'"); }
};

}  // namespace mot::testing
