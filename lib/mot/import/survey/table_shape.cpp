#include "mot/import/survey/table_shape.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <string>

#include "mot/evidence/cells/answer_words.h"
#include "mot/import/survey/declared_scale.h"
#include "mot/import/survey/heading_words.h"
#include "mot/import/survey/no_answers.h"
#include "mot/text/phrase_match.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

constexpr std::string_view words_of_question[] = {
    "question", "item",     "statement", "touchpoint",       "topic", "aspect", "frage",   "aussage", "kontaktpunkt", "pregunta",
    "aspecto",  "pergunta", "afirmacao", "point de contact", "step",  "moment", "schritt", "etape",   "paso",         "passo"};
constexpr std::string_view words_of_respondent[] = {"respondent", "response id", "participant",  "customer id", "teilnehmer",
                                                    "antwort id", "repondant",   "participante", "encuestado",  "respondente"};

bool is_called(std::span<const std::string_view> words, std::string_view heading) {
  std::string text = " ";
  for (const std::string& word : words_of(without_accents(heading))) text += word + " ";
  return std::ranges::any_of(words, [&](std::string_view word) { return text.find(" " + std::string(word) + " ") != std::string::npos; });
}

bool holds_numbers(const ColumnProfile& column, evidence::DecimalMark mark) {
  if (column.filled == 0 || column.other_cells != column.other_numbers) return false;
  return std::ranges::all_of(column.values, [mark](const auto& value) {
    std::string_view text = value.first;
    if (text.ends_with('%')) text.remove_suffix(1);
    return evidence::number_from(text, mark) || evidence::count_from(text, mark);
  });
}

/// Whether a column of how many answered holds numbers, where they are not held back: `*`, `<30`.
bool holds_answers(const ColumnProfile& column, evidence::DecimalMark mark) {
  if (!says(HeadingWord::answers, declared_scale(column.name).heading) || column.is_many()) return false;
  std::size_t counts = 0;
  for (const auto& [value, count] : column.values) {
    constexpr std::size_t longest_mark = 4;
    const bool is_count = evidence::count_from(value, mark).has_value();
    if (!is_count && value.size() > longest_mark) return false;
    counts += is_count ? count : 0;
  }
  return counts * 2 > column.filled;
}

/// Whether each of its cells says something else, in words.
bool names_rows(const ColumnProfile& column, evidence::DecimalMark mark) {
  return column.filled > 0 && column.values.size() == column.filled && !holds_numbers(column, mark);
}

constexpr std::size_t least_answers = 3;

/// Columns that are called 1, 2, 3, …
std::vector<std::pair<std::size_t, double>> numbered(const std::vector<std::size_t>& counted, std::span<const std::string_view> headings) {
  constexpr std::size_t most_answers = 11;  // more are people
  std::vector<std::pair<std::size_t, double>> found;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    if (headings[i] == std::to_string(found.size() + 1)) found.emplace_back(counted[i], static_cast<double>(found.size() + 1));
  }
  if (found.size() > most_answers) found.clear();
  return found;
}

/// Takes the one column out of `among` that is called so; none where several are.
std::optional<std::size_t> take_called(HeadingWord word, const std::vector<ColumnProfile>& columns, std::vector<std::size_t>& among) {
  const auto is_called_so = [&](std::size_t i) { return says(word, declared_scale(columns[i].name).heading); };
  if (std::ranges::count_if(among, is_called_so) != 1) return std::nullopt;
  const auto found = std::ranges::find_if(among, is_called_so);
  const std::size_t column = *found;
  among.erase(found);
  return column;
}

/// Finds the columns that are called by the answers of a scale.
bool take_shares(const std::vector<ColumnProfile>& columns, const std::vector<std::size_t>& counted, PublishedTable& table) {
  std::vector<std::string_view> headings;
  for (const std::size_t i : counted) headings.push_back(columns[i].name);
  table.shares = numbered(counted, headings);
  if (table.shares.size() >= least_answers) {
    table.scale = Scale{1, static_cast<double>(table.shares.size())};
    table.ground = "columns are called 1, 2, 3, …";
    return true;
  }
  table.shares.clear();
  const auto words = evidence::scores_among_words(headings);
  if (!words || words->values.size() < least_answers) return false;
  table.scale = Scale{1, static_cast<double>(words->points)};
  table.ground = fmt::format("columns are called by words of {} in {}", words->scale->kind, words->scale->language);
  for (const auto& [word, score] : words->values) {
    const auto at = std::ranges::find(headings, word);
    table.shares.emplace_back(counted[static_cast<std::size_t>(at - headings.begin())], score);
  }
  return true;
}

}  // namespace

std::optional<PublishedTable> published_table_in(const std::vector<ColumnProfile>& columns, evidence::DecimalMark mark) {
  const auto asked = std::ranges::find_if(columns, [mark](const ColumnProfile& column) { return names_rows(column, mark); });
  if (asked == columns.end()) return std::nullopt;
  std::vector<std::size_t> counted;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (holds_numbers(columns[i], mark) || holds_answers(columns[i], mark)) counted.push_back(i);
  }
  PublishedTable found{.asked = static_cast<std::size_t>(asked - columns.begin())};
  found.answers = take_called(HeadingWord::answers, columns, counted);
  if (take_shares(columns, counted, found)) {
    std::ranges::copy_if(counted, std::back_inserter(found.no_answers), [&](std::size_t i) { return says_no_answer(columns[i].name); });
    return found;
  }
  found.spread = take_called(HeadingWord::spread, columns, counted);
  found.mean = take_called(HeadingWord::mean, columns, counted);
  // Where other numbers stand beside the mean, a row may be a customer, with the mean of what they answered.
  if (!found.mean || !counted.empty()) return std::nullopt;
  found.scale = declared_scale(columns[*found.mean].name).scale;
  found.ground = found.scale ? "its heading says so" : "";
  return found;
}

std::optional<std::size_t> question_column(const std::vector<ColumnProfile>& columns, std::size_t rows) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const ColumnProfile& column = columns[i];
    const bool is_of_few = !column.is_many() && column.values.size() > 1 && column.values.size() * 2 <= rows;
    if (is_of_few && column.filled == rows && is_called(words_of_question, column.name)) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> column_called_question(const std::vector<ColumnProfile>& columns) {
  const auto found = std::ranges::find_if(columns, [](const ColumnProfile& column) { return is_called(words_of_question, column.name); });
  return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

std::optional<std::size_t> respondent_column(const std::vector<ColumnProfile>& columns) {
  const auto found = std::ranges::find_if(columns, [](const ColumnProfile& column) { return is_called(words_of_respondent, column.name); });
  return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

}  // namespace mot::importing
