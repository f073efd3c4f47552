#include "mot/picture/fitting_line.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "mot/text/isolates.h"
#include "mot/text/utf8.h"

namespace mot {

std::string said_once(std::span<const std::string> names) {
  std::vector<std::string> kept;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string own = folded(names[i]);
    bool stands_elsewhere = own.empty();
    for (std::size_t k = 0; k < names.size() && !stands_elsewhere; ++k) {
      const std::string other = folded(names[k]);
      stands_elsewhere = k != i && other.find(own) != std::string::npos && (other != own || k < i);
    }
    if (!stands_elsewhere) kept.push_back(names[i]);
  }
  // Beside what is read from the right the numbers of a date would change places.
  if (std::ranges::any_of(kept, has_right_to_left))
    for (std::string& name : kept) name = held_apart(name);
  return fmt::format("{}", fmt::join(kept, "  ·  "));
}

std::vector<Line> fitting_line(const Typesetter& typesetter, std::span<const std::string> texts, const TextStyle& style, double width) {
  std::vector<Line> lines;
  for (const std::string& text : texts) {
    TextLayout layout = set_text(typesetter, text, style, width, 1);
    lines = std::move(layout.lines);
    if (!layout.is_cut) break;
  }
  return lines;
}

}  // namespace mot
