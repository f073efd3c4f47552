#include "mot/write/json/gaps_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "mot/analysis/compare/plausible.h"
#include "mot/analysis/contrasts.h"
#include "mot/analysis/gaps.h"
#include "mot/analysis/kpis.h"
#include "mot/analysis/sets.h"
#include "mot/tables/gaps_figures.h"
#include "mot/tables/groups_figures.h"
#include "mot/write/json/distribution_json.h"
#include "mot/write/json/gates_json.h"
#include "mot/write/json/json_values.h"
#include "mot/write/json/narrative_json.h"
#include "mot/write/json/places_json.h"
#include "mot/write/json/summary_json.h"

namespace mot {
namespace {

/// Keys that are written and read again.
namespace keys {
constexpr const char* format_version = "format_version";
constexpr const char* scale = "scale";
constexpr const char* min = "min";
constexpr const char* max = "max";
constexpr const char* persona = "persona";
constexpr const char* touchpoints = "touchpoints";
constexpr const char* gates = "gates";
constexpr const char* gate_name = "name";
constexpr const char* gate_value = "value";
constexpr const char* outcomes = "outcomes";
constexpr const char* id = "id";
constexpr const char* source = "source";
constexpr const char* value = "value";
constexpr const char* n = "n";
constexpr const char* n_effective = "n_effective";
constexpr const char* sd = "sd";
constexpr const char* promoters = "promoters";
constexpr const char* detractors = "detractors";
constexpr const char* thumbs = "thumbs";
constexpr const char* top_two = "top_two";
constexpr const char* kept = "kept";
constexpr const char* standard = "standard";
constexpr const char* promise = "promise";
constexpr const char* up = "up";
constexpr const char* count = "count";
constexpr const char* share = "share";
constexpr const char* clusters = "clusters";
constexpr const char* importance = "importance";
constexpr const char* target = "target";
constexpr const char* of = "of";
constexpr const char* kpis = "kpis";
constexpr const char* kind = "kind";
}  // namespace keys

Json share_json(const std::optional<Share>& share, const char* count, const char* of) {
  if (!share) return nullptr;
  return {{count, share->count},
          {of, share->of},
          {keys::share, share->value},
          {"interval", json_of(std::optional(share->interval))},
          {keys::n_effective, share->n_effective}};
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
          {"established", gap->is_established}};
}

Json practice_gap_json(const Touchpoint& touchpoint, const Scale& scale) {
  const auto gap = practice_gap(touchpoint, scale);
  if (!gap) return nullptr;
  return {{"top", gap->top.mean},
          {"typical", gap->typical.mean},
          {"difference", gap->difference},
          {"interval", json_of(gap->interval)},
          {"only_top", practices_at(touchpoint).only_top}};
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
    {"practices", [](Nested row) { return practices_json(row.touchpoint()); }},
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
    put_what_tests_need(figures, object);
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

/// Keys in order of the alphabet: finding one among many is quick.
using ParsedJson = nlohmann::json;

[[noreturn]] void refuse(std::string_view what) {
  throw std::runtime_error(fmt::format("the baseline {}; write a new one with 'mot gaps -o baseline.json'", what));
}

const ParsedJson& member(const ParsedJson& object, std::string_view key) {
  static const ParsedJson nothing;
  const auto found = object.find(key);
  return found == object.end() ? nothing : *found;
}

std::optional<double> number_in(const ParsedJson& object, std::string_view key) {
  const ParsedJson& value = member(object, key);
  if (value.is_null()) return std::nullopt;
  if (!value.is_number()) refuse(fmt::format("holds something in '{}' that is not a number", key));
  return finite(value.get<double>());
}

std::optional<std::string> text_in(const ParsedJson& object, std::string_view key) {
  const ParsedJson& value = member(object, key);
  if (value.is_null()) return std::nullopt;
  if (!value.is_string()) refuse(fmt::format("holds something in '{}' that is not a text", key));
  return value.get<std::string>();
}

std::string name_in(const ParsedJson& object, std::string_view key) {
  if (!object.is_object()) refuse("has an entry that is not an object");
  const auto text = text_in(object, key);
  if (!text) refuse(fmt::format("has an entry without '{}'", key));
  return *text;
}

std::size_t clusters_in(const ParsedJson& object) {
  const auto clusters = number_in(object, keys::clusters);
  return clusters && *clusters >= 0 && *clusters < 1e15 ? static_cast<std::size_t>(*clusters) : 0;
}

std::optional<Measurement> measurement_in(const ParsedJson& object, std::optional<double> actual) {
  const auto n = number_in(object, figure_keys::n), n_effective = number_in(object, figure_keys::n_effective);
  if (!actual || !n || !n_effective || !(*n >= 0) || !(*n < 1e15)) return std::nullopt;
  return Measurement{.n = static_cast<std::size_t>(*n),
                     .n_effective = *n_effective,
                     .mean = *actual,
                     .sd = number_in(object, figure_keys::sd),
                     .interval = {},
                     .clusters = clusters_in(object)};
}

std::optional<Share> share_in(const ParsedJson& object, const char* count, const char* of) {
  if (!object.is_object()) return std::nullopt;
  const auto some = number_in(object, count), all = number_in(object, of);
  if (!some || !all || !(*some >= 0) || !(*all < 1e15)) return std::nullopt;
  const auto within = static_cast<std::size_t>(*some), n = static_cast<std::size_t>(*all);
  const auto value = number_in(object, keys::share), n_effective = number_in(object, keys::n_effective);
  return value && n_effective ? share_of(within, n, *value, *n_effective) : share_of(within, n);
}

/// What an older program did not write is not known.
std::vector<WaveFigure> shares_in(const ParsedJson& object, const std::string& id) {
  std::vector<WaveFigure> shares;
  const auto add = [&](Measure measure, const std::optional<Share>& share) {
    if (share) shares.push_back({measure, id, "", *share});
  };
  static const ParsedJson nothing = ParsedJson::object();
  const ParsedJson& kept = member(object, keys::kept);
  add(Measure::thumbs_up, share_in(member(object, keys::thumbs), keys::up, keys::n));
  add(Measure::top_two, share_in(member(object, keys::top_two), keys::count, keys::of));
  add(Measure::standard_kept, share_in(member(kept.is_object() ? kept : nothing, keys::standard), keys::count, keys::of));
  add(Measure::promise_kept, share_in(member(kept.is_object() ? kept : nothing, keys::promise), keys::count, keys::of));
  return shares;
}

std::optional<WaveFigure> outcome_in(const ParsedJson& object) {
  const std::string id = name_in(object, keys::id), source = name_in(object, keys::source);
  const auto n = number_in(object, keys::n_effective), promoters = number_in(object, keys::promoters),
             detractors = number_in(object, keys::detractors);
  if (n && promoters && detractors && *n > 0) return WaveFigure{Measure::outcome, id, source, Recommendations{*n, *promoters, *detractors}};
  const auto mean = measurement_in(object, number_in(object, keys::value));
  return mean ? std::optional(WaveFigure{Measure::outcome, id, source, *mean}) : std::nullopt;
}

KnownKpi kpi_in(const ParsedJson& object) {
  const std::string id = name_in(object, keys::id);
  const ParsedJson& of = member(object, keys::of);
  return {name_in(of, keys::kind), text_in(of, keys::id).value_or(""), id, number_in(object, keys::value)};
}

KnownTouchpoint touchpoint_in(const ParsedJson& object) {
  KnownTouchpoint touchpoint{.id = name_in(object, figure_keys::id), .actual = {}, .kind = {}, .measurement = {}};
  touchpoint.actual = number_in(object, figure_keys::actual);
  if (const auto kind = text_in(object, figure_keys::actual_kind)) touchpoint.kind = word_from<ActualKind>(*kind);
  if (touchpoint.kind == ActualKind::measured) touchpoint.measurement = measurement_in(object, touchpoint.actual);
  touchpoint.shares = shares_in(object, touchpoint.id);
  touchpoint.importance = number_in(object, keys::importance);
  touchpoint.target = number_in(object, keys::target);
  return touchpoint;
}

std::optional<WaveFigure> delivered_from(const ParsedJson& summary) {
  if (!summary.is_object()) return std::nullopt;
  const auto value = number_in(summary, summary_keys::delivered), mean = number_in(summary, summary_keys::with_ends),
             error = number_in(summary, summary_keys::error), respondents = number_in(summary, summary_keys::respondents);
  if (!value || !mean || !error || !respondents || !(*error >= 0) || !(*respondents > 0)) return std::nullopt;
  const double n = *respondents + answers_at_ends;
  const bool is_clustered = text_in(summary, summary_keys::kind) == name_of(IntervalKind::clusters);
  const Moments moments{.n = n, .mean = *mean, .sd = *error * std::sqrt(n), .fewest = is_clustered ? *respondents : 0};
  return WaveFigure{Measure::delivered, "", "", DeliveredFigure{*value, moments}};
}

const ParsedJson& list_in(const ParsedJson& document, std::string_view key) {
  const ParsedJson& list = member(document, key);
  if (!list.is_array()) refuse(fmt::format("has no list '{}'", key));
  return list;
}

}  // namespace

std::string gaps_json(const GapsDocument& document) {
  const Scale& scale = document.workspace.project.scale;
  return document_text({{keys::format_version, 1},
                        {keys::scale, {{keys::min, scale.min}, {keys::max, scale.max}}},
                        {"method", name_of(document.analysis.method)},
                        {"importance_basis", name_of(document.analysis.importance_basis)},
                        {keys::persona, persona_json(document)},
                        {"today", document.today ? Json(to_string(*document.today)) : Json(nullptr)},
                        {keys::touchpoints, touchpoints_json(document)},
                        {"blind_spots", ids_of(document.analysis.blind_spots, document.workspace.touchpoints)},
                        {keys::outcomes, outcomes_json(document)},
                        {"groups", groups_json(document.groups, scale)},
                        {keys::gates, gates_json(document.gates, document.workspace)},
                        {"summary", summary_json(document.analysis.all)},
                        {keys::kpis, kpis_json(document.workspace, document.today)},
                        {"kpi_groups", kpi_groups_json(document.workspace, document.groups)},
                        {"times", times_json(document.workspace)}});
}

KnownFigures known_figures_from_json(std::string_view json) {
  const ParsedJson document = ParsedJson::parse(json, nullptr, false);
  if (document.is_discarded() || !document.is_object()) refuse("is not a JSON object");
  if (member(document, keys::format_version) != 1) refuse("is not of format version 1");
  const ParsedJson& scale = member(document, keys::scale);
  const auto min = scale.is_object() ? number_in(scale, keys::min) : std::nullopt,
             max = scale.is_object() ? number_in(scale, keys::max) : std::nullopt;
  if (!min || !max) refuse("has no scale");
  KnownFigures known{.scale = {*min, *max}, .persona = text_in(document, keys::persona), .touchpoints = {}, .gates = {}};
  for (const ParsedJson& touchpoint : list_in(document, keys::touchpoints)) known.touchpoints.push_back(touchpoint_in(touchpoint));
  for (const ParsedJson& gate : list_in(document, keys::gates))
    known.gates.push_back({name_in(gate, keys::gate_name), number_in(gate, keys::gate_value)});
  known.delivered = delivered_from(member(document, "summary"));
  if (const ParsedJson& outcomes = member(document, keys::outcomes); outcomes.is_array()) {
    for (const ParsedJson& outcome : outcomes) {
      if (auto figure = outcome_in(outcome)) known.outcomes.push_back(std::move(*figure));
    }
  }
  if (const ParsedJson& kpis = member(document, keys::kpis); kpis.is_array()) {
    for (const ParsedJson& kpi : kpis) known.kpis.push_back(kpi_in(kpi));
  }
  if (const std::string fault = fault_of(known); !fault.empty()) refuse(fault);
  return known;
}

}  // namespace mot
