// What is written of a touchpoint besides scores.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "mot/page/moments.h"
#include "mot/words/figures.h"

namespace mot {
namespace {

std::string observations(const std::vector<Observation>& all) {
  std::vector<std::string> texts;
  for (const Observation& one : all) texts.push_back(one.text.value);
  return fmt::format("{}", fmt::join(texts, "; "));
}

/// `25 min, wanted 10 min`.
std::string timing(const std::optional<Timing>& timing, const Wording& wording) {
  if (!timing) return "";
  std::vector<std::string> texts;
  if (timing->actual) texts.push_back(wording.duration(timing->actual->value));
  if (timing->wanted) texts.push_back(wording("wanted {points}", {{"points", wording.duration(timing->wanted->value)}}));
  return fmt::format("{}", fmt::join(texts, ", "));
}

/// `calls answered: 82 %, target 95 %`.
std::string kpi_text(const Kpi& kpi, const Wording& wording) {
  const std::string unit = kpi.unit ? " " + kpi.unit->value : "";
  std::string text = fmt::format("{}: {}", kpi.name.value, kpi.value ? number_in(wording, kpi.value->value) + unit : "?");
  if (kpi.target) text += ", " + wording("target {value}", {{"value", number_in(wording, kpi.target->value) + unit}});
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
  const Wording wording = input.wording();
  Json narrative = Json::array();
  const auto add = [&](std::string what, std::string text) {
    if (!text.empty()) narrative.push_back({{"what", std::move(what)}, {"text", std::move(text)}});
  };
  std::vector<std::string> involved, kpis;
  for (const auto& link : touchpoint.involves) {
    involved.push_back(link.index ? input.workspace().departments[*link.index].name.value : link.value);
  }
  for (const Kpi& kpi : touchpoint.kpis) kpis.push_back(kpi_text(kpi, wording));
  add(wording("does"), joined(touchpoint.customer_does, "; "));
  add(wording("thinks"), joined(touchpoint.customer_thinks, "; "));
  add(wording("feels"), joined(touchpoint.customer_feels, "; "));
  add(wording("pains"), observations(touchpoint.pains));
  add(wording("gains"), observations(touchpoint.gains));
  add(wording("takes"), timing(touchpoint.takes, wording));
  add(wording("waits"), timing(touchpoint.waits, wording));
  add(wording("involves"), fmt::format("{}", fmt::join(involved, ", ")));
  add(wording("measured elsewhere"), fmt::format("{}", fmt::join(kpis, "; ")));
  for (const auto& [lane, texts] : touchpoint.lanes) add(lane.value, joined(texts, "; "));
  add(wording("tags"), joined(touchpoint.tags, ", "));
  add(wording("notes"), touchpoint.notes ? touchpoint.notes->value : "");
  add(wording("more"), links(touchpoint.links));
  return narrative;
}

}  // namespace mot
