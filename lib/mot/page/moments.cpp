// The card of a touchpoint: its head, both wishes and what is lived, the gaps, and how the numbers come about.
#include "mot/page/moments.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "mot/analysis/gaps.h"
#include "mot/page/page_text.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/tables/explanation/explanation.h"
#include "mot/text/numbers.h"

namespace mot {
namespace {

constexpr double scale_width = 640, bar_width = 170;  // pixels

/// One of the five gaps, and what it is the difference of.
struct GapRow {
  std::string_view name;
  std::optional<double> Gaps::*gap;
  std::string_view wanted;
  std::optional<double> (*wanted_score)(const MomentInput&);
  std::string_view reached;
  std::optional<double> (*reached_score)(const MomentInput&);
};

std::optional<double> score_of(const std::optional<Commitment>& commitment) {
  return commitment && commitment->score ? std::optional(commitment->score->value) : std::nullopt;
}
std::optional<double> customer(const MomentInput& input) {
  return input.figures().customer;
}
std::optional<double> company(const MomentInput& input) {
  return input.figures().company;
}
std::optional<double> lived(const MomentInput& input) {
  return input.figures().actual;
}
std::optional<double> standard(const MomentInput& input) {
  return score_of(input.touchpoint().standard);
}
std::optional<double> promise(const MomentInput& input) {
  return score_of(input.touchpoint().promise);
}

constexpr GapRow gap_rows[] = {
    {"Customer", &Gaps::customer, "customer", customer, "lived", lived},
    {"Listening", &Gaps::listening, "customer", customer, "company", company},
    {"Standards", &Gaps::standards, "company", company, "standard", standard},
    {"Delivery", &Gaps::delivery, "standard", standard, "lived", lived},
    {"Promise", &Gaps::promise, "promise", promise, "lived", lived},
};

Json wish(std::string whose, const std::optional<double>& score, std::string words, std::string note, std::string kind) {
  return {{"whose", std::move(whose)},
          {"score", points_or_unknown(score)},
          {"words", std::move(words)},
          {"note", std::move(note)},
          {"kind", std::move(kind)}};
}

std::string heard_text(const MomentInput& input) {
  const auto& desired = input.touchpoint().desired;
  if (!desired || !desired->customer) return "";
  std::vector<std::string> heard;
  for (const Text& source : desired->customer->heard) heard.push_back(source.value);
  if (!heard.empty()) return fmt::format("heard: {}", fmt::join(heard, ", "));
  return is_assumed(input.touchpoint(), input.figures()) ? "assumed: nobody has heard it" : "";
}

struct ValueText {
  std::string operator()(const Unknown&) const { return "?"; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(double number) const { return calculator_text(number); }
  std::string operator()(const Interval& interval) const {
    return fmt::format("{} to {}", calculator_text(interval.low), calculator_text(interval.high));
  }
};

Json step_content(const Step& step, const Loaded& loaded) {
  std::vector<std::string> asides;
  if (!step.remark.empty()) asides.push_back(step.remark);
  for (const Span& place : step.places) asides.push_back(place_text(loaded, place));
  return {{"name", step.name},
          {"formula", step.formula},
          {"numbers", step.numbers},
          {"value", std::visit(ValueText{}, step.value)},
          {"aside", fmt::format("{}", fmt::join(asides, "; "))}};
}

std::vector<std::string> facts_of(const MomentInput& input) {
  const Touchpoint& touchpoint = input.touchpoint();
  std::vector<std::string> facts;
  for (const auto& channel : touchpoint.channels) facts.push_back(channel.value);
  if (touchpoint.role) facts.push_back(touchpoint.role->value);
  if (touchpoint.dimension) facts.push_back(touchpoint.dimension->value);
  if (touchpoint.level) facts.emplace_back(name_of(touchpoint.level->value));
  if (touchpoint.owner) facts.push_back("owner: " + touchpoint.owner->value);
  return facts;
}

Json recovery_of(const MomentInput& input) {
  Json recovery = Json::array();
  for (const auto& link : input.touchpoint().recovery) {
    if (link.index) recovery.push_back(reference_to(input.workspace().touchpoints[*link.index]));
  }
  return recovery;
}

std::string gap_note(const Figures& figures) {
  if (!figures.gap) return figures.actual ? "nobody says what is wanted" : "nobody knows what is lived";
  if (figures.gap_interval) return "95 %: " + range_text(figures.gap_interval);
  return figures.actual_kind == ActualKind::judged ? "judged: no interval" : "no interval";
}

std::string widest_text(const MomentInput& input) {
  const auto widest = widest_gap(input.figures().gaps, input.scale());
  if (!widest) return "";
  if (widest->acts.empty()) return "which of the causes is widest is not known";
  return fmt::format("widest of the causes: {}, so {} can act", name_of(widest->kind), widest->acts);
}

Json neighbour(const MomentInput& input, const std::vector<std::size_t>& order, std::size_t at) {
  return at < order.size() ? reference_to(input.workspace().touchpoints[order[at]]) : Json();
}

Json moment_content(const MomentInput& input, const std::vector<std::size_t>& order, std::size_t at) {
  const Touchpoint& touchpoint = input.touchpoint();
  const Figures& figures = input.figures();
  Json moment = reference_to(touchpoint);
  const auto& department = touchpoint.department.index;
  moment["is_truth"] = touchpoint.moment_of_truth.value;
  moment["class"] = std::string(name_of(figures.gap_class));
  moment["glyph"] = glyph_of(figures.gap_class);
  moment["gap"] = figures.gap ? number_text(*figures.gap, 1) : "";
  moment["gap_note"] = gap_note(figures);
  moment["department"] = department ? input.workspace().departments[*department].name.value : "";
  moment["facts"] = fmt::format("{}", fmt::join(facts_of(input), " · "));
  moment["dots"] = dots_of(figures.importance);
  moment["importance"] = figures.importance ? number_text(*figures.importance, 1) : "";
  moment["why"] = text_or_nothing(touchpoint.moment_of_truth.why);
  moment["when"] = text_or_nothing(touchpoint.when);
  moment["narrative"] = narrative_of(input);
  moment["has_narrative"] = !moment["narrative"].empty();
  moment["place"] = place_text(input.report.loaded, touchpoint.span);
  moment["position"] = fmt::format("{} of {} by priority", at + 1, order.size());
  moment["previous"] = neighbour(input, order, at - 1);
  moment["next"] = neighbour(input, order, at + 1);
  moment["wishes"] = wishes_of(input);
  moment["least"] = figures.adequate ? points_text(*figures.adequate) : "";
  moment["scale"] = scale_drawing(figures, input.scale(), scale_width);
  moment["gaps"] = gaps_of(input);
  moment["widest"] = widest_text(input);
  moment["latitude"] = latitude_of(input);
  moment["recovery"] = recovery_of(input);
  moment["commitments"] = commitments_of(input);
  moment["quotes"] = quotes_of(input);
  moment["personas"] = personas_of(input);
  moment["has_personas"] = !moment["personas"].empty();
  moment["practices"] = practices_of(input);
  moment["actions"] = actions_of(input);
  moment["arithmetic"] = arithmetic_of(input);
  return moment;
}

}  // namespace

Json wishes_of(const MomentInput& input) {
  const Touchpoint& touchpoint = input.touchpoint();
  const Figures& figures = input.figures();
  const Words& words = input.workspace().project.words;
  const auto& desired = touchpoint.desired;
  const std::string wanted = desired && desired->customer ? text_or_nothing(desired->customer->experience) : "";
  const std::string meant = desired && desired->company ? text_or_nothing(desired->company->experience) : "";
  const std::string lived = touchpoint.actual ? text_or_nothing(touchpoint.actual->experience) : "";
  std::string adequate = figures.adequate ? "least accepted " + points_text(*figures.adequate) : "";
  const std::string heard = heard_text(input);
  if (!heard.empty()) adequate += (adequate.empty() ? "" : "; ") + heard;
  const auto interval = figures.actual_kind == ActualKind::measured ? figures.measurement->interval : std::nullopt;
  std::string basis = basis_text(input.workspace(), input.report.review.analysis, input.report.review.answers, input.index);
  if (interval) basis += ", 95 %: " + range_text(interval);
  const std::string standard = touchpoint.standard ? text_or_nothing(touchpoint.standard->text) : "";
  return Json::array(
      {wish(fmt::format("Wanted by the {}", words.customer), figures.customer, wanted, adequate, "customer"),
       wish(fmt::format("Wanted by {}", words.company), figures.company, meant, standard.empty() ? "" : "standard: " + standard, "company"),
       wish("Lived", figures.actual, lived, basis, std::string(name_of(figures.gap_class)))});
}

Json gaps_of(const MomentInput& input) {
  const Figures& figures = input.figures();
  Json rows = Json::array();
  for (const GapRow& row : gap_rows) {
    const auto& gap = figures.gaps.*row.gap;
    const bool is_main = row.gap == &Gaps::customer && figures.target_owner != TargetOwner::company;
    const auto interval = is_main ? figures.gap_interval : std::nullopt;
    const std::string css_class = is_main ? std::string(name_of(figures.gap_class)) : "cause";
    rows.push_back({{"name", std::string(row.name)},
                    {"formula", fmt::format("{} {} − {} {}", row.wanted, points_or_unknown(row.wanted_score(input)), row.reached,
                                            points_or_unknown(row.reached_score(input)))},
                    {"value", points_or_unknown(gap)},
                    {"interval", range_text(interval)},
                    {"bar", bar_drawing({gap, interval, css_class}, input.scale(), bar_width)}});
  }
  return rows;
}

Json arithmetic_of(const MomentInput& input) {
  const Review& review = input.report.review;
  const Explanation explanation =
      explain({input.workspace(), review.answers, review.analysis}, input.index, Wording(input.workspace().project));
  Json parts = Json::array();
  for (const ExplanationPart& part : explanation.parts) {
    Json steps = Json::array();
    for (const Step& step : part.steps) steps.push_back(step_content(step, input.report.loaded));
    parts.push_back({{"title", part.title}, {"steps", steps}});
  }
  return parts;
}

std::vector<std::size_t> moments_in_order(const Analysis& analysis) {
  std::vector<std::size_t> order = analysis.ranking;
  order.insert(order.end(), analysis.blind_spots.begin(), analysis.blind_spots.end());
  return order;
}

Json moments_content(const ReportInput& input) {
  const auto order = moments_in_order(input.review.analysis);
  Json moments = Json::array();
  for (std::size_t i = 0; i < order.size(); ++i) moments.push_back(moment_content({input, order[i]}, order, i));
  return moments;
}

}  // namespace mot
