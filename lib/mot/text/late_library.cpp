#include "mot/text/late_library.h"

#include <fmt/format.h>

namespace mot {

void* opened(const LateLibrary& library) {
  void* const found = dlopen(library.file.c_str(), RTLD_LAZY | RTLD_LOCAL);
  return found != nullptr || library.folder.empty() ? found : dlopen((library.folder + "/" + library.file).c_str(), RTLD_LAZY | RTLD_LOCAL);
}

std::string lack_of(const LateLibrary& library) {
  return fmt::format("{}, which is not installed ({}; Debian's package {})", library.does, library.file, library.package);
}

std::string lack_of(const LateLibrary& library, const char* name) {
  return fmt::format("{} lacks the function {}", library.file, name);
}

}  // namespace mot
