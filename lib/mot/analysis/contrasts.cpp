#include "mot/analysis/contrasts.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "mot/analysis/scores.h"

namespace mot {
namespace {

struct PersonaMean {
  std::size_t persona;
  Measurement measurement;
};

std::vector<PersonaMean> persona_means(const TouchpointAnswers& answers) {
  std::vector<PersonaMean> means;
  for (std::size_t i = 0; i < answers.by_persona.size(); ++i) {
    if (const auto measurement = measured(answers.by_persona[i])) means.push_back({i, *measurement});
  }
  return means;
}

/// The two that lie farthest apart: the better one, then the worse.
std::pair<PersonaMean, PersonaMean> extremes(const std::vector<PersonaMean>& means) {
  const auto by_mean = [](const PersonaMean& one, const PersonaMean& other) { return one.measurement.mean < other.measurement.mean; };
  const auto worse = std::min_element(means.begin(), means.end(), by_mean);
  auto better = std::max_element(means.begin(), means.end(), by_mean);
  if (better == worse) better = std::next(worse);  // all are equal
  return {*better, *worse};
}

struct Performers {
  AnswerSums scores;
  std::vector<std::string> practices;
};

Performers performers(const Touchpoint& touchpoint, Voice voice) {
  Performers found;
  for (const Evidence& evidence : touchpoint.evidence) {
    if (!evidence.voice || evidence.voice->value != voice) continue;
    found.scores.join(scores_of(evidence));
    if (evidence.practice) found.practices.push_back(evidence.practice->value);
  }
  return found;
}

}  // namespace

std::optional<PersonaGap> persona_gap(const TouchpointAnswers& answers, const Scale& scale) {
  const std::vector<PersonaMean> means = persona_means(answers);
  if (means.size() < 2) return std::nullopt;
  const auto& [better, worse] = extremes(means);
  const auto difference = finite(better.measurement.mean - worse.measurement.mean);
  if (!difference) return std::nullopt;
  PersonaGap gap{.better = better.persona, .worse = worse.persona, .difference = *difference, .interval = {}, .is_established = false};
  const double pairs = static_cast<double>(means.size()) * static_cast<double>(means.size() - 1) / 2;
  if (const auto tested = welch(worse.measurement, better.measurement, 1 - 0.05 / pairs)) gap.interval = tested->interval;
  gap.is_established = has_enough_answers(better.measurement, scale) && has_enough_answers(worse.measurement, scale) && gap.interval &&
                       gap.interval->low > rounding_slack * std::abs(scale.range());
  return gap;
}

std::optional<PracticeGap> practice_gap(const Touchpoint& touchpoint) {
  Performers top = performers(touchpoint, Voice::top_performer), typical = performers(touchpoint, Voice::typical_performer);
  const auto top_mean = measured(top.scores), typical_mean = measured(typical.scores);
  if (!top_mean || !typical_mean) return std::nullopt;
  const auto difference = finite(top_mean->mean - typical_mean->mean);
  if (!difference) return std::nullopt;
  PracticeGap gap{.top = *top_mean,
                  .typical = *typical_mean,
                  .difference = *difference,
                  .interval = {},
                  .top_practices = std::move(top.practices),
                  .typical_practices = std::move(typical.practices)};
  if (const auto tested = welch(*typical_mean, *top_mean)) gap.interval = tested->interval;
  return gap;
}

}  // namespace mot
