#include "mot/import/cell_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <span>
#include <vector>

#include "mot/evidence/cells/number.h"
#include "mot/import/plain_line.h"
#include "mot/load/fields/truth_words.h"
#include "mot/text/phrase_match.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

constexpr std::string_view marks_for_yes[] = {"x", "1", "+", "*", "\u2713", "\u2714", "\u2705", "\u2611", "\u25cf", "\u2605", "\u2b50"};
constexpr std::string_view marks_for_no[] = {"0",      "-",      "\u2013", "\u2014", "\u2717", "\u2718",
                                             "\u2716", "\u274c", "\u2610", "\u25a1", "\u25cb", "\u2b1c"};

/// Neither yes nor no, without accents.
constexpr std::string_view words_of_doubt[] = {
    "maybe",   "perhaps",       "possibly",   "probably",     "partly",    "rather",         "unclear",   "unsure",
    "open",    "not sure",      "vielleicht", "evtl",         "eventuell", "wahrscheinlich", "teilweise", "eher",
    "unklar",  "offen",         "peut etre",  "probablement", "plutot",    "en partie",      "quizas",    "quiza",
    "tal vez", "probablemente", "en parte",   "mas bien",     "talvez",    "provavelmente",  "em parte"};

enum class ImportanceWord : std::uint8_t { lowest, low, middle, high, highest };

/// Importance in words, in five languages.
constexpr struct {
  std::string_view word;
  ImportanceWord step;
} words_of_importance[] = {
    {"very important", ImportanceWord::highest},
    {"extremely important", ImportanceWord::highest},
    {"sehr wichtig", ImportanceWord::highest},
    {"tres important", ImportanceWord::highest},
    {"muy importante", ImportanceWord::highest},
    {"muito importante", ImportanceWord::highest},
    {"important", ImportanceWord::high},
    {"wichtig", ImportanceWord::high},
    {"importante", ImportanceWord::high},
    {"rather important", ImportanceWord::middle},
    {"somewhat important", ImportanceWord::middle},
    {"fairly important", ImportanceWord::middle},
    {"moderately important", ImportanceWord::middle},
    {"eher wichtig", ImportanceWord::middle},
    {"assez important", ImportanceWord::middle},
    {"algo importante", ImportanceWord::middle},
    {"um pouco importante", ImportanceWord::middle},
    {"hardly important", ImportanceWord::low},
    {"slightly important", ImportanceWord::low},
    {"less important", ImportanceWord::low},
    {"weniger wichtig", ImportanceWord::low},
    {"peu important", ImportanceWord::low},
    {"poco importante", ImportanceWord::low},
    {"pouco importante", ImportanceWord::low},
    {"not important", ImportanceWord::lowest},
    {"not important at all", ImportanceWord::lowest},
    {"unimportant", ImportanceWord::lowest},
    {"unwichtig", ImportanceWord::lowest},
    {"nicht wichtig", ImportanceWord::lowest},
    {"pas important", ImportanceWord::lowest},
    {"nada importante", ImportanceWord::lowest},
    {"no importante", ImportanceWord::lowest},
    {"nao importante", ImportanceWord::lowest},
    {"very high", ImportanceWord::highest},
    {"sehr hoch", ImportanceWord::highest},
    {"tres haute", ImportanceWord::highest},
    {"tres elevee", ImportanceWord::highest},
    {"muy alta", ImportanceWord::highest},
    {"muito alta", ImportanceWord::highest},
    {"critical", ImportanceWord::highest},
    {"kritisch", ImportanceWord::highest},
    {"critique", ImportanceWord::highest},
    {"critica", ImportanceWord::highest},
    {"high", ImportanceWord::high},
    {"hoch", ImportanceWord::high},
    {"haute", ImportanceWord::high},
    {"elevee", ImportanceWord::high},
    {"alta", ImportanceWord::high},
    {"alto", ImportanceWord::high},
    {"medium", ImportanceWord::middle},
    {"mittel", ImportanceWord::middle},
    {"moyenne", ImportanceWord::middle},
    {"moyen", ImportanceWord::middle},
    {"media", ImportanceWord::middle},
    {"medio", ImportanceWord::middle},
    {"low", ImportanceWord::low},
    {"niedrig", ImportanceWord::low},
    {"gering", ImportanceWord::low},
    {"faible", ImportanceWord::low},
    {"baja", ImportanceWord::low},
    {"bajo", ImportanceWord::low},
    {"baixa", ImportanceWord::low},
    {"baixo", ImportanceWord::low},
    {"very low", ImportanceWord::lowest},
    {"sehr gering", ImportanceWord::lowest},
    {"sehr niedrig", ImportanceWord::lowest},
    {"tres faible", ImportanceWord::lowest},
    {"muy baja", ImportanceWord::lowest},
    {"muito baixa", ImportanceWord::lowest},
};

std::optional<ImportanceWord> importance_word(std::string_view cell) {
  const std::string words = fmt::format("{}", fmt::join(words_of(without_accents(cell)), " "));
  const auto* const found = std::ranges::find(words_of_importance, words, &std::remove_reference_t<decltype(*words_of_importance)>::word);
  return found == std::end(words_of_importance) ? std::nullopt : std::optional(found->step);
}

bool is_among(std::span<const std::string_view> marks, std::string_view cell) {
  return std::ranges::find(marks, cell) != marks.end();
}

}  // namespace

std::optional<bool> truth_in(std::string_view cell) {
  std::string mark = folded(cell);
  constexpr std::string_view as_emoji = "\ufe0f";
  if (mark.ends_with(as_emoji)) mark.resize(mark.size() - as_emoji.size());
  if (is_among(marks_for_yes, mark)) return true;
  if (is_among(marks_for_no, mark)) return false;
  if (const auto truth = truth_of_word(cell)) return truth;
  const std::string line = plain_line(cell);
  const std::size_t end = line.find_first_of(" ,;:.(-"), mark_behind = std::min(line.find_first_not_of(' ', end), line.size());
  const bool has_mark = mark_behind < line.size() && std::string_view(",;:.(-\xe2").find(line[mark_behind]) != std::string_view::npos;
  const bool says_no = has_mark && truth_of_word(line.substr(0, end)) == false;  // `No - see notes`, but `no second chance` is a reason
  return says_no ? std::optional(false) : std::nullopt;
}

bool is_undecided(std::string_view cell) {
  const std::string words = fmt::format("{}", fmt::join(words_of(without_accents(cell)), " "));
  const auto begins = [&](std::string_view doubt) { return words == doubt || words.starts_with(std::string(doubt) + " "); };
  return words.empty() || importance_word(cell) || evidence::number_from(cell, evidence::DecimalMark::point_or_comma) ||
         std::ranges::any_of(words_of_doubt, begins);
}

void ImportanceForm::see(std::string_view cell) {
  const auto word = importance_word(cell);
  has_five_steps |= word == ImportanceWord::highest || word == ImportanceWord::lowest;
}

std::optional<double> importance_in(std::string_view cell, const ImportanceForm& form) {
  constexpr double least = 1, most = 5, steps_of_ten = 10;
  if (const auto word = importance_word(cell)) {
    constexpr double of_five[] = {1, 2, 3, 4, 5}, of_three[] = {1, 1, 3, 5, 5};
    return (form.has_five_steps ? of_five : of_three)[static_cast<std::size_t>(*word)];
  }
  const auto number = evidence::number_from(cell, evidence::DecimalMark::point_or_comma);
  const Scale scale = form.numbers.value_or(Scale{least, most});
  if (!number || *number < scale.min || *number > scale.max) return std::nullopt;
  if (!form.numbers) return number;
  const double moved = least + (*number - scale.min) / (scale.max - scale.min) * (most - least);
  return std::round(moved * steps_of_ten) / steps_of_ten;
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
