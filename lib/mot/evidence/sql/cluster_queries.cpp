#include "mot/evidence/sql/cluster_queries.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "mot/evidence/cells/number.h"
#include "mot/evidence/sql/engine.h"
#include "mot/evidence/sql/product_queries.h"
#include "mot/evidence/sql/sql_steps.h"

namespace mot::evidence {
namespace {

/// Clusters as the steps of a query know units.
Aggregation with_clusters_as_units(const Aggregation& aggregation) {
  Aggregation units = aggregation;
  units.products = {aggregation.clusters->unit, true, {}, {}};
  return units;
}

/// x of one answer times its weight; nothing where there is no answer.
std::string weighted_answer(const Aggregation& aggregation, const AggregatedScore& score, std::size_t i, SqlCells& parameters) {
  const std::string p = fmt::format("p{}", i), w = aggregation.weight ? "w" : "1";
  if (score.shares.empty()) return fmt::format("{} * {}", w, p);
  const auto lies_in = [&](const AggregatedShare& share) {
    return fmt::format("{} {} {}", p, share.is_below ? "<=" : ">=", parameters.value(share.point - score.middle()));
  };
  const std::string promotes = lies_in(score.shares[0]), detracts = lies_in(score.shares[1]);
  return fmt::format("CASE WHEN {} THEN {} WHEN {} THEN -{} WHEN {} IS NOT NULL THEN 0 END", promotes, w, detracts, w, p);
}

/// `CASE k0 WHEN 'Gepäck' THEN 'belt' ELSE k0 END`.
std::string as_named(const WordColumn& word, const std::string& cell, SqlCells& parameters) {
  if (word.values.empty()) return cell;
  std::string text = "CASE " + cell;
  for (const auto& [written, name] : word.values) {
    const std::string from = parameters.value(std::string(trimmed(written.value)));
    text += fmt::format(" WHEN {} THEN {}", from, parameters.value(name.value));
  }
  return text + fmt::format(" ELSE {} END", cell);
}

/// ΣW, ΣWW, ΣXW, ΣXX, from a place on.
ClusteredSums sums_from(const ResultRow& row, std::size_t first) {
  const auto number = [&](std::size_t i) { return row.numbers[first + i].value_or(0); };
  return {number(0), {number(1), number(2), number(2), number(3)}};
}

std::string word_of(const std::optional<std::string>& text) {
  return std::string(trimmed(text.value_or("")));
}

}  // namespace

Query clustered_outcomes_query(const Aggregation& aggregation, const SqlTarget& target) {
  const Aggregation units = with_clusters_as_units(aggregation);
  Steps steps(units, target);
  const std::string cells = steps.cells(), judged = steps.judged();
  SqlLines sums, results;
  for (std::size_t place = 0; place < units.clusters->outcomes.size(); ++place) {
    const std::size_t i = units.clusters->outcomes[place];
    sums.push_back(fmt::format("SUM(CASE WHEN p{} IS NOT NULL THEN {} END) AS w{}", i, units.weight ? "w" : "1", place));
    sums.push_back(fmt::format("SUM({}) AS x{}", weighted_answer(units, units.scores[i], i, steps.parameters()), place));
    for (const char* const result : {"w{0}", "w{0} * w{0}", "x{0} * w{0}", "x{0} * x{0}"})
      results.push_back(fmt::format("SUM({})", fmt::format(fmt::runtime(result), place)));
  }
  return {fmt::format("WITH {}, {}, units AS (\n  SELECT\n    {}\n  FROM judged\n  WHERE s = 0 AND u <> ''\n  GROUP BY u\n)\nSELECT\n    "
                      "{}\nFROM units",
                      cells, judged, list_of(sums), list_of(results)),
          steps.take_values(), 0, results.size()};
}

std::vector<ClusteredSums> clustered_outcomes_from(const Aggregation& aggregation, const ResultRow& row) {
  std::vector<ClusteredSums> outcomes;
  for (std::size_t place = 0; place < aggregation.clusters->outcomes.size(); ++place) {
    outcomes.push_back(sums_from(row, 4 * place));
  }
  return outcomes;
}

Query clustered_thumbs_query(const Aggregation& aggregation, const SqlTarget& target) {
  const AggregatedThumbs& thumbs = *aggregation.clusters->thumbs;
  Aggregation units = with_clusters_as_units(aggregation);
  units.scores.clear();
  units.words = {thumbs.touchpoint.column, thumbs.verdict.column};
  Steps steps(units, target);
  const std::string cells = steps.cells(), judged = steps.judged(), w = units.weight ? "w" : "1";
  const std::string touchpoint = as_named(thumbs.touchpoint, "k0", steps.parameters());
  const std::string verdict = as_named(thumbs.verdict, "k1", steps.parameters());
  const std::string up(name_of(Verdict::up)), down(name_of(Verdict::down));
  return {
      fmt::format("WITH {}, {}, named AS (\n  SELECT\n    {} AS t0,\n    {} AS v0,\n    u, {} AS w\n  FROM judged\n  WHERE s = 0 AND u <> "
                  "''\n), units AS (\n  SELECT\n    t0, u,\n    SUM(w) AS w0,\n    SUM(CASE WHEN v0 = '{}' THEN w ELSE 0 END) AS x0\n  "
                  "FROM named\n  WHERE v0 IN ('{}', '{}')\n  GROUP BY t0, u\n)\nSELECT\n    t0,\n    SUM(w0),\n    SUM(w0 * w0),\n    "
                  "SUM(x0 * w0),\n    SUM(x0 * x0)\nFROM units\nGROUP BY t0\nORDER BY t0",
                  cells, judged, touchpoint, verdict, w, up, up, down),
      steps.take_values(), 1, 4};
}

ClusteredThumbs clustered_thumbs_from(const ResultRow& row) {
  return {word_of(row.texts[0]), sums_from(row, 0)};
}

Query respondent_pairs_query(const Aggregation& aggregation, const SqlTarget& target, std::size_t score) {
  const AggregatedRespondents& respondents = *aggregation.respondents;
  Aggregation units = aggregation;
  units.products = {respondents.respondent, false, {}, {}};
  units.words.resize(respondents.word + 1);
  Steps steps(units, target);
  const std::string cells = steps.cells(), judged = steps.judged(), w = units.weight ? "w" : "1", p = fmt::format("p{}", score);
  const std::string touchpoint = as_named(respondents.touchpoint, fmt::format("k{}", respondents.word), steps.parameters());
  SqlLines people{"u"}, results;
  for (std::size_t i = 0; i < respondents.word; ++i) {
    people.push_back(fmt::format("k{}", i));
    results.push_back(fmt::format("o.k{}", i));
  }
  results.emplace_back("t.t0");
  const std::string grouped = fmt::format("{}", fmt::join(results, ", ")), who = fmt::format("{}", fmt::join(people, ", "));
  Query query{"", steps.take_values(), results.size(), 8};
  for (const char* const sum : {"COUNT(*)", "SUM(o.v)", "SUM(o.v * o.v)", "SUM(o.v * t.x)", "SUM(o.v * o.y)", "SUM(o.v * t.x * t.x)",
                                "SUM(o.v * o.y * o.y)", "SUM(o.v * t.x * o.y)"})
    results.emplace_back(sum);
  query.text = fmt::format(
      "WITH {}, {}, named AS (\n  SELECT\n    {} AS t0,\n    u, {} AS w, p0\n  FROM judged\n  WHERE s = 0 AND u <> '' AND p0 IS NOT "
      "NULL\n), "
      "of_touchpoints AS (\n  SELECT\n    t0, u,\n    SUM(w * p0) / SUM(w) AS x\n  FROM named\n  GROUP BY t0, u\n), of_whole AS (\n  "
      "SELECT\n  "
      "  {},\n    SUM({} * {}) / SUM({}) AS y,\n    1.0 * SUM({}) / COUNT({}) AS v\n  FROM judged\n  WHERE s = 0 AND u <> '' AND {} IS NOT "
      "NULL\n  GROUP BY {}\n)\nSELECT\n    {}\nFROM of_touchpoints t JOIN of_whole o ON t.u = o.u\nGROUP BY {}\nORDER BY {}",
      cells, judged, touchpoint, w, who, w, p, w, w, p, p, who, list_of(results), grouped, grouped);
  return query;
}

RespondentPairs respondent_pairs_from(const Aggregation& aggregation, const ResultRow& row) {
  const std::size_t words = aggregation.respondents->word;
  RespondentPairs pairs;
  for (std::size_t i = 0; i < words; ++i) pairs.words.push_back(word_of(row.texts[i]));
  pairs.touchpoint = word_of(row.texts[words]);
  const auto number = [&](std::size_t i) { return row.numbers[i].value_or(0); };
  pairs.sums = {count_of(row.numbers[0]), number(1), number(2), number(3), number(4), number(5), number(6), number(7)};
  return pairs;
}

Query clusters_query(const Aggregation& aggregation, const SqlTarget& target) {
  return units_query(aggregation.products ? aggregation : with_clusters_as_units(aggregation), target);
}

}  // namespace mot::evidence
