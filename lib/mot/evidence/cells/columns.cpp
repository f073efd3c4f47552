#include "mot/evidence/cells/columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

/// What to do about cells like this one.
std::string advice_about(std::string_view value, const AnswerScale& scale, DecimalMark mark) {
  if (number_from(value, mark)) return "list codes that are no answer under 'missing'";
  const auto [low, high] = std::minmax(scale.min.value, scale.max.value);
  const auto number = leading_number_of(value, mark);
  if (number && *number >= low && *number <= high && !scale.labels)
    return fmt::format("labelled numbers are read with 'scale: {{ min: {}, max: {}, labels: leading-number }}'", scale.min.value,
                       scale.max.value);
  constexpr std::size_t longest = 60;  // what is not shown whole can't be copied
  const bool can_be_copied = !value.empty() && value.size() <= longest && value.find_first_of("\"\\\n\r") == std::string_view::npos;
  if (!can_be_copied) return {};
  return fmt::format("say what it is worth with the line '\"{}\": NUMBER' under the scale's 'values', or list it under 'missing'",
                     printable(value));
}

Complaint about_scores(const ScoreReader& scale, DecimalMark mark) {
  Complaint complaint{fmt::format("neither on the scale {} nor listed as missing", scale.name()), "left out", {}};
  complaint.advise = [declared = scale.declared(), mark](std::string_view value) { return advice_about(value, declared, mark); };
  return complaint;
}

/// Engines compare numbers, and words with words that stand for none would be numbers of two kinds.
void check_words(const AnswerScale& scale, ColumnFinder& finder) {
  const bool has_engine = finder.origin() == Origin::middle;
  if (has_engine && scale.labels)
    finder.fail("bad-value", scale.labels->span, "a database's answers are numbers; cast labelled ones to numbers in a view");
  const auto [low, high] = std::minmax(scale.min.value, scale.max.value);
  for (const auto& [word, number] : scale.values) {
    if (has_engine)
      finder.fail("bad-value", word.span, "a database's answers are numbers; turn words into numbers in a view");
    else if (number_from(word.value))
      finder.fail("bad-value", word.span,
                  fmt::format("'{}' is a number already; 'values' say what words are worth", printable(shortened(word.value, 60))));
    else if (number.value < low || number.value > high)
      finder.fail("bad-value", number.span, fmt::format("'{}' is not on the scale {}..{}", number.value, scale.min.value, scale.max.value));
  }
}

Complaint with_known(Complaint complaint, const std::vector<std::string_view>& names) {
  complaint.known = names;
  return complaint;
}

DateFormat format_of(ColumnFinder& finder, const DateColumn& column) {
  if (!column.format) return {};
  if (const auto format = DateFormat::from(column.format->value)) return *format;
  finder.fail(
      "bad-value", column.format->span,
      fmt::format("'{}' is not a format of a date; it needs a year (%Y or %y), a month (%m or %b) and a day (%d), and may have %H %I %M "
                  "%S %p",
                  column.format->value));
  return {};
}

}  // namespace

ScoreColumnReader::ScoreColumnReader(ColumnFinder& finder, const Text& column, const AnswerScale& scale, const Scale& target,
                                     std::string use)
    : column_(finder.find(column)),
      scale_(scale, target, finder.mark(), finder.origin()),
      log_(column, std::move(use), about_scores(scale_, finder.mark())) {
  check_words(scale, finder);
  log_.rescaled(scale_.rescaling());
}

void ScoreColumnReader::count(CellKind kind, const Row& row) {
  if (kind == CellKind::stray) {
    log_.off_scale(row.cells[column_], row.line);
  } else {
    log_.count(kind, 1);
  }
}

void ScoreColumnReader::count(const ScoreGroup& group) {
  log_.count(CellKind::answer, group.answers.n);
  log_.count(CellKind::blank, group.blank);
  log_.count(CellKind::missing, group.missing);
  log_.count(CellKind::stray, group.stray());
}

AggregatedScore ScoreColumnReader::aggregated() {
  AggregatedScore score{{log_.column(), &log_}, scale_.declared(), {}, {}, {}};
  if (!scale_.knows_top_two()) return score;
  score.top_two = scale_.is_reversed() ? AggregatedShare{score.low() + 1, true} : AggregatedShare{score.high() - 1, false};
  return score;
}

WordColumnReader::WordColumnReader(ColumnFinder& finder, const WordColumn& column, const std::vector<std::string_view>& names,
                                   std::string use, Complaint complaint)
    : column_(finder.find(column.column)),
      words_(finder.mark()),
      none_(finder.mark()),
      log_(column.column, std::move(use), with_known(std::move(complaint), names)) {
  for (const auto& [word, name] : column.values) {
    const auto found = std::ranges::find(names, name.value);
    if (found != names.end())
      words_.add(word.value, static_cast<std::size_t>(found - names.begin()));
    else if (name.value == "none")
      none_.add(word.value, 0);
  }
  for (std::size_t i = 0; i < names.size(); ++i) words_.add(names[i], i);
}

std::optional<std::size_t> WordColumnReader::read(std::string_view cell, std::size_t line, std::size_t rows) {
  const auto found = find(cell);
  count(cell, line, found, rows);
  return found;
}

void WordColumnReader::count(std::string_view cell, std::size_t line, const std::optional<std::size_t>& found, std::size_t rows) {
  if (found) {
    log_.used(rows);
  } else if (cell.empty()) {
    log_.blank(rows);
  } else if (none_.find(cell)) {
    log_.missing(rows);
  } else if (rows > 0) {
    log_.unmatched(cell, line, rows);
  }
}

WeightColumnReader::WeightColumnReader(ColumnFinder& finder, const Text& column)
    : column_(finder.find(column)), mark_(finder.mark()), log_(column, "weight", {"no weight", "their rows left out", {}}) {}

std::optional<double> WeightColumnReader::read(const Row& row) {
  const std::string_view cell = row.cells[column_];
  if (cell.empty()) {
    log_.blank();
    return std::nullopt;
  }
  const auto weight = number_from(cell, mark_);
  if (weight && *weight == 0) {
    log_.missing();
    return std::nullopt;
  }
  if (!weight || *weight < least_weight || *weight > largest_weight) {
    log_.off_scale(cell, row.line);
    return std::nullopt;
  }
  log_.used();
  return weight;
}

DateColumnReader::DateColumnReader(ColumnFinder& finder, const DateColumn& column, Complaint complaint)
    : column_(finder.find(*column.column)), format_(format_of(finder, column)), log_(*column.column, "date", [&] {
        complaint.what = "no date like " + format_.example();
        return std::move(complaint);
      }()) {}

std::optional<Day> DateColumnReader::read(const Row& row) {
  const std::string_view cell = row.cells[column_];
  if (cell.empty()) {
    log_.blank();
    return std::nullopt;
  }
  if (cell != last_cell_) {
    last_cell_ = cell;
    last_day_ = format_.read(cell);
  }
  if (last_day_) {
    log_.used();
  } else {
    log_.unmatched(cell, row.line);
  }
  return last_day_;
}

WhereFilter::WhereFilter(ColumnFinder& finder, const Filter& filter) {
  for (const auto& [column, words] : filter) {
    Test test{finder.find(column), Words(finder.mark())};
    for (const Text& word : words) test.words.add(word.value, 0);
    tests_.push_back(std::move(test));
  }
}

bool WhereFilter::keeps(const Row& row) const {
  return std::ranges::all_of(tests_, [&](const Test& test) { return test.words.find(row.cells[test.column]).has_value(); });
}

}  // namespace mot::evidence
