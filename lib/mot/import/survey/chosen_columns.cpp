#include "mot/import/survey/chosen_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

#include "mot/evidence/foot_rows.h"
#include "mot/import/foot_notes.h"
#include "mot/import/plain_line.h"
#include "mot/load/fields/name_ids.h"

namespace mot::importing {
namespace {

/// An id that none of the others has.
std::string new_id(std::string_view name, std::string_view language, std::set<std::string>& taken) {
  std::string id = id_of_name(name, std::string(language));
  if (id.empty()) id = "moment";
  const std::string stem = id;
  for (std::size_t number = 2; !taken.insert(id).second; ++number) id = fmt::format("{}-{}", stem, number);
  return id;
}

/// One for each value of the column that says what a row is about.
std::vector<KnownTouchpoint> touchpoints_in_rows(const ColumnProfile& column, std::string_view language) {
  std::vector<KnownTouchpoint> touchpoints;
  std::set<std::string> taken;
  for (const auto& [value, count] : column.values) {
    const std::string name = plain_line(named_by_cell(column, value));
    if (!says_something(name) || names_sum(name) || evidence::tells_of_table(name)) continue;
    std::string id = new_id(name, language, taken);
    touchpoints.push_back({std::move(id), name});
  }
  return touchpoints;
}

}  // namespace

bool is_on_scale(const Survey& survey, const ScoreColumn& score) {
  return survey.scale && survey.scale->min == score.scores.min && survey.scale->max == score.scores.max &&
         agree_on_words(survey.scale->values, score.scores.values) && (!score.scores.labels || score.scores.labels == survey.scale->labels);
}

Chosen chosen_among(const Survey& survey) {
  const auto rank = [&](const ScoreColumn& score) { return std::tuple(is_on_scale(survey, score), score.is_in_battery); };
  Chosen chosen;
  std::set<std::size_t> tied;
  for (const ScoreColumn& score : survey.scores) {
    if (!score.match || !score.match->is_sure) continue;
    const std::size_t touchpoint = score.match->touchpoint;
    const auto [at, is_new] = chosen.emplace(touchpoint, &score);
    if (is_new) continue;
    if (rank(score) == rank(*at->second)) tied.insert(touchpoint);
    if (rank(score) <= rank(*at->second)) continue;
    at->second = &score;
    tied.erase(touchpoint);
  }
  for (const std::size_t touchpoint : tied) chosen.erase(touchpoint);
  return chosen;
}

bool is_among(const Chosen& chosen, const ScoreColumn& score) {
  return score.match && chosen.contains(score.match->touchpoint) && chosen.at(score.match->touchpoint) == &score;
}

std::vector<KnownTouchpoint> touchpoints_asked_about(Survey& survey) {
  if (survey.published) return touchpoints_in_rows(survey.columns[survey.published->asked], survey.language);
  if (survey.question) return touchpoints_in_rows(survey.columns[*survey.question], survey.language);
  const bool has_battery = std::ranges::any_of(survey.scores, &ScoreColumn::is_in_battery);
  std::vector<KnownTouchpoint> touchpoints;
  std::set<std::string> taken;
  for (ScoreColumn& score : survey.scores) {
    if (has_battery && !score.is_in_battery) continue;
    std::string name = plain_line(score.item);
    if (!says_something(name)) name = fmt::format("Question {}", score.column + 1);
    std::string id = new_id(name, survey.language, taken);
    const auto is_called_so = [&](const KnownTouchpoint& other) { return other.name == name; };
    if (std::ranges::any_of(touchpoints, is_called_so)) name += fmt::format(" ({})", plain_line(survey.columns[score.column].name));
    score.match = TouchpointMatch{touchpoints.size(), 1, true};
    touchpoints.push_back({std::move(id), std::move(name)});
  }
  return touchpoints;
}

}  // namespace mot::importing
