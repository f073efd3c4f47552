// What Pango says about a text in one font: how wide it is, how far its ink reaches, where it may be broken.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mot/typesetting/typesetter.h"

namespace mot {

/// The width of a text in Pango's units of a pixel of the enlarged drawing: as Graphviz draws it, letters on whole pixels, and as a
/// browser does, where they fall. Widths of words and blanks add up.
struct Advance {
  int on_grid = 0;
  int natural = 0;
  Advance& operator+=(const Advance& other);
  Advance& operator-=(const Advance& other);
};

/// Points, rounded up as Graphviz rounds up.
double points_of(const Advance& advance);

/// How far a text's ink reaches from its baseline, in points.
struct InkReach {
  double above = 0;
  double below = 0;
};

/// A character of a text: where it begins and what may happen before it.
struct Character {
  std::size_t offset = 0;
  bool may_start_line = false;
  bool starts_grapheme = false;
  bool is_blank = false;
};

/// The text's characters by Unicode's rules of breaking (UAX 14 and 29), and one more for its end.
std::vector<Character> characters_of(std::string_view text);

/// Pango, set up as Graphviz sets it up.
class Pango {
 public:
  /// Families in the order in which they are looked for.
  explicit Pango(std::string families);
  ~Pango();

  /// Measures of one font, remembered.
  class Measure {
   public:
    Measure(const Pango& pango, const Font& font);
    ~Measure();
    /// Of a drawable text.
    Advance advance_of(std::string_view text);
    /// Of a drawable text that is not plain; of one that begins with signs, without the plain words behind the first, which reach no
    /// further than usual.
    InkReach ink_of(std::string_view text);

   private:
    struct Hash {
      using is_transparent = void;
      std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    struct Layouts;

    Advance measured(std::string_view text) const;
    InkReach measured_ink(std::string_view text) const;
    const Advance& remembered(std::string_view text);

    std::unique_ptr<Layouts> plain_;  ///< in the fonts of plain letters alone
    std::unique_ptr<Layouts> any_;
    std::unordered_map<std::string, Advance, Hash, std::equal_to<>> advances_;
    std::unordered_map<std::string, InkReach, Hash, std::equal_to<>> inks_;
  };

 private:
  struct Setup;
  std::unique_ptr<Setup> setup_;
};

}  // namespace mot
