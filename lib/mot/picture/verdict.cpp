#include "mot/picture/verdict.h"

#include <algorithm>

#include "mot/analysis/delivered.h"
#include "mot/analysis/sets.h"
#include "mot/analysis/worst.h"
#include "mot/picture/gap_text.h"
#include "mot/text/isolates.h"
#include "mot/text/numbers.h"
#include "mot/words/wording.h"

namespace mot {

namespace {

constexpr std::size_t most_moments = 3;

bool falls_short(const Figures& figures) {
  return figures.gap && *figures.gap > 0 && figures.gap_class != GapClass::green;
}

std::string basis(const Wording& wording, const Figures& figures) {
  if (figures.actual_kind == ActualKind::published) return wording("published");
  if (figures.actual_kind != ActualKind::measured || !figures.measurement) return wording("judged");
  return figures.has_enough_answers ? wording("measured") : wording("n {count}, unsure", {{"count", figures.measurement->n}});
}

/// What customers meet: a verdict is of what they live, and pictures have marks for that alone.
std::vector<std::size_t> moments_on(const Workspace& workspace, const Journey& journey) {
  std::vector<std::size_t> moments = touchpoints_of(workspace, journey);
  std::erase_if(moments, [&](std::size_t i) { return workspace.touchpoints[i].visibility.value != Visibility::frontstage; });
  return moments;
}

bool stands_on(const Journey& journey, std::size_t touchpoint) {
  bool stands = false;
  for (const Stage& stage : journey.stages)
    for_each_touchpoint(stage.steps, [&](const Link<Touchpoint>& link) { stands |= link.index == touchpoint; });
  return stands;
}

/// A name that ends in a figure, or is read from the right in a sentence that is not, stands in quotation marks, to be seen where it ends:
/// `“Terminal 2” 5.1`.
std::string name_in_sentence(const Wording& wording, const std::string& name) {
  const bool is_foreign =
      has_right_to_left(name) && !has_right_to_left(wording("{moment} falls {points} points short ({basis}) of what is wanted"));
  const bool ends_in_figure = !name.empty() && name.back() >= '0' && name.back() <= '9';
  return is_foreign || ends_in_figure ? wording.quoted(isolated(name)) : isolated(name);
}

/// What a moment is called on a journey: one that stands in a journey inside has no card of its own there, so it is said where it is.
std::string moment_name(const Workspace& workspace, const Journey& journey, std::size_t touchpoint) {
  const Wording wording(workspace.project);
  const std::string name = name_in_sentence(wording, workspace.touchpoints[touchpoint].name.value);
  if (stands_on(journey, touchpoint)) return name;
  for (const std::size_t inside : journeys_inside(workspace, journey)) {
    const Journey& other = workspace.journeys[inside];
    if (stands_on(other, touchpoint))
      return wording("{moment} in {journey}", {{"moment", name}, {"journey", wording.quoted(isolated(other.name.value))}});
  }
  return name;
}

/// `1 point`, `2.5 points`.
std::string counted_points(const Wording& wording, double points) {
  return wording.counted(points, "{points} points", {{"points", wording.points(points)}});
}

/// `; 3 more fall over 2 points short, and 1 behind the scenes`: those of the class of the last one named, and worse ones; empty where all
/// of them are named.
std::string more_text(const Workspace& workspace, const Analysis& analysis, const Journey& journey, const std::vector<std::size_t>& named) {
  const Wording wording(workspace.project);
  const GapClass least = analysis.touchpoints[named.back()].gap_class;
  const auto is_more = [&](std::size_t touchpoint) {
    const GapClass own = analysis.touchpoints[touchpoint].gap_class;
    return own != GapClass::unknown && own >= least && std::ranges::find(named, touchpoint) == named.end();
  };
  const auto count_in = [&](const std::vector<std::size_t>& some) {
    return static_cast<std::size_t>(std::ranges::count_if(some, is_more));
  };
  const std::size_t more = count_in(moments_on(workspace, journey)), behind = count_in(touchpoints_of(workspace, journey)) - more;
  const int tenths = static_cast<int>(least) - static_cast<int>(GapClass::green);
  const std::string limit = counted_points(wording, workspace.project.scale.range() * tenths / 10);
  const auto said = [&](std::size_t count, std::string_view english) {
    return wording.counted(static_cast<double>(count), english, {{"count", count}, {"limit", limit}});
  };
  if (more == 0) return behind == 0 ? "" : "; " + said(behind, "{count} more behind the scenes fall over {limit} short");
  return "; " + said(more, "{count} more fall over {limit} short") +
         (behind == 0 ? "" : wording(", and {count} behind the scenes", {{"count", behind}}));
}

/// Of what the moments fall short: of what customers want where each target is theirs.
std::string_view sentence_of(const Analysis& analysis, const std::vector<std::size_t>& moments) {
  const auto is_theirs = [&](std::size_t touchpoint) { return analysis.touchpoints[touchpoint].target_owner != TargetOwner::company; };
  return std::ranges::all_of(moments, is_theirs) ? "{moment} falls {points} points short ({basis}) of what {customer}s want"
                                                 : "{moment} falls {points} points short ({basis}) of what is wanted";
}

/// The journey that is told of.
struct ToldJourney {
  const Workspace& workspace;
  const Analysis& analysis;
  const Journey& journey;
};

/// `Rebook 5.6`; what that rests on is said of the last of those that rest on the same.
std::string further_moment(const ToldJourney& told, const std::vector<std::size_t>& moments, std::size_t at) {
  const auto& [workspace, analysis, journey] = told;
  const Wording wording(workspace.project);
  const Figures& figures = analysis.touchpoints[moments[at]];
  const std::string name = moment_name(workspace, journey, moments[at]), points = gap_text(wording, *figures.gap, workspace.project.scale);
  const bool goes_on = at + 1 < moments.size() && basis(wording, analysis.touchpoints[moments[at + 1]]) == basis(wording, figures);
  if (goes_on) return wording("{moment} {points}", {{"moment", name}, {"points", points}});
  return wording("{moment} {points} ({basis})", {{"moment", name}, {"points", points}, {"basis", basis(wording, figures)}});
}

/// `Lost-bag desk falls 7 points short (judged) of what passengers want, Rebook 5.6 and Bags 4.6 (measured)`.
std::string moments_text(const ToldJourney& told, const std::vector<std::size_t>& moments) {
  const auto& [workspace, analysis, journey] = told;
  const Wording wording(workspace.project);
  const Figures& first = analysis.touchpoints[moments.front()];
  const std::string worst = wording.counted(*first.gap, sentence_of(analysis, moments),
                                            {{"moment", moment_name(workspace, journey, moments.front())},
                                             {"points", gap_text(wording, *first.gap, workspace.project.scale)},
                                             {"basis", basis(wording, first)},
                                             {"customer", isolated(wording.customer())}});
  if (moments.size() == 1) return worst;
  std::vector<std::string> others;
  for (std::size_t i = 1; i < moments.size(); ++i) others.push_back(further_moment(told, moments, i));
  return wording("{worst}, {others}", {{"worst", worst}, {"others", wording.listed(others)}});
}

/// ` Of the stages “Sort it out” falls furthest short: 4.6 points on average.`; empty where none stands out.
std::string stage_text(const Workspace& workspace, const Analysis& analysis, const Journey& journey) {
  const auto stage = stage_that_hurts(workspace, analysis, journey);
  if (!stage) return "";
  const Wording wording(workspace.project);
  const std::vector<std::size_t> moments = touchpoints_of(workspace, journey.stages[*stage]);
  const double gap = *mean_gap_of(analysis.touchpoints, moments);
  const auto is_known = [&](std::size_t i) { return analysis.touchpoints[i].gap.has_value(); };
  const auto known = static_cast<std::size_t>(std::ranges::count_if(moments, is_known));
  return " " + wording(known == moments.size()
                           ? "Of the stages {stage} falls furthest short: {gap} on average."
                           : "Of the stages {stage} falls furthest short: {gap} on average ({known} of its {all} moments known).",
                       {{"stage", wording.quoted(isolated(journey.stages[*stage].name.value))},
                        {"gap", wording.counted(gap, "{points} points", {{"points", gap_text(wording, gap, workspace.project.scale)}})},
                        {"known", known},
                        {"all", moments.size()}});
}

/// ` Nobody knows what is lived at Gate change.`; empty where all is known.
std::string unknown_text(const ToldJourney& told, const std::vector<std::size_t>& touchpoints) {
  const auto& [workspace, analysis, journey] = told;
  const std::vector<Figures>& figures = analysis.touchpoints;
  const Wording wording(workspace.project);
  std::vector<std::size_t> unknown;
  std::ranges::copy_if(touchpoints, std::back_inserter(unknown), [&](std::size_t i) { return !figures[i].actual; });
  if (unknown.empty()) return "";
  if (unknown.size() == 1)
    return " " + wording("Nobody knows what is lived at {moment}.", {{"moment", moment_name(workspace, journey, unknown.front())}});
  return " " + wording("Nobody knows what is lived at {count} of {all} moments.", {{"count", unknown.size()}, {"all", touchpoints.size()}});
}

}  // namespace

std::optional<std::size_t> stage_that_hurts(const Workspace& workspace, const Analysis& analysis, const Journey& journey) {
  std::vector<std::pair<double, std::size_t>> gaps;
  for (std::size_t i = 0; i < journey.stages.size(); ++i) {
    if (const auto gap = mean_gap_of(analysis.touchpoints, touchpoints_of(workspace, journey.stages[i]))) gaps.emplace_back(*gap, i);
  }
  if (gaps.size() < 2) return std::nullopt;
  std::ranges::stable_sort(gaps, [](const auto& one, const auto& other) { return one.first > other.first; });
  const bool stands_out = points_text(gaps[0].first) != points_text(gaps[1].first);
  if (!stands_out || gap_class_of(gaps[0].first, workspace.project.scale) == GapClass::green) return std::nullopt;
  return gaps.front().second;
}

std::vector<std::size_t> moments_that_hurt(const Workspace& workspace, const Analysis& analysis, const Journey& journey) {
  std::vector<std::size_t> moments;
  for (const std::size_t touchpoint : worst_moments(workspace, analysis.touchpoints, moments_on(workspace, journey))) {
    const Figures& figures = analysis.touchpoints[touchpoint];
    if (!falls_short(figures) || moments.size() == most_moments) break;
    if (moments.size() + 1 == most_moments && figures.gap_class != GapClass::red) break;
    moments.push_back(touchpoint);
  }
  return moments;
}

std::string shortfall_text(const Workspace& workspace, const Analysis& analysis, const Journey& journey, HowMany how_many) {
  std::vector<std::size_t> moments = moments_that_hurt(workspace, analysis, journey);
  if (moments.size() > 2) moments.resize(2);
  if (moments.empty()) return "";
  const std::string text = moments_text({workspace, analysis, journey}, moments);
  return how_many == HowMany::told ? text + more_text(workspace, analysis, journey, moments) : text;
}

std::string verdict_text(const Workspace& workspace, const Analysis& analysis, const Journey& journey) {
  const auto touchpoints = moments_on(workspace, journey);
  if (touchpoints.empty()) return "";
  const Wording wording(workspace.project);
  const auto is_known = [&](std::size_t i) { return analysis.touchpoints[i].gap.has_value(); };
  if (std::ranges::none_of(touchpoints, is_known))
    return wording("Nothing is known yet of how far what is lived falls short of what is wanted.");
  const auto moments = moments_that_hurt(workspace, analysis, journey);
  const std::string unknown = unknown_text({workspace, analysis, journey}, touchpoints);
  if (moments.empty()) {
    return wording("No known moment falls more than {points} short of what is wanted.",
                   {{"points", wording.points(workspace.project.scale.range() / 10)}}) +
           unknown;
  }
  return moments_text({workspace, analysis, journey}, moments) + more_text(workspace, analysis, journey, moments) + "." +
         stage_text(workspace, analysis, journey) + unknown;
}

std::string verdict_at_head(const Workspace& workspace, const Analysis& analysis, const Journey& journey, HowMany how_many) {
  if (how_many == HowMany::told) return verdict_text(workspace, analysis, journey);
  std::string text = shortfall_text(workspace, analysis, journey, how_many);
  return text.empty() ? text : text + ".";
}

}  // namespace mot
