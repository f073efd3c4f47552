#include "mot/tables/explanation/narrative.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "mot/text/utf8.h"

namespace mot::explanation {
namespace {

std::string numbered(std::string_view key, std::size_t number) {
  return fmt::format("{}_{}", key, number + 1);
}

void add_observations(Steps& steps, std::string_view key, const std::vector<Observation>& observations) {
  for (std::size_t i = 0; i < observations.size(); ++i) {
    const Observation& observation = observations[i];
    std::vector<std::string> remarks;
    if (observation.severity)
      remarks.push_back(steps.wording("severity {severity} of 3", {{"severity", fmt::format("{}", observation.severity->value)}}));
    if (!observation.heard.empty())
      remarks.push_back(steps.wording("heard in {sources}", {{"sources", printable(joined(observation.heard, ", "))}}));
    steps.push_back({.key = numbered(key, i),
                     .name = steps.wording(key),
                     .value = observation.text.value,
                     .remark = fmt::format("{}", fmt::join(remarks, ", ")),
                     .places = {observation.text.span}});
  }
}

void add_lanes(Steps& steps, const Lanes& lanes) {
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    steps.push_back({.key = numbered("lane", i),
                     .name = lanes[i].key.value,
                     .value = joined(lanes[i].value, "; "),
                     .remark = steps.wording("a row of one's own"),
                     .places = {lanes[i].key.span}});
  }
}

void add_timing(Steps& steps, std::string_view key, const std::optional<Timing>& timing) {
  if (!timing || (!timing->actual && !timing->wanted)) return;
  Step step{.key = std::string(key), .name = steps.wording(key), .places = {timing->actual ? timing->actual->span : timing->wanted->span}};
  if (timing->actual) step.value = steps.wording.duration(timing->actual->value);
  if (timing->wanted) step.remark = steps.wording("wanted: {time}", {{"time", steps.wording.duration(timing->wanted->value)}});
  steps.push_back(std::move(step));
}

template <class Target>
void add_links(Steps& steps, std::string_view key, const std::vector<Link<Target>>& links) {
  for (std::size_t i = 0; i < links.size(); ++i) {
    steps.push_back({.key = numbered(key, i), .name = steps.wording(key), .value = links[i].value, .places = {links[i].span}});
  }
}

}  // namespace

void add_text(Steps& steps, std::string_view key, std::string_view name, const std::optional<Text>& text) {
  if (text) steps.push_back({.key = std::string(key), .name = steps.wording(name), .value = text->value, .places = {text->span}});
}

void add_texts(Steps& steps, std::string_view key, std::string_view name, const std::vector<Text>& texts) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    steps.push_back({.key = numbered(key, i), .name = steps.wording(name), .value = texts[i].value, .places = {texts[i].span}});
  }
}

void add_references(Steps& steps, const std::vector<Reference>& links) {
  for (std::size_t i = 0; i < links.size(); ++i) {
    const Reference& link = links[i];
    steps.push_back({.key = numbered("link", i),
                     .name = steps.wording("link"),
                     .value = link.url.value,
                     .remark = link.text ? printable(link.text->value) : "",
                     .places = {link.url.span}});
  }
}

void add_kpis(Steps& steps, const std::vector<Kpi>& kpis) {
  for (std::size_t i = 0; i < kpis.size(); ++i) {
    const Kpi& kpi = kpis[i];
    const std::string unit = kpi.unit ? " " + printable(kpi.unit->value) : "";
    std::string remark;
    const auto add = [&](const std::string& text) { remark += (remark.empty() ? "" : ", ") + text; };
    const Wording& wording = steps.wording;
    if (kpi.value && kpi.unit) add(wording("in {unit}", {{"unit", printable(kpi.unit->value)}}));
    if (kpi.target) add(wording("target {value}", {{"value", said(kpi.target->value, wording) + unit}}));
    if (kpi.better) add(wording(kpi.better->value == Better::higher ? "higher is better" : "lower is better"));
    if (kpi.date) add(wording("of {date}", {{"date", wording.date(kpi.date->value)}}));
    if (kpi.from) add(wording("from {source}", {{"source", printable(kpi.from->value)}}));
    steps.push_back({.key = numbered("kpi", i),
                     .name = kpi.name.value,
                     .value = value_of(kpi.value ? std::optional(kpi.value->value) : std::nullopt),
                     .remark = std::move(remark),
                     .places = {kpi.name.span}});
  }
}

template <class Told>
void add_told(Steps& steps, const Told& told) {
  add_texts(steps, "does", "the customer does", told.customer_does);
  add_texts(steps, "thinks", "thinks", told.customer_thinks);
  add_texts(steps, "feels", "feels", told.customer_feels);
  add_observations(steps, "pain", told.pains);
  add_observations(steps, "gain", told.gains);
  add_kpis(steps, told.kpis);
  add_lanes(steps, told.lanes);
}

template void add_told(Steps& steps, const Touchpoint& told);
template void add_told(Steps& steps, const Stage& told);

Steps told_steps(const Subject& subject) {
  const Touchpoint& touchpoint = subject.touchpoint();
  Steps steps{subject.wording};
  add_links(steps, "channel", touchpoint.channels);
  add_links(steps, "involves", touchpoint.involves);
  add_timing(steps, "takes", touchpoint.takes);
  add_timing(steps, "waits", touchpoint.waits);
  add_told(steps, touchpoint);
  add_texts(steps, "tag", "tag", touchpoint.tags);
  add_text(steps, "notes", "notes", touchpoint.notes);
  add_references(steps, touchpoint.links);
  return steps;
}

}  // namespace mot::explanation
