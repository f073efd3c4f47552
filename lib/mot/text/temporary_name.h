// How files are called that are being written: nothing reads them, and what a killed program left of them is known by it.
#pragma once

#include <string_view>

namespace mot {

inline constexpr std::string_view temporary_prefix = ".mot-";
inline constexpr std::string_view temporary_suffix = ".tmp";

/// `.mot-4711-0.tmp`: numbers between the two.
constexpr bool is_temporary_name(std::string_view name) {
  if (name.size() <= temporary_prefix.size() + temporary_suffix.size()) return false;
  if (!name.starts_with(temporary_prefix) || !name.ends_with(temporary_suffix)) return false;
  name.remove_prefix(temporary_prefix.size());
  name.remove_suffix(temporary_suffix.size());
  return name.find_first_not_of("0123456789-") == std::string_view::npos;
}

}  // namespace mot
