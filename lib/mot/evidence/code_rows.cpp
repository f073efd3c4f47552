#include "mot/evidence/code_rows.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "mot/evidence/cells/answer_words.h"
#include "mot/evidence/cells/no_answer_words.h"
#include "mot/evidence/cells/number.h"
#include "mot/evidence/table_words.h"

namespace mot::evidence {
namespace {

struct FilledCell {
  std::string_view text;
  std::size_t column;
};

constexpr std::size_t most_filled = 4;  // a name, a code, its meaning and a remark

/// Nothing where they are more than a row of such a table fills.
std::vector<FilledCell> filled_cells(std::span<const std::string_view> cells) {
  std::vector<FilledCell> filled;
  for (std::size_t i = 0; i < cells.size() && filled.size() <= most_filled; ++i) {
    if (!cells[i].empty()) filled.push_back({cells[i], i});
  }
  return filled.size() > most_filled ? std::vector<FilledCell>() : filled;
}

bool is_whole(std::string_view text) {
  const auto number = number_from(text, DecimalMark::point_or_comma);
  return number && *number == std::floor(*number);
}

bool is_meaning(std::string_view text) {
  if (text.size() < 2) return false;
  const auto is_letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  const bool says_words = std::ranges::any_of(text, [&](char c) { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; });
  return says_words && !number_from(text, DecimalMark::point_or_comma) && !statistic_called(text);
}

/// A word of a few letters, as short as hardly an answer is.
bool is_letters_code(std::string_view text) {
  constexpr std::size_t longest = 3;
  return !text.empty() && text.size() <= longest && text.find(' ') == std::string_view::npos;
}

bool are_headings(const std::vector<FilledCell>& filled) {
  std::size_t codes = 0, meanings = 0;
  for (const FilledCell& cell : filled) {
    const CodePart part = code_part_called(cell.text);
    const bool is_scale = part == CodePart::other && is_called_table_of_codes(cell.text);  // `Skala | Bedeutung`
    if (part == CodePart::other && !is_scale) return false;
    codes += part == CodePart::code || is_scale;
    meanings += part == CodePart::meaning || part == CodePart::said;
  }
  return meanings > 0 && codes + meanings > 1;
}

std::optional<CodeRow> code_of(const FilledCell& code, const FilledCell& meaning) {
  const bool is_known = goodness_of(meaning.text).has_value();
  const bool is_code = is_whole(code.text) || (is_letters_code(code.text) && is_known);
  if (!is_code || !is_meaning(meaning.text)) return std::nullopt;
  return CodeRow{CodeRowKind::code, {{std::string(code.text), std::string(meaning.text)}}, meaning.column};
}

/// `1 | Very bad`, `Very bad | 1`, `Room | 1 | Very bad`.
std::optional<CodeRow> code_in(const std::vector<FilledCell>& filled) {
  constexpr std::size_t with_name = 3;
  if (filled.size() == with_name) return is_whole(filled[0].text) ? std::nullopt : code_of(filled[1], filled[2]);
  if (filled.size() != 2) return std::nullopt;
  if (auto found = code_of(filled[0], filled[1])) return found;
  const bool is_turned = is_whole(filled[1].text) && goodness_of(filled[0].text).has_value();
  return is_turned ? code_of(filled[1], filled[0]) : std::nullopt;
}

/// Whether a text begins with what it lists, behind `Scale:` at most: a question may tell its scale at its end.
bool begins_with_codes(std::string_view text, const std::vector<Code>& codes) {
  constexpr std::size_t longest_lead = 24;
  const auto begins = [&](std::string_view rest) {
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == '{' || rest.front() == '(')) rest.remove_prefix(1);
    return rest.starts_with(codes.front().first) || rest.starts_with(codes.front().second) || rest.starts_with("\u2212");
  };
  const std::size_t lead = text.substr(0, longest_lead).find(": ");
  return begins(text) || (lead != std::string_view::npos && begins(text.substr(lead + 1)));
}

/// Codes in single cells of a row, beside a name at most.
std::optional<CodeRow> listing_in(std::span<const std::string_view> cells) {
  const auto may_list = [](std::string_view cell) { return cell.size() > 2 && cell.find_first_of("=:()-.\xE2") != std::string_view::npos; };
  CodeRow row{CodeRowKind::listing};
  std::size_t others = 0, listings = 0;
  for (const std::string_view cell : cells) {
    if (cell.empty()) continue;
    const auto codes = may_list(cell) && is_meaning(cell) ? codes_in(cell) : std::vector<Code>();
    if ((codes.empty() || !begins_with_codes(cell, codes)) && ++others > 1) return std::nullopt;
    listings += !codes.empty();
    row.codes.insert(row.codes.end(), codes.begin(), codes.end());
  }
  return listings > 0 && listings >= others ? std::optional(std::move(row)) : std::nullopt;
}

}  // namespace

std::optional<CodeRow> code_row_in(std::span<const std::string_view> cells) {
  constexpr std::size_t longest_title = 80;
  if (auto listing = listing_in(cells)) return listing;
  const std::vector<FilledCell> filled = filled_cells(cells);
  if (filled.empty()) return std::nullopt;
  if (are_headings(filled)) return CodeRow{CodeRowKind::headings};
  if (filled.size() > 1) return code_in(filled);
  const bool is_title = is_meaning(filled[0].text) && filled[0].text.size() <= longest_title;
  return is_title ? std::optional(CodeRow{CodeRowKind::title}) : std::nullopt;
}

bool are_table_of_codes(std::span<const CodeRow* const> rows) {
  std::size_t codes = 0, known = 0;
  bool has_headings = false;
  for (const CodeRow* row : rows) {
    has_headings = has_headings || row->kind == CodeRowKind::headings;
    codes += row->codes.size();
    for (const auto& [code, meaning] : row->codes) known += goodness_of(meaning).has_value() || is_no_answer(meaning);
  }
  return codes > 1 && (has_headings || known * 2 >= codes) && (has_headings || known > 1);
}

}  // namespace mot::evidence
