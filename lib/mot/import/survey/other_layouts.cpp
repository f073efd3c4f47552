#include "mot/import/survey/other_layouts.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
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

std::string fault_of_answers_across(const std::string& questions) {
  return fmt::format(
      "has a column for each answer of a question ({}), and a source reads one column a question; export the answers themselves (their "
      "words or numbers) instead of a column for each, or put them into one column",
      questions);
}

}  // namespace mot::importing
