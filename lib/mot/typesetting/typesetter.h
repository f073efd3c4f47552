// Text measured and wrapped as Graphviz will draw it: both ask Pango.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "mot/typesetting/font.h"

namespace mot {

/// Open Sans, then what browsers and Debian have.
inline constexpr std::string_view font_stack = "Open Sans,Helvetica,Arial,sans-serif";

/// The same with a family before it; empty: none.
std::string font_stack_with(std::string_view family);

/// Graphviz draws everything this many times as large and scales it back: it sets letters on whole pixels of 96 dots per inch, which
/// at 8 points is uneven and up to 15 % off, and inside labels it knows whole points only.
inline constexpr int drawing_scale = 2;

/// The size in which text of a size is drawn: in steps of half a point, from 2 (where every letter still has a width) to 127.5 (where
/// Graphviz's byte is full).
double drawn_size(double size);

/// From the middle of a line down to its baseline, in sizes of the font: so capitals and figures stand in the middle.
inline constexpr double baseline_below_middle = 1.0 / 3;

/// Wrapped text. `is_cut` tells that the last line ends in an ellipsis because not everything fitted.
struct Wrapped {
  std::vector<std::string> lines;
  bool is_cut = false;
};

/// Measures with Pango and remembers what it measured. One a thread.
class Typesetter {
 public:
  /// Measures in this family where it is installed, else in the stack's. Words are parted as a language does, by its code (`de`).
  explicit Typesetter(std::string_view family = {}, std::string_view language = "en");
  ~Typesetter();
  Typesetter(Typesetter&&) noexcept;
  Typesetter& operator=(Typesetter&&) noexcept;

  /// Points that one line of the text takes, never less than what is drawn: neither by Graphviz, on its grid of pixels, nor by a
  /// browser, without one.
  double width_of(std::string_view text, const Font& font) const;
  /// Points from one baseline to the next for this very text: tall scripts need more than Latin.
  double line_height(std::string_view text, const Font& font) const;
  /// Lines of at most `width` points, broken where the script allows (Pango, UAX 14), inside a word only where a word alone is wider
  /// than that; a single character wider than that stands alone. At most `most_lines` (0: no limit); what is left over is cut with
  /// an ellipsis. Line breaks and runs of blanks in the text count as one blank. Empty text gives no line.
  Wrapped wrap(std::string_view text, const Font& font, double width, std::size_t most_lines = 0) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mot
