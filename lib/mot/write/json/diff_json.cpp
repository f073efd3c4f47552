#include "mot/write/json/diff_json.h"

#include "mot/write/json/json_values.h"

namespace mot {
namespace {

Json value_json(const FieldValue& value) {
  return value ? std::visit([](const auto& known) { return Json(known); }, *value) : Json(nullptr);
}

Json changed_json(const Diff& diff) {
  Json list = Json::array();
  for (const FieldChange& change : diff.changed) {
    list.push_back(
        {{"id", change.id}, {"field", change.field}, {"before", value_json(change.before)}, {"after", value_json(change.after)}});
  }
  return list;
}

Json renamed_json(const Diff& diff) {
  Json list = Json::array();
  for (const auto& [before, after] : diff.renamed) list.push_back({{"before", before}, {"after", after}});
  return list;
}

Json surroundings_json(const Diff& diff) {
  Json list = Json::array();
  for (const SurroundingChange& change : diff.surroundings) {
    list.push_back({{"kind", change.kind},
                    {"id", change.id},
                    {"what", name_of(change.what)},
                    {"field", change.field.empty() ? Json(nullptr) : Json(change.field)},
                    {"before", value_json(change.before)},
                    {"after", value_json(change.after)}});
  }
  return list;
}

Json scale_json(const Scale& scale) {
  return {{"min", scale.min}, {"max", scale.max}};
}

Json scores_json(const Diff& diff) {
  Json list = Json::array();
  for (const ScoreChange& change : diff.scores) {
    list.push_back({{"id", change.id},
                    {"before", json_of(change.before)},
                    {"after", json_of(change.after)},
                    {"change", json_of(change.change)},
                    {"p", json_of(change.p)},
                    {"verdict", json_of(change.verdict)},
                    {"n_before", json_of(change.n_before)},
                    {"n_after", json_of(change.n_after)},
                    {"interval", json_of(change.interval)},
                    {"interval_kind", json_of(change.kind)},
                    {"respondents_in_both", change.in_both},
                    {"p_unchanged", json_of(change.p_unchanged)}});
  }
  return list;
}

Json figures_json(const Diff& diff) {
  Json list = Json::array();
  for (const FigureChange& change : diff.figures) {
    list.push_back({{"figure", name_of(change.after.measure)},
                    {"id", change.after.id},
                    {"source", change.after.source.empty() ? Json(nullptr) : Json(change.after.source)},
                    {"before", change.before.value()},
                    {"after", change.after.value()},
                    {"change", change.change()},
                    {"p", json_of(change.p)},
                    {"verdict", name_of(change.verdict)},
                    {"n_effective_before", change.before.n()},
                    {"n_effective_after", change.after.n()},
                    {"interval", json_of(change.interval)},
                    {"interval_kind", json_of(change.kind)},
                    {"respondents_in_both", change.in_both},
                    {"p_unchanged", json_of(change.p_unchanged)}});
  }
  return list;
}

Json changed_kpis_json(const Diff& diff) {
  Json list = Json::array();
  for (const KpiChange& kpi : diff.kpis) {
    list.push_back({{"of", {{"kind", kpi.kind}, {"id", kpi.of.empty() ? Json(nullptr) : Json(kpi.of)}}},
                    {"id", kpi.id},
                    {"name", kpi.name},
                    {"unit", kpi.unit.empty() ? Json(nullptr) : Json(kpi.unit)},
                    {"before", json_of(kpi.before)},
                    {"after", json_of(kpi.after)},
                    {"target", json_of(kpi.target)},
                    {"trend", json_of(kpi.trend)},
                    {"event", json_of(kpi.event)}});
  }
  return list;
}

Json lost_json(const Diff& diff) {
  Json list = Json::array();
  for (const WaveFigure& lost : diff.lost) {
    list.push_back({{"figure", name_of(lost.measure)},
                    {"id", lost.id},
                    {"source", lost.source.empty() ? Json(nullptr) : Json(lost.source)},
                    {"before", lost.value()},
                    {"n_effective_before", lost.n()}});
  }
  return list;
}

/// Who answered both times, by source.
Json panel_json(const Diff& diff) {
  Json list = Json::array();
  for (const PanelSource& source : diff.panel) {
    list.push_back({{"source", source.id},
                    {"in_both", source.why ? Json(nullptr) : Json(source.in_both)},
                    {"apart_because", source.why ? Json(name_of(*source.why)) : Json(nullptr)}});
  }
  return list;
}

/// Null where nobody could count them.
Json losses_json(const Diff& diff) {
  const auto count = [](double lost) { return lost < AnswerSums::uncounted ? Json(lost) : Json(nullptr); };
  Json list = Json::array();
  for (const LossChange& loss : diff.losses) {
    list.push_back({{"id", loss.of},
                    {"question", loss.question},
                    {"before", count(loss.before)},
                    {"after", count(loss.after)},
                    {"may_hide", loss.may_hide}});
  }
  return list;
}

Json margin_json(const Diff& diff) {
  if (!diff.margin) return nullptr;
  return {{"points", *diff.margin * diff.scale_after.range()}, {"percent", 100 * *diff.margin}};
}

}  // namespace

std::string diff_json(const Diff& diff) {
  return document_text({{"format_version", 1},
                        {"added", Json(diff.added)},
                        {"removed", Json(diff.removed)},
                        {"changed", changed_json(diff)},
                        {"scores", scores_json(diff)},
                        {"figures", figures_json(diff)},
                        {"figures_lost", lost_json(diff)},
                        {"answers_lost", losses_json(diff)},
                        {"kpis", changed_kpis_json(diff)},
                        {"delivered",
                         {{"before", json_of(diff.delivered_before.value)},
                          {"after", json_of(diff.delivered_after.value)},
                          {"interval_before", json_of(diff.delivered_before.interval)},
                          {"interval_after", json_of(diff.delivered_after.interval)}}},
                        {"coverage", {{"before", json_of(diff.coverage_before)}, {"after", json_of(diff.coverage_after)}}},
                        {"scale", {{"before", scale_json(diff.scale_before)}, {"after", scale_json(diff.scale_after)}}},
                        {"renamed", renamed_json(diff)},
                        {"surroundings", surroundings_json(diff)},
                        {"unchanged_within", margin_json(diff)},
                        {"respondents", panel_json(diff)}});
}

}  // namespace mot
