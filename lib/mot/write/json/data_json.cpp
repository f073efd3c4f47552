#include "mot/write/json/data_json.h"

#include "mot/evidence/column_uses.h"
#include "mot/tables/data_tables.h"
#include "mot/write/json/distribution_json.h"
#include "mot/write/json/json_values.h"

namespace mot {
namespace {

Json date_json(const std::optional<Date>& date) {
  return date ? Json(to_string(*date)) : Json(nullptr);
}

Json columns_json(const SourceUse& source) {
  Json list = Json::array();
  for (const ColumnUse& column : source.columns) {
    const auto count = [&](std::size_t number) { return evidence::has_counts(column) ? Json(number) : Json(nullptr); };
    list.push_back({{"column", column.column},
                    {"use", column.use},
                    {"scale", column.scale ? Json({{"min", column.scale->min}, {"max", column.scale->max}}) : Json(nullptr)},
                    {"lowest", column.lowest ? Json(*column.lowest) : Json(nullptr)},
                    {"highest", column.highest ? Json(*column.highest) : Json(nullptr)},
                    {"words", column.words},
                    {"used", count(column.used)},
                    {"blank", count(column.blank)},
                    {"missing", count(column.missing)},
                    {"off_scale", count(column.off_scale)},
                    {"unmatched", count(column.unmatched)},
                    {"rescaling", column.rescaling.empty() ? Json(nullptr) : Json(column.rescaling)}});
  }
  return list;
}

Json agreements_json(const SourceUse& source) {
  Json list = Json::array();
  for (const ItemAgreement& agreement : source.agreements) {
    list.push_back({{"use", agreement.use},
                    {"items", agreement.items},
                    {"complete", agreement.complete},
                    {"alpha", agreement.alpha ? Json(*agreement.alpha) : Json(nullptr)}});
  }
  return list;
}

Json strays_json(const SourceUse& source) {
  Json list = Json::array();
  for (const StrayCell& stray : source.strays) {
    list.push_back({{"column", stray.column},
                    {"value", stray.is_rest ? Json(nullptr) : Json(stray.value)},
                    {"count", stray.count},
                    {"first_line", stray.first_row > 0 ? Json(stray.first_row) : Json(nullptr)}});
  }
  return list;
}

/// What is said of how the sample was drawn, and how many of it answered.
Json sample_json(const SurveySource& source, std::size_t answered) {
  const auto count = [](const std::optional<Count>& number) { return number ? Json(number->value) : Json(nullptr); };
  return {{"asked", count(source.asked)},
          {"answered", answered},
          {"response_rate", source.asked ? Json(static_cast<double>(answered) / static_cast<double>(source.asked->value)) : Json(nullptr)},
          {"population", count(source.population)},
          {"design_effect", source.design_effect ? Json(source.design_effect->value) : Json(nullptr)},
          {"cluster", source.cluster ? Json(source.cluster->value) : Json(nullptr)}};
}

Json source_json(const Workspace& workspace, const Answers& answers, const SourceUse& source) {
  const RowsLeftOut& left_out = source.left_out;
  return {{"id", workspace.sources[source.source].id.value},
          {"read", source.was_read},
          {"frozen", date_json(source.frozen)},
          {"rows", source.rows},
          {"left_out",
           {{"ragged", left_out.ragged},
            {"by_where", left_out.by_where ? Json(*left_out.by_where) : Json(nullptr)},
            {"by_weight", left_out.by_weight},
            {"undated", left_out.undated},
            {"outside_period", left_out.outside_period}}},
          {"oldest", date_json(source.oldest)},
          {"newest", date_json(source.newest)},
          {"columns", columns_json(source)},
          {"agreements", agreements_json(source)},
          {"strays", strays_json(source)},
          {"sample", sample_json(workspace.sources[source.source], most_answers_of(answers, source.source))},
          {"apart_because", source.why_apart.empty() ? Json(nullptr) : Json(source.why_apart)},
          {"not_known", source.not_known},
          {"no_distribution_because", source.why_no_distribution.empty() ? Json(nullptr) : Json(source.why_no_distribution)}};
}

/// How answers spread, a touchpoint that was answered an object.
Json touchpoints_json(const Workspace& workspace, const Answers& answers) {
  Json list = Json::array();
  for (std::size_t i = 0; i < answers.touchpoints.size(); ++i) {
    const AnswerSums& actual = answers.touchpoints[i].actual;
    if (actual.n == 0) continue;
    list.push_back({{"id", workspace.touchpoints[i].id.value},
                    {"n", actual.n},
                    {"distribution", distribution_json(actual.distribution, workspace.project.scale)}});
  }
  return list;
}

}  // namespace

std::string data_json(const Workspace& workspace, const Answers& answers) {
  Json sources = Json::array();
  for (const SourceUse& source : answers.sources) sources.push_back(source_json(workspace, answers, source));
  return document_text({{"format_version", 1},
                        {"period", {{"from", date_json(answers.from)}, {"to", date_json(answers.to)}}},
                        {"sources", std::move(sources)},
                        {"touchpoints", touchpoints_json(workspace, answers)}});
}

}  // namespace mot
