#include "mot/import/foot_notes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "mot/evidence/cells/number.h"
#include "mot/evidence/foot_rows.h"
#include "mot/import/column_meanings.h"
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

/// In small letters, without accents: how remarks below tables begin.
constexpr std::string_view beginnings_of_remarks[] = {"as of ",       "prepared by ",  "created by ",  "compiled by ",   "last updated",
                                                      "updated ",     "erstellt von ", "erstellt am ", "stand ",         "zuletzt ",
                                                      "prepare par ", "etabli par ",   "mis a jour ",  "elaborado por ", "preparado por ",
                                                      "actualizado ", "atualizado "};

/// `5 = very good`, `n = 240`: what a sign means.
bool explains_sign(std::string_view text) {
  constexpr std::size_t longest_sign = 12;
  const std::size_t at = text.find('=');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() && at <= longest_sign;
}

/// Whether a text that stands alone below a table tells of it, or how to read it.
bool is_remark(const std::string& text) {
  constexpr std::string_view signs[] = {"*", "\u2020", "\u2021"};
  const std::string plain = folded(without_accents(text));
  const auto begins = [&](std::string_view beginning) { return plain.starts_with(beginning); };
  return evidence::tells_of_table(text) || std::ranges::any_of(signs, begins) || std::ranges::any_of(beginnings_of_remarks, begins) ||
         explains_sign(text) || says_scale(text);
}

}  // namespace

bool names_sum(std::string_view text) {
  const std::array cells{text};
  return !evidence::FootRows::word_of({cells, 0}).empty();
}

namespace {

bool names_part_sum(std::string_view text) {
  constexpr std::string_view of_parts[] = {"subtotal", "zwischensumme", "teilsumme", "subtotales", "subtotais", "parcial"};
  const std::vector<std::string> words = words_of(without_accents(text));
  const bool is_in_two_words = words.size() > 1 && (words[0] == "sub" || words[0] == "sous") && words[1] == "total";
  return is_in_two_words || (!words.empty() && std::ranges::find(of_parts, words.front()) != std::end(of_parts));
}

/// A number in a cell of a row, where there is one.
std::optional<double> number_at(const TableRow& row, std::size_t column) {
  if (column >= row.cells.size()) return std::nullopt;
  return evidence::number_from(plain_line(row.cells[column]), evidence::DecimalMark::point_or_comma);
}

/// Whether all numbers of a row are the sums, or the means, of those above them in the rows given.
bool sums_up(const TableRow& sum, std::span<const TableRow> rows) {
  constexpr double rounding = 0.051;
  std::size_t numbers = 0;
  for (std::size_t i = 0; i < sum.cells.size(); ++i) {
    const auto told = number_at(sum, i);
    if (!told) continue;
    double total = 0, count = 0;
    for (const TableRow& row : rows) {
      if (const auto number = number_at(row, i)) total += *number, ++count;
    }
    if (count < 1 || (std::abs(total - *told) > rounding && std::abs(total / count - *told) > rounding)) return false;
    ++numbers;
  }
  return numbers > 0;
}

}  // namespace

std::vector<TableRow> take_out_sums(std::vector<TableRow>& rows) {
  std::vector<TableRow> kept, taken;
  std::size_t last = 0;  // of `kept`, where the rows since the last sum begin
  for (TableRow& row : rows) {
    const auto first = std::ranges::find_if(row.cells, [](const std::string& cell) { return !plain_line(cell).empty(); });
    const bool is_sum =
        is_sum_row(row.cells) && (names_part_sum(*first) || sums_up(row, kept) || sums_up(row, std::span(kept).subspan(last)));
    if (is_sum) last = kept.size();
    (is_sum ? taken : kept).push_back(std::move(row));
  }
  rows = std::move(kept);
  return taken;
}

bool is_sum_row(std::span<const std::string> cells) {
  const auto is_filled = [](const std::string& cell) { return !plain_line(cell).empty(); };
  const auto first = std::ranges::find_if(cells, is_filled);
  if (first == cells.end()) return false;
  const auto others = cells.subspan(static_cast<std::size_t>(first - cells.begin()) + 1);
  const auto says_words = [&](const std::string& cell) { return is_filled(cell) && !is_number(plain_line(cell)); };
  if (std::ranges::none_of(others, is_filled) || std::ranges::any_of(others, says_words)) return false;
  return names_sum(plain_line(*first)) || names_part_sum(*first);
}

std::size_t rows_above_remarks(std::span<const TableRow> rows) {
  const auto filled = [](const TableRow& row) {
    return std::ranges::count_if(row.cells, [](const std::string& cell) { return !plain_line(cell).empty(); });
  };
  std::size_t first = rows.size();
  while (first > 0 && filled(rows[first - 1]) <= 1) --first;
  if (first == 0) return rows.size();
  for (std::size_t i = first; i + 1 < rows.size(); ++i) {
    const auto said = std::ranges::find_if(rows[i].cells, [](const std::string& cell) { return !plain_line(cell).empty(); });
    if (said != rows[i].cells.end() && plain_line(*said).ends_with(':')) return i;
  }
  return rows.size();
}

bool is_foot_row(std::span<const std::string> cells) {
  const auto is_filled = [](const std::string& cell) { return !plain_line(cell).empty(); };
  const auto first = std::ranges::find_if(cells, is_filled);
  if (first == cells.end()) return false;
  const auto others = cells.subspan(static_cast<std::size_t>(first - cells.begin()) + 1);
  if (is_remark(plain_line(*first)) && std::ranges::none_of(others, is_filled)) return true;
  return is_sum_row(cells);
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
