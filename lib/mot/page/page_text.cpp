#include "mot/page/page_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

#include "mot/load/file_names.h"
#include "mot/picture/theme.h"
#include "mot/text/numbers.h"
#include "mot/words/figures.h"

namespace mot {
namespace {

constexpr double margin = 8;  // pixels at either end of a scale, for what stands on its ends

/// Pixels to a tenth, the same in every locale.
std::string pixels(double length) {
  std::string text = fmt::format("{:.1f}", length);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text;
}

double along(double share, double width) {
  return margin + std::clamp(share, 0.0, 1.0) * (width - 2 * margin);
}

/// Where points of the scale stand on a line of `width` pixels.
double place_of(double points, const Scale& scale, double width) {
  return along((points - scale.min) / scale.range(), width);
}

Json mark_at(const std::optional<double>& points, const Scale& scale, double width) {
  return points ? Json{{"x", pixels(place_of(*points, scale, width))}} : Json();
}

Json span_between(double low, double high) {
  return {{"low", pixels(low)}, {"high", pixels(high)}};
}

Json zone_of(const Figures& figures, const Scale& scale, double width) {
  if (!figures.adequate || !figures.customer || *figures.adequate > *figures.customer) return {};
  return span_between(place_of(*figures.adequate, scale, width), place_of(*figures.customer, scale, width));
}

}  // namespace

std::string glyph_of(GapClass gap_class) {
  return std::string(light_theme().tone_of(gap_class).glyph);
}

std::string points_or_unknown(const std::optional<double>& points, const Wording& wording) {
  return points ? wording.points(*points) : "?";
}

std::string range_text(const std::optional<Interval>& interval, const Wording& wording) {
  if (!interval) return "";
  return wording("{low} to {high}", {{"low", decimal_in(wording, interval->low, 1)}, {"high", decimal_in(wording, interval->high, 1)}});
}

std::string decimal_or_nothing(const std::optional<double>& number, const Wording& wording) {
  return number ? decimal_in(wording, *number, 1) : "";
}

std::string dots_of(const std::optional<double>& importance) {
  constexpr int most = 5;
  if (!importance) return "";
  const int full = std::clamp(static_cast<int>(std::lround(*importance)), 0, most);
  std::string dots;
  for (int i = 0; i < most; ++i) dots += i < full ? "●" : "○";
  return dots;
}

std::string text_or_nothing(const std::optional<Text>& text) {
  return text ? text->value : "";
}

std::string number_word(std::size_t number, const Wording& wording) {
  constexpr std::array<std::string_view, 11> words = {"none", "one",   "two",   "three", "four", "five",
                                                      "six",  "seven", "eight", "nine",  "ten"};
  return number < words.size() ? wording(words[number]) : fmt::format("{}", number);
}

std::string place_text(const Loaded& loaded, Span place) {
  return fmt::format("{}:{}", name_in_workspace(loaded, loaded.sources[place.file].name), loaded.sources.begin_of(place).line);
}

Json reference_to(const Touchpoint& touchpoint) {
  return {{"id", touchpoint.id.value}, {"name", touchpoint.name.value}};
}

Json scale_drawing(const Figures& figures, const Scale& scale, double width, const Wording& wording) {
  const bool is_judged = figures.actual_kind != ActualKind::measured;
  const auto interval = !is_judged && figures.measurement ? figures.measurement->interval : std::nullopt;
  Json lived = mark_at(figures.actual, scale, width);
  if (!lived.is_null()) lived.update({{"kind", is_judged ? "judged" : "measured"}, {"class", std::string(name_of(figures.gap_class))}});
  return {{"width", pixels(width)},
          {"begin", pixels(along(0, width))},
          {"end", pixels(along(1, width))},
          {"zone", zone_of(figures, scale, width)},
          {"company", mark_at(figures.company, scale, width)},
          {"customer", mark_at(figures.customer, scale, width)},
          {"whisker", interval ? span_between(place_of(interval->low, scale, width), place_of(interval->high, scale, width)) : Json()},
          {"lived", lived},
          {"says", wording("lived {lived}, wanted {wanted}", {{"lived", points_or_unknown(figures.actual, wording)},
                                                              {"wanted", points_or_unknown(figures.target, wording)}})}};
}

Interval axis_of(std::span<const GapBar> bars, const Scale& scale) {
  Interval axis{0, scale.range()};
  for (const GapBar& bar : bars) {
    if (!bar.gap) continue;
    axis.low = std::min({axis.low, *bar.gap, bar.interval ? bar.interval->low : 0});
    axis.high = std::max({axis.high, *bar.gap, bar.interval ? bar.interval->high : 0});
  }
  return axis;
}

Json bar_drawing(const GapBar& bar, const Interval& axis, double width) {
  const auto& [gap, interval, css_class] = bar;
  if (!gap) return {};
  const auto along_axis = [&](double points) { return points / (axis.high - axis.low) * (width - 2 * margin); };
  const bool goes_below = axis.low < 0;
  return {{"width", pixels(width)},
          {"left", pixels(goes_below ? along_axis(axis.low) - 1 : 0)},
          {"goes_below", goes_below},
          {"length", pixels(along_axis(*gap))},
          {"class", css_class},
          {"kind", interval ? "measured" : "judged"},
          {"whisker", interval ? span_between(along_axis(interval->low) + 1, along_axis(interval->high) + 1) : Json()}};
}

Json share_drawing(double value, const std::optional<Interval>& bounds, double width) {
  return {
      {"width", pixels(width)},
      {"end", pixels(width)},
      {"length", pixels(std::clamp(value, 0.0, 1.0) * width)},
      {"bounds", bounds ? span_between(std::clamp(bounds->low, 0.0, 1.0) * width, std::clamp(bounds->high, 0.0, 1.0) * width) : Json()}};
}

}  // namespace mot
