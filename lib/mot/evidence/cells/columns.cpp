#include "mot/evidence/cells/columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "mot/evidence/cells/labels.h"
#include "mot/text/alike.h"
#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

/// What is known of a column before its cells are.
struct ColumnFacts {
  std::string name;
  DecimalMark mark = DecimalMark::point;
  bool is_in_workbook = false;
  bool is_in_database = false;
};

/// The number that a spreadsheet shows as this percentage: `5` for `500%`.
std::optional<double> number_behind(std::string_view percentage, DecimalMark mark) {
  if (!percentage.ends_with('%')) return std::nullopt;
  percentage.remove_suffix(1);
  const auto number = number_from(percentage, mark);
  return number ? std::optional(*number / 100) : std::nullopt;
}

bool is_whole_on(const AnswerScale& scale, double number) {
  const auto [low, high] = std::minmax(scale.min.value, scale.max.value);
  return number >= low && number <= high && number == std::floor(number);
}

/// Why percentages can't be read as such: empty where they can.
std::string doubt_about_percentages(const StrayValues& strays, const AnswerScale& scale, const ColumnFacts& column) {
  if (strays.used > 0)
    return "other cells are bare numbers, and nobody knows what those are beside percentages; write all cells alike, as points of the "
           "scale or as percentages";
  const bool may_be_points = column.is_in_workbook && std::ranges::any_of(strays.all, [&](const StrayCell& stray) {
                               const auto number = stray.is_rest ? std::nullopt : number_behind(stray.value, column.mark);
                               return number && is_whole_on(scale, *number);
                             });
  if (!may_be_points) return {};
  return "a number of the scale may only be shown as a percentage, as 5 is as '500%'; give the cells the format of a number, or if they "
         "are "
         "percentages write them as texts";
}

/// What to do about cells like these.
std::string advice_about(const StrayValues& strays, const AnswerScale& scale, const ColumnFacts& column) {
  const std::string_view value = strays.most_often;
  const DecimalMark mark = column.mark;
  if (takes_only_percentages(scale) && number_from(value, mark))
    return fmt::format("'{0}' may be {0} % or a point of the scale; write '{0}%' where it is a percentage, else leave 'labels' out",
                       printable(shortened(value, 40)));
  const auto bytes = column.is_in_database ? number_from(value) : std::nullopt;
  if (bytes && *bytes >= std::min(scale.min.value, scale.max.value) && *bytes <= std::max(scale.min.value, scale.max.value))
    return fmt::format("'{}' is stored as bytes (a BLOB), which are no number; cast it to one in a view", printable(shortened(value, 40)));
  if (number_from(value, mark)) return "widen the scale if that is an answer, or list it under the scale's 'missing' if it is none";
  if (folded(as_seen(value)) == folded(as_seen(column.name)))
    return "it names its column, as in a row of headings; keep such rows, and other tables, out of the file";
  const auto labels = scale.labels ? std::nullopt : labels_like(value, scale, mark);
  if (!scale.labels && number_behind(value, mark)) {
    if (std::string doubt = doubt_about_percentages(strays, scale, column); !doubt.empty()) return doubt;
  }
  if (labels)
    return fmt::format("{} are read with 'scale: {{ min: {}, max: {}, labels: {} }}'",
                       *labels == ScaleLabels::leading_number ? "labelled numbers" : "answers written so", scale.min.value, scale.max.value,
                       name_of(*labels));
  constexpr std::size_t longest = 60;  // what is not shown whole can't be copied
  const bool can_be_copied = !value.empty() && value.size() <= longest && value.find_first_of("\"\\\n\r") == std::string_view::npos;
  if (!can_be_copied) return {};
  return fmt::format("say what it is worth with the line '\"{}\": NUMBER' under the scale's 'values', or list it under its 'missing'",
                     printable(value));
}

Complaint about_scores(const ScoreReader& scale, ColumnFacts column) {
  const bool is_percent = takes_only_percentages(scale.declared());
  Complaint complaint{
      fmt::format("neither {} {} nor listed as missing", is_percent ? "a percentage of the scale" : "on the scale", scale.name()),
      "left out",
      {}};
  complaint.advise = [declared = scale.declared(), column = std::move(column)](const StrayValues& strays) {
    return advice_about(strays, declared, column);
  };
  return complaint;
}

/// What is an end of the scale is its worst answer or its best one. An engine counts what is missing without telling one from the other.
void check_missing(const AnswerScale& scale, ColumnFinder& finder) {
  const bool has_engine = finder.origin() == Origin::middle;
  const auto [low, high] = std::minmax(scale.min.value, scale.max.value);
  for (const Text& word : scale.missing) {
    auto number = number_from(word.value);
    if (!number && scale.labels) number = labelled_number(word.value, scale.labels->value, scale, finder.mark());
    if (!number || *number < low || *number > high) continue;
    if (*number == low || *number == high)
      finder.fail("bad-value", word.span,
                  fmt::format("'{}' is an end of the scale {}..{}, and so an answer; it can't be missing as well", *number, scale.min.value,
                              scale.max.value));
    else if (has_engine && !is_usual_code(*number, scale))
      finder.fail("bad-value", word.span,
                  fmt::format("'{}' is an answer on the scale {}..{}; where it is none, leave it out in a view of the database", *number,
                              scale.min.value, scale.max.value));
  }
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
    else if (const auto label = scale.labels ? labelled_number(word.value, scale.labels->value, scale, finder.mark()) : std::nullopt;
             label && *label >= low && *label <= high && *label != number.value)
      finder.fail("bad-value", number.span,
                  fmt::format("'{}' reads as {}, and is worth {} here; leave it out, for labelled numbers count as they read",
                              printable(shortened(word.value, 60)), *label, number.value));
    else if (number.value < low || number.value > high)
      finder.fail("bad-value", number.span, fmt::format("'{}' is not on the scale {}..{}", number.value, scale.min.value, scale.max.value));
  }
}

/// What is listed as missing and lies on the scale: taking it away may take away the worst there is.
Complaint about_declined(const ScoreReader& scale) {
  Complaint complaint{fmt::format("on the scale {}, but listed under 'missing'", scale.name()), "left out",
                      "take them off that list, or say which scale the question has"};
  complaint.part = "missing";
  // A labelled number that is listed whole was read by somebody.
  if (scale.declared().labels) complaint.loss = CellLoss::remark;
  return complaint;
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
      log_(column, std::move(use),
           about_scores(scale_, {column.value, finder.mark(), finder.is_in_workbook(), finder.origin() == Origin::middle})),
      declined_(column, {}, about_declined(scale_)),
      has_words_(!scale.values.empty() || scale.labels) {
  check_words(scale, finder);
  check_missing(scale, finder);
  log_.read_on({scale.min.value, scale.max.value});
  log_.rescaled(scale_.rescaling());
}

void ScoreColumnReader::count(CellKind kind, const Row& row) {
  if (kind == CellKind::stray) {
    log_.off_scale(row.cells[column_], row.line);
  } else {
    log_.count(kind, 1);
    if (has_words_ && kind == CellKind::answer && !number_from(row.cells[column_])) log_.met(row.cells[column_]);
  }
  if (kind == CellKind::answer) declined_.used();
  if (kind == CellKind::missing && scale_.declines_answers() && scale_.is_declined_answer(row.cells[column_]))
    declined_.off_scale(row.cells[column_], row.line);
}

void ScoreColumnReader::report(const std::string& source, SourceUse& use, Findings& findings) const {
  log_.report(source, use, findings);
  declined_.report_strays(source, use, findings);
}

void ScoreColumnReader::count(const ScoreGroup& group) {
  log_.count(CellKind::answer, group.answers.n);
  log_.count(CellKind::blank, group.blank);
  log_.count(CellKind::missing, group.missing);
  log_.count(CellKind::stray, group.stray());
}

AggregatedScore ScoreColumnReader::aggregated() {
  AggregatedScore score{{log_.column(), &log_}, scale_.declared(), {}, {}, {}, {}, {}};
  const bool is_reversed = scale_.is_reversed();
  for (std::size_t part = 1; part < scale_.parts().parts(); ++part) {
    const double begin = scale_.parts().begin_of(part);
    score.parts.push_back({is_reversed ? score.high() - begin : score.low() + begin, is_reversed});
  }
  if (!scale_.knows_top_two()) return score;
  const AggregatedShare low{score.low() + scale_.best_width(), true}, high{score.high() - scale_.best_width(), false};
  score.top_two = is_reversed ? low : high;
  score.bottom_two = is_reversed ? high : low;
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
  for (std::size_t i = 0; i < names.size(); ++i)
    if (!none_.find(names[i])) words_.add(names[i], i);
}

std::optional<std::size_t> WordColumnReader::read(std::string_view cell, std::size_t line, std::size_t rows) {
  const auto found = find(cell);
  count(cell, line, found, rows);
  return found;
}

void WordColumnReader::count(std::string_view cell, std::size_t line, const std::optional<std::size_t>& found, std::size_t rows) {
  if (found) {
    log_.used(rows);
    log_.met(cell);
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
    Complaint complaint{"a word of 'where' but for capitals, blanks or invisible characters", "their rows left out",
                        "list them there as they are written, or write them alike in the file"};
    complaint.part = "where";
    Test test{finder.find(column), Words(finder.mark()), {}, ColumnLog(column, "where", std::move(complaint))};
    for (const Text& word : words) {
      test.words.add(word.value, 0);
      test.looks.insert(folded(as_seen(word.value)));
    }
    tests_.push_back(std::move(test));
  }
}

WhereFilter::Match WhereFilter::match(Test& test, std::string_view cell) {
  constexpr std::size_t most_known = 1000;
  if (test.words.find(cell)) return Match::same;
  if (const auto known = test.known.find(cell); known != test.known.end()) return known->second;
  const Match match = test.looks.contains(folded(as_seen(cell))) ? Match::alike : Match::other;
  if (test.known.size() < most_known) test.known.emplace(cell, match);
  return match;
}

/// A row that is dropped for what only looks like one of the words is told; one that is dropped for another column as well is not.
bool WhereFilter::keeps(const Row& row) {
  Test* alike = nullptr;
  for (Test& test : tests_) {
    const Match found = match(test, row.cells[test.column]);
    if (found == Match::other) return false;
    if (found == Match::alike && !alike) alike = &test;
  }
  if (alike) {
    alike->log.unmatched(row.cells[alike->column], row.line);
    return false;
  }
  for (Test& test : tests_) test.log.used();
  return true;
}

std::size_t WhereFilter::lost_rows() const {
  std::size_t rows = 0;
  for (const Test& test : tests_) rows += test.log.lost_answers();
  return rows;
}

void WhereFilter::report(const std::string& source, SourceUse& use, Findings& findings) const {
  for (const Test& test : tests_) test.log.report_strays(source, use, findings);
}

}  // namespace mot::evidence
