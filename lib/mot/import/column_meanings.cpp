#include "mot/import/column_meanings.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/evidence/cells/number.h"
#include "mot/import/import.h"
#include "mot/import/plain_line.h"
#include "mot/import/survey/declared_scale.h"
#include "mot/import/survey/heading_words.h"
#include "mot/import/table_scores.h"
#include "mot/model/duration_words.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

/// Whether all cells of a column that say something are of a kind, and there is one.
template <typename IsOfKind>
bool holds_only(std::size_t column, const std::vector<TableRow>& rows, const IsOfKind& is_of_kind) {
  std::size_t found = 0;
  for (const TableRow& row : rows) {
    const std::string text = column < row.cells.size() ? plain_line(row.cells[column]) : std::string();
    const bool is_one = is_of_kind(text);
    if (says_something(text) && !is_one) return false;
    found += is_one;
  }
  return found > 0;
}

/// Feelings in numbers are how it is lived, where no other column says that.
void take_feelings_in_numbers(std::vector<Heading>& headings, const std::vector<TableRow>& rows, std::set<std::size_t>& by_cells) {
  const auto says_actual = [](const Heading& heading) { return heading.facet == Facet::actual || heading.facet == Facet::actual_score; };
  const auto feelings = std::ranges::find(headings, Facet::feels, &Heading::facet);
  if (feelings == headings.end() || std::ranges::any_of(headings, says_actual)) return;
  const auto column = static_cast<std::size_t>(feelings - headings.begin());
  const auto is_number = [](const std::string& text) {
    return evidence::number_from(text, evidence::DecimalMark::point_or_comma).has_value();
  };
  if (holds_only(column, rows, is_number)) feelings->facet = Facet::actual_score, by_cells.insert(column);
}

/// `Attente` in French is what is expected and how long one waits: lengths of time alone are the latter.
void take_waits_among_wishes(std::vector<Heading>& headings, const std::vector<TableRow>& rows, std::set<std::size_t>& by_cells) {
  const auto wishes = std::ranges::find(headings, Facet::customer, &Heading::facet);
  if (wishes == headings.end() || std::ranges::find(headings, Facet::waits, &Heading::facet) != headings.end()) return;
  const auto column = static_cast<std::size_t>(wishes - headings.begin());
  if (!holds_only(column, rows, [](const std::string& text) { return !duration_meant_by(text).written.empty(); })) return;
  wishes->facet = Facet::waits;
  by_cells.insert(column);
  for (Heading& other : headings) {
    if (!other.facet && headings_of({&other.text, 1}).front().facet == Facet::customer) {
      other.facet = Facet::customer;
      return;
    }
  }
}

/// In small letters, without accents: of scores, or of their scale.
constexpr std::string_view words_of_scales[] = {"score",      "scale",     "rating",    "ratings", "points", "punkt",
                                                "skala",      "bewertung", "note",      "echelle", "escala", "puntos",
                                                "puntuacion", "pontos",    "pontuacao", "nota",    "notas"};

DeclaredScale scale_beside(std::string_view text) {
  DeclaredScale declared = declared_scale(text);
  if (!declared.scale) declared.scale = scale_at_end(text);
  return declared;
}

bool falls(const DeclaredScale& declared) {
  return declared.is_directed && declared.scale && declared.scale->min > declared.scale->max;
}

}  // namespace

bool says_scale(std::string_view text) {
  const DeclaredScale declared = scale_beside(text);
  const std::string plain = folded(without_accents(text));
  const auto stands_in = [&](std::string_view word) { return plain.find(word) != std::string::npos; };
  return declared.scale && (declared.has_words || declared.is_directed || std::ranges::any_of(words_of_scales, stands_in));
}

std::string take_scale_beside(std::span<const std::string> texts, std::vector<Heading>& headings, const std::string& file) {
  const auto is_of_scores = [](const Heading& heading) {
    return heading.facet && (is_of_score(*heading.facet) || score_beside(*heading.facet));
  };
  const bool has_scale = std::ranges::any_of(headings, [&](const Heading& heading) { return is_of_scores(heading) && heading.scale; });
  if (std::ranges::none_of(headings, is_of_scores)) return {};
  std::string taken;
  for (const std::string& text : texts) {
    if (!says_scale(text)) continue;
    const DeclaredScale declared = scale_beside(text);
    if (falls(declared))
      throw CannotImport(
          fmt::format("'{}': {} says that the smallest number is the best, and a score rises to the best; turn the numbers "
                      "round (of 1 to {} each is {} less itself), and take the line out",
                      printable(file), in_quotes(text), declared.scale->min, declared.scale->min + declared.scale->max));
    if (has_scale || !taken.empty()) continue;
    for (Heading& heading : headings) {
      if (is_of_scores(heading)) heading.scale = declared.scale;
    }
    taken = text;
  }
  return taken;
}

void refuse_turned_scores(std::span<const Heading> headings, const std::string& file) {
  for (const Heading& heading : headings) {
    if (!heading.facet || !(is_of_score(*heading.facet) || score_beside(*heading.facet))) continue;
    if (!falls(declared_scale(heading.text)) && !says(HeadingWord::school_grade, heading.text)) continue;
    throw CannotImport(
        fmt::format("'{}': in the column {} the smallest number is the best, and a score rises to the best; turn its numbers "
                    "round (of grades 1 to 6 each is 7 less itself), and call it otherwise",
                    printable(file), in_quotes(plain_line(heading.text))));
  }
}

std::set<std::size_t> settle_headings_by_cells(std::vector<Heading>& headings, const std::vector<TableRow>& rows) {
  std::set<std::size_t> by_cells;
  take_feelings_in_numbers(headings, rows, by_cells);
  take_waits_among_wishes(headings, rows, by_cells);
  return by_cells;
}

}  // namespace mot::importing
