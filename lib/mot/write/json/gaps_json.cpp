#include "mot/write/json/gaps_json.h"

#include <algorithm>

#include "mot/analysis/compare/aims.h"
#include "mot/analysis/compare/terms.h"
#include "mot/analysis/contrasts.h"
#include "mot/analysis/gaps.h"
#include "mot/analysis/interval_names.h"
#include "mot/analysis/kpis.h"
#include "mot/analysis/sets.h"
#include "mot/tables/gaps_figures.h"
#include "mot/tables/groups_figures.h"
#include "mot/write/json/distribution_json.h"
#include "mot/write/json/gaps_keys.h"
#include "mot/write/json/gates_json.h"
#include "mot/write/json/json_values.h"
#include "mot/write/json/narrative_json.h"
#include "mot/write/json/places_json.h"
#include "mot/write/json/summary_json.h"

namespace mot {
namespace {

namespace keys = gaps_keys;

Json share_json(const std::optional<Share>& share, const char* count, const char* of) {
  if (!share) return nullptr;
  return {{count, share->count},
          {of, share->of},
          {keys::share, share->value},
          {"interval", json_of(std::optional(share->interval))},
          {keys::n_effective, share->n_effective},
          {"interval_kind", wilson_interval}};
}

Json gaps_of(const Gaps& gaps) {
  Json object = Json::object();
  for (const auto& [kind, member, acts] : gap_owners) object[std::string(name_of(kind))] = json_of(gaps.*member);
  return object;
}

Json widest_of(const Gaps& gaps, const Scale& scale) {
  const auto widest = widest_gap(gaps, scale);
  if (!widest) return nullptr;
  return {{"name", name_of(widest->kind)}, {"points", widest->points}, {"acts", widest->acts.empty() ? Json(nullptr) : Json(widest->acts)}};
}

Json quotes_json(const TouchpointAnswers& answers, const std::optional<std::size_t>& persona) {
  Json list = Json::array();
  for (const Quote& quote : answers.quotes) {
    if (persona && quote.persona != persona) continue;
    list.push_back({{"text", quote.text}, {"verdict", json_of(quote.verdict)}});
  }
  return list;
}

Json persona_gap_json(const Workspace& workspace, const std::optional<GroupGap>& gap) {
  if (!gap) return nullptr;
  return {{"better", workspace.personas[gap->better].id.value},
          {"worse", workspace.personas[gap->worse].id.value},
          {"difference", gap->difference},
          {"interval", json_of(gap->interval)},
          {"p", json_of(gap->p)},
          {"established", gap->is_established},
          {"interval_kind", gap->interval ? Json(welch_interval) : Json(nullptr)}};
}

Json practice_gap_json(const Touchpoint& touchpoint, const Scale& scale) {
  const auto gap = practice_gap(touchpoint, scale);
  if (!gap) return nullptr;
  return {{"top", gap->top.mean},
          {"typical", gap->typical.mean},
          {"difference", gap->difference},
          {"interval", json_of(gap->interval)},
          {"only_top", practices_at(touchpoint).only_top},
          {"interval_kind", gap->interval ? Json(welch_interval) : Json(nullptr)}};
}

/// Answers that nobody could count are unknown in number.
Json lost_json(double answers) {
  return answers < AnswerSums::uncounted ? Json(answers) : Json(nullptr);
}

Json lost_json(const LostAnswers& lost) {
  return {{figure_keys::actual, lost_json(lost.lived)},
          {"desired", lost_json(lost.wished)},
          {keys::importance, lost_json(lost.importance)},
          {keys::thumbs, lost_json(lost.thumbs)}};
}

/// What the figures go by beside what they tell: all that is not in them.
double lost_in(const Analysis& analysis) {
  double lost = 0;
  for (const Figures& figures : analysis.touchpoints) lost += figures.lost.lived + figures.lost.wished + figures.lost.importance;
  return lost;
}

/// How the moment honours what each persona is proud of, by id; of the persona alone, where one was asked for.
Json flags_json(const Workspace& workspace, const Touchpoint& touchpoint, const std::optional<std::size_t>& persona) {
  Json object = Json::object();
  for (const auto& [whose, honours] : touchpoint.flags) {
    if (!whose.index || (persona && whose.index != persona)) continue;
    object[workspace.personas[*whose.index].id.value] = honours.value;
  }
  return object;
}

Json texts_json(const std::vector<Text>& texts) {
  Json list = Json::array();
  for (const Text& text : texts) list.push_back(text.value);
  return list;
}

Json practices_json(const Touchpoint& touchpoint) {
  const Practices practices = practices_at(touchpoint);
  return {{"top", practices.top}, {"typical", practices.typical}};
}

template <class Word, class Values>
Json by_word(const Values& values) {
  Json object = Json::object();
  for (std::size_t i = 0; i < values.size(); ++i) object[std::string(names_of<Word>[i])] = json_of(values[i]);
  return object;
}

Json sensitivity_json(const GapsDocument& document, std::size_t index) {
  if (document.otherwise.empty()) return nullptr;
  const Otherwise& otherwise = document.otherwise[index];
  return {{"ranks", by_word<Method>(otherwise.ranks)}, {"quadrants", by_word<CrosshairAt>(otherwise.quadrants)}};
}

Json persona_json(const GapsDocument& document) {
  const auto& persona = document.analysis.persona;
  return persona ? Json(document.workspace.personas[*persona].id.value) : Json(nullptr);
}

/// A touchpoint in the document, and what its keys are made from.
struct NestedRow {
  const GapsDocument& document;
  const TouchpointPlaces& places;
  std::size_t index;

  const Touchpoint& touchpoint() const { return document.workspace.touchpoints[index]; }
  const Figures& figures() const { return document.analysis.touchpoints[index]; }
  const TouchpointAnswers* answers() const {
    const bool has_answers = document.answers && index < document.answers->touchpoints.size();
    return has_answers ? &document.answers->touchpoints[index] : nullptr;
  }
};

Json kept_json(const NestedRow& row) {
  return {{keys::standard, share_json(row.figures().standard_kept, keys::count, keys::of)},
          {keys::promise, share_json(row.figures().promise_kept, keys::count, keys::of)}};
}

template <CountedShare (AnswerSums::*counted)() const>
Json points_json(const NestedRow& row) {
  const TouchpointAnswers* const answers = row.answers();
  return answers ? share_json(share_of((answers->actual.*counted)()), keys::count, keys::of) : Json(nullptr);
}

Json spread_json(const NestedRow& row) {
  const TouchpointAnswers* const answers = row.answers();
  return answers ? distribution_json(answers->actual.distribution, row.document.workspace.project.scale) : Json(nullptr);
}

Json rank_range_json(const NestedRow& row) {
  const auto range = row.document.rank_ranges.empty() ? std::nullopt : row.document.rank_ranges[row.index];
  return range ? Json::array({range->best, range->worst}) : Json(nullptr);
}

Json quotes_of(const NestedRow& row) {
  return row.answers() ? quotes_json(*row.answers(), row.document.analysis.persona) : Json(nullptr);
}

Json persona_gap_of(const NestedRow& row) {
  return row.answers() ? persona_gap_json(row.document.workspace, row.places.persona_gaps[row.index]) : Json(nullptr);
}

/// What later figures are held against, beside the targets.
Json aims_json(const NestedRow& row) {
  return {{keys::asked, row.figures().wish.has_value()},
          {keys::standard, json_of(score_of(row.touchpoint().standard))},
          {keys::promise, json_of(score_of(row.touchpoint().promise))}};
}

using Nested = const NestedRow&;

/// Figures that are objects or lists.
constexpr struct {
  std::string_view key;
  Json (*json)(Nested);
} nested_figures[] = {
    {"journeys", [](Nested row) { return row.places.journeys[row.index]; }},
    {"stages", [](Nested row) { return row.places.stages[row.index]; }},
    {keys::thumbs, [](Nested row) { return share_json(row.figures().thumbs, keys::up, keys::n); }},
    {keys::top_two, points_json<&AnswerSums::top_two_share>},
    {"bottom_two", points_json<&AnswerSums::bottom_two_share>},
    {"distribution", spread_json},
    {"gaps", [](Nested row) { return gaps_of(row.figures().gaps); }},
    {"widest_gap", [](Nested row) { return widest_of(row.figures().gaps, row.document.workspace.project.scale); }},
    {keys::kept, kept_json},
    {"rank_range", rank_range_json},
    {"sensitivity", [](Nested row) { return sensitivity_json(row.document, row.index); }},
    {"quotes", quotes_of},
    {"persona_gap", persona_gap_of},
    {"practice_gap", [](Nested row) { return practice_gap_json(row.touchpoint(), row.document.workspace.project.scale); }},
    {"flags", [](Nested row) { return flags_json(row.document.workspace, row.touchpoint(), row.document.analysis.persona); }},
    {"remember", [](Nested row) { return texts_json(row.touchpoint().remember); }},
    {keys::lost, [](Nested row) { return lost_json(row.figures().lost); }},
    {"practices", [](Nested row) { return practices_json(row.touchpoint()); }},
    {keys::aims, aims_json},
};

Json touchpoint_json(const GapsDocument& document, const TouchpointPlaces& places, std::size_t index) {
  const TouchpointRow row{document.workspace, document.analysis, document.rank_ranges, index, document.answers};
  Json object = Json::object();
  for (const auto& figure : gaps_figures()) {
    put_figure(figure, row, object);
    const auto nested = std::ranges::find(nested_figures, figure.key, [](const auto& one) { return one.key; });
    if (nested != std::end(nested_figures)) object[std::string(figure.key)] = nested->json({document, places, index});
  }
  return object;
}

Json touchpoints_json(const GapsDocument& document) {
  const TouchpointPlaces places = places_in(document.workspace, document.answers);
  Json list = Json::array();
  for (std::size_t i = 0; i < document.workspace.touchpoints.size(); ++i) list.push_back(touchpoint_json(document, places, i));
  return list;
}

/// What a later wave is compared by.
void put_what_tests_need(const OutcomeFigures& figures, Json& object) {
  if (const auto& mean = figures.mean) {
    object[keys::n_effective] = mean->n_effective;
    object[keys::sd] = json_of(mean->sd);
    if (mean->clusters > 0) object[keys::clusters] = mean->clusters;
  }
  if (const auto& answers = figures.recommendations) {
    object[keys::n_effective] = answers->n;
    object[keys::promoters] = answers->promoters;
    object[keys::detractors] = answers->detractors;
  }
}

Json outcomes_json(const GapsDocument& document) {
  Json list = Json::array();
  for (const OutcomeFigures& figures : document.analysis.outcomes) {
    const SurveySource& source = document.workspace.sources[figures.source];
    const SourceOutcome& outcome = source.outcomes[figures.outcome];
    Json& object = list.emplace_back(Json{{keys::id, outcome.id.value},
                                          {keys::source, source.id.value},
                                          {"kind", name_of(outcome.kind.value)},
                                          {keys::value, json_of(figures.value)},
                                          {keys::n, figures.n},
                                          {"interval", json_of(figures.interval)}});
    const OutcomeStanding standing = standing_of(document.workspace, figures);
    object["target"] = outcome.target ? Json(outcome.target->value) : Json(nullptr);
    object["shortfall"] = json_of(standing.shortfall);
    object["met"] = standing.is_met ? Json(*standing.is_met) : Json(nullptr);
    object["interval_kind"] = figures.interval ? Json(interval_name(figures)) : Json(nullptr);
    put_what_tests_need(figures, object);
    object[keys::lost] = lost_json(figures.lost);
  }
  return list;
}

Json groups_json(const std::vector<Group>& groups, const Scale& scale) {
  Json list = Json::array();
  for (const Group& group : groups) {
    Json& object = list.emplace_back(Json::object());
    for (const auto& figure : groups_figures()) put_figure(figure, {group, scale}, object);
  }
  return list;
}

}  // namespace

std::string gaps_json(const GapsDocument& document) {
  const Scale& scale = document.workspace.project.scale;
  Json summary = summary_json(document.analysis.all);
  summary["answers_lost"] = lost_json(lost_in(document.analysis));
  return document_text({{keys::format_version, 1},
                        {keys::scale, {{keys::min, scale.min}, {keys::max, scale.max}}},
                        {"method", name_of(document.analysis.method)},
                        {"importance_basis", name_of(document.analysis.importance_basis)},
                        {keys::persona, persona_json(document)},
                        {keys::narrowed_to, document.narrowed_to.empty() ? Json(nullptr) : Json(document.narrowed_to)},
                        {"today", document.today ? Json(to_string(*document.today)) : Json(nullptr)},
                        {keys::touchpoints, touchpoints_json(document)},
                        {"blind_spots", ids_of(document.analysis.blind_spots, document.workspace.touchpoints)},
                        {keys::outcomes, outcomes_json(document)},
                        {"groups", groups_json(document.groups, scale)},
                        {keys::gates, gates_json(document.gates, document.workspace)},
                        {"summary", summary},
                        {keys::kpis, kpis_json(document.workspace, document.today)},
                        {keys::terms, terms_of(document.workspace)},
                        {"kpi_groups", kpi_groups_json(document.workspace, document.groups)},
                        {"times", times_json(document.workspace)}});
}

}  // namespace mot
