#include "mot/import/settled_ids.h"

#include <fmt/format.h>

#include <map>
#include <string>

#include "mot/import/plain_line.h"
#include "mot/load/fields/codecs.h"

namespace mot::importing {
namespace {

class IdSettler {
 public:
  explicit IdSettler(Imported& imported) : imported_(imported) {
    for (const Touchpoint& touchpoint : imported.workspace.touchpoints) {
      const auto id = touchpoint.facets.find(Facet::id);
      if (id != touchpoint.facets.end() && is_id(id->second)) taken_.emplace(id->second, &touchpoint);
    }
  }

  void run() {
    for (Touchpoint& touchpoint : imported_.workspace.touchpoints) settle(touchpoint);
  }

 private:
  void settle(Touchpoint& touchpoint) {
    const auto given = touchpoint.facets.find(Facet::id);
    if (given == touchpoint.facets.end()) {
      // Else the one that has it by right would get another.
      const auto other = taken_.find(yaml::id_like(touchpoint.name));
      if (other != taken_.end())
        replace(touchpoint, fmt::format("has no id, and {} that its name makes is taken", in_quotes(other->first)));
      return;
    }
    const std::string id = given->second;
    if (!is_id(id)) return replace(touchpoint, fmt::format("{} is no id (a to z, digits, hyphens)", in_quotes(id)));
    const Touchpoint* const owner = taken_.at(id);
    if (owner != &touchpoint) replace(touchpoint, fmt::format("the id {} is that of {} already", in_quotes(id), in_quotes(owner->name)));
  }

  void replace(Touchpoint& touchpoint, const std::string& why) {
    std::string stem = yaml::id_like(touchpoint.name);
    if (!is_id(stem)) stem = "moment";
    std::string id = stem;
    for (std::size_t number = 2; taken_.contains(id); ++number) id = fmt::format("{}-{}", stem, number);
    taken_.emplace(id, &touchpoint);
    touchpoint.facets[Facet::id] = id;
    imported_.notes.push_back({Fate::converted, fmt::format("{}: {}; it gets {}", in_quotes(touchpoint.name), why, in_quotes(id))});
  }

  Imported& imported_;
  std::map<std::string, const Touchpoint*> taken_;  ///< by id; the first that has it
};

}  // namespace

void settle_ids(Imported& imported) {
  IdSettler(imported).run();
}

}  // namespace mot::importing
