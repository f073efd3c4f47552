#include "mot/picture/touchpoint_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <span>

#include "mot/analysis/interval_names.h"
#include "mot/analysis/sets.h"
#include "mot/analysis/told.h"

namespace mot {

namespace {

std::string with_commas(std::span<const std::string> texts) {
  return fmt::format("{}", fmt::join(texts, ", "));
}

/// `“Nobody leaves without a bag.”, 9`.
std::string wish_text(const Wording& wording, const Experience& wish, bool is_assumed) {
  std::vector<std::string> texts;
  if (wish.experience) texts.push_back(wording.quoted(wish.experience->value));
  if (wish.score) texts.push_back(wording.points(wish.score->value));
  if (is_assumed) texts.push_back(wording("assumed"));
  return with_commas(texts);
}

void add_wishes(std::string& text, const Workspace& workspace, const Touchpoint& touchpoint, const Figures& figures) {
  if (!touchpoint.desired) return;
  const Wording wording(workspace.project);
  if (const auto& company = touchpoint.desired->company)
    text += "\n" + wording("Wanted by {company}: {wish}", {{"company", wording.company()}, {"wish", wish_text(wording, *company, false)}});
  if (const auto& customer = touchpoint.desired->customer)
    text += "\n" + wording("Wanted by the {customer}: {wish}",
                           {{"customer", wording.customer()}, {"wish", wish_text(wording, *customer, is_assumed(touchpoint, figures))}});
}

std::string lived_text(const Wording& wording, const Figures& figures) {
  std::vector<std::string> texts = {figures.actual ? score_text(wording, figures) : wording("not measured")};
  if (figures.actual_kind) texts.push_back(wording(name_of(*figures.actual_kind)));
  if (figures.measurement) texts.push_back(wording("n {count}", {{"count", figures.measurement->n}}));
  // The interval of answers that are too few to count says nothing of a score of our own.
  if (figures.actual_kind == ActualKind::measured && figures.measurement->interval) {
    const Interval& interval = *figures.measurement->interval;
    texts.push_back(
        wording("95 % interval {low} to {high}", {{"low", wording.points(interval.low)}, {"high", wording.points(interval.high)}}) + " (" +
        wording(interval_name(*figures.measurement)) + ")");
  }
  return wording("Lived: {score}", {{"score", with_commas(texts)}});
}

/// How much is delivered, in the words of how it was counted.
std::string delivered_text(const Wording& wording, const Summary& summary, std::string_view known) {
  const Delivered& delivered = summary.delivered;
  const std::string basis = basis_text(wording, delivered);
  if (!delivered.value) return wording("experience delivered unknown ({basis})", {{"basis", basis}});
  return wording(known, {{"percent", wording.percent(*delivered.value)}, {"basis", basis}});
}

std::vector<std::string> texts_of(const Wording& wording, const Summary& summary, std::string_view delivered) {
  std::vector<std::string> texts;
  texts.push_back(moments_text(wording, summary));
  if (summary.touchpoints > 0) texts.push_back(delivered_text(wording, summary, delivered));
  if (summary.coverage) texts.push_back(wording("coverage {percent}", {{"percent", wording.percent(*summary.coverage)}}));
  return texts;
}

}  // namespace

std::string score_text(const Wording& wording, const Figures& figures) {
  const std::string lived = figures.actual ? wording.points(*figures.actual) : "?";
  return figures.target ? wording("{lived} of {wanted}", {{"lived", lived}, {"wanted", wording.points(*figures.target)}}) : lived;
}

std::string basis_text(const Wording& wording, const Figures& figures) {
  if (!figures.actual) return wording("not measured");
  if (figures.actual_kind == ActualKind::published) return wording("published");
  if (figures.actual_kind == ActualKind::judged || !figures.measurement) return wording("judged");
  const std::string_view text = !figures.has_enough_answers ? "n {count}, unsure"
                                : figures.has_few_answers   ? "n {count}, few"
                                                            : "n {count}";
  return wording(text, {{"count", figures.measurement->n}});
}

std::string basis_text(const Workspace& workspace, const Analysis& analysis, const Answers& answers, std::size_t touchpoint) {
  const std::string unscored = unscored_text(workspace, analysis, answers, touchpoint);
  return unscored.empty() ? basis_text(Wording(workspace.project), analysis.touchpoints[touchpoint]) : unscored;
}

bool is_assumed(const Touchpoint& touchpoint, const Figures& figures) {
  return touchpoint.desired && touchpoint.desired->customer && touchpoint.desired->customer->heard.empty() && !figures.wish;
}

std::string touchpoint_tooltip(const Workspace& workspace, const Analysis& analysis, std::size_t index) {
  const Touchpoint& touchpoint = workspace.touchpoints[index];
  const Figures& figures = analysis.touchpoints[index];
  const Wording wording(workspace.project);
  std::string text = touchpoint.name.value;
  if (touchpoint.moment_of_truth.value) {
    const auto& why = touchpoint.moment_of_truth.why;
    text += "\n" + (why ? wording("Moment of truth: {why}", {{"why", why->value}}) : wording("Moment of truth"));
  }
  if (touchpoint.department.index) text += "\n" + workspace.departments[*touchpoint.department.index].name.value;
  if (touchpoint.when) text += "\n" + wording("When {condition}", {{"condition", touchpoint.when->value}});
  add_wishes(text, workspace, touchpoint, figures);
  text += "\n" + lived_text(wording, figures);
  if (touchpoint.actual && touchpoint.actual->experience) text += "\n" + touchpoint.actual->experience->value;
  if (touchpoint.policy) text += "\n" + wording("Policy: {rule}", {{"rule", touchpoint.policy->rule.value}});
  return text;
}

std::string touchpoint_classes(const Workspace& workspace, const Analysis& analysis, std::size_t index) {
  const Touchpoint& touchpoint = workspace.touchpoints[index];
  const Figures& figures = analysis.touchpoints[index];
  std::string classes = "touchpoint";
  if (touchpoint.moment_of_truth.value) classes += " moment-of-truth";
  if (!figures.actual) classes += " unmeasured";
  if (touchpoint.when) classes += " conditional";
  return classes + " " + std::string(name_of(figures.gap_class));
}

std::string basis_text(const Wording& wording, const Delivered& delivered) {
  const std::string_view text = delivered.judged == 0 ? "{known} of {all} measured" : "{known} of {all} known, {judged} of them judged";
  std::string basis = wording(text, {{"known", delivered.known}, {"all", delivered.of}, {"judged", delivered.judged}});
  if (delivered.by_share > 0) basis += ", " + wording("{count} by the share who come", {{"count", delivered.by_share}});
  const std::string interval = interval_text(wording, delivered);
  return interval.empty() ? basis : basis + ", " + interval;
}

std::string interval_text(const Wording& wording, const Delivered& delivered) {
  if (!delivered.value || !delivered.interval) return "";
  const bool may_be_wider = delivered.interval_kind == IntervalKind::as_if_others;  // some may have answered twice, and nobody can tell
  const std::string text =
      wording(may_be_wider ? "95 % interval {low} to {high} or wider" : "95 % interval {low} to {high}",
              {{"low", wording.percent(delivered.interval->low)}, {"high", wording.percent(delivered.interval->high)}});
  if (may_be_wider || !delivered.interval_kind) return text;
  const std::string_view ground = interval_ground(*delivered.interval_kind);
  return ground.empty() ? text : text + " " + wording(ground);
}

std::string marked_unknown(std::string_view written) {
  return fmt::format("{} ?", written);
}

std::string persona_names(const Workspace& workspace, const Journey& journey) {
  const Wording wording(workspace.project);
  std::string names;
  for (const Link<Persona>& link : journey.personas) {
    if (link.value.empty()) continue;
    const std::string name = link.index ? workspace.personas[*link.index].name.value : marked_unknown(link.value);
    names = names.empty() ? name : wording("{names} and {last}", {{"names", names}, {"last", name}});
  }
  return names;
}

std::string standing_out_text(const Workspace& workspace, const Journey& journey, std::size_t department) {
  const auto touchpoints = touchpoints_of(workspace, journey);
  const auto count = std::count_if(touchpoints.begin(), touchpoints.end(),
                                   [&](std::size_t one) { return workspace.touchpoints[one].department.index == department; });
  const Wording wording(workspace.project);
  return wording("standing out: {department}, {moments}", {{"department", workspace.departments[department].name.value},
                                                           {"moments", wording.count(static_cast<std::size_t>(count), "{count} moments")}});
}

std::string moments_text(const Wording& wording, const Summary& summary) {
  return wording("{moments}, {truth} of truth",
                 {{"moments", wording.count(summary.touchpoints, "{count} moments")}, {"truth", summary.moments_of_truth}});
}

std::vector<std::string> summary_texts(const Wording& wording, const Summary& summary) {
  const bool is_by_share = summary.delivered.by_share > 0;
  return texts_of(
      wording, summary,
      is_by_share ? "experience delivered {percent} as customers walk it ({basis})" : "experience delivered {percent} ({basis})");
}

bool counts_in_full(const Analysis& analysis) {
  return analysis.all.delivered.by_share == 0 &&
         std::ranges::any_of(analysis.journeys, [](const Summary& one) { return one.delivered.by_share > 0; });
}

std::vector<std::string> summary_texts(const Wording& wording, const Analysis& analysis) {
  if (!counts_in_full(analysis)) return summary_texts(wording, analysis.all);
  return texts_of(wording, analysis.all, "experience delivered {percent}, every moment counted in full ({basis})");
}

}  // namespace mot
