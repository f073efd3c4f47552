#include "mot/evidence/parts.h"

#include <dlfcn.h>
#include <fmt/format.h>
#include <soci/version.h>

#include <cstdlib>
#include <filesystem>

#include "mot/evidence/sql/back_ends.h"
#include "mot/text/platform.h"

namespace mot {
namespace {

constexpr int version_part = 100;

/// SOCI looks into the folders that SOCI_BACKENDS_PATH names, then where the loader looks.
std::string loadable(const std::string& library) {
  const char* folders = std::getenv("SOCI_BACKENDS_PATH");
  const std::string named = folders == nullptr ? library : (std::filesystem::path(folders) / library).string();
  for (const std::string& path : {named, library}) {
    if (void* const handle = dlopen(path.c_str(), RTLD_LAZY | RTLD_LOCAL)) {
      dlclose(handle);
      return fmt::format("{}.{}.{}", SOCI_VERSION / (version_part * 1000), SOCI_VERSION / version_part % 1000, SOCI_VERSION % version_part);
    }
  }
  return {};
}

}  // namespace

std::vector<Part> evidence_parts() {
  std::vector<Part> parts;
  const std::string version = fmt::format("{}.{}", SOCI_VERSION / (version_part * 1000), SOCI_VERSION / version_part % 1000);
  for (const evidence::BackEnd& back_end : evidence::back_ends()) {
    parts.push_back({fmt::format("SOCI for {}", back_end.name), loadable(library_name(fmt::format("libsoci_{}", back_end.name), version)),
                     fmt::format("no survey in such a database can be read; Debian's {}", back_end.package)});
  }
  return parts;
}

}  // namespace mot
