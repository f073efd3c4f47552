// Small texts and shapes that several parts of the page share.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "mot/analysis/analysis.h"
#include "mot/page/content.h"

namespace mot {

/// The glyph of a class of gap, the same as in pictures.
std::string glyph_of(GapClass gap_class);

/// `7`, `6.4`, and a question mark for what nobody knows.
std::string points_or_unknown(const std::optional<double>& points, const Wording& wording);

/// `2.9 to 3.9`; empty where there is none.
std::string range_text(const std::optional<Interval>& interval, const Wording& wording);

/// To one decimal, as the page shows gaps and importance; empty where there is none.
std::string decimal_or_nothing(const std::optional<double>& number, const Wording& wording);

/// `●●●●○`; empty where unknown.
std::string dots_of(const std::optional<double>& importance);

/// What an optional text says, or nothing.
std::string text_or_nothing(const std::optional<Text>& text);

/// `Two of ten`: small numbers as words where a sentence begins with them or goes on.
std::string number_word(std::size_t number, const Wording& wording);

/// `departments/cabin.yaml:12`: a place in a file of the workspace, wherever that lies.
std::string place_text(const Loaded& loaded, Span place);

/// A reference to a touchpoint: its id and name.
Json reference_to(const Touchpoint& touchpoint);

/// Lived, wanted and the zone of tolerance on one scale as wide as `width` pixels.
Json scale_drawing(const Figures& figures, const Scale& scale, double width, const Wording& wording);

/// A gap, and what it looks like.
struct GapBar {
  std::optional<double> gap;
  std::optional<Interval> interval;
  std::string css_class;
};

/// What bars stand on that are compared: from the lowest gap or end of an interval below 0, to the largest, the whole scale at least.
Interval axis_of(std::span<const GapBar> bars, const Scale& scale);

/// A gap as a bar as wide as its share of the axis, with its interval as a whisker. 0 stands at the left where nothing lies below it.
Json bar_drawing(const GapBar& bar, const Interval& axis, double width);

/// A moment in the list of a journey.
struct ListedMoment {
  std::size_t touchpoint = 0;  ///< index of Workspace::touchpoints
  std::size_t stage = 0;       ///< of Journey::stages
  bool is_on_line = true;      ///< every customer meets it who travels the journey; else the line goes past it
  bool is_inside = false;      ///< of a journey inside
  std::string when = {};       ///< `if the flight is cancelled (12 %)`
  std::string inside = {};     ///< the journey inside that it is the first moment of
  std::string way = {};        ///< `on at Boarding call`: where a branch goes on that ends here, or one without moments
};

/// The piece of a journey's curve beside one of its moments, from its upper edge to its lower one.
Json upright_drawing(const ReportInput& input, std::span<const ListedMoment> moments, std::size_t moment);

/// A value on a line from 0 to 1, between what it could be.
Json share_drawing(double value, const std::optional<Interval>& bounds, double width);

}  // namespace mot
