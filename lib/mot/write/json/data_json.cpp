#include "mot/write/json/data_json.h"

#include "mot/write/json/json_values.h"

namespace mot {
namespace {

Json date_json(const std::optional<Date>& date) {
  return date ? Json(to_string(*date)) : Json(nullptr);
}

Json columns_json(const SourceUse& source) {
  Json list = Json::array();
  for (const ColumnUse& column : source.columns) {
    list.push_back({{"column", column.column},
                    {"use", column.use},
                    {"used", column.used},
                    {"blank", column.blank},
                    {"missing", column.missing},
                    {"off_scale", column.off_scale},
                    {"unmatched", column.unmatched},
                    {"rescaling", column.rescaling.empty() ? Json(nullptr) : Json(column.rescaling)}});
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

Json source_json(const Workspace& workspace, const SourceUse& source) {
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
          {"strays", strays_json(source)}};
}

}  // namespace

std::string data_json(const Workspace& workspace, const Answers& answers) {
  Json sources = Json::array();
  for (const SourceUse& source : answers.sources) sources.push_back(source_json(workspace, source));
  return document_text({{"format_version", 1},
                        {"period", {{"from", date_json(answers.from)}, {"to", date_json(answers.to)}}},
                        {"sources", std::move(sources)}});
}

}  // namespace mot
