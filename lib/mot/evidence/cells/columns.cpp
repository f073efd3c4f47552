#include "mot/evidence/cells/columns.h"

#include <fmt/format.h>

#include <algorithm>

namespace mot::evidence {
namespace {

Complaint about_scores(const ScoreReader& scale) {
  return {fmt::format("neither on the scale {} nor listed as missing", scale.name()), "left out",
          "list codes that are no answer under 'missing'"};
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
      log_(column, std::move(use), about_scores(scale_)) {
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
      log_(column.column, std::move(use), with_known(std::move(complaint), names)) {
  for (const auto& [word, name] : column.values) {
    const auto found = std::ranges::find(names, name.value);
    if (found != names.end()) words_.add(word.value, static_cast<std::size_t>(found - names.begin()));
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

DateColumnReader::DateColumnReader(ColumnFinder& finder, const DateColumn& column)
    : column_(finder.find(*column.column)),
      format_(format_of(finder, column)),
      log_(*column.column, "date", {"no date like " + format_.example(), "taken as undated", "say how dates are written with 'format'"}) {}

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
