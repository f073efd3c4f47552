#include "mot/write/json/list_json.h"

#include "mot/write/json/json_values.h"

namespace mot {

std::string list_json(const std::vector<ListKind>& kinds, const Workspace& workspace, const Sources& sources) {
  Json document = {{"format_version", 1}};
  for (const ListKind& kind : kinds) {
    Json list = Json::array();
    for (const ListedThing& thing : kind.things(workspace)) {
      list.push_back({{"id", thing.id},
                      {"name", thing.name.empty() ? Json(nullptr) : Json(thing.name)},
                      {"file", sources[thing.span.file].name},
                      {"line", sources.begin_of(thing.span).line}});
    }
    document[std::string(kind.name)] = std::move(list);
  }
  return document_text(document);
}

}  // namespace mot
