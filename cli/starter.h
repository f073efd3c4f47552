// The small workspace that `mot init` makes.
#pragma once

#include <span>
#include <string_view>

namespace mot {

struct StarterFile {
  std::string_view path;  ///< below the workspace's folder
  std::string_view text;
};

std::span<const StarterFile> starter_files();

}  // namespace mot
