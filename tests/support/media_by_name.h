// Media and papers by the names that users give.
#pragma once

#include <algorithm>
#include <string_view>

#include "mot/picture/media.h"

namespace mot::testing {

inline const Medium& medium(std::string_view name) {
  return *std::ranges::find(media(), name, &Medium::name);
}

inline const Paper& paper(std::string_view name) {
  return *std::ranges::find(papers(), name, &Paper::name);
}

}  // namespace mot::testing
