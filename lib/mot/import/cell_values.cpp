#include "mot/import/cell_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <vector>

#include "mot/evidence/cells/number.h"
#include "mot/load/fields/truth_words.h"
#include "mot/text/phrase_match.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

constexpr std::string_view marks_for_yes[] = {"x", "1", "\u2713", "\u2714", "\u2705"};
constexpr std::string_view marks_for_no[] = {"0", "-", "\u2717", "\u2718"};

constexpr struct {
  std::string_view word;
  std::string_view importance;
} words_of_importance[] = {
    {"very high", "5"}, {"sehr hoch", "5"}, {"tres haute", "5"}, {"muy alta", "5"}, {"muito alta", "5"}, {"critical", "5"},
    {"kritisch", "5"},  {"high", "5"},      {"hoch", "5"},       {"haute", "5"},    {"elevee", "5"},     {"alta", "5"},
    {"alto", "5"},      {"medium", "3"},    {"mittel", "3"},     {"moyenne", "3"},  {"moyen", "3"},      {"media", "3"},
    {"medio", "3"},     {"low", "1"},       {"niedrig", "1"},    {"gering", "1"},   {"faible", "1"},     {"baja", "1"},
    {"bajo", "1"},      {"baixa", "1"},     {"baixo", "1"},      {"very low", "1"},
};

bool is_among(std::span<const std::string_view> marks, std::string_view cell) {
  return std::ranges::find(marks, cell) != marks.end();
}

}  // namespace

std::optional<bool> truth_in(std::string_view cell) {
  const std::string mark = folded(cell);
  if (is_among(marks_for_yes, mark)) return true;
  if (is_among(marks_for_no, mark)) return false;
  return truth_of_word(cell);
}

std::string_view importance_in(std::string_view cell) {
  const std::string words = fmt::format("{}", fmt::join(words_of(without_accents(cell)), " "));
  const auto* const found = std::ranges::find(words_of_importance, words, &std::remove_reference_t<decltype(*words_of_importance)>::word);
  return found == std::end(words_of_importance) ? std::string_view() : found->importance;
}

MeantDuration duration_in(std::string_view cell, std::string_view heading) {
  MeantDuration meant = duration_meant_by(cell);
  const std::vector<std::string> words = words_of(heading);
  const bool may_have_unit =
      meant.written.empty() && words.size() > 1 && evidence::number_from(cell, evidence::DecimalMark::point_or_comma);
  if (!may_have_unit) return meant;
  MeantDuration with_unit = duration_meant_by(fmt::format("{} {}", cell, words.back()));
  return with_unit.written.empty() ? meant : with_unit;
}

}  // namespace mot::importing
