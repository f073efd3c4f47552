#include "mot/evidence/sql/product_queries.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/evidence/cells/number.h"
#include "mot/evidence/sql/engine.h"
#include "mot/evidence/sql/sql_steps.h"

namespace mot::evidence {
namespace {

std::string counted_rows(const AggregatedProducts& products) {
  return products.unit ? "s = 0 AND u <> ''" : "s = 0";
}

/// Σw and Σwx of one unit and one score.
void add_unit_sums(const Aggregation& aggregation, std::size_t score, std::size_t place, SqlLines& lines) {
  const bool is_summed = aggregation.products->unit.has_value();
  const std::string p = fmt::format("p{}", score), sum = is_summed ? "SUM" : "";
  const std::string weighted = aggregation.weight ? "w * " : "";
  lines.push_back(fmt::format("{}(CASE WHEN {} IS NOT NULL THEN {} END) AS w{}", sum, p, aggregation.weight ? "w" : "1", place));
  lines.push_back(fmt::format("{}({}{}) AS x{}", sum, weighted, p, place));
}

void add_product(const std::string& one, const std::string& other, std::size_t i, std::size_t j, SqlLines& lines) {
  for (const auto& [a, b] : {std::pair{"w", "w"}, {"x", "w"}, {"w", "x"}, {"x", "x"}})
    lines.push_back(fmt::format("SUM({}{}{} * {}{}{})", one, a, i, other, b, j));
}

ProductSums product_from(std::span<const std::optional<double>> numbers) {
  return {numbers[0].value_or(0), numbers[1].value_or(0), numbers[2].value_or(0), numbers[3].value_or(0)};
}

std::vector<std::string> words_from(std::span<const std::optional<std::string>> texts) {
  std::vector<std::string> words;
  for (const auto& text : texts) words.emplace_back(trimmed(text.value_or("")));
  return words;
}

std::vector<std::size_t> places_in(std::span<const AggregatedPair> pairs) {
  std::vector<std::size_t> places;
  for (const AggregatedPair& pair : pairs) places.insert(places.end(), {pair.x, pair.y});
  std::ranges::sort(places);
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

/// The words by which a long table tells questions and personas apart; thumbs are none of them.
Aggregation with_words_of_questions(const Aggregation& aggregation) {
  Aggregation questions = aggregation;
  questions.words.resize(*aggregation.products->word + 1);
  return questions;
}

}  // namespace

Query products_query(const Aggregation& aggregation, const SqlTarget& target, std::span<const AggregatedPair> pairs, UnitsBy by) {
  Steps steps(aggregation, target);
  const AggregatedProducts& products = *aggregation.products;
  const std::string cells = steps.cells(), judged = steps.judged(), keys = by == UnitsBy::words ? keys_of(aggregation) : "";
  SqlLines units, sums;
  for (const std::size_t place : places_in(pairs)) add_unit_sums(aggregation, products.scores[place], place, units);
  for (const auto& [one, other] : pairs) {
    if (one == other) sums.push_back(fmt::format("SUM(w{})", one));
    add_product("", "", one, other, sums);
  }
  const std::string grouped = products.unit ? fmt::format("\n  GROUP BY {}u", keys) : std::string(target.dialect.fence);
  const std::string last = keys.empty() ? "" : keys.substr(0, keys.size() - 2);
  Query query{"", {}, by == UnitsBy::words ? aggregation.words.size() : 0, sums.size()};
  query.text = fmt::format("WITH {}, {}, units AS (\n  SELECT\n    {}{}\n  FROM judged\n  WHERE {}{}\n)\nSELECT\n    {}{}\nFROM units",
                           cells, judged, keys, list_of(units), counted_rows(products), grouped, keys, list_of(sums));
  if (!last.empty()) query.text += fmt::format("\nGROUP BY {0}\nORDER BY {0}", last);
  query.values = steps.take_values();
  return query;
}

ProductGroup products_from(const Aggregation& aggregation, std::span<const AggregatedPair> pairs, UnitsBy by, const ResultRow& row) {
  ProductGroup group;
  if (by == UnitsBy::words) group.words = words_from(row.texts);
  group.weights.resize(aggregation.products->scores.size());
  std::span<const std::optional<double>> numbers = row.numbers;
  for (const auto& [one, other] : pairs) {
    if (one == other) {
      group.weights[one] = numbers[0].value_or(0);
      numbers = numbers.subspan(1);
    }
    group.sums.push_back(product_from(numbers));
    numbers = numbers.subspan(4);
  }
  return group;
}

Query long_products_query(const Aggregation& aggregation, const SqlTarget& target) {
  const Aggregation questions = with_words_of_questions(aggregation);
  Steps steps(questions, target);
  const AggregatedProducts& products = *questions.products;
  const std::size_t score = products.scores[0];
  const std::string cells = steps.cells(), judged = steps.judged(), keys = keys_of(questions);
  SqlLines units, texts, numbers{"SUM(a.w0)"};
  add_unit_sums(questions, score, 0, units);
  for (const char side : {'a', 'b'}) {
    for (std::size_t i = 0; i < questions.words.size(); ++i) texts.push_back(fmt::format("{}.k{}", side, i));
  }
  add_product("a.", "b.", 0, 0, numbers);
  Query query{"", {}, texts.size(), numbers.size()};
  const std::string grouped = fmt::format("{}", fmt::join(texts, ", "));
  texts.insert(texts.end(), numbers.begin(), numbers.end());
  query.text = fmt::format(
      "WITH {}, {}, units AS (\n  SELECT\n    {}u,\n    {}\n  FROM judged\n  WHERE {} AND p{} IS NOT NULL\n  GROUP BY {}u\n)\nSELECT\n    "
      "{}\nFROM units a JOIN units b ON a.u = b.u\nGROUP BY {}\nORDER BY {}",
      cells, judged, keys, list_of(units), counted_rows(products), score, keys, list_of(texts), grouped, grouped);
  query.values = steps.take_values();
  return query;
}

ProductGroup long_products_from(const Aggregation& aggregation, const ResultRow& row) {
  const std::span<const std::optional<std::string>> texts = row.texts;
  const std::size_t words = *aggregation.products->word + 1;
  const std::span<const std::optional<double>> numbers = row.numbers;
  return {words_from(texts.first(words)), words_from(texts.subspan(words)), {numbers[0].value_or(0)}, {product_from(numbers.subspan(1))}};
}

Query units_query(const Aggregation& aggregation, const SqlTarget& target) {
  Steps steps(aggregation, target);
  const std::string cells = steps.cells(), judged = steps.judged();
  return {fmt::format("WITH {}, {}\nSELECT COUNT(DISTINCT u)\nFROM judged\nWHERE {}", cells, judged, counted_rows(*aggregation.products)),
          steps.take_values(), 0, 1};
}

}  // namespace mot::evidence
