#include "mot/write/json/coverage_json.h"

#include "mot/analysis/matrix.h"
#include "mot/write/json/json_values.h"

namespace mot {
namespace {

Json facets_of(const std::vector<Facet>& facets) {
  Json list = Json::array();
  for (const Facet facet : facets) list.push_back(name_of(facet));
  return list;
}

Json touchpoints_json(const Workspace& workspace, const Analysis& analysis) {
  Json list = Json::array();
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) {
    const Touchpoint& touchpoint = workspace.touchpoints[i];
    list.push_back({{"id", touchpoint.id.value},
                    {"department", id_of(touchpoint.department)},
                    {"present", facets_of(analysis.touchpoints[i].present)},
                    {"missing", facets_of(analysis.touchpoints[i].missing)}});
  }
  return list;
}

template <class Thing>
Json id_at(const std::vector<Thing>& things, const std::optional<std::size_t>& index) {
  return index ? Json(things[*index].id.value) : Json(nullptr);
}

Json matrix_json(const Workspace& workspace, const Analysis& analysis) {
  Json list = Json::array();
  for (const MatrixCell& cell : matrix_of(workspace, analysis)) {
    list.push_back({{"department", id_at(workspace.departments, cell.department)},
                    {"journey", id_at(workspace.journeys, cell.journey)},
                    {"stage", cell.journey ? id_at(workspace.journeys[*cell.journey].stages, cell.stage) : Json(nullptr)},
                    {"touchpoints", cell.touchpoints.size()},
                    {"coverage", json_of(cell.summary.coverage)}});
  }
  return list;
}

Json holes_json(const std::vector<Hole>& holes) {
  Json list = Json::array();
  for (const Hole& hole : holes)
    list.push_back({{"kind", hole.kind}, {"id", hole.id}, {"message", hole.message}, {"who", hole.who ? Json(*hole.who) : Json(nullptr)}});
  return list;
}

}  // namespace

std::string coverage_json(const Workspace& workspace, const Analysis& analysis, const std::vector<Hole>& holes) {
  return document_text({{"format_version", 1},
                        {"facets", names_of<Facet>},
                        {"touchpoints", touchpoints_json(workspace, analysis)},
                        {"matrix", matrix_json(workspace, analysis)},
                        {"holes", holes_json(holes)},
                        {"summary", {{"coverage", json_of(analysis.all.coverage)}}}});
}

}  // namespace mot
