// How it stands: one sentence of figures, what weakens it, and the key figures with what they could be.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>

#include "mot/analysis/gaps.h"
#include "mot/analysis/kpis.h"
#include "mot/analysis/outcomes.h"
#include "mot/analysis/plan.h"
#include "mot/analysis/worst.h"
#include "mot/page/content.h"
#include "mot/page/page_text.h"
#include "mot/picture/gap_text.h"
#include "mot/text/isolates.h"
#include "mot/words/figures.h"

namespace mot {
namespace {

constexpr double figure_width = 170;  // pixels of the small drawing under a key figure
constexpr std::size_t most_names = 4;

std::vector<std::size_t> moments_of_truth(const Workspace& workspace) {
  std::vector<std::size_t> moments;
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) {
    if (workspace.touchpoints[i].moment_of_truth.value) moments.push_back(i);
  }
  return moments;
}

std::string with_capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

/// How many of the moments of truth fall below the least that is accepted, where there are any.
std::string below_text(std::size_t below, std::size_t all, const Wording& wording) {
  if (all == 1 && below == 0) return wording("No moment of truth falls below the least that is accepted");
  if (all == 1) return wording("The one moment of truth falls below the least that is accepted");
  const At every{"all", number_word(all, wording)};
  if (below == 0) return wording("none of {all} moments of truth falls below the least that is accepted", {every});
  return wording.counted(static_cast<double>(below), "{below} of {all} moments of truth fall below the least that is accepted",
                         {{"below", number_word(below, wording)}, every});
}

/// `Two of five moments of truth fall below the least that is accepted.`, and of how many that is not known; empty where it is of none.
std::string below_sentence(const Workspace& workspace, const Analysis& analysis, const Wording& wording) {
  const auto moments = moments_of_truth(workspace);
  const auto count = [&](const auto& holds) {
    return static_cast<std::size_t>(std::ranges::count_if(moments, [&](std::size_t i) { return holds(analysis.touchpoints[i]); }));
  };
  const auto is_below = [&](const Figures& figures) { return is_below_adequate(figures, workspace.project.scale); };
  const std::size_t below = count([&](const Figures& figures) { return is_below(figures) == true; });
  const std::size_t unknown = count([&](const Figures& figures) { return !is_below(figures); });
  if (unknown == moments.size()) return "";
  std::string text = with_capital(below_text(below, moments.size(), wording));
  if (unknown > 0) text += "; " + wording("of {count} that is not known", {{"count", number_word(unknown, wording)}});
  return text + ".";
}

/// Of what a share is delivered: of what a customer wants where every target is theirs; else empty, for of what is wanted.
std::string customer_who_wants(const Analysis& analysis, const Wording& wording) {
  const auto is_companys = [](const Figures& figures) { return figures.target_owner == TargetOwner::company; };
  return std::ranges::any_of(analysis.touchpoints, is_companys) ? "" : wording.customer();
}

/// Whether the figure of the whole is another one than a journey's, which is of its moments alone.
bool is_of_more_than_a_journey(const Workspace& workspace, const Analysis& analysis) {
  const std::size_t all = workspace.touchpoints.size();
  const auto holds_all = [&](const Summary& journey) { return journey.touchpoints == all && journey.delivered.by_share == 0; };
  return !std::ranges::all_of(analysis.journeys, holds_all);
}

/// Of which moments the figure of the whole is: of those that are known. Empty where it is of all, and of a journey's.
std::string ground_text(const Workspace& workspace, const Analysis& analysis, const Wording& wording) {
  const Delivered& delivered = analysis.all.delivered;
  if (!delivered.value) return "";
  if (delivered.known < delivered.of)
    return wording("the {known} of its {count} moments that are known", {{"known", delivered.known}, {"count", delivered.of}});
  if (!is_of_more_than_a_journey(workspace, analysis)) return "";
  return wording("all its {count} moments", {{"count", delivered.of}});
}

/// Journeys whose figure counts moments on branches by the share who come there, each with it, and why it is not that of the whole; empty
/// where none does.
std::string walked_text(const Workspace& workspace, const Analysis& analysis, const Wording& wording) {
  std::vector<std::string> journeys;
  std::size_t count = 0;
  for (std::size_t i = 0; i < workspace.journeys.size(); ++i) {
    const Delivered& delivered = analysis.journeys[i].delivered;
    if (delivered.by_share == 0 || !delivered.value || ++count > most_names) continue;
    journeys.push_back(fmt::format("{} {} %", isolated(workspace.journeys[i].name.value), decimal_in(wording, *delivered.value, 1)));
  }
  if (count == 0 || !analysis.all.delivered.value) return "";
  if (count > most_names) journeys.push_back(wording("and {count} more", {{"count", count - most_names}}));
  return wording(
      "The {share} counts every moment in full, as if everybody came to it. As customers walk it, with moments on branches counted by "
      "the share who come there: {journeys}.",
      {{"share", wording.percent(*analysis.all.delivered.value)}, {"journeys", fmt::format("{}", fmt::join(journeys, ", "))}});
}

Json worst_content(const Workspace& workspace, const Analysis& analysis, const Wording& wording) {
  std::vector<std::size_t> all(workspace.touchpoints.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  const auto worst = worst_moment(workspace, analysis.touchpoints, all);
  if (!worst || !analysis.touchpoints[*worst].gap) return {};
  Json content = reference_to(workspace.touchpoints[*worst]);
  const double gap = *analysis.touchpoints[*worst].gap;
  content["gap"] = wording.counted(gap, "{points} points", {{"points", gap_text(wording, gap, workspace.project.scale)}});
  content["class"] = std::string(name_of(analysis.touchpoints[*worst].gap_class));
  return content;
}

/// The worst moment where it was judged: then the sentence rests on somebody's word.
std::string judged_worst_text(const Workspace& workspace, const Analysis& analysis, const Wording& wording) {
  std::vector<std::size_t> all(workspace.touchpoints.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  const auto worst = worst_moment(workspace, analysis.touchpoints, all);
  if (!worst || analysis.touchpoints[*worst].actual_kind != ActualKind::judged) return "";
  return wording("{moment} is judged, not measured: its gap has no interval.", {{"moment", workspace.touchpoints[*worst].name.value}});
}

/// What nobody knows anything of, the most important first.
Json unmeasured_content(const Workspace& workspace, const Analysis& analysis, const Wording& wording) {
  Json unknown = Json::array();
  std::size_t count = 0;
  for (const std::size_t touchpoint : analysis.blind_spots) {
    if (analysis.touchpoints[touchpoint].actual) continue;
    if (++count <= most_names) unknown.push_back(reference_to(workspace.touchpoints[touchpoint]));
  }
  if (count == 0) return {};
  const std::size_t others = count - unknown.size();
  return {{"sentence", with_capital(wording.counted(static_cast<double>(count), "{count} moments of which nobody knows what is lived:",
                                                    {{"count", number_word(count, wording)}}))},
          {"others", others > 0 ? wording("and {count} more", {{"count", others}}) : ""},
          {"moments", unknown}};
}

Json figure(std::string label, std::string value, std::string unit, std::string note, Json drawing = {}) {
  return {{"label", std::move(label)}, {"value", std::move(value)}, {"unit", std::move(unit)},
          {"note", std::move(note)},   {"drawing", drawing},        {"boxes", Json::array()}};
}

/// `95 %: 2.9 to 3.9`.
std::string interval_note(const std::optional<Interval>& interval, const Wording& wording) {
  return "95 %: " + range_text(interval, wording);
}

Json delivered_figure(std::string label, const Delivered& delivered, const Wording& wording) {
  const auto bounds = delivered.worst && delivered.best ? std::optional(Interval{*delivered.worst, *delivered.best}) : std::nullopt;
  std::string note =
      wording("{known} of {all} known, {judged} judged", {{"known", delivered.known}, {"all", delivered.of}, {"judged", delivered.judged}});
  if (delivered.interval) note += "; " + interval_note(delivered.interval, wording);
  const bool is_told =
      bounds && delivered.known < delivered.of && decimal_in(wording, bounds->low, 1) != decimal_in(wording, bounds->high, 1);
  if (is_told) note += "; " + wording("with the unknown ones {range}", {{"range", range_text(bounds, wording)}});
  if (!delivered.value) return figure(std::move(label), "?", "", std::move(note));
  const auto shares = bounds ? std::optional(Interval{bounds->low / 100, bounds->high / 100}) : std::nullopt;
  return figure(std::move(label), decimal_in(wording, *delivered.value, 1), "%", std::move(note),
                share_drawing(*delivered.value / 100, shares, figure_width));
}

/// A box a moment of truth, red ones first.
Json truths_figure(const Workspace& workspace, const Analysis& analysis, const Wording& wording) {
  auto moments = moments_of_truth(workspace);
  const auto rank_of = [&](std::size_t moment) {
    const GapClass of = analysis.touchpoints[moment].gap_class;
    return of == GapClass::unknown ? -1 : static_cast<int>(of);
  };
  std::ranges::stable_sort(moments, std::greater<>{}, rank_of);
  const auto red = std::ranges::count_if(moments, [&](auto moment) { return analysis.touchpoints[moment].gap_class == GapClass::red; });
  const auto is_unknown = [&](std::size_t moment) { return analysis.touchpoints[moment].gap_class == GapClass::unknown; };
  const auto unknown = std::ranges::count_if(moments, is_unknown);
  const bool is_known = unknown < std::ssize(moments);
  Json content = figure(wording("Moments of truth in the red"), is_known ? fmt::format("{}", red) : "?",
                        wording("of {count}", {{"count", moments.size()}}),
                        unknown > 0 ? wording("{count} not known", {{"count", static_cast<std::size_t>(unknown)}}) : "");
  for (const std::size_t moment : moments) {
    const GapClass of = analysis.touchpoints[moment].gap_class;
    content["boxes"].push_back({{"class", std::string(name_of(of))},
                                {"tone", wording(name_of(of))},
                                {"glyph", glyph_of(of)},
                                {"id", workspace.touchpoints[moment].id.value},
                                {"name", workspace.touchpoints[moment].name.value}});
  }
  return content;
}

/// `target 40, missed`.
std::string outcome_target_text(const OutcomeStanding& standing, const Wording& wording) {
  const std::string text = wording("target {value}", {{"value", wording.points(standing.outcome->target->value)}});
  return !standing.is_met ? text : text + ", " + wording(*standing.is_met ? "met" : "missed");
}

Json outcome_figure(const Workspace& workspace, const Analysis& analysis, const OutcomeFigures& figures, const Wording& wording) {
  const SourceOutcome& outcome = workspace.sources[figures.source].outcomes[figures.outcome];
  const bool is_nps = outcome.kind.value == OutcomeKind::nps;
  const std::string name = outcome_name(workspace, analysis.outcomes, figures);
  const Interval ends = is_nps ? Interval{-100, 100} : Interval{workspace.project.scale.min, workspace.project.scale.max};
  const std::string label = is_nps ? wording("Net promoter score: {outcome}", {{"outcome", name}}) : with_capital(name);
  std::string note = wording("n {count}", {{"count", figures.n}});
  if (figures.interval) note = interval_note(figures.interval, wording) + ", " + note;
  if (outcome.target) note += ", " + outcome_target_text(standing_of(workspace, figures), wording);
  if (!figures.value) return figure(label, "?", "", std::move(note));
  const auto share = [&](double value) { return (value - ends.low) / (ends.high - ends.low); };
  const auto bounds =
      figures.interval ? std::optional(Interval{share(figures.interval->low), share(figures.interval->high)}) : std::nullopt;
  return figure(label, decimal_in(wording, *figures.value, 1), is_nps ? "" : wording("of {count}", {{"count", wording.points(ends.high)}}),
                std::move(note), share_drawing(share(*figures.value), bounds, figure_width));
}

/// Whether the page is about some moments alone: what customers say of the whole is not.
bool is_narrowed_to_moments(const ReportInput& input) {
  const auto persona = input.review.analysis.persona;
  return !input.only.empty() && !(persona && input.only == input.loaded.workspace.personas[*persona].name.value);
}

}  // namespace

Json verdict_content(const ReportInput& input) {
  const Workspace& workspace = input.loaded.workspace;
  const Analysis& analysis = input.review.analysis;
  const auto& delivered = analysis.all.delivered.value;
  const Wording wording = input.wording();
  const std::string name = workspace.project.name ? workspace.project.name->value : with_capital(wording.company());
  return {{"name", input.only.empty() ? name : wording("{title} ({part} only)", {{"title", name}, {"part", input.only}})},
          {"delivered", delivered ? fmt::format("{:.0f}", *delivered) : ""},
          {"customer", customer_who_wants(analysis, wording)},
          {"whole", ground_text(workspace, analysis, wording)},
          {"walked", walked_text(workspace, analysis, wording)},
          {"below", below_sentence(workspace, analysis, wording)},
          {"worst", worst_content(workspace, analysis, wording)},
          {"judged", judged_worst_text(workspace, analysis, wording)},
          {"unmeasured", unmeasured_content(workspace, analysis, wording)}};
}

Json key_figures_content(const ReportInput& input) {
  const Wording wording = input.wording();
  const Workspace& workspace = input.loaded.workspace;
  const Analysis& analysis = input.review.analysis;
  const bool is_of_all = is_of_more_than_a_journey(workspace, analysis), is_walked = !walked_text(workspace, analysis, wording).empty();
  Json figures = Json::array({delivered_figure(is_of_all ? wording("Experience delivered, all moments") : wording("Experience delivered"),
                                               analysis.all.delivered, wording)});
  if (is_walked)
    figures[0]["note"] = wording("each counted in full, as if everybody came to it") + "; " + figures[0]["note"].get<std::string>();
  if (!workspace.actions.empty())
    figures.push_back(delivered_figure(wording("After the planned actions"), plan_of(workspace, analysis).after, wording));
  if (!moments_of_truth(workspace).empty()) figures.push_back(truths_figure(workspace, analysis, wording));
  for (const OutcomeFigures& outcome : analysis.outcomes) {
    figures.push_back(outcome_figure(workspace, analysis, outcome, wording));
    if (is_narrowed_to_moments(input))
      figures.back()["note"] = figures.back()["note"].get<std::string>() + ", " + wording("of the whole, not of this part");
  }
  if (const auto& coverage = analysis.all.coverage) {
    figures.push_back(figure(wording("Coverage"), decimal_in(wording, *coverage, 1), "%",
                             wording("of what the picture of a moment should hold"),
                             share_drawing(*coverage / 100, std::nullopt, figure_width)));
  }
  return figures;
}

}  // namespace mot
