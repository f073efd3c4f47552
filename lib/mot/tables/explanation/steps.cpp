#include "mot/tables/explanation/steps.h"

#include <fmt/format.h>

#include <cmath>

namespace mot {

std::string calculator_text(double number) {
  constexpr double longest_whole = 1e15;
  if (number == 0) return "0";
  const bool is_long = std::abs(number) >= 1e6 && std::abs(number) < longest_whole;
  return is_long ? fmt::format("{:.0f}", number) : fmt::format("{:.7g}", number);
}

namespace explanation {

std::string num(double number) {
  const std::string text = calculator_text(number);
  return text.starts_with('-') ? "(" + text + ")" : text;
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

void add_share(Steps& steps, const std::string& key, const std::string& name, const Share& share, std::vector<Span> places) {
  steps.push_back({.key = key,
                   .name = name,
                   .formula = "count / of",
                   .numbers = fmt::format("{} / {}", share.count, share.of),
                   .value = share.value,
                   .remark = "",
                   .places = std::move(places)});
  const std::string p = num(share.value), n = num(share.of), z = num(normal_quantile);
  const auto end = [&](char sign) {
    return fmt::format(
        "({0} + {2} * {2} / (2 * {1}) {3} {2} * sqrt({0} * (1 - {0}) / {1} + {2} * {2} / (4 * {1} * {1}))) / (1 + {2} * {2} / {1})", p, n,
        z, sign);
  };
  steps.push_back({.key = key + "_interval",
                   .name = "its 95 %",
                   .formula = "(p + z * z / (2 * n) -+ z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))) / (1 + z * z / n)",
                   .numbers = end('-') + " to " + end('+'),
                   .value = share.interval,
                   .remark = "Wilson's interval"});
}

void add_contrast(Steps& steps, const Contrast& contrast) {
  const Measurement &first = contrast.first, &second = contrast.second;
  steps.push_back({.key = contrast.key + "_difference",
                   .name = "difference",
                   .formula = fmt::format("{} - {}", contrast.second_name, contrast.first_name),
                   .numbers = fmt::format("{} - {}", num(second.mean), num(first.mean)),
                   .value = value_of(finite(second.mean - first.mean))});
  const auto tested = welch(first, second, contrast.confidence);
  if (!tested) {
    steps.push_back({.key = contrast.key + "_interval", .name = "its interval", .remark = "unknown, for a spread is"});
    return;
  }
  const double a = *first.sd * *first.sd / first.n_effective, b = *second.sd * *second.sd / second.n_effective;
  const double error = std::sqrt(a + b);
  const double degrees = (a + b) * (a + b) / (a * a / (first.n_effective - 1) + b * b / (second.n_effective - 1));
  const auto square = [](double s, double n) { return fmt::format("{0} * {0} / {1}", num(s), num(n)); };
  const std::string first_part = square(*first.sd, first.n_effective), second_part = square(*second.sd, second.n_effective);
  steps.push_back({.key = contrast.key + "_error",
                   .name = "standard error",
                   .formula = "sqrt(s1 * s1 / n1 + s2 * s2 / n2)",
                   .numbers = fmt::format("sqrt({} + {})", first_part, second_part),
                   .value = value_of(finite(error))});
  steps.push_back({.key = contrast.key + "_degrees_of_freedom",
                   .name = "degrees of freedom",
                   .formula = "(a + b) * (a + b) / (a * a / (n1 - 1) + b * b / (n2 - 1))",
                   .numbers = fmt::format("({0} + {1}) * ({0} + {1}) / ({0} * {0} / ({2} - 1) + {1} * {1} / ({3} - 1))", num(a), num(b),
                                          num(first.n_effective), num(second.n_effective)),
                   .value = value_of(finite(degrees)),
                   .remark = "Welch and Satterthwaite; a = s1 * s1 / n1, b = s2 * s2 / n2"});
  const double probability = 0.5 + contrast.confidence / 2;
  const auto t = t_quantile(probability, degrees);
  steps.push_back({.key = contrast.key + "_t",
                   .name = "t",
                   .value = value_of(t),
                   .remark = fmt::format("quantile {} of Student's t, from a table or a spreadsheet (T.INV)", num(probability))});
  if (!t) return;
  const std::string difference = num(tested->value), half = fmt::format("{} * {}", num(*t), num(error));
  steps.push_back({.key = contrast.key + "_interval",
                   .name = "its interval",
                   .formula = "difference -+ t * standard error",
                   .numbers = fmt::format("{0} - {1} to {0} + {1}", difference, half),
                   .value = tested->interval,
                   .remark = tested->interval.contains(0) ? "includes 0: the difference is not established" : "excludes 0"});
}

}  // namespace explanation
}  // namespace mot
