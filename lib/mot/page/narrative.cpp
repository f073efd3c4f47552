// What is written of a touchpoint besides scores.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "mot/page/moments.h"
#include "mot/text/numbers.h"

namespace mot {
namespace {

std::string observations(const std::vector<Observation>& all) {
  std::vector<std::string> texts;
  for (const Observation& one : all) texts.push_back(one.text.value);
  return fmt::format("{}", fmt::join(texts, "; "));
}

/// `25 min, wanted 10 min`.
std::string timing(const std::optional<Timing>& timing) {
  if (!timing) return "";
  std::vector<std::string> texts;
  if (timing->actual) texts.push_back(to_string(timing->actual->value));
  if (timing->wanted) texts.push_back("wanted " + to_string(timing->wanted->value));
  return fmt::format("{}", fmt::join(texts, ", "));
}

/// `calls answered: 82 %, target 95 %`.
std::string kpi_text(const Kpi& kpi) {
  const std::string unit = kpi.unit ? " " + kpi.unit->value : "";
  std::string text = fmt::format("{}: {}", kpi.name.value, kpi.value ? points_text(kpi.value->value) + unit : "?");
  if (kpi.target) text += fmt::format(", target {}{}", points_text(kpi.target->value), unit);
  return text;
}

std::string links(const std::vector<Reference>& references) {
  std::vector<std::string> texts;
  for (const Reference& reference : references)
    texts.push_back(reference.text ? fmt::format("{} ({})", reference.text->value, reference.url.value) : reference.url.value);
  return fmt::format("{}", fmt::join(texts, "; "));
}

}  // namespace

Json narrative_of(const MomentInput& input) {
  const Touchpoint& touchpoint = input.touchpoint();
  Json narrative = Json::array();
  const auto add = [&](std::string what, std::string text) {
    if (!text.empty()) narrative.push_back({{"what", std::move(what)}, {"text", std::move(text)}});
  };
  std::vector<std::string> involved, kpis;
  for (const auto& link : touchpoint.involves) {
    involved.push_back(link.index ? input.workspace().departments[*link.index].name.value : link.value);
  }
  for (const Kpi& kpi : touchpoint.kpis) kpis.push_back(kpi_text(kpi));
  add("does", joined(touchpoint.customer_does, "; "));
  add("thinks", joined(touchpoint.customer_thinks, "; "));
  add("feels", joined(touchpoint.customer_feels, "; "));
  add("pains", observations(touchpoint.pains));
  add("gains", observations(touchpoint.gains));
  add("takes", timing(touchpoint.takes));
  add("waits", timing(touchpoint.waits));
  add("involves", fmt::format("{}", fmt::join(involved, ", ")));
  add("measured elsewhere", fmt::format("{}", fmt::join(kpis, "; ")));
  for (const auto& [lane, texts] : touchpoint.lanes) add(lane.value, joined(texts, "; "));
  add("tags", joined(touchpoint.tags, ", "));
  add("notes", touchpoint.notes ? touchpoint.notes->value : "");
  add("more", links(touchpoint.links));
  return narrative;
}

}  // namespace mot
