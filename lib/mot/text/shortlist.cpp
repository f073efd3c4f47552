#include "mot/text/shortlist.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace mot {

std::string shortlist(std::span<const std::string> items) {
  constexpr std::size_t most = 5;
  const std::string list = fmt::format("{}", fmt::join(items.first(std::min(items.size(), most)), ", "));
  return items.size() > most ? list + fmt::format(" and {} more", items.size() - most) : list;
}

}  // namespace mot
