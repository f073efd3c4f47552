#include "mot/evidence/foot_rows.h"

#include <algorithm>
#include <iterator>

#include "mot/evidence/cells/number.h"
#include "mot/evidence/table_words.h"
#include "mot/text/digits.h"
#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

constexpr std::size_t most_rows = 8;  // mean, spread, number, lowest, highest, sum and notes; more are a column of words

/// In small letters, without accents.
constexpr std::string_view words_of_notes[] = {"source", "sources", "quelle", "quellen", "fuente", "fuentes",  "fonte",       "fontes",
                                               "note",   "notes",   "nb",     "n.b.",    "stand",  "nota",     "anmerkung",   "hinweis",
                                               "base",   "basis",   "as of",  "(c)",     "©",      "remarque", "observacion", "copyright"};

/// `n = 24`, `Mean: 3.4`: a single cell that says what a row of sums would.
bool tells_statistic(std::string_view text) {
  const std::size_t mark = text.find_first_of("=:");
  return mark != std::string_view::npos && number_from(text.substr(mark + 1), DecimalMark::point_or_comma) &&
         statistic_called(trimmed(text.substr(0, mark)));
}

}  // namespace

bool tells_of_table(std::string_view text) {
  const std::string plain = folded(without_accents(text));
  return std::ranges::any_of(words_of_notes, [&](std::string_view word) {
    if (!plain.starts_with(word)) return false;
    const std::string_view rest = trimmed(std::string_view(plain).substr(word.size()));
    return rest.starts_with(':') || word == "(c)" || word == "©" || word == "copyright";
  });
}

// Nearly all rows are seen not to be by a look at their first letter, or at the cell behind.
std::string_view FootRows::word_of(const Row& row) {
  const auto is_filled = [](std::string_view cell) { return !cell.empty(); };
  const auto first = std::ranges::find_if(row.cells, is_filled);
  if (first == row.cells.end() || is_digit(first->front())) return {};
  const bool stands_alone = std::find_if(std::next(first), row.cells.end(), is_filled) == row.cells.end();
  if (stands_alone && row.cells.size() > 1 && (tells_of_table(*first) || tells_statistic(*first))) return *first;
  const auto word = statistic_called(*first);
  return word && word->is_sure ? *first : std::string_view();
}

bool FootRows::takes(const Row& row) {
  const std::string_view word = word_of(row);
  if (word.empty() || held_.size() == most_rows) return false;
  held_.push_back({{row.cells.begin(), row.cells.end()}, row.line, std::string(word)});
  return true;
}

std::vector<std::string> FootRows::words() const {
  std::vector<std::string> words;
  for (const Held& row : held_) words.push_back(row.word);
  return words;
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
