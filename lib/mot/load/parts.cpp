#include "mot/load/parts.h"

#include <stdexcept>

#include "mot/load/files/git_library.h"

namespace mot {
namespace {

std::string libgit2_found() {
  try {
    git();
    return LIBGIT2_VERSION;  // the binary interface is bound by it
  } catch (const std::runtime_error&) {
    return {};
  }
}

}  // namespace

std::vector<Part> loading_parts() {
  return {{"libgit2", libgit2_found(), "no revision can be compared (mot diff) or read; Debian's libgit2-" LIBGIT2_SOVERSION}};
}

}  // namespace mot
