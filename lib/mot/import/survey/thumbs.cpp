#include "mot/import/survey/thumbs.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

#include "mot/import/survey/no_answers.h"
#include "mot/import/survey/scale_text.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

/// In small letters.
constexpr std::string_view words_of_up[] = {
    "up", "thumbs up", "thumb up", "daumen hoch", "pouce en haut", "pulgar arriba", "polegar para cima"};
constexpr std::string_view words_of_down[] = {"down",         "thumbs down",  "thumb down",        "daumen runter",
                                              "pouce en bas", "pulgar abajo", "polegar para baixo"};

/// Whether a cell is a thumb, and which way it points.
std::optional<bool> points_up(std::string_view cell) {
  const std::string word = folded(cell);
  if (cell.starts_with("\U0001F44D") || std::ranges::find(words_of_up, word) != std::end(words_of_up)) return true;
  if (cell.starts_with("\U0001F44E") || std::ranges::find(words_of_down, word) != std::end(words_of_down)) return false;
  return std::nullopt;
}

}  // namespace

std::string thumbs_in(const ColumnProfile& column) {
  std::string thumbs;
  if (column.is_many()) return {};
  for (const auto& [value, count] : column.values) {
    const auto up = points_up(value);
    if (!up && !says_no_answer(value)) return {};
    if (up) thumbs += fmt::format("{}{}: {}", thumbs.empty() ? "" : ", ", cell_text(value), *up ? "up" : "down");
  }
  return thumbs;
}

}  // namespace mot::importing
