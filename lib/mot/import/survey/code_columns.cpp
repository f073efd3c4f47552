#include <algorithm>
#include <iterator>
#include <map>

#include "mot/evidence/cells/answer_words.h"
#include "mot/evidence/cells/number.h"
#include "mot/import/plain_line.h"
#include "mot/import/survey/code_book.h"
#include "mot/import/survey/code_scales.h"
#include "mot/import/survey/declared_scale.h"
#include "mot/import/survey/heading_words.h"
#include "mot/import/survey/no_answers.h"
#include "mot/import/survey/touchpoint_match.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

/// What a column may be called, in words.
struct ColumnNames {
  explicit ColumnNames(const std::string& name)
      : heading(words_text(name)), without_scale(words_text(declared_scale(name).heading)), item(words_text(split_heading(name).item)) {}

  /// By its whole heading, the item that it asks about, or the number of its question before it: `Q1` of `Q1. How was …`.
  bool are(const std::string& wanted) const {
    if (wanted == heading || wanted == without_scale || wanted == item) return true;
    return heading.size() > wanted.size() && heading[wanted.size()] == ' ' && heading.starts_with(wanted) && has_digit(wanted) &&
           wanted.find(' ') == std::string::npos;
  }

  std::string heading, without_scale, item;
};

using Columns = std::vector<ColumnNames>;

std::vector<std::size_t> called(std::string_view name, const Columns& columns) {
  const std::string wanted = words_text(name);
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < columns.size() && !wanted.empty(); ++i) {
    if (columns[i].are(wanted)) found.push_back(i);
  }
  return found;
}

/// The columns from one to another: `Q1-Q5`, `Q1 to Q5`; none where the text names no two.
std::vector<std::size_t> in_range(std::string_view text, const Columns& columns) {
  constexpr std::string_view marks[] = {" to ", " bis ", " through ", " thru ", " \u2013 ", "\u2013", " - ", "-", "..", " a ", " \u00e0 "};
  for (const std::string_view mark : marks) {
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos) continue;
    const auto first = called(plain_line(text.substr(0, at)), columns), last = called(plain_line(text.substr(at + mark.size())), columns);
    if (first.empty() || last.empty() || first.front() >= last.back()) continue;
    std::vector<std::size_t> found;
    for (std::size_t i = first.front(); i <= last.back(); ++i) found.push_back(i);
    return found;
  }
  return {};
}

/// `Q1, Q2; Q5-Q7`.
std::vector<std::size_t> in_list(std::string_view text, const Columns& columns) {
  std::vector<std::size_t> found;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(",;/&\n"), text.size());
    const std::string part = plain_line(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (part.empty()) continue;
    auto some = called(part, columns);
    if (some.empty()) some = in_range(part, columns);
    if (some.empty()) return {};
    found.insert(found.end(), some.begin(), some.end());
  }
  return found;
}

bool names_all(std::string_view name) {
  constexpr std::string_view words[] = {"all",
                                        "all questions",
                                        "all items",
                                        "all columns",
                                        "all variables",
                                        "alle",
                                        "alle fragen",
                                        "toutes",
                                        "tous",
                                        "toutes les questions",
                                        "todas",
                                        "todos",
                                        "todas las preguntas",
                                        "todas as perguntas"};
  return std::ranges::find(words, words_text(name)) != std::end(words);
}

std::vector<std::size_t> columns_of(const CodeList& list, const Columns& columns) {
  for (const std::string& name : list.names) {
    auto found = called(name, columns);
    if (found.empty()) found = in_range(name, columns);
    if (found.empty()) found = in_list(name, columns);
    if (!found.empty()) return found;
  }
  return {};
}

/// The ends of a list of numbers; nothing where other codes are among them.
std::optional<std::pair<double, double>> ends_of(const CodeList& list) {
  std::optional<std::pair<double, double>> ends;
  for (const auto& [code, meaning] : list.codes) {
    const auto number = evidence::number_from(code);
    if (!number) return std::nullopt;
    if (says_no_answer(meaning)) continue;
    ends = ends ? std::pair(std::min(ends->first, *number), std::max(ends->second, *number)) : std::pair(*number, *number);
  }
  return ends;
}

/// Whether each cell that says anything is one of the codes, between their ends or what they mean, two of them at least.
bool holds_codes_alone(const ColumnProfile& column, const CodeList& list) {
  if (column.is_many()) return false;
  std::size_t met = 0;
  const auto ends = ends_of(list);
  for (const auto& counted : column.values) {
    const std::string& value = counted.first;
    const auto number = evidence::number_from(value, evidence::DecimalMark::point_or_comma);
    const auto is_it = [&](const Code& code) {
      return folded(value) == folded(code.first) || folded(value) == folded(code.second) ||
             (number && evidence::number_from(code.first) == number);
    };
    const bool is_between = ends && number && *number >= ends->first && *number <= ends->second;
    const bool is_one = is_between || std::ranges::any_of(list.codes, is_it);
    if (!is_one && !says_no_answer(value)) return false;
    met += is_one;
  }
  return met > 1;
}

/// A name of the list that is not the column's.
std::string other_name(const CodeList& list, const ColumnNames& column) {
  const auto found = std::ranges::find_if(list.names, [&](const std::string& name) { return !column.are(words_text(name)); });
  return found == list.names.end() || list.names.size() < 2 ? std::string() : *found;
}

/// What several columns are said to ask about tells none of them: `numeric`.
void forget_repeated(std::vector<ColumnProfile>& columns) {
  std::map<std::string, std::size_t> times;
  for (const ColumnProfile& column : columns) {
    if (column.codes) ++times[column.codes->asked];
  }
  for (ColumnProfile& column : columns) {
    if (column.codes && times[column.codes->asked] > 1) column.codes->asked.clear();
  }
}

}  // namespace

CodeSheetUse give_codes(const CodeBook& book, std::vector<ColumnProfile>& columns) {
  CodeSheetUse use{.place = book.place, .not_understood = book.not_understood};
  Columns names;
  for (const ColumnProfile& column : columns) names.emplace_back(column.name);
  std::vector<const CodeList*> for_all, without_column;
  for (const CodeList& list : book.lists) {
    if (list.names.empty() || std::ranges::any_of(list.names, names_all)) {
      for_all.push_back(&list);
      continue;
    }
    const auto found = columns_of(list, names);
    if (found.empty()) without_column.push_back(&list);
    for (const std::size_t i : found) {
      if (columns[i].codes) continue;
      columns[i].codes = ColumnCodes{book.place, list.codes, other_name(list, names[i])};
      ++use.columns;
    }
  }
  forget_repeated(columns);
  for (const auto& row : book.school_grades) {
    bool has_column = false;
    std::optional<int> worst;
    for (const std::string& cell : row) {
      if (says(HeadingWord::school_grade, cell)) worst = worst_grade_in(cell);
    }
    for (const std::size_t i : columns_of({.names = row, .codes = {}}, names)) {
      columns[i].grades = Grades::of_school;
      columns[i].worst_grade = worst;
      has_column = true;
      ++use.columns;
    }
    if (has_column) continue;
    use.says_school_grades = true;
    use.worst_grade = worst;
  }
  // What no column is called by may be a title: `Satisfaction`.
  std::erase_if(without_column, [&](const CodeList* list) {
    const bool is_title = lists_answers(*list) && (list->has_title || book.lists.size() == 1);
    if (is_title) for_all.push_back(list);
    return is_title;
  });
  for (const CodeList* list : without_column) use.without_column.push_back(list->names.front());
  for (ColumnProfile& column : columns) {
    const auto fits = [&](const CodeList* list) { return holds_codes_alone(column, *list); };
    const bool is_of_respondent = says(HeadingWord::respondent, column.name) || says(HeadingWord::person, column.name);
    const auto list = column.codes || is_of_respondent ? for_all.end() : std::ranges::find_if(for_all, fits);
    if (list == for_all.end() || std::ranges::count_if(for_all, fits) > 1) continue;
    column.codes = ColumnCodes{book.place, (*list)->codes};
    ++use.columns;
  }
  return use;
}

}  // namespace mot::importing
