#include "mot/tables/explanation/steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "mot/words/figures.h"

namespace mot {

std::string calculator_text(double number) {
  constexpr double longest_whole = 1e15;
  if (number == 0) return "0";
  const bool is_long = std::abs(number) >= 1e6 && std::abs(number) < longest_whole;
  return is_long ? fmt::format("{:.0f}", number) : fmt::format("{:.7g}", number);
}

namespace {

std::string digits(double number, const TableSpeech& speech) {
  std::string text = calculator_text(std::abs(number));
  std::ranges::replace(text, '.', speech.decimal);
  return number < 0 && text != "0" ? "−" + text : text;
}

struct ValueText {
  const TableSpeech& speech;
  std::string operator()(const Unknown&) const { return "?"; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(double number) const { return digits(number, speech); }
  std::string operator()(const Interval& interval) const {
    return filled(speech.interval, {{"low", digits(interval.low, speech)}, {"high", digits(interval.high, speech)}});
  }
};

}  // namespace

std::string value_text(const Step& step, const TableSpeech& speech) {
  return std::visit(ValueText{speech}, step.value);
}

std::string numbers_of(const Step& step, const TableSpeech& speech) {
  const auto ends = std::holds_alternative<Interval>(step.value) ? step.numbers.find(between_ends) : std::string::npos;
  if (ends == std::string::npos) return step.numbers;
  return filled(speech.interval, {{"low", step.numbers.substr(0, ends)}, {"high", step.numbers.substr(ends + between_ends.size())}});
}

namespace explanation {

std::string num(double number) {
  const std::string text = calculator_text(number);
  return text.starts_with('-') ? "(" + text + ")" : text;
}

std::string said(double number, const Wording& wording) {
  const std::string text = calculator_text(std::abs(number));
  return wording.number(number < 0 ? "−" + text : text);
}

std::string num(std::size_t number) {
  return fmt::format("{}", number);
}

std::variant<Unknown, std::string, double, Interval> value_of(const std::optional<double>& number) {
  if (number) return *number;
  return Unknown{};
}

std::variant<Unknown, std::string, double, Interval> value_of(const std::optional<Interval>& interval) {
  if (interval) return *interval;
  return Unknown{};
}

namespace {

void add_wilson(Steps& steps, const std::string& key, const Share& share) {
  const std::string p = num(share.value), n = num(share.n_effective), z = num(normal_quantile);
  const auto end = [&](char sign) {
    return fmt::format(
        "({0} + {2} * {2} / (2 * {1}) {3} {2} * sqrt({0} * (1 - {0}) / {1} + {2} * {2} / (4 * {1} * {1}))) / (1 + {2} * {2} / {1})", p, n,
        z, sign);
  };
  steps.push_back({.key = key + "_interval",
                   .name = steps.wording("its 95 %"),
                   .formula = steps.wording("(p + z * z / (2 * n) -+ z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))) / (1 + z * z / n)"),
                   .numbers = end('-') + " to " + end('+'),
                   .value = share.interval,
                   .remark = steps.wording("Wilson's interval")});
}

}  // namespace

void add_share(Steps& steps, const std::string& key, const std::string& name, const Share& share, std::vector<Span> places) {
  steps.push_back({.key = key,
                   .name = name,
                   .formula = steps.wording("count / of"),
                   .numbers = fmt::format("{} / {}", share.count, share.of),
                   .value = share.value,
                   .remark = "",
                   .places = std::move(places)});
  add_wilson(steps, key, share);
}

void add_weighted_share(Steps& steps, const std::string& key, const std::string& name, const CountedShare& counted) {
  const auto share = share_of(counted);
  if (!share) return;
  const ShareWeights weights = counted.known_weights();
  const auto of = static_cast<double>(counted.of);
  if (weights.all == of && weights.all_squares == of) {
    add_share(steps, key, name, *share, {});
    return;
  }
  steps.push_back({.key = key,
                   .name = name,
                   .formula = steps.wording("sum of w of them / sum of w"),
                   .numbers = fmt::format("{} / {}", num(weights.within), num(weights.all)),
                   .value = share->value,
                   .remark = steps.wording("{count} of {all} answers, by weight", {{"count", counted.within}, {"all", counted.of}})});
  steps.push_back({.key = key + "_n_effective",
                   .name = steps.wording("effective n (Kish)"),
                   .formula = steps.wording("W * W / Q"),
                   .numbers = fmt::format("{0} * {0} / {1}", num(weights.all), num(weights.all_squares)),
                   .value = share->n_effective});
  add_wilson(steps, key, *share);
}

void add_t(Steps& steps, const std::string& key, double degrees_of_freedom, double t) {
  steps.push_back(
      {.key = key,
       .name = steps.wording("t"),
       .value = t,
       .remark = steps.wording("quantile {p} of Student's t with {count} degrees of freedom, from a table or a spreadsheet (T.INV)",
                               {{"p", number_in(steps.wording, 0.975)}, {"count", said(degrees_of_freedom, steps.wording)}})});
}

namespace {

/// The interval of a difference, from the means, s and n with ends.
void add_welch(Steps& steps, const Contrast& contrast, const Difference& tested) {
  const Moments first = *with_ends(contrast.first, contrast.scale), second = *with_ends(contrast.second, contrast.scale);
  const double a = first.sd * first.sd / first.n, b = second.sd * second.sd / second.n;
  const double error = std::sqrt(a + b);
  const double degrees = (a + b) * (a + b) / (a * a / first.degrees_of_freedom() + b * b / second.degrees_of_freedom());
  const auto square = [](double s, double n) { return fmt::format("{0} * {0} / {1}", num(s), num(n)); };
  steps.push_back({.key = contrast.key + "_error",
                   .name = steps.wording("standard error"),
                   .formula = steps.wording("sqrt(s1 * s1 / n1 + s2 * s2 / n2)"),
                   .numbers = fmt::format("sqrt({} + {})", square(first.sd, first.n), square(second.sd, second.n)),
                   .value = value_of(finite(error)),
                   .remark = each_n_with_ends(steps.wording)});
  steps.push_back(
      {.key = contrast.key + "_degrees_of_freedom",
       .name = steps.wording("degrees of freedom"),
       .formula = steps.wording("(a + b) * (a + b) / (a * a / (n1 - 1) + b * b / (n2 - 1))"),
       .numbers = fmt::format("({0} + {1}) * ({0} + {1}) / ({0} * {0} / ({2} - 1) + {1} * {1} / ({3} - 1))", num(a), num(b),
                              num(first.degrees_of_freedom() + 1), num(second.degrees_of_freedom() + 1)),
       .value = value_of(finite(degrees)),
       .remark = steps.wording(
           first.fewest + second.fewest > 0
               ? "Welch and Satterthwaite; a = s1 * s1 / n1, b = s2 * s2 / n2; each n here is of clusters where they are told apart"
               : "Welch and Satterthwaite; a = s1 * s1 / n1, b = s2 * s2 / n2")});
  const double probability = 0.5 + contrast.confidence / 2;
  const auto t = t_quantile(probability, degrees);
  steps.push_back({.key = contrast.key + "_t",
                   .name = steps.wording("t"),
                   .value = value_of(t),
                   .remark = steps.wording("quantile {p} of Student's t, from a table or a spreadsheet (T.INV)",
                                           {{"p", said(probability, steps.wording)}})});
  if (!t) return;
  const std::string difference = fmt::format("{} - {}", num(second.mean), num(first.mean)),
                    half = fmt::format("{} * {}", num(*t), num(error));
  const std::string range = num(contrast.scale.range());
  steps.push_back({.key = contrast.key + "_interval",
                   .name = steps.wording("its interval"),
                   .formula = steps.wording("difference of the means with ends -+ t * standard error, cut at the scale's range"),
                   .numbers = fmt::format("max({0} - {1}, -{2}) to min({0} + {1}, {2})", difference, half, range),
                   .value = tested.interval,
                   .remark = steps.wording(tested.interval.contains(0) ? "includes 0: the difference is not established" : "excludes 0")});
}

}  // namespace

std::string each_n_with_ends(const Wording& wording) {
  return wording("each n {count} more, s with ends", {{"count", num(answers_at_ends)}});
}

void add_ends(Steps& steps, const std::string& key, const Measurement& measurement, const Scale& scale, const std::string& of) {
  const auto ends = with_ends(measurement, scale);
  if (!ends) return;
  const std::string n = num(measurement.n_effective), mean = num(measurement.mean), s = num(*measurement.sd);
  const std::string middle = num(scale.middle()), range = num(scale.range()), more = num(answers_at_ends);
  static_assert(answers_at_each_end == 1, "the words say how many");
  steps.push_back({.key = key + "mean_with_ends",
                   .name = steps.wording("mean with ends") + of,
                   .formula = steps.wording("(n * mean + {ends} * middle) / (n + {ends})", {{"ends", more}}),
                   .numbers = fmt::format("({0} * {1} + {3} * {2}) / ({0} + {3})", n, mean, middle, more),
                   .value = ends->mean,
                   .remark = steps.wording("an answer more at either end of the scale")});
  steps.push_back(
      {.key = key + "sd_with_ends",
       .name = steps.wording("s with ends") + of,
       .formula = steps.wording("sqrt(((n - 1) * s^2 + {ends} * (range^2 / 4 + (mean - middle)^2 * n / (n + {ends}))) / (n + {ends} - 1))",
                                {{"ends", more}}),
       .numbers = fmt::format(
           "sqrt((({0} - 1) * {1} * {1} + {5} * ({2} * {2} / 4 + ({3} - {4}) * ({3} - {4}) * {0} / ({0} + {5}))) / ({0} + {5} - 1))", n, s,
           range, mean, middle, more),
       .value = ends->sd});
}

void add_contrast(Steps& steps, const Contrast& contrast) {
  const Measurement &first = contrast.first, &second = contrast.second;
  steps.push_back({.key = contrast.key + "_difference",
                   .name = steps.wording("difference"),
                   .formula = fmt::format("{} - {}", contrast.second_name, contrast.first_name),
                   .numbers = fmt::format("{} - {}", num(second.mean), num(first.mean)),
                   .value = value_of(finite(second.mean - first.mean))});
  const auto tested = welch(first, second, contrast.scale, contrast.confidence);
  if (!tested) {
    steps.push_back(
        {.key = contrast.key + "_interval", .name = steps.wording("its interval"), .remark = steps.wording("unknown, for a spread is")});
    return;
  }
  add_ends(steps, contrast.key + "_first_", first, contrast.scale, ", " + contrast.first_name);
  add_ends(steps, contrast.key + "_second_", second, contrast.scale, ", " + contrast.second_name);
  add_welch(steps, contrast, *tested);
}

}  // namespace explanation
}  // namespace mot
