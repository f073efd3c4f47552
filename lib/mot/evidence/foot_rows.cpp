#include "mot/evidence/foot_rows.h"

#include <algorithm>

#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

constexpr std::size_t most_rows = 6;  // mean, spread, number, lowest, highest and sum; more are a column of words

/// What such rows begin with, in the five languages that exports are mostly in; small letters.
constexpr std::string_view words_of_foot[] = {"average",
                                              "avg",
                                              "mean",
                                              "median",
                                              "total",
                                              "totals",
                                              "sum",
                                              "grand total",
                                              "subtotal",
                                              "std dev",
                                              "standard deviation",
                                              "count",
                                              "mittelwert",
                                              "mittel",
                                              "schnitt",
                                              "summe",
                                              "gesamt",
                                              "anzahl",
                                              "durchschnitt",
                                              "stabw",
                                              "standardabweichung",
                                              "moyenne",
                                              "médiane",
                                              "mediane",
                                              "somme",
                                              "effectif",
                                              "écart type",
                                              "media",
                                              "promedio",
                                              "mediana",
                                              "suma",
                                              "média",
                                              "soma",
                                              "desvio padrão",
                                              "desviación estándar"};
constexpr std::size_t longest = 24;  // bytes; no word is longer

}  // namespace

// Nearly all rows are seen not to be by a look at their first
// letter.
std::string_view FootRows::word_of(const Row& row) {
  const auto first = std::ranges::find_if(row.cells, [](std::string_view cell) { return !cell.empty(); });
  if (first == row.cells.end() || first->size() > longest) return {};
  const auto letter = static_cast<unsigned char>(first->front());
  const bool may_be_word = letter >= 0x80 || (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
  if (!may_be_word) return {};
  std::string_view word = *first;
  while (word.ends_with(':') || word.ends_with('.')) word.remove_suffix(1);
  return std::ranges::find(words_of_foot, folded(word)) == std::end(words_of_foot) ? std::string_view() : *first;
}

bool FootRows::takes(const Row& row) {
  const std::string_view word = word_of(row);
  if (word.empty() || held_.size() == most_rows) return false;
  held_.push_back({{row.cells.begin(), row.cells.end()}, row.line, std::string(word)});
  return true;
}

void FootRows::give_back(const std::function<void(const Row&)>& take) {
  const std::vector<Held> held = std::move(held_);
  held_.clear();
  for (const Held& row : held) {
    const std::vector<std::string_view> cells(row.cells.begin(), row.cells.end());
    take({cells, row.line});
  }
}

}  // namespace mot::evidence
