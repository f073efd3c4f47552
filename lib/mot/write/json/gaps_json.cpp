#include "mot/write/json/gaps_json.h"

#include "mot/analysis/contrasts.h"
#include "mot/analysis/gaps.h"
#include "mot/write/json/json_values.h"

namespace mot {
namespace {

/// By index of touchpoints: the journeys and stages each stands in.
struct Places {
  std::vector<Json> journeys;
  std::vector<Json> stages;
};

void put_once(Json& list, const std::string& text) {
  if (list.empty() || list.back() != text) list.push_back(text);
}

Places places_in(const Workspace& workspace) {
  const std::vector<Json> nowhere(workspace.touchpoints.size(), Json::array());
  Places places{nowhere, nowhere};
  for (const Journey& journey : workspace.journeys) {
    for (const Stage& stage : journey.stages) {
      for (const auto& link : stage.touchpoints) {
        if (!link.index) continue;
        put_once(places.journeys[*link.index], journey.id.value);
        put_once(places.stages[*link.index], journey.id.value + "/" + stage.id.value);
      }
    }
  }
  return places;
}

Json share_json(const std::optional<Share>& share, const char* count, const char* of) {
  if (!share) return nullptr;
  return {{count, share->count}, {of, share->of}, {"share", share->value}, {"interval", json_of(std::optional(share->interval))}};
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

void put_measurement(Json& object, const Figures& figures) {
  const bool is_measured = figures.actual_kind == ActualKind::measured;
  object["n"] = is_measured ? Json(figures.measurement->n) : Json(nullptr);
  object["n_effective"] = is_measured ? Json(figures.measurement->n_effective) : Json(nullptr);
  object["sd"] = is_measured ? json_of(figures.measurement->sd) : Json(nullptr);
  object["interval"] = is_measured ? json_of(figures.measurement->interval) : Json(nullptr);
}

void put_scores(Json& object, const Figures& figures) {
  object["company"] = json_of(figures.company);
  object["customer"] = json_of(figures.customer);
  object["adequate"] = json_of(figures.adequate);
  object["target"] = json_of(figures.target);
  object["actual"] = json_of(figures.actual);
  object["actual_kind"] = json_of(figures.actual_kind);
}

void put_gaps(Json& object, const Figures& figures, const Scale& scale) {
  object["established"] = figures.gap ? Json(figures.is_established) : Json(nullptr);
  object["gap"] = json_of(figures.gap);
  object["gap_interval"] = json_of(figures.gap_interval);
  object["gap_class"] = name_of(figures.gap_class);
  object["zone"] = json_of(figures.zone);
  object["gaps"] = gaps_of(figures.gaps);
  object["widest_gap"] = widest_of(figures.gaps, scale);
  object["kept"] = {{"standard", share_json(figures.standard_kept, "count", "of")},
                    {"promise", share_json(figures.promise_kept, "count", "of")}};
}

void put_priority(Json& object, const Figures& figures) {
  object["derived_importance"] = json_of(figures.derived_importance);
  object["quadrant"] = json_of(figures.quadrant);
  object["distance_to_crosshair"] = json_of(figures.distance_to_crosshair);
  object["priority"] = json_of(figures.priority);
  object["rank"] = json_of(figures.rank);
}

Json quotes_json(const TouchpointAnswers& answers, const std::optional<std::size_t>& persona) {
  Json list = Json::array();
  for (const Quote& quote : answers.quotes) {
    if (persona && quote.persona != persona) continue;
    list.push_back({{"text", quote.text}, {"verdict", json_of(quote.verdict)}});
  }
  return list;
}

Json persona_gap_json(const Workspace& workspace, const TouchpointAnswers& answers) {
  const auto gap = persona_gap(answers, workspace.project.scale);
  if (!gap) return nullptr;
  return {{"better", workspace.personas[gap->better].id.value},
          {"worse", workspace.personas[gap->worse].id.value},
          {"difference", gap->difference},
          {"interval", json_of(gap->interval)},
          {"established", gap->is_established}};
}

Json practice_gap_json(const Touchpoint& touchpoint) {
  const auto gap = practice_gap(touchpoint);
  if (!gap) return nullptr;
  return {{"top", gap->top.mean},
          {"typical", gap->typical.mean},
          {"difference", gap->difference},
          {"interval", json_of(gap->interval)},
          {"only_top", practices_at(touchpoint).only_top}};
}

void put_voices(Json& object, const GapsDocument& document, std::size_t index) {
  const bool has_answers = document.answers && index < document.answers->touchpoints.size();
  const TouchpointAnswers* answers = has_answers ? &document.answers->touchpoints[index] : nullptr;
  object["quotes"] = answers ? quotes_json(*answers, document.analysis.persona) : Json(nullptr);
  object["persona_gap"] = answers ? persona_gap_json(document.workspace, *answers) : Json(nullptr);
  object["practice_gap"] = practice_gap_json(document.workspace.touchpoints[index]);
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

Json touchpoint_json(const GapsDocument& document, const Places& places, std::size_t index) {
  const Touchpoint& touchpoint = document.workspace.touchpoints[index];
  const Figures& figures = document.analysis.touchpoints[index];
  Json object = {{"id", touchpoint.id.value},
                 {"name", touchpoint.name.value},
                 {"department", id_of(touchpoint.department)},
                 {"journeys", places.journeys[index]},
                 {"stages", places.stages[index]},
                 {"importance", json_of(figures.importance)},
                 {"moment_of_truth", touchpoint.moment_of_truth.value}};
  put_scores(object, figures);
  put_measurement(object, figures);
  object["thumbs"] = share_json(figures.thumbs, "up", "n");
  put_gaps(object, figures, document.workspace.project.scale);
  put_priority(object, figures);
  const auto range = document.rank_ranges.empty() ? std::nullopt : document.rank_ranges[index];
  object["rank_range"] = range ? Json::array({range->best, range->worst}) : Json(nullptr);
  object["sensitivity"] = sensitivity_json(document, index);
  put_voices(object, document, index);
  return object;
}

Json touchpoints_json(const GapsDocument& document) {
  const Places places = places_in(document.workspace);
  Json list = Json::array();
  for (std::size_t i = 0; i < document.workspace.touchpoints.size(); ++i) list.push_back(touchpoint_json(document, places, i));
  return list;
}

Json outcomes_json(const GapsDocument& document) {
  Json list = Json::array();
  for (const OutcomeFigures& figures : document.analysis.outcomes) {
    const SurveySource& source = document.workspace.sources[figures.source];
    const SourceOutcome& outcome = source.outcomes[figures.outcome];
    list.push_back({{"id", outcome.id.value},
                    {"source", source.id.value},
                    {"kind", name_of(outcome.kind.value)},
                    {"value", json_of(figures.value)},
                    {"n", figures.n},
                    {"interval", json_of(figures.interval)}});
  }
  return list;
}

Json groups_json(const std::vector<Group>& groups) {
  Json list = Json::array();
  for (const Group& group : groups) {
    list.push_back({{"by", name_of(group.by)},
                    {"key", group.key ? Json(*group.key) : Json(nullptr)},
                    {"touchpoints", group.summary.touchpoints},
                    {"delivered", json_of(group.summary.delivered.value)},
                    {"coverage", json_of(group.summary.coverage)},
                    {"mean_gap", json_of(group.summary.mean_gap)},
                    {"servqual", json_of(group.servqual)},
                    {"peak_end", json_of(group.peak_end)}});
  }
  return list;
}

Json gates_json(const GapsDocument& document) {
  Json list = Json::array();
  for (const GateResult& gate : document.gates) {
    list.push_back({{"name", gate.name},
                    {"limit", gate.limit},
                    {"value", json_of(gate.value)},
                    {"holds", gate.holds ? Json(*gate.holds) : Json(nullptr)},
                    {"breaking", ids_of(gate.breaking, document.workspace.touchpoints)},
                    {"not_judged", ids_of(gate.not_judged, document.workspace.touchpoints)}});
  }
  return list;
}

Json summary_json(const Summary& summary) {
  return {{"touchpoints", summary.touchpoints},
          {"moments_of_truth", summary.moments_of_truth},
          {"measured", summary.measured},
          {"judged", summary.judged},
          {"delivered", json_of(summary.delivered.value)},
          {"delivered_worst", json_of(summary.delivered.worst)},
          {"delivered_best", json_of(summary.delivered.best)},
          {"delivered_known", summary.delivered.known},
          {"coverage", json_of(summary.coverage)},
          {"mean_gap", json_of(summary.mean_gap)}};
}

}  // namespace

std::string gaps_json(const GapsDocument& document) {
  const Scale& scale = document.workspace.project.scale;
  return document_text({{"format_version", 1},
                        {"scale", {{"min", scale.min}, {"max", scale.max}}},
                        {"method", name_of(document.analysis.method)},
                        {"importance_basis", name_of(document.analysis.importance_basis)},
                        {"persona", persona_json(document)},
                        {"today", document.today ? Json(to_string(*document.today)) : Json(nullptr)},
                        {"touchpoints", touchpoints_json(document)},
                        {"blind_spots", ids_of(document.analysis.blind_spots, document.workspace.touchpoints)},
                        {"outcomes", outcomes_json(document)},
                        {"groups", groups_json(document.groups)},
                        {"gates", gates_json(document)},
                        {"summary", summary_json(document.analysis.all)}});
}

}  // namespace mot
