#include "mot/picture/fitting_line.h"

#include <utility>

namespace mot {

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
