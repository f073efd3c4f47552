#include "mot/import/foot_notes.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "mot/evidence/cells/number.h"
#include "mot/evidence/foot_rows.h"
#include "mot/import/plain_line.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

/// In small letters, without accents.
constexpr std::string_view words_of_notes[] = {"source", "sources", "quelle", "quellen", "fuente", "fuentes",  "fonte",       "fontes",
                                               "note",   "notes",   "nb",     "n.b.",    "stand",  "nota",     "anmerkung",   "hinweis",
                                               "base",   "basis",   "as of",  "(c)",     "©",      "remarque", "observacion", "copyright"};

bool is_number(std::string_view text) {
  if (text.ends_with('%')) text.remove_suffix(1);
  return evidence::number_from(text, evidence::DecimalMark::point_or_comma) ||
         evidence::count_from(text, evidence::DecimalMark::point_or_comma);
}

}  // namespace

bool tells_of_table(std::string_view text) {
  const std::string plain = folded(without_accents(text));
  return std::ranges::any_of(words_of_notes, [&](std::string_view word) {
    if (!plain.starts_with(word)) return false;
    const std::string_view rest = evidence::trimmed(std::string_view(plain).substr(word.size()));
    return rest.starts_with(':') || word == "(c)" || word == "©" || word == "copyright";
  });
}

bool names_sum(std::string_view text) {
  const std::array cells{text};
  return !evidence::FootRows::word_of({cells, 0}).empty();
}

bool is_foot_row(std::span<const std::string> cells) {
  const auto is_filled = [](const std::string& cell) { return !plain_line(cell).empty(); };
  const auto first = std::ranges::find_if(cells, is_filled);
  if (first == cells.end()) return false;
  const auto others = std::ranges::subrange(std::next(first), cells.end());
  if (tells_of_table(*first)) return std::ranges::none_of(others, is_filled);
  const auto says_words = [&](const std::string& cell) { return is_filled(cell) && !is_number(plain_line(cell)); };
  return names_sum(plain_line(*first)) && std::ranges::any_of(others, is_filled) && std::ranges::none_of(others, says_words);
}

}  // namespace mot::importing
