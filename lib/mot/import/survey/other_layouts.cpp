#include "mot/import/survey/other_layouts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <map>
#include <optional>
#include <vector>

#include "mot/evidence/cells/answer_words.h"
#include "mot/import/plain_line.h"
#include "mot/import/survey/no_answers.h"
#include "mot/load/fields/truth_words.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

// In small letters, without accents.
constexpr std::string_view words_of_choices[] = {
    "answer choices",   "answer options",     "antwortoptionen",       "antwortmoglichkeiten", "choix de reponses",
    "choix de reponse", "options de reponse", "opciones de respuesta", "opcoes de resposta",   "alternativas de resposta"};
constexpr std::string_view words_of_responses[] = {"responses", "response percent", "response count", "beantwortungen", "antworten",
                                                   "reponses",  "respuestas",       "respostas",      "response total", "percent"};

bool is_one_of(std::string_view cell, std::span<const std::string_view> words) {
  const std::string plain = folded(without_accents(plain_line(cell)));
  return std::ranges::find(words, plain) != words.end();
}

/// A heading cut where its last part, the answer, begins: `Desk - very good`, `Desk: very good`, `Desk [very good]`.
struct AnswerOfQuestion {
  std::string question, answer;
};

std::optional<AnswerOfQuestion> answer_of(std::string_view heading) {
  constexpr std::string_view marks[] = {": ", " - ", " \u2013 ", " [", "_", " ("};
  for (const std::string_view mark : marks) {
    const std::size_t at = heading.rfind(mark);
    if (at == std::string_view::npos || at == 0) continue;
    std::string answer = plain_line(heading.substr(at + mark.size()));
    while (!answer.empty() && (answer.back() == ']' || answer.back() == ')')) answer.pop_back();
    if (evidence::goodness_of(answer)) return AnswerOfQuestion{plain_line(heading.substr(0, at)), std::move(answer)};
  }
  return std::nullopt;
}

/// What columns of people are called before their numbers; in small letters, without accents.
constexpr std::string_view words_of_people[] = {
    "r",        "p",          "tn",       "vp",         "respondent",   "resp",       "participant", "person",   "guest",     "customer",
    "client",   "user",       "visitor",  "subject",    "interviewee",  "tester",     "case",        "id",       "no",        "nr",
    "proband",  "teilnehmer", "befragte", "befragter",  "kunde",        "gast",       "nutzer",      "besucher", "repondant", "personne",
    "visiteur", "invite",     "persona",  "encuestado", "participante", "cliente",    "visitante",   "usuario",  "pessoa",    "respondente",
    "hospede",  "inquirido",  "answer",   "response",   "antwort",      "fragebogen", "bogen",       "form"};

/// Whether a heading is a number, or such a word and one: `R12`, `Respondent 3`.
bool numbers_person(std::string_view heading) {
  const std::string plain = folded(without_accents(plain_line(heading)));
  const std::size_t last = plain.find_last_not_of("0123456789");
  if (last == std::string::npos) return !plain.empty();
  if (last + 1 == plain.size()) return false;
  const std::size_t end = plain.find_last_not_of(" _-#.", last);
  return end != std::string::npos && std::ranges::find(words_of_people, plain.substr(0, end + 1)) != std::end(words_of_people);
}

/// Whether each cell that says anything is an answer: a whole number of a short scale, a code of no answer, or a word of a scale.
bool holds_answers_alone(const ColumnProfile& column, evidence::DecimalMark mark) {
  constexpr int longest = 10;
  if (column.is_many() || column.filled == 0) return false;
  return std::ranges::all_of(column.values, [&](const auto& value) {
    const auto number = evidence::number_from(value.first, mark);
    if (!number) return says_no_answer(value.first) || evidence::goodness_of(value.first).has_value();
    const int whole = static_cast<int>(std::clamp(*number, -9999.0, 9999.0));
    return whole == *number && (std::abs(whole) <= longest || is_code_beside(whole, 0, longest));
  });
}

/// The first column that says something else in each row, in words.
std::optional<std::size_t> column_naming_rows(const Survey& survey, evidence::DecimalMark mark) {
  for (std::size_t i = 0; i < survey.columns.size(); ++i) {
    const ColumnProfile& column = survey.columns[i];
    const bool differs = !column.is_many() && column.filled == survey.rows && column.values.size() == survey.rows;
    if (differs && numbers_in(column, mark) == 0) return i;
  }
  return std::nullopt;
}

/// What speaks for a table whose rows are questions.
struct SignsOfQuestions {
  bool are_called = false;       ///< by the heading above them
  bool are_touchpoints = false;  ///< two at least, and half of them
  bool ask = false;              ///< with question marks
};

SignsOfQuestions signs_of_questions(const Survey& survey, std::size_t asked, std::span<const KnownTouchpoint> touchpoints) {
  std::size_t known = 0, asking = 0;
  const auto is_sure = [&](std::string_view name) {
    const auto match = touchpoint_like(name, touchpoints);
    return match && match->is_sure;
  };
  for (const auto& counted : survey.columns[asked].values) {
    known += is_sure(counted.first);
    asking += counted.first.ends_with('?');
  }
  const bool is_any_column_known = std::ranges::any_of(survey.columns, [&](const ColumnProfile& column) { return is_sure(column.name); });
  return {column_called_question(survey.columns) == asked, !is_any_column_known && known > 1 && known * 2 >= survey.rows,
          asking * 2 >= survey.rows};
}

/// Whether its cells say nothing but that the answer was given, or was not.
bool is_marked(const ColumnProfile& column, const std::string& answer) {
  if (column.is_many()) return false;
  return std::ranges::all_of(column.values, [&](const auto& value) {
    const std::string word = folded(value.first);
    return word == "x" || word == "0" || word == "1" || word == folded(answer) || truth_of_word(word).has_value() || word == "\u2713" ||
           word == "\u2714" || says_no_answer(value.first);
  });
}

}  // namespace

bool heads_summary_block(std::span<const std::string_view> cells) {
  const auto first = std::ranges::find_if(cells, [](std::string_view cell) { return !cell.empty(); });
  if (first == cells.end() || !is_one_of(*first, words_of_choices)) return false;
  return std::any_of(std::next(first), cells.end(), [](std::string_view cell) { return is_one_of(cell, words_of_responses); });
}

std::string set_answers_across_apart(Survey& survey) {
  std::map<std::string, std::vector<std::size_t>> columns_by_question;
  for (std::size_t i = 0; i < survey.columns.size(); ++i) {
    if (has_role(survey, i)) continue;
    const auto found = answer_of(survey.columns[i].name);
    if (found && is_marked(survey.columns[i], found->answer)) columns_by_question[found->question].push_back(i);
  }
  constexpr std::size_t least_answers = 3, few = 3;
  std::string questions;
  std::size_t count = 0;
  for (const auto& [question, columns] : columns_by_question) {
    if (columns.size() < least_answers) continue;
    if (count++ < few) questions += (questions.empty() ? "" : ", ") + in_quotes(question);
    for (const std::size_t i : columns)
      survey.grounds[i] = fmt::format("one answer of {}: have one column for the question, with the answer in it", in_quotes(question));
  }
  return count > few ? questions + ", \u2026" : questions;
}

std::string fault_of_people_across(const Survey& survey, evidence::DecimalMark mark, std::span<const KnownTouchpoint> touchpoints) {
  constexpr std::size_t least_people = 3, least_questions = 2, few = 3;
  const auto asked = column_naming_rows(survey, mark);
  if (!asked || survey.rows < least_questions) return {};
  std::vector<std::string> people;
  std::size_t numbered = 0, others = 0;
  for (std::size_t i = 0; i < survey.columns.size(); ++i) {
    if (i == *asked || survey.columns[i].filled == 0) continue;
    const std::string& name = survey.columns[i].name;
    if (!holds_answers_alone(survey.columns[i], mark))
      ++others;
    else
      people.push_back(name);
    numbered += numbers_person(name);
  }
  if (people.size() < least_people || others > 1) return {};
  const SignsOfQuestions rows = signs_of_questions(survey, *asked, touchpoints);
  const bool are_numbered = numbered == people.size();
  const bool are_more_than_rows = *asked == 0 && others == 0 && people.size() >= survey.rows;
  const bool are_people = are_numbered ? rows.are_called || rows.are_touchpoints || rows.ask
                                       : rows.are_touchpoints || (are_more_than_rows && (rows.are_called || rows.ask));
  if (!are_people) return {};
  std::string names;
  for (std::size_t i = 0; i < std::min(few, people.size()); ++i) names += (i == 0 ? "" : ", ") + in_quotes(people[i]);
  return fmt::format(
      "has a question in each row and a column for each respondent ({}{}, {} columns), and a source reads one respondent a row; transpose "
      "it (in a spreadsheet: copy, paste special, transpose) and import that",
      names, people.size() > few ? ", \u2026" : "", people.size());
}

std::string fault_of_answers_across(const std::string& questions) {
  return fmt::format(
      "has a column for each answer of a question ({}), and a source reads one column a question; export the answers themselves (their "
      "words or numbers) instead of a column for each, or put them into one column",
      questions);
}

}  // namespace mot::importing
