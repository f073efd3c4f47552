#include "mot/import/front_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "mot/evidence/cells/answer_words.h"
#include "mot/evidence/cells/number.h"
#include "mot/evidence/code_rows.h"
#include "mot/evidence/csv/csv_rows.h"
#include "mot/evidence/csv/header_rows.h"
#include "mot/import/headings.h"
#include "mot/import/plain_line.h"
#include "mot/import/survey/no_answers.h"
#include "mot/text/digits.h"
#include "mot/text/memory_stream.h"

namespace mot::importing {
namespace {

class FirstCells : public evidence::RowReceiver {
 public:
  bool header(std::span<const std::string_view> names, evidence::DecimalMark) override {
    cells.assign(names.begin(), names.end());
    return false;
  }
  void row(const evidence::Row&) override {}
  std::vector<std::string> cells;
};

std::size_t count_filled(const std::vector<std::string>& cells) {
  return static_cast<std::size_t>(std::ranges::count_if(cells, [](const std::string& cell) { return !cell.empty(); }));
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r,;|\"") == std::string_view::npos;
}

/// Whether a row is a title of the table whose headings are so many, or says words above some of them, as merged cells do.
bool is_title(const FrontRow& row, std::size_t headings) {
  constexpr std::size_t always = 2;  // a name and what is said of it: `Author`, `Ann`
  const std::size_t filled = count_filled(row.cells);
  const bool has_number = std::ranges::any_of(row.cells, [](const std::string& cell) { return evidence::number_from(cell).has_value(); });
  const bool has_gap = filled < row.cells.size() && !has_number;
  return filled < headings && (filled <= always || filled * 2 <= headings || has_gap);
}

/// How many of the cells are known headings; 0 where they are not those of touchpoints.
std::size_t known_headings(const std::vector<std::string>& cells) {
  const std::vector<std::string_view> views(cells.begin(), cells.end());
  const std::vector<Heading> headings = headings_of(views);
  if (!are_of_touchpoints(headings)) return 0;
  return static_cast<std::size_t>(std::ranges::count_if(headings, [](const Heading& heading) { return heading.facet.has_value(); }));
}

/// Whether the row below fills what this one leaves blank and names more columns by itself: then this one groups them.
bool groups_next(const FrontRows& rows, std::size_t i, std::size_t known) {
  if (i + 1 >= rows.size() || count_filled(rows[i].cells) >= count_filled(rows[i + 1].cells)) return false;
  return known_headings(rows[i + 1].cells) > known;
}

/// Whether a cell holds what somebody answered rather than what was asked: a number, a date, a time, a word of a scale.
bool is_answer(const std::string& cell) {
  if (cell.empty()) return false;
  const auto digits = std::ranges::count_if(cell, is_digit);
  const auto marks = std::ranges::count_if(cell, [](char c) { return c != ' '; });
  const bool is_mostly_digits = is_digit(cell.front()) && digits * 2 >= marks;
  return is_mostly_digits || evidence::number_from(cell) || evidence::scores_of_words(std::array{std::string_view(cell)}) ||
         says_no_answer(cell);
}

/// Whether the column that would name touchpoints holds answers alone, as in a survey about `Step 1`, `Step 2`.
bool has_answers_for_names(const FrontRows& rows, std::size_t headings_at) {
  const std::vector<std::string_view> views(rows[headings_at].cells.begin(), rows[headings_at].cells.end());
  const std::vector<Heading> headings = headings_of(views);
  const auto name = std::ranges::find(headings, Facet::name, &Heading::facet);
  if (name == headings.end()) return false;
  const auto column = static_cast<std::size_t>(name - headings.begin());
  std::size_t filled = 0;
  for (std::size_t i = headings_at + 1; i < rows.size(); ++i) {
    if (column >= rows[i].cells.size() || rows[i].cells[column].empty()) continue;
    ++filled;
    if (!is_answer(rows[i].cells[column])) return false;
  }
  constexpr std::size_t least_rows = 2;
  return filled >= least_rows;
}

/// Whether the names below come again and again, with nothing beside them but what a customer may answer: a row is an answer.
bool has_answers_beside_names(const FrontRows& rows, std::size_t headings_at) {
  constexpr std::array of_answers = {Facet::name,  Facet::id,     Facet::persona,      Facet::channel,
                                     Facet::quote, Facet::actual, Facet::actual_score, Facet::notes};
  const std::vector<std::string_view> views(rows[headings_at].cells.begin(), rows[headings_at].cells.end());
  const std::vector<Heading> headings = headings_of(views);
  const auto may_be_answered = [&](const Heading& heading) {
    return !heading.facet || std::ranges::find(of_answers, *heading.facet) != of_answers.end();
  };
  const auto name = std::ranges::find(headings, Facet::name, &Heading::facet);
  if (name == headings.end() || !std::ranges::all_of(headings, may_be_answered)) return false;
  const auto column = static_cast<std::size_t>(name - headings.begin());
  std::set<std::string_view> names;
  std::size_t filled = 0;
  for (std::size_t i = headings_at + 1; i < rows.size(); ++i) {
    if (column >= rows[i].cells.size() || rows[i].cells[column].empty()) continue;
    ++filled;
    names.insert(rows[i].cells[column]);
  }
  constexpr std::size_t least_rows = 4;
  return filled >= least_rows && names.size() * 2 <= filled;
}

/// Whether a row says nothing but headings of touchpoints, each as it is known: whatever stands below it, it is no title.
bool says_headings_alone(const std::vector<std::string>& cells) {
  constexpr std::size_t least_headings = 2;
  const std::vector<std::string_view> views(cells.begin(), cells.end());
  const std::vector<Heading> headings = headings_of(views);
  const bool is_known = std::ranges::all_of(
      headings, [](const Heading& heading) { return heading.text.empty() || (heading.facet.has_value() && heading.is_exact); });
  return is_known && count_filled(cells) >= least_headings && are_of_touchpoints(headings);
}

}  // namespace

bool begins_codes_of_answers(const std::vector<std::string>& cells, const std::vector<std::string>& below) {
  const auto code_in = [](const std::vector<std::string>& row) {
    return evidence::code_row_in(std::vector<std::string_view>(row.begin(), row.end()));
  };
  const auto code = code_in(cells), next = code_in(below);
  if (!code) return false;
  const bool says_code = code->kind == evidence::CodeRowKind::code || code->kind == evidence::CodeRowKind::listing;
  return says_code || (next && next->kind == evidence::CodeRowKind::code);
}

FrontRows front_rows_of_csv(std::string_view text, std::optional<char> separator) {
  FrontRows rows;
  std::string_view rest = text;
  for (std::size_t line = 1; line <= most_front_lines && !rest.empty(); ++line) {
    const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
    const bool says_nothing = is_blank(rest.substr(0, end));
    rest.remove_prefix(end + 1);
    if (says_nothing) continue;
    MemoryStream bytes(text);
    FirstCells first;
    evidence::read_csv(bytes, first, {}, {.separator = separator, .skipped_lines = line - 1});
    if (count_filled(first.cells) > 0) rows.push_back({std::move(first.cells), line});
  }
  return rows;
}

std::optional<std::size_t> heading_row(const FrontRows& rows) {
  std::optional<std::size_t> best;
  std::size_t most = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::size_t known = known_headings(rows[i].cells), filled = count_filled(rows[i].cells);
    if (const auto both = i + 1 < rows.size() ? headings_in_two_rows(rows[i].cells, rows[i + 1].cells) : std::nullopt)
      known = known_headings(*both), filled = count_filled(*both);
    if (known <= most || has_answers_for_names(rows, i) || has_answers_beside_names(rows, i)) continue;
    const bool is_first = std::all_of(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(i),
                                      [filled](const FrontRow& row) { return is_title(row, filled); });
    if (is_first) best = i, most = known;
    if (is_first && says_headings_alone(rows[i].cells) && !groups_next(rows, i, known)) return best;
  }
  return best;
}

std::string title_above(const FrontRows& rows, std::size_t headings) {
  if (headings == 0 || count_filled(rows[0].cells) != 1) return {};
  const bool is_over_columns = headings == 1 && rows[0].cells[0].empty();  // `Scores`, merged over some of the headings
  if (is_over_columns) return {};
  std::string title = plain_line(*std::ranges::find_if(rows[0].cells, [](const std::string& cell) { return !cell.empty(); }));
  constexpr std::size_t longest = 100;  // a sentence is no title
  return says_something(title) && title.size() <= longest ? title : std::string();
}

std::vector<std::string> texts_above(const FrontRows& rows, std::size_t headings, bool has_two_heading_rows) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < headings + (has_two_heading_rows ? 1 : 0); ++i) {
    for (const std::string& cell : rows[i].cells) {
      if (!cell.empty()) texts.push_back(plain_line(cell));
    }
  }
  return texts;
}

std::string take_title(const FrontRows& rows, std::size_t headings, Imported& imported) {
  std::string title = title_above(rows, headings);
  std::string others;
  for (std::size_t i = title.empty() ? 0 : 1; i < headings; ++i) {
    for (const std::string& cell : rows[i].cells) {
      if (!cell.empty()) others += fmt::format("{}{}", others.empty() ? "" : ", ", in_quotes(plain_line(cell)));
    }
  }
  Workspace& workspace = imported.workspace;
  const bool is_first = workspace.touchpoints.empty() && workspace.journeys.empty();
  if (!title.empty()) {
    if (is_first) {
      workspace.name = title;
      workspace.has_title = true;
    }
    imported.notes.push_back({Fate::converted, fmt::format("the title in line {}, {}: the name of {}the journey that no column names",
                                                           rows[0].line, in_quotes(title), is_first ? "the project and of " : "")});
  }
  if (!others.empty())
    imported.notes.push_back({Fate::dropped, fmt::format("what stands above the headings in line {}: {}", rows[headings].line, others)});
  return title;
}

std::vector<std::string> header_of(evidence::RowSource& source) {
  FirstCells first;
  source.read(first);
  return std::move(first.cells);
}

std::size_t answers_in(const FrontRows& rows) {
  std::size_t count = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) count += static_cast<std::size_t>(std::ranges::count_if(rows[i].cells, is_answer));
  return count;
}

bool says_no_answers(const std::vector<std::string>& cells) {
  return count_filled(cells) > 0 && std::ranges::none_of(cells, is_answer);
}

bool names_columns(const std::vector<std::string>& cells) {
  std::set<std::string_view> met;
  std::size_t named = 0;
  for (const std::string& cell : cells) {
    const std::string_view without_sign = std::string_view(cell).substr(0, cell.size() - (cell.ends_with('%') ? 1 : 0));
    if (evidence::number_from(without_sign) || cell.ends_with(':')) return false;
    if (cell.empty()) continue;
    ++named;
    met.insert(cell);
  }
  const auto tenth = cells.size() / 10;
  return named > 0 && named + tenth >= cells.size() && met.size() + tenth >= named;
}

namespace {

/// A row without those of its blank cells before others that stand in columns where all rows below are blank.
std::vector<std::string> without_gaps(const std::vector<std::string>& cells, const std::vector<std::vector<std::string>>& below) {
  std::vector<std::string> kept;
  std::size_t end = cells.size();
  while (end > 0 && cells[end - 1].empty()) --end;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto is_blank_in = [i](const std::vector<std::string>& row) { return i >= row.size() || row[i].empty(); };
    if (i >= end || !is_blank_in(cells) || !std::ranges::all_of(below, is_blank_in)) kept.push_back(cells[i]);
  }
  return kept;
}

/// Whether rows below say an item again as an answer. A box that could be ticked says its own name in each row where it was, and nothing
/// else.
bool is_said_again(std::size_t column, const std::string& item, const std::vector<std::vector<std::string>>& below) {
  std::size_t same = 0, blank = 0;
  for (const auto& row : below) {
    if (column >= row.size()) continue;
    same += row[column] == item;
    blank += row[column].empty();
  }
  const bool is_box = blank > 0 && same + blank == below.size();
  return same > 0 && !is_box;
}

}  // namespace

bool names_columns_beside(const std::vector<std::string>& cells, const std::vector<std::vector<std::string>>& below) {
  return names_columns(cells) || (says_no_answers(cells) && names_columns(without_gaps(cells, below)));
}

bool names_items(const std::vector<std::string>& above, const std::vector<std::string>& items,
                 const std::vector<std::vector<std::string>>& below) {
  constexpr std::size_t least_questions = 2;
  if (count_filled(above) < least_questions || !says_no_answers(above) || !says_no_answers(items)) return false;
  bool has_items = false;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!items[i].empty() && is_said_again(i, items[i], below)) return false;
    has_items |= !items[i].empty() && (i >= above.size() || above[i].empty());
  }
  evidence::HeaderRows both;
  both.add(above);
  both.add(items);
  return has_items && names_columns(both.joined());
}

}  // namespace mot::importing
