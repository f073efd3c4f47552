#include "mot/tables/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "mot/tables/figure.h"

namespace mot {

Cell cell_of(std::optional<double> number) {
  return number ? Cell{*number} : Cell{Unknown{}};
}

Cell cell_of(std::optional<std::size_t> number) {
  return number ? Cell{static_cast<double>(*number)} : Cell{Unknown{}};
}

Cell cell_of(const std::optional<Interval>& interval) {
  return interval ? Cell{*interval} : Cell{Unknown{}};
}

namespace {

struct FigureCell {
  Cell operator()(const NothingToSay&) const { return blank(); }
  Cell operator()(const Unknown& unknown) const { return {unknown}; }
  Cell operator()(bool truth) const { return truth ? Cell{std::string("yes")} : blank(); }
  Cell operator()(const std::string& text) const { return {text}; }
  Cell operator()(std::size_t count) const { return {static_cast<double>(count)}; }
  Cell operator()(double number) const { return {number}; }
  Cell operator()(const Interval& interval) const { return {interval}; }
};

}  // namespace

Cell cell_of(const FigureValue& value) {
  return std::visit(FigureCell{}, value);
}

Cell blank() {
  return {std::string()};
}

std::string number_text(double number, int decimals) {
  std::string text = fmt::format("{:.{}f}", number, decimals);
  const bool is_zero = std::ranges::all_of(text, [](char c) { return c == '-' || c == '0' || c == '.'; });
  if (is_zero && text.starts_with('-')) text.erase(0, 1);
  return text;
}

std::string number_text(double number, const Column& column) {
  const double least = std::pow(10.0, -column.decimals);
  if (column.kind == ColumnKind::probability && number < least / 2) return "<" + number_text(least, column.decimals);
  return number_text(number, column.decimals);
}

int decimals_on(const Scale& scale) {
  return scale.range() < 10 ? 2 : 1;
}

}  // namespace mot
