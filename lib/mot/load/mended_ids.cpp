#include "mot/load/mended_ids.h"

#include <iterator>

#include "mot/load/fields/codecs.h"

namespace mot {
namespace {

constexpr RuleId bad_id = "bad-id";

void doubt_ways(const std::vector<PathStep>& steps, MendedIds& mended) {
  for (const PathStep& step : steps) {
    if (step.then) mended.doubt(step.then->value);
    doubt_ways(step.steps, mended);
  }
}

}  // namespace

MendedIds::MendedIds(Findings& findings) : findings_(findings) {
  std::size_t index = 0;
  for (const Finding& finding : findings_) {
    const bool is_bad_id = finding.rule == bad_id && finding.subjects.size() == 1;
    if (is_bad_id && by_place_.emplace(finding.span, index).second) ++wanted_[yaml::id_like(finding.subjects.front())];
    ++index;
  }
}

void MendedIds::note(const Text& link, const Span& place) {
  const auto found = by_place_.find(place);
  if (found == by_place_.end()) return;
  Finding& finding = *std::next(findings_.begin(), static_cast<std::ptrdiff_t>(found->second));
  finding.fixed_with.push_back({link.span, yaml::id_like(finding.subjects.front())});
}

void MendedIds::doubt_ways_of(const Workspace& workspace) {
  for (const Journey& journey : workspace.journeys) {
    for (const Stage& stage : journey.stages) doubt_ways(stage.steps, *this);
  }
}

void MendedIds::offer() {
  for (const auto& [place, index] : by_place_) {
    Finding& finding = *std::next(findings_.begin(), static_cast<std::ptrdiff_t>(index));
    const std::string& old = finding.subjects.front();
    const std::string id = yaml::id_like(old);
    const bool is_free = is_id(id) && wanted_[id] == 1 && !taken_.contains(id) && !in_doubt_.contains(old);
    if (is_free) {
      finding.fix = Edit{place, id};
    } else {
      finding.fixed_with.clear();
    }
  }
}

}  // namespace mot
