#include "mot/import/foot_notes.h"

#include <algorithm>
#include <array>

#include "mot/evidence/cells/number.h"
#include "mot/evidence/foot_rows.h"
#include "mot/import/plain_line.h"
#include "mot/text/phrase_match.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

bool is_number(std::string_view text) {
  if (text.ends_with('%')) text.remove_suffix(1);
  return evidence::number_from(text, evidence::DecimalMark::point_or_comma) ||
         evidence::count_from(text, evidence::DecimalMark::point_or_comma);
}

}  // namespace

bool names_sum(std::string_view text) {
  const std::array cells{text};
  return !evidence::FootRows::word_of({cells, 0}).empty();
}

bool is_foot_row(std::span<const std::string> cells) {
  const auto is_filled = [](const std::string& cell) { return !plain_line(cell).empty(); };
  const auto first = std::ranges::find_if(cells, is_filled);
  if (first == cells.end()) return false;
  const auto others = cells.subspan(static_cast<std::size_t>(first - cells.begin()) + 1);
  if (evidence::tells_of_table(*first)) return std::ranges::none_of(others, is_filled);
  const auto says_words = [&](const std::string& cell) { return is_filled(cell) && !is_number(plain_line(cell)); };
  return names_sum(plain_line(*first)) && std::ranges::any_of(others, is_filled) && std::ranges::none_of(others, says_words);
}

std::size_t rows_above_legend(std::span<const TableRow> rows) {
  constexpr std::string_view words[] = {"legende",  "legend",    "legenda",     "leyenda",   "glossar",     "glossary", "glossaire",
                                        "glosario", "glossario", "abkurzungen", "erklarung", "erklarungen", "key"};
  const auto filled = [](const TableRow& row) {
    return static_cast<std::size_t>(std::ranges::count_if(row.cells, [](const std::string& cell) { return !plain_line(cell).empty(); }));
  };
  const auto begins_legend = [&](const TableRow& row) {
    if (filled(row) != 1) return false;
    const auto said = std::ranges::find_if(row.cells, [](const std::string& cell) { return !plain_line(cell).empty(); });
    const std::vector<std::string> named = words_of(without_accents(*said));
    return named.size() == 1 && std::ranges::find(words, named.front()) != std::end(words);
  };
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto below = rows.subspan(i + 1);
    const bool are_short = !below.empty() && std::ranges::all_of(below, [&](const TableRow& row) { return filled(row) <= 2; });
    if (are_short && begins_legend(rows[i])) return i;
  }
  return rows.size();
}

}  // namespace mot::importing
