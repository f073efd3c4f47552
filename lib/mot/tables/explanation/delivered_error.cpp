// Steps of the standard error of what is delivered: the linearised variance of a sum of means, as together.cpp works it out.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "mot/analysis/delivered.h"
#include "mot/analysis/sets.h"
#include "mot/analysis/together.h"
#include "mot/tables/explanation/steps.h"

namespace mot::explanation {
namespace {

/// Sums of more terms are shown by what they come to.
constexpr std::size_t most_terms = 40;

std::string sum_text(const std::vector<double>& terms) {
  std::vector<std::string> texts;
  for (const double term : terms) texts.push_back(num(term));
  return fmt::format("{}", fmt::join(texts, " + "));
}

double sum_of(const std::vector<double>& terms) {
  return std::accumulate(terms.begin(), terms.end(), 0.0);
}

std::string_view ground_of(IntervalKind kind) {
  switch (kind) {
    case IntervalKind::clusters:
      return "by what each cluster answered to all questions";
    case IntervalKind::mean:
      return "of the one mean that it rests on";
    case IntervalKind::respondents:
      return "by what each respondent answered to all questions";
    case IntervalKind::as_if_others:
    case IntervalKind::paired:
    case IntervalKind::welch:
      break;
  }
  return "as if each question were asked of other people: at least";
}

/// The touchpoint's own term first, what is lived before what is wished.
std::vector<MeanTerm> terms_of(const Subject& subject) {
  std::vector<MeanTerm> terms = delivered_terms(subject.analysis, all_touchpoints(subject.workspace), subject.scale()).terms;
  std::ranges::stable_sort(terms, {}, [&](const MeanTerm& term) { return term.touchpoint != subject.index; });
  return terms;
}

void add_error(Steps& steps, const Delivered& delivered, const std::string& formula, const std::string& numbers) {
  steps.push_back({.key = "delivered_error",
                   .name = steps.wording("standard error"),
                   .formula = formula,
                   .numbers = numbers,
                   .value = delivered.moments->error(),
                   .remark = steps.wording(ground_of(*delivered.interval_kind)),
                   .is_of_all = true});
}

/// By whether the share is cut, and whether the mean is alone.
constexpr std::string_view slope_formulas[2][2] = {
    {"100 * importance / sum of importances / (target - min) * n / (n + {ends})", "100 * importance / sum of importances / (target - min)"},
    {"100 * importance / sum of importances / (target - min) * h / (h + s) * n / (n + {ends})",
     "100 * importance / sum of importances / (target - min) * h / (h + s)"}};

/// What a point more of the mean adds to what is delivered; among others each moves to the middle by the answers at the ends.
void add_slope(Steps& steps, const Subject& subject, const MeanTerm& term, bool is_alone) {
  const Figures& figures = subject.figures();
  const Scale& scale = subject.scale();
  double weight = 0;
  for (const Figures& other : subject.analysis.touchpoints) weight += delivered_share(other, scale) ? other.importance.value_or(0) : 0;
  const double plain = 100 * *figures.importance / weight / (*figures.target - scale.min), n = figures.measurement->n_effective;
  const double cut = term.factor / plain, shrunk = n / (n + answers_at_ends), more = answers_at_ends;
  const bool is_cut = std::abs(cut - 1) > rounding_slack;
  const double high = is_cut ? figures.gap_interval->high : 0;
  const std::string cut_by = is_cut ? fmt::format(" * {0} / ({0} + {1})", num(high), num(high / cut - high)) : "";
  steps.push_back(
      {.key = "delivered_slope",
       .name = steps.wording("c, per cent a point"),
       .formula = steps.wording(slope_formulas[is_cut ? 1 : 0][is_alone ? 1 : 0], {{"ends", num(more)}}),
       .numbers = fmt::format("100 * {} / {} / ({} - {}){}{}", num(*figures.importance), num(weight), num(*figures.target), num(scale.min),
                              cut_by, is_alone ? "" : fmt::format(" * {0} / ({0} + {1})", num(n), num(more))),
       .value = value_of(finite(term.factor * (is_alone ? 1 : shrunk))),
       .remark = is_cut ? steps.wording("all that is wanted is lived: h is the upper end of the gap's interval, s how far the mean "
                                        "with ends is over the target")
                        : ""});
}

void add_part(Steps& steps, const SumSteps& sum) {
  std::vector<std::string> terms;
  for (std::size_t i = 0; i < sum.factors.size(); ++i) terms.push_back(fmt::format("{} * {}", num(sum.factors[i]), num(sum.shared[i])));
  steps.push_back(
      {.key = "delivered_part",
       .name = steps.wording("its part in the variance"),
       .formula = steps.wording("c * sum of (c of each mean * what both means share)"),
       .numbers = terms.size() > most_terms ? "" : fmt::format("{} * ({})", num(sum.factors[0]), fmt::join(terms, " + ")),
       .value = value_of(finite(sum.parts[0])),
       .remark = steps.wording("shared: the sum over respondents of z1 * z2, z what one adds to a mean, the sum of their w * (x - "
                               "mean) / W; of its own mean first")});
}

/// What the answers at the ends add, of what is lived or of what is wished.
void add_ends_of_sum(Steps& steps, const SumSteps::Ends& ends, const std::string& key, const std::string& of) {
  if (ends.lows.empty()) return;
  const auto add = [&](const char* name, std::string_view words, std::string_view formula, const std::vector<double>& terms) {
    steps.push_back({.key = key + name,
                     .name = steps.wording(words) + of,
                     .formula = steps.wording(formula),
                     .numbers = terms.size() > most_terms ? "" : sum_text(terms),
                     .value = value_of(finite(sum_of(terms))),
                     .is_of_all = true});
  };
  add("low", "who says the least of everything", "sum of c * (min - mean with ends) / n", ends.lows);
  add("high", "who says the most of everything", "sum of c * (max - mean with ends) / n", ends.highs);
  add("shift", "the means' move to the middle", "sum of c * (mean - mean with ends) / sqrt(n)", ends.shifts);
}

std::string squares_text(const SumSteps::Ends& ends) {
  const auto square = [](const std::vector<double>& terms) { return fmt::format("{0} * {0}", num(sum_of(terms))); };
  return fmt::format("{} + {} + {}", square(ends.lows), square(ends.highs), square(ends.shifts));
}

void add_variance(Steps& steps, const SumSteps& sum) {
  static_assert(answers_at_each_end == 1, "the squares count once");
  add_ends_of_sum(steps, sum.ends[0], "delivered_", "");
  add_ends_of_sum(steps, sum.ends[1], "delivered_wished_", ", " + steps.wording("target"));
  std::vector<std::string> squares;
  for (const SumSteps::Ends& ends : sum.ends) {
    if (!ends.lows.empty()) squares.push_back(squares_text(ends));
  }
  const std::string parts = sum.parts.size() > most_terms ? num(sum_of(sum.parts)) : sum_text(sum.parts);
  steps.push_back({.key = "delivered_variance",
                   .name = steps.wording("variance of delivered %"),
                   .formula = steps.wording("parts of all means + the squares of who says the least, who says the most, and the move"),
                   .numbers = fmt::format("{} + {}", parts, fmt::join(squares, " + ")),
                   .value = value_of(finite(sum_of(sum.parts) + sum.ends[0].variance + sum.ends[1].variance)),
                   .is_of_all = true});
}

}  // namespace

void add_delivered_error(Steps& steps, const Subject& subject) {
  const Delivered& delivered = subject.analysis.all.delivered;
  const std::vector<MeanTerm> terms = terms_of(subject);
  const bool is_of_it = !terms.empty() && terms[0].touchpoint == subject.index && !terms[0].is_wish;
  const auto sum = steps_of_sum(terms, subject.analysis, subject.scale());
  if (is_of_it) add_slope(steps, subject, terms[0], !sum);
  if (!sum) {
    const auto ends = is_of_it ? with_ends(*subject.figures().measurement, subject.scale()) : std::nullopt;
    return add_error(steps, delivered, ends ? steps.wording("c * s with ends / sqrt(n + {ends})", {{"ends", num(answers_at_ends)}}) : "",
                     ends ? fmt::format("{} * {} / sqrt({})", num(terms[0].factor), num(ends->sd), num(ends->n)) : "");
  }
  if (is_of_it) add_part(steps, *sum);
  // In one order for every moment, so that a page says it once.
  const SumSteps all = *steps_of_sum(delivered_terms(subject.analysis, all_touchpoints(subject.workspace), subject.scale()).terms,
                                     subject.analysis, subject.scale());
  add_variance(steps, all);
  const double variance = sum_of(all.parts) + all.ends[0].variance + all.ends[1].variance;
  add_error(steps, delivered, steps.wording("sqrt(variance * m / (m - 1))"),
            fmt::format("sqrt({0} * {1} / ({1} - 1))", num(variance), num(all.units)));
  steps.all.back().remark += "; " + steps.wording("m counts who answered, at least, and the answers at the ends");
}

}  // namespace mot::explanation
