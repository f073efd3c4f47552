// Cells in which nobody says anything: `TBD`, `n/a`, `?`. Each is told.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mot/import/plain_line.h"
#include "mot/text/numbers.h"

namespace mot::importing {

class SilentCells {
 public:
  void add(std::string_view what, std::string_view text, std::size_t line) {
    ++count_;
    std::string cell = fmt::format("{} {}", what, in_quotes(plain_line(text)));
    const auto known = std::ranges::find(lines_, cell, &std::pair<std::string, std::vector<std::size_t>>::first);
    auto& lines = (known == lines_.end() ? lines_.emplace_back(std::move(cell), std::vector<std::size_t>()) : *known).second;
    if (lines.empty() || lines.back() != line) lines.push_back(line);
  }

  bool empty() const { return count_ == 0; }

  /// `3 cells that say nothing: owner 'TBD' in line 2, when '?' in lines 3, 4`
  std::string told() const {
    std::string text = count_text(count_, "cell that says nothing", "cells that say nothing") + ":";
    for (const auto& [cell, lines] : lines_) {
      constexpr std::size_t most_lines = 20;
      const auto shown = lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), most_lines));
      text += fmt::format("{} {} in {} {}", text.ends_with(':') ? "" : ",", cell, lines.size() == 1 ? "line" : "lines",
                          fmt::join(lines.begin(), shown, ", "));
      if (lines.size() > most_lines) text += fmt::format(" and {} more", lines.size() - most_lines);
    }
    return text;
  }

 private:
  std::size_t count_ = 0;
  std::vector<std::pair<std::string, std::vector<std::size_t>>> lines_;  ///< by cell, in the order they are met
};

}  // namespace mot::importing
