// Text set in lines: wrapped, measured and coloured, ready for a card or a label.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "mot/picture/scene.h"
#include "mot/picture/theme.h"

namespace mot {

/// Lines of one text. `is_cut` tells that the last one ends in an ellipsis.
struct TextLayout {
  std::vector<Line> lines;
  bool is_cut = false;
};

/// The text in lines of at most `width` points and, unless 0, at most `most_lines`.
TextLayout set_text(const Typesetter& typesetter, std::string_view text, const TextStyle& style, double width, std::size_t most_lines = 0);

/// Short texts one after another with ` · ` between those on one line, broken between them where they can be. One that is wider than
/// `width` is wrapped by itself.
std::vector<Line> set_in_turn(const Typesetter& typesetter, std::span<const Run> texts, const TextStyle& separator, double width);

/// A line of one run, not wrapped.
Line single_line(const Typesetter& typesetter, std::string_view text, const TextStyle& style);

/// Points that the longest word of a text takes.
double longest_word(const Typesetter& typesetter, std::string_view text, const Font& font);

double width_of(const Typesetter& typesetter, const Line& line);
double width_of(const Typesetter& typesetter, std::span<const Line> lines);
double height_of(std::span<const Line> lines);

/// What each line covers of the box it is set in, from the top. Empty lines cover nothing.
std::vector<Box> text_boxes(const Typesetter& typesetter, std::span<const Line> lines, const Box& box, Align align);

/// Puts `more` under `lines` with `space` above the first of them.
void append(std::vector<Line>& lines, std::vector<Line> more, double space);

}  // namespace mot
