#include "mot/tables/table.h"

#include <algorithm>
#include <cmath>

#include "mot/tables/figure.h"
#include "mot/text/numbers.h"
#include "mot/words/figures.h"

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
  const Wording& wording;

  Cell operator()(const NothingToSay&) const { return blank(); }
  Cell operator()(const Unknown& unknown) const { return {unknown}; }
  Cell operator()(bool truth) const { return truth ? Cell{wording("yes")} : blank(); }
  Cell operator()(const std::string& text) const { return {text}; }
  Cell operator()(const FixedWord& word) const { return {wording(word.english)}; }
  Cell operator()(std::size_t count) const { return {static_cast<double>(count)}; }
  Cell operator()(double number) const { return {number}; }
  Cell operator()(const Interval& interval) const { return {interval}; }
};

struct CellText {
  const Column& column;
  const TableSpeech& speech;
  std::string (*of_text)(std::string_view);

  std::string digits(double number) const {
    const int decimals = column.gaps_on ? decimals_within_class(number, *column.gaps_on, column.decimals) : column.decimals;
    std::string text = number_text(number, decimals);
    std::ranges::replace(text, '.', speech.decimal);
    return text;
  }
  std::string operator()(const Unknown&) const { return "?"; }
  std::string operator()(const std::string& text) const { return of_text(text); }
  std::string operator()(double number) const {
    const double least = std::pow(10.0, -column.decimals);
    return column.kind == ColumnKind::probability && number < least / 2 ? "<" + digits(least) : digits(number);
  }
  std::string operator()(const Interval& interval) const {
    return filled(speech.interval, {{"low", digits(interval.low)}, {"high", digits(interval.high)}});
  }
};

}  // namespace

Cell cell_of(const FigureValue& value, const Wording& wording) {
  return std::visit(FigureCell{wording}, value);
}

TableSpeech speech_of(const Wording& wording) {
  return {.decimal = decimal_sign_of(wording),
          .interval = wording("{low} to {high}"),
          .left_out = wording("not shown for lack of room: {columns}")};
}

Cell blank() {
  return {std::string()};
}

std::string number_text(double number, int decimals) {
  return decimal_text(number, decimals);
}

std::string shown_text(const Cell& cell, const Column& column, const TableSpeech& speech, std::string (*of_text)(std::string_view)) {
  return std::visit(CellText{column, speech, of_text}, cell.value);
}

int decimals_on(const Scale& scale) {
  return scale.range() < 10 ? 2 : 1;
}

}  // namespace mot
