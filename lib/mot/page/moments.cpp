// The card of a touchpoint: its head, both wishes and what is lived, the gaps, and how the numbers come about.
#include "mot/page/moments.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "mot/analysis/gaps.h"
#include "mot/page/page_text.h"
#include "mot/picture/touchpoint_text.h"

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

Json wish(std::string whose, std::string score, std::string words, std::string note, std::string kind) {
  return {{"whose", std::move(whose)},
          {"score", std::move(score)},
          {"words", std::move(words)},
          {"note", std::move(note)},
          {"kind", std::move(kind)}};
}

std::string heard_text(const MomentInput& input) {
  const auto& desired = input.touchpoint().desired;
  if (!desired || !desired->customer) return "";
  std::vector<std::string> heard;
  for (const Text& source : desired->customer->heard) heard.push_back(source.value);
  if (!heard.empty()) return input.wording()("heard: {sources}", {{"sources", fmt::format("{}", fmt::join(heard, ", "))}});
  return is_assumed(input.touchpoint(), input.figures()) ? input.wording()("assumed: nobody has heard it") : "";
}

/// What differs in the two texts, if `-` in the first is `+` in the second and nothing else, as `-+`.
std::string with_both_signs(std::string_view minus, std::string_view plus) {
  if (minus.size() != plus.size()) return "";
  std::string both;
  for (std::size_t i = 0; i < minus.size(); ++i) {
    const bool differs = minus[i] != plus[i];
    if (differs && (minus[i] != '-' || plus[i] != '+')) return "";
    both += minus[i];
    if (differs) both += '+';
  }
  return both;
}

/// What stands in `max(…, 0)`, and the bound.
std::optional<std::pair<std::string_view, std::string_view>> bounded(std::string_view text, std::string_view function) {
  const auto comma = text.rfind(", ");
  if (!text.starts_with(function) || !text.ends_with(')') || comma == std::string_view::npos) return std::nullopt;
  const std::string_view bound = text.substr(comma + 2, text.size() - comma - 3);
  if (bound.find_first_not_of("-.0123456789") != std::string_view::npos) return std::nullopt;
  return std::pair(text.substr(function.size(), comma - function.size()), bound);
}

/// The arithmetic of an interval once for both ends, where they differ by signs alone or by where they are cut: `5 -+ 2 * 1.5`,
/// `min(max(5 -+ 2 * 1.5, 0), 10)`. Other arithmetic as it is.
std::string numbers_once(const Step& step, const TableSpeech& speech) {
  const std::string_view numbers = step.numbers;
  const auto between = numbers.find(between_ends);
  if (!std::holds_alternative<Interval>(step.value) || between == std::string::npos) return numbers_of(step, speech);
  const std::string_view low = numbers.substr(0, between), high = numbers.substr(between + between_ends.size());
  if (const std::string both = with_both_signs(low, high); !both.empty()) return both;
  const auto least = bounded(low, "max("), most = bounded(high, "min(");
  const std::string both = least && most ? with_both_signs(least->first, most->first) : "";
  return both.empty() ? numbers_of(step, speech) : fmt::format("min(max({}, {}), {})", both, least->second, most->second);
}

/// Where a step was written: the line alone, where that is in the file that the card names.
std::string place_of_step(const MomentInput& input, Span place) {
  const Loaded& loaded = input.report.loaded;
  if (place.file != input.touchpoint().span.file) return place_text(loaded, place);
  return input.wording()("line {line}", {{"line", loaded.sources.begin_of(place).line}});
}

Json step_content(const Step& step, const TableSpeech& speech, const MomentInput& input) {
  std::vector<std::string> asides;
  if (!step.remark.empty()) asides.push_back(step.remark);
  for (const Span& place : step.places)
    asides.push_back(step.is_of_all ? place_text(input.report.loaded, place) : place_of_step(input, place));
  return {{"name", step.name},
          {"formula", step.formula},
          {"numbers", numbers_once(step, speech)},
          {"value", value_text(step, speech)},
          {"aside", fmt::format("{}", fmt::join(asides, "; "))},
          {"is_of_all", step.is_of_all}};
}

std::vector<std::string> facts_of(const MomentInput& input) {
  const Touchpoint& touchpoint = input.touchpoint();
  std::vector<std::string> facts;
  for (const auto& channel : touchpoint.channels) facts.push_back(channel.value);
  if (touchpoint.role) facts.push_back(touchpoint.role->value);
  if (touchpoint.dimension) facts.push_back(touchpoint.dimension->value);
  if (touchpoint.level) facts.push_back(input.wording()(name_of(touchpoint.level->value)));
  if (touchpoint.owner) facts.push_back(input.wording()("owner: {name}", {{"name", touchpoint.owner->value}}));
  return facts;
}

Json recovery_of(const MomentInput& input) {
  Json recovery = Json::array();
  for (const auto& link : input.touchpoint().recovery) {
    if (link.index) recovery.push_back(reference_to(input.workspace().touchpoints[*link.index]));
  }
  return recovery;
}

/// `not asked: this is the recovery`: why a facet can't be asked of it; empty where nobody wrote that.
std::string not_asked_text(const MomentInput& input, Facet facet) {
  for (const auto& [asked, reason] : input.touchpoint().not_applicable) {
    if (asked.value == facet) return input.wording()("not asked") + ": " + reason.value;
  }
  return "";
}

std::string gap_note(const Figures& figures, const Wording& wording) {
  if (!figures.gap) return wording(figures.actual ? "nobody says what is wanted" : "nobody knows what is lived");
  if (figures.gap_interval) return "95 %: " + range_text(figures.gap_interval, wording);
  return wording(figures.actual_kind == ActualKind::judged ? "judged: no interval" : "no interval");
}

std::string widest_text(const MomentInput& input) {
  const auto widest = widest_gap(input.figures().gaps, input.scale());
  if (!widest) return "";
  const Wording wording = input.wording();
  if (widest->acts.empty()) return wording("which of the causes is widest is not known");
  return wording("widest of the causes: {kind}, so {who} can act",
                 {{"kind", wording(name_of(widest->kind))}, {"who", wording(widest->acts)}});
}

Json neighbour(const MomentInput& input, const std::vector<std::size_t>& order, std::size_t at) {
  return at < order.size() ? reference_to(input.workspace().touchpoints[order[at]]) : Json();
}

Json moment_content(const MomentInput& input, const std::vector<std::size_t>& order, std::size_t at) {
  const Touchpoint& touchpoint = input.touchpoint();
  const Figures& figures = input.figures();
  const Wording wording = input.wording();
  Json moment = reference_to(touchpoint);
  const auto& department = touchpoint.department.index;
  moment["is_truth"] = touchpoint.moment_of_truth.value;
  moment["class"] = std::string(name_of(figures.gap_class));
  moment["glyph"] = glyph_of(figures.gap_class);
  const bool is_over = figures.gap && *figures.gap < 0;
  moment["is_over"] = is_over;
  moment["gap"] = decimal_or_nothing(is_over ? std::optional(-*figures.gap) : figures.gap, wording);
  moment["gap_note"] = gap_note(figures, wording);
  moment["department"] = department ? input.workspace().departments[*department].name.value : "";
  moment["facts"] = fmt::format("{}", fmt::join(facts_of(input), " · "));
  moment["dots"] = dots_of(figures.importance);
  moment["importance"] = decimal_or_nothing(figures.importance, wording);
  moment["why"] = text_or_nothing(touchpoint.moment_of_truth.why);
  moment["when"] = text_or_nothing(touchpoint.when);
  moment["narrative"] = narrative_of(input);
  moment["has_narrative"] = !moment["narrative"].empty();
  moment["place"] = place_text(input.report.loaded, touchpoint.span);
  moment["position"] = wording("{position} of {all} by priority", {{"position", at + 1}, {"all", order.size()}});
  moment["previous"] = neighbour(input, order, at - 1);
  moment["next"] = neighbour(input, order, at + 1);
  moment["wishes"] = wishes_of(input);
  moment["least"] = figures.adequate ? wording.points(*figures.adequate) : "";
  moment["scale"] = scale_drawing(figures, input.scale(), scale_width, wording);
  moment["gaps"] = gaps_of(input);
  moment["widest"] = widest_text(input);
  moment["latitude"] = latitude_of(input);
  moment["recovery"] = recovery_of(input);
  moment["no_recovery"] = not_asked_text(input, Facet::recovery);
  moment["no_latitude"] = not_asked_text(input, Facet::empowerment);
  moment["no_quotes"] = not_asked_text(input, Facet::evidence);
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
  const Wording wording = input.wording();
  const auto& desired = touchpoint.desired;
  const std::string wanted = desired && desired->customer ? text_or_nothing(desired->customer->experience) : "";
  const std::string meant = desired && desired->company ? text_or_nothing(desired->company->experience) : "";
  const std::string lived = touchpoint.actual ? text_or_nothing(touchpoint.actual->experience) : "";
  std::string adequate = figures.adequate ? wording("least accepted {points}", {{"points", wording.points(*figures.adequate)}}) : "";
  const std::string heard = heard_text(input);
  if (!heard.empty()) adequate += (adequate.empty() ? "" : "; ") + heard;
  const auto interval = figures.actual_kind == ActualKind::measured ? figures.measurement->interval : std::nullopt;
  std::string basis = basis_text(input.workspace(), input.report.review.analysis, input.report.review.answers, input.index);
  if (interval) basis += ", 95 %: " + range_text(interval, wording);
  const std::string standard = touchpoint.standard ? text_or_nothing(touchpoint.standard->text) : "";
  return Json::array(
      {wish(wording("Wanted by the {customer}", {{"customer", wording.customer()}}), points_or_unknown(figures.customer, wording), wanted,
            adequate, "customer"),
       wish(wording("Wanted by {company}", {{"company", wording.company()}}), points_or_unknown(figures.company, wording), meant,
            standard.empty() ? "" : wording("standard: {text}", {{"text", standard}}), "company"),
       wish(wording("Lived"), points_or_unknown(figures.actual, wording), lived, basis, std::string(name_of(figures.gap_class)))});
}

/// What a gap to a number that somebody wrote down varies by: what is lived.
std::optional<Interval> interval_to(const std::optional<double>& wanted, const Figures& figures) {
  const bool is_measured = figures.actual_kind == ActualKind::measured && figures.measurement->interval;
  if (!is_measured || !wanted) return std::nullopt;
  const Interval& lived = *figures.measurement->interval;
  return Interval{*wanted - lived.high, *wanted - lived.low};
}

GapBar gap_bar(const GapRow& row, const MomentInput& input) {
  const Figures& figures = input.figures();
  const bool is_main = row.gap == &Gaps::customer && figures.target_owner != TargetOwner::company;
  const bool is_to_written = row.gap == &Gaps::delivery || row.gap == &Gaps::promise;
  const auto interval = is_main ? figures.gap_interval : is_to_written ? interval_to(row.wanted_score(input), figures) : std::nullopt;
  return {figures.gaps.*row.gap, interval, is_main ? std::string(name_of(figures.gap_class)) : "cause"};
}

Json gaps_of(const MomentInput& input) {
  const Wording wording = input.wording();
  std::vector<GapBar> bars;
  for (const GapRow& row : gap_rows) bars.push_back(gap_bar(row, input));
  const Interval axis = axis_of(bars, input.scale());
  Json rows = Json::array();
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const GapRow& row = gap_rows[i];
    const GapBar& gap = bars[i];
    Json bar = bar_drawing(gap, axis, bar_width);
    // As wide as the page's style says, which never shrinks it here.
    if (!bar.is_null() && axis.low >= 0) bar["width"] = "";
    // Where no standard says how well, the company's wish stands for it.
    const bool is_stood_for = row.gap == &Gaps::delivery && !standard(input) && gap.gap;
    rows.push_back({{"name", wording(row.name)},
                    {"formula", fmt::format("{} {} − {} {}", wording(is_stood_for ? std::string_view("company") : row.wanted),
                                            points_or_unknown(is_stood_for ? company(input) : row.wanted_score(input), wording),
                                            wording(row.reached), points_or_unknown(row.reached_score(input), wording))},
                    {"value", points_or_unknown(gap.gap, wording)},
                    {"interval", range_text(gap.interval, wording)},
                    {"bar", std::move(bar)}});
  }
  return rows;
}

Json arithmetic_of(const MomentInput& input) {
  const Explanation explanation = input.explainer.of(input.index);
  Json parts = Json::array();
  for (const ExplanationPart& part : explanation.parts) {
    if (part.key == "written") continue;  // the card says that itself
    Json steps = Json::array();
    for (const Step& step : part.steps) {
      Json content = step_content(step, explanation.speech, input);
      if (std::ranges::find(steps, content) == steps.end())
        steps.push_back(std::move(content));  // what is worked out is known further down
    }
    parts.push_back({{"title", part.title}, {"steps", std::move(steps)}});
  }
  return parts;
}

Json arithmetic_of_all(const Json& moments) {
  Json all = Json::array();
  for (const Json& moment : moments) {
    for (const Json& part : moment.at("arithmetic")) {
      for (const Json& known : part.at("steps")) {
        if (!known.at("is_of_all")) continue;
        Json step = known;
        step.erase("is_of_all");
        if (std::ranges::find(all, step) == all.end()) all.push_back(std::move(step));
      }
    }
  }
  return all;
}

std::vector<std::size_t> moments_in_order(const Analysis& analysis) {
  std::vector<std::size_t> order = analysis.ranking;
  order.insert(order.end(), analysis.blind_spots.begin(), analysis.blind_spots.end());
  return order;
}

Json moments_content(const ReportInput& input) {
  const auto order = moments_in_order(input.review.analysis);
  const Explainer explainer({input.loaded.workspace, input.review.answers, input.review.analysis}, input.wording());
  Json moments = Json::array();
  for (std::size_t i = 0; i < order.size(); ++i) moments.push_back(moment_content({input, explainer, order[i]}, order, i));
  return moments;
}

}  // namespace mot
