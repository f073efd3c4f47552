#include "mot/analysis/compare/aims.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>
#include <vector>

namespace mot {
namespace {

bool is_lower(const std::optional<double>& before, const std::optional<double>& now) {
  return before && (!now || *now < *before);
}

bool is_target_lower(const Aim& before, const Figures& now) {
  if (!is_lower(before.target, now.target)) return false;
  const bool are_customers_asked = before.is_asked && now.wish.has_value();
  return is_lower(before.company, now.company) || (!are_customers_asked && is_lower(before.customer, now.customer));
}

/// Whoever writes one overrules what customers say; where none is written, they may say it.
bool is_importance_lower(const Aim& before, const Touchpoint& touchpoint, const Figures& now) {
  const bool may_fall = !touchpoint.importance && now.importance;
  return !may_fall && is_lower(before.importance, now.importance);
}

constexpr double least_share_of_answers = 0.5;

std::optional<std::size_t> answers_of(const Figures& figures) {
  return figures.actual_kind == ActualKind::measured && figures.measurement ? std::optional(figures.measurement->n) : std::nullopt;
}

/// Of what is lived: who lets answers go says nothing worse for it.
std::string fewer_answers_text(const Aim& before, const Figures& now) {
  if (!before.answers) return "";
  const std::optional<std::size_t> answers = answers_of(now);
  if (!answers) return fmt::format("measured by {} answers then, and not any more", *before.answers);
  const bool are_few = static_cast<double>(*answers) < least_share_of_answers * static_cast<double>(*before.answers);
  return are_few ? fmt::format("measured by {} answers, was {}", *answers, *before.answers) : "";
}

std::string shown(const std::optional<double>& number, std::string_view nothing) {
  return number ? fmt::format("{:.1f}", *number) : std::string(nothing);
}

}  // namespace

std::optional<double> score_of(const std::optional<Commitment>& commitment) {
  return commitment && commitment->score ? std::optional(commitment->score->value) : std::nullopt;
}

KnownAims aims_of(const Workspace& workspace, const Analysis& analysis) {
  KnownAims aims;
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) {
    const Figures& figures = analysis.touchpoints[i];
    const Touchpoint& touchpoint = workspace.touchpoints[i];
    Aim aim{figures.company,
            figures.customer,
            figures.target,
            figures.importance,
            touchpoint.moment_of_truth.value,
            figures.adequate,
            answers_of(figures),
            true,
            score_of(touchpoint.standard),
            score_of(touchpoint.promise)};
    if (aim == Aim()) continue;
    aim.is_asked = figures.wish.has_value();
    aims.emplace(touchpoint.id.value, aim);
  }
  return aims;
}

std::string lowered_text(const Aim& before, const Touchpoint& touchpoint, const Figures& now) {
  std::vector<std::string> lower;
  if (is_target_lower(before, now))
    lower.push_back(fmt::format("{} is wanted, was {}", shown(now.target, "nothing"), shown(before.target, "")));
  if (is_importance_lower(before, touchpoint, now))
    lower.push_back(fmt::format("importance {}, was {}", shown(now.importance, "unknown"), shown(before.importance, "")));
  if (is_lower(before.adequate, now.adequate))
    lower.push_back(fmt::format("{} is accepted at least, was {}", shown(now.adequate, "nothing"), shown(before.adequate, "")));
  if (const auto standard = score_of(touchpoint.standard); is_lower(before.standard, standard))
    lower.push_back(fmt::format("the standard is {}, was {}", shown(standard, "none"), shown(before.standard, "")));
  if (const auto promise = score_of(touchpoint.promise); is_lower(before.promise, promise))
    lower.push_back(fmt::format("{} is promised, was {}", shown(promise, "nothing"), shown(before.promise, "")));
  if (const std::string fewer = fewer_answers_text(before, now); !fewer.empty()) lower.push_back(fewer);
  if (before.is_moment_of_truth && !touchpoint.moment_of_truth.value) lower.emplace_back("no moment of truth any more");
  return fmt::format("{}", fmt::join(lower, "; "));
}

}  // namespace mot
