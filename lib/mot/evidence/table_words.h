// Words of what people write around a table of answers, in five languages: tables of codes, and rows that sum the answers up.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mot::evidence {

/// What a column of a table of codes holds.
enum class CodePart : std::uint8_t {
  other,
  name,     ///< what a column of the answers is called, or asks
  code,     ///< what stands in cells
  meaning,  ///< what it means
  said,     ///< either of the two: `Label`, `Description`
  missing   ///< numbers that are no answer
};
CodePart code_part_called(std::string_view heading);

/// Whether a table is called like one of codes: `Codebook`, `Value labels`, `Codierung`, `Leyenda`.
bool is_called_table_of_codes(std::string_view name);

/// What a row that sums up a column holds.
enum class Statistic : std::uint8_t { mean, median, spread, highest, lowest, count, sum };
std::string_view name_of(Statistic statistic);

struct StatisticWord {
  Statistic statistic = Statistic::mean;
  bool is_sure = false;  ///< not so where people and codes may be called alike: `Max`, `M`, `N`
};
/// What a cell calls a row; nothing where it calls it none. Nearly all cells are seen not to by their first letters.
std::optional<StatisticWord> statistic_called(std::string_view cell);

/// The words of a text in small letters without accents, a blank between each two.
std::string words_text(std::string_view text);

}  // namespace mot::evidence
