// The line of a file that a finding is about, and the mark under the place: as people see it in a terminal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "mot/text/source.h"

namespace mot {

inline constexpr std::size_t tab_stop = 4;           ///< columns; a tab is shown as blanks up to the next multiple
inline constexpr std::size_t excerpt_columns = 100;  ///< a line is cut around the span, `…` where something is left out

/// `underline` is as many blanks as stand before the span, `^`, and `~` up to its end or the line's: aligned by the width of what is
/// shown. Nothing in `text` can steer a terminal.
struct Excerpt {
  std::string text;
  std::string underline;
};

/// The line a span begins on, `columns` wide at most, ellipses apart; of a span over several lines only what lies on the first is
/// underlined.
Excerpt excerpt_of(const Sources& sources, Span span, std::size_t columns = excerpt_columns);

}  // namespace mot
