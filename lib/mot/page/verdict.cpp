// How it stands: one sentence of figures, what weakens it, and the key figures with what they could be.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>

#include "mot/analysis/kpis.h"
#include "mot/analysis/plan.h"
#include "mot/analysis/worst.h"
#include "mot/page/content.h"
#include "mot/page/page_text.h"
#include "mot/text/numbers.h"

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

/// `Two of five moments of truth fall below the least that is accepted.`, and of how many that is not known; empty where it is of none.
std::string below_sentence(const Workspace& workspace, const Analysis& analysis) {
  const auto moments = moments_of_truth(workspace);
  const auto count = [&](const auto& holds) {
    return static_cast<std::size_t>(std::ranges::count_if(moments, [&](std::size_t i) { return holds(analysis.touchpoints[i]); }));
  };
  const std::size_t below = count([](const Figures& figures) { return figures.zone == Zone::below; });
  const std::size_t unknown = count([](const Figures& figures) { return !figures.zone; });
  if (unknown == moments.size()) return "";
  const std::string who = moments.size() > 1 ? fmt::format("{} of {} moments of truth", number_word(below), number_word(moments.size()))
                          : below == 0       ? "no moment of truth"
                                             : "the one moment of truth";
  const std::string rest = unknown == 0 ? "" : fmt::format("; of {} that is not known", number_word(unknown));
  return with_capital(fmt::format("{} {} below the least that is accepted{}.", who, below > 1 ? "fall" : "falls", rest));
}

/// Of what a share is delivered: of what a customer wants where every target is theirs.
std::string wanted_text(const Workspace& workspace, const Analysis& analysis) {
  const auto is_companys = [](const Figures& figures) { return figures.target_owner == TargetOwner::company; };
  if (std::ranges::any_of(analysis.touchpoints, is_companys)) return "is wanted";
  return fmt::format("a {} wants", workspace.project.words.customer);
}

/// Which moments the figure of the whole is of: a journey has one of its own, of its moments alone. Empty where both are the same.
std::string whole_text(const Workspace& workspace, const Analysis& analysis) {
  const std::size_t all = workspace.touchpoints.size();
  const auto holds_all = [&](const Summary& journey) { return journey.touchpoints == all; };
  if (std::ranges::all_of(analysis.journeys, holds_all)) return "";
  return fmt::format("over all its {} moments", all);
}

Json worst_content(const Workspace& workspace, const Analysis& analysis) {
  std::vector<std::size_t> all(workspace.touchpoints.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  const auto worst = worst_moment(workspace, analysis.touchpoints, all);
  if (!worst || !analysis.touchpoints[*worst].gap) return {};
  Json content = reference_to(workspace.touchpoints[*worst]);
  const std::string points = points_text(*analysis.touchpoints[*worst].gap);
  content["gap"] = fmt::format("{} {}", points, points == "1" ? "point" : "points");
  content["class"] = std::string(name_of(analysis.touchpoints[*worst].gap_class));
  return content;
}

/// The worst moment where it was judged: then the sentence rests on somebody's word.
std::string judged_worst_text(const Workspace& workspace, const Analysis& analysis) {
  std::vector<std::size_t> all(workspace.touchpoints.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  const auto worst = worst_moment(workspace, analysis.touchpoints, all);
  if (!worst || analysis.touchpoints[*worst].actual_kind != ActualKind::judged) return "";
  return fmt::format("{} is judged, not measured: its gap has no interval.", workspace.touchpoints[*worst].name.value);
}

Json unmeasured_content(const Workspace& workspace, const Analysis& analysis) {
  Json unknown = Json::array();
  for (const std::size_t touchpoint : analysis.blind_spots) {
    if (unknown.size() == most_names) break;
    unknown.push_back(reference_to(workspace.touchpoints[touchpoint]));
  }
  if (unknown.empty()) return {};
  const std::size_t count = analysis.blind_spots.size();
  return {{"count", with_capital(fmt::format("{} {}", number_word(count), count == 1 ? "moment" : "moments"))},
          {"others", count > unknown.size() ? fmt::format(" and {} more", count - unknown.size()) : ""},
          {"moments", unknown}};
}

Json figure(std::string label, std::string value, std::string unit, std::string note, Json drawing = {}) {
  return {{"label", std::move(label)}, {"value", std::move(value)}, {"unit", std::move(unit)},
          {"note", std::move(note)},   {"drawing", drawing},        {"boxes", Json::array()}};
}

Json delivered_figure(std::string label, const Delivered& delivered) {
  const auto bounds = delivered.worst && delivered.best ? std::optional(Interval{*delivered.worst, *delivered.best}) : std::nullopt;
  std::string note = fmt::format("{} of {} known, {} judged", delivered.known, delivered.of, delivered.judged);
  if (delivered.interval) note += "; 95 %: " + range_text(delivered.interval);
  const bool is_told = bounds && delivered.known < delivered.of && number_text(bounds->low, 1) != number_text(bounds->high, 1);
  if (is_told) note += "; with the unknown ones " + range_text(bounds);
  if (!delivered.value) return figure(std::move(label), "?", "", std::move(note));
  const auto shares = bounds ? std::optional(Interval{bounds->low / 100, bounds->high / 100}) : std::nullopt;
  return figure(std::move(label), fmt::format("{:.1f}", *delivered.value), "%", std::move(note),
                share_drawing(*delivered.value / 100, shares, figure_width));
}

/// A box a moment of truth, red ones first.
Json truths_figure(const Workspace& workspace, const Analysis& analysis) {
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
  Json content = figure("Moments of truth in the red", is_known ? fmt::format("{}", red) : "?", fmt::format("of {}", moments.size()),
                        unknown > 0 ? fmt::format("{} not known", unknown) : "");
  for (const std::size_t moment : moments) {
    const GapClass of = analysis.touchpoints[moment].gap_class;
    content["boxes"].push_back({{"class", std::string(name_of(of))},
                                {"glyph", glyph_of(of)},
                                {"id", workspace.touchpoints[moment].id.value},
                                {"name", workspace.touchpoints[moment].name.value}});
  }
  return content;
}

/// `target 40, missed`.
std::string outcome_target_text(const OutcomeStanding& standing) {
  const std::string_view verdict = !standing.is_met ? "" : *standing.is_met ? ", met" : ", missed";
  return fmt::format("target {}{}", points_text(standing.outcome->target->value), verdict);
}

Json outcome_figure(const Workspace& workspace, const OutcomeFigures& figures) {
  const SourceOutcome& outcome = workspace.sources[figures.source].outcomes[figures.outcome];
  const bool is_nps = outcome.kind.value == OutcomeKind::nps;
  const std::string name = outcome.name ? outcome.name->value : outcome.id.value;
  const Interval ends = is_nps ? Interval{-100, 100} : Interval{workspace.project.scale.min, workspace.project.scale.max};
  const std::string label = is_nps ? "Net promoter score: " + name : with_capital(name);
  std::string note = fmt::format("n {}", figures.n);
  if (figures.interval) note = fmt::format("95 %: {}, {}", range_text(figures.interval), note);
  if (outcome.target) note += ", " + outcome_target_text(standing_of(workspace, figures));
  if (!figures.value) return figure(label, "?", "", std::move(note));
  const auto share = [&](double value) { return (value - ends.low) / (ends.high - ends.low); };
  const auto bounds =
      figures.interval ? std::optional(Interval{share(figures.interval->low), share(figures.interval->high)}) : std::nullopt;
  return figure(label, fmt::format("{:.1f}", *figures.value), is_nps ? "" : "of " + points_text(ends.high), std::move(note),
                share_drawing(share(*figures.value), bounds, figure_width));
}

}  // namespace

Json verdict_content(const ReportInput& input) {
  const Workspace& workspace = input.loaded.workspace;
  const Analysis& analysis = input.review.analysis;
  const auto& delivered = analysis.all.delivered.value;
  const Words& words = workspace.project.words;
  const std::string name = workspace.project.name ? workspace.project.name->value : with_capital(words.company);
  return {{"name", name},
          {"delivered", delivered ? fmt::format("{:.0f}", *delivered) : ""},
          {"wanted", wanted_text(workspace, analysis)},
          {"whole", whole_text(workspace, analysis)},
          {"below", below_sentence(workspace, analysis)},
          {"worst", worst_content(workspace, analysis)},
          {"judged", judged_worst_text(workspace, analysis)},
          {"unmeasured", unmeasured_content(workspace, analysis)}};
}

Json key_figures_content(const ReportInput& input) {
  const Workspace& workspace = input.loaded.workspace;
  const Analysis& analysis = input.review.analysis;
  Json figures = Json::array({delivered_figure(
      whole_text(workspace, analysis).empty() ? "Experience delivered" : "Experience delivered, all moments", analysis.all.delivered)});
  if (!workspace.actions.empty()) figures.push_back(delivered_figure("After the planned actions", plan_of(workspace, analysis).after));
  if (!moments_of_truth(workspace).empty()) figures.push_back(truths_figure(workspace, analysis));
  for (const OutcomeFigures& outcome : analysis.outcomes) figures.push_back(outcome_figure(workspace, outcome));
  if (const auto& coverage = analysis.all.coverage) {
    figures.push_back(figure("Coverage", fmt::format("{:.1f}", *coverage), "%", "of what the picture of a moment should hold",
                             share_drawing(*coverage / 100, std::nullopt, figure_width)));
  }
  return figures;
}

}  // namespace mot
