#include "mot/picture/touchpoint_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/analysis/sets.h"
#include "mot/analysis/told.h"
#include "mot/text/numbers.h"

namespace mot {

namespace {

void add_wish(std::string& text, std::string_view whose, const Experience& wish, std::string_view remark) {
  text += fmt::format("\nWanted by {}: ", whose);
  if (wish.experience) text += "“" + wish.experience->value + "”";
  if (wish.experience && wish.score) text += ", ";
  if (wish.score) text += points_text(wish.score->value);
  text += remark;
}

void add_wishes(std::string& text, const Workspace& workspace, const Touchpoint& touchpoint, const Figures& figures) {
  if (!touchpoint.desired) return;
  const Words& words = workspace.project.words;
  if (touchpoint.desired->company) add_wish(text, words.company, *touchpoint.desired->company, "");
  if (touchpoint.desired->customer)
    add_wish(text, "the " + words.customer, *touchpoint.desired->customer, is_assumed(touchpoint, figures) ? ", assumed" : "");
}

void add_lived(std::string& text, const Figures& figures) {
  text += "\nLived: " + (figures.actual ? score_text(figures) : "not measured");
  if (figures.actual_kind) text += fmt::format(", {}", name_of(*figures.actual_kind));
  if (!figures.measurement) return;
  text += fmt::format(", n {}", figures.measurement->n);
  if (const auto& interval = figures.measurement->interval)
    text += fmt::format(", 95 % interval {} to {}", points_text(interval->low), points_text(interval->high));
}

std::string delivered_text(const Summary& summary) {
  const Delivered& delivered = summary.delivered;
  return fmt::format("experience delivered {} ({})", delivered.value ? percent_text(*delivered.value) : "unknown", basis_text(delivered));
}

}  // namespace

std::string score_text(const Figures& figures) {
  const std::string lived = figures.actual ? points_text(*figures.actual) : "?";
  return figures.target ? fmt::format("{} of {}", lived, points_text(*figures.target)) : lived;
}

std::string basis_text(const Figures& figures) {
  if (!figures.actual) return "not measured";
  if (figures.actual_kind == ActualKind::judged || !figures.measurement) return "judged";
  return fmt::format("n {}{}", figures.measurement->n, !figures.has_enough_answers ? ", unsure" : figures.has_few_answers ? ", few" : "");
}

std::string basis_text(const Workspace& workspace, const Analysis& analysis, const Answers& answers, std::size_t touchpoint) {
  const std::string unscored = unscored_text(workspace, analysis, answers, touchpoint);
  return unscored.empty() ? basis_text(analysis.touchpoints[touchpoint]) : unscored;
}

bool is_assumed(const Touchpoint& touchpoint, const Figures& figures) {
  return touchpoint.desired && touchpoint.desired->customer && touchpoint.desired->customer->heard.empty() && !figures.wish;
}

std::string touchpoint_tooltip(const Workspace& workspace, const Analysis& analysis, std::size_t index) {
  const Touchpoint& touchpoint = workspace.touchpoints[index];
  const Figures& figures = analysis.touchpoints[index];
  std::string text = touchpoint.name.value;
  if (touchpoint.moment_of_truth.value) {
    text += "\nMoment of truth";
    if (touchpoint.moment_of_truth.why) text += ": " + touchpoint.moment_of_truth.why->value;
  }
  if (touchpoint.department.index) text += "\n" + workspace.departments[*touchpoint.department.index].name.value;
  if (touchpoint.when) text += "\nWhen " + touchpoint.when->value;
  add_wishes(text, workspace, touchpoint, figures);
  add_lived(text, figures);
  if (touchpoint.actual && touchpoint.actual->experience) text += "\n" + touchpoint.actual->experience->value;
  if (touchpoint.policy) text += "\nPolicy: " + touchpoint.policy->rule.value;
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

std::string basis_text(const Delivered& delivered) {
  const std::string by_share = delivered.by_share > 0 ? fmt::format(", {} by the share who come", delivered.by_share) : "";
  if (delivered.judged == 0) return fmt::format("{} of {} measured{}", delivered.known, delivered.of, by_share);
  return fmt::format("{} of {} known, {} of them judged{}", delivered.known, delivered.of, delivered.judged, by_share);
}

std::string marked_unknown(std::string_view written) {
  return fmt::format("{} ?", written);
}

std::string persona_names(const Workspace& workspace, const Journey& journey) {
  std::string names;
  for (const Link<Persona>& link : journey.personas) {
    if (link.value.empty()) continue;
    if (!names.empty()) names += " and ";
    names += link.index ? workspace.personas[*link.index].name.value : marked_unknown(link.value);
  }
  return names;
}

std::string standing_out_text(const Workspace& workspace, const Journey& journey, std::size_t department) {
  const auto touchpoints = touchpoints_of(workspace, journey);
  const auto count = std::count_if(touchpoints.begin(), touchpoints.end(),
                                   [&](std::size_t one) { return workspace.touchpoints[one].department.index == department; });
  return fmt::format("standing out: {}, {}", workspace.departments[department].name.value,
                     count_text(static_cast<std::size_t>(count), "moment", "moments"));
}

std::vector<std::string> summary_texts(const Summary& summary) {
  std::vector<std::string> texts;
  texts.push_back(count_text(summary.touchpoints, "moment", "moments") + fmt::format(", {} of truth", summary.moments_of_truth));
  if (summary.touchpoints > 0) texts.push_back(delivered_text(summary));
  if (summary.coverage) texts.push_back("coverage " + percent_text(*summary.coverage));
  return texts;
}

}  // namespace mot
