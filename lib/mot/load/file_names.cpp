#include "mot/load/file_names.h"

namespace mot {

std::string name_in_workspace(const Loaded& loaded, const std::string& shown) {
  const std::string below = std::filesystem::absolute(shown).lexically_normal().lexically_relative(loaded.root).string();
  const bool lies_below = !below.empty() && below != "." && !below.starts_with("..");
  return lies_below ? below : shown;
}

}  // namespace mot
