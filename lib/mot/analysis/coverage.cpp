#include "mot/analysis/coverage.h"

#include <algorithm>

#include "mot/analysis/scores.h"

namespace mot {
namespace {

/// What the questions of coverage are about.
struct Asked {
  const Workspace& workspace;
  const Touchpoint& touchpoint;
  const TouchpointAnswers& answers;
  bool is_recovery;
};

bool says_something(const Experience& experience) {
  return experience.experience || experience.score;
}

bool is_frontstage(const Asked& asked) {
  return asked.touchpoint.visibility.value == Visibility::frontstage;
}

bool is_moment_of_truth(const Asked& asked) {
  return is_frontstage(asked) && asked.touchpoint.moment_of_truth.value;
}

bool is_met_by_people(const Asked& asked) {
  if (asked.touchpoint.role) return true;
  return std::ranges::any_of(asked.touchpoint.channels, [&](const Link<Channel>& channel) {
    return !channel.index || !asked.workspace.channels[*channel.index].self_service.value;
  });
}

bool always(const Asked&) {
  return true;
}
bool asks_empowerment(const Asked& asked) {
  return is_moment_of_truth(asked) && is_met_by_people(asked);
}
bool asks_recovery(const Asked& asked) {
  return is_moment_of_truth(asked) && !asked.is_recovery;
}

bool has_company(const Asked& asked) {
  const auto& desired = asked.touchpoint.desired;
  return desired && desired->company && says_something(*desired->company);
}

bool has_customer(const Asked& asked) {
  const auto& desired = asked.touchpoint.desired;
  if (asked.answers.desired.n > 0) return true;
  if (!desired || !desired->customer) return false;
  return says_something(*desired->customer) ||
         std::ranges::any_of(desired->customer->by, [](const auto& by) { return says_something(by.value); });
}

bool has_actual(const Asked& asked) {
  const Touchpoint& touchpoint = asked.touchpoint;
  return asked.answers.actual.n > 0 || !asked.answers.published.empty() || (touchpoint.actual && says_something(*touchpoint.actual)) ||
         std::ranges::any_of(touchpoint.evidence, is_customers_score);
}

bool has_evidence(const Asked& asked) {
  const TouchpointAnswers& answers = asked.answers;
  return !asked.touchpoint.evidence.empty() || answers.actual.n + answers.desired.n + answers.importance.n > 0 ||
         answers.thumbs_up + answers.thumbs_down > 0 || !answers.quotes.empty() || !answers.published.empty();
}

bool has_owner(const Asked& asked) {
  const auto& department = asked.touchpoint.department.index;
  return asked.touchpoint.owner || (department && asked.workspace.departments[*department].lead);
}

bool has_empowerment(const Asked& asked) {
  const auto& empowerment = asked.touchpoint.empowerment;
  return empowerment && (!empowerment->may.empty() || empowerment->limit || !empowerment->knows.empty() || empowerment->asks);
}

bool has_recovery(const Asked& asked) {
  return !asked.touchpoint.recovery.empty();
}

struct FacetQuestion {
  Facet facet;
  bool (*is_asked)(const Asked&);
  bool (*is_present)(const Asked&);
};
constexpr FacetQuestion questions[] = {
    {Facet::company, always, has_company},
    {Facet::customer, is_frontstage, has_customer},
    {Facet::actual, always, has_actual},
    {Facet::evidence, is_frontstage, has_evidence},
    {Facet::owner, always, has_owner},
    {Facet::empowerment, asks_empowerment, has_empowerment},
    {Facet::recovery, asks_recovery, has_recovery},
};

bool is_taken_out(const Touchpoint& touchpoint, Facet facet) {
  return std::ranges::any_of(touchpoint.not_applicable, [&](const auto& entry) { return entry.key.value == facet; });
}

}  // namespace

std::vector<bool> recoveries(const Workspace& workspace) {
  std::vector<bool> is_recovery(workspace.touchpoints.size());
  for (const Touchpoint& touchpoint : workspace.touchpoints) {
    for (const auto& recovery : touchpoint.recovery) {
      if (recovery.index) is_recovery[*recovery.index] = true;
    }
  }
  return is_recovery;
}

void find_facets(const Workspace& workspace, std::size_t touchpoint, const TouchpointAnswers& answers, bool is_recovery, Figures& figures) {
  const Asked asked{workspace, workspace.touchpoints[touchpoint], answers, is_recovery};
  for (const auto& [facet, is_asked, is_present] : questions) {
    if (!is_asked(asked) || is_taken_out(asked.touchpoint, facet)) continue;
    (is_present(asked) ? figures.present : figures.missing).push_back(facet);
  }
}

std::optional<double> coverage_of(const std::vector<Figures>& figures, std::span<const std::size_t> touchpoints) {
  std::size_t present = 0, asked = 0;
  for (const std::size_t touchpoint : touchpoints) {
    present += figures[touchpoint].present.size();
    asked += figures[touchpoint].present.size() + figures[touchpoint].missing.size();
  }
  if (asked == 0) return std::nullopt;
  return 100 * static_cast<double>(present) / static_cast<double>(asked);
}

}  // namespace mot
