#include "mot/analysis/contrasts.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "mot/analysis/scores.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

struct PersonaMean {
  std::size_t persona;
  Measurement measurement;
};

std::vector<PersonaMean> persona_means(const TouchpointAnswers& answers, const Scale& scale) {
  std::vector<PersonaMean> all, enough;
  for (std::size_t i = 0; i < answers.by_persona.size(); ++i) {
    const auto measurement = measured(answers.by_persona[i]);
    if (!measurement) continue;
    all.push_back({i, *measurement});
    if (has_enough_answers(*measurement, scale)) enough.push_back({i, *measurement});
  }
  return enough.size() > 1 ? enough : all;
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

/// The same practice, whoever wrote it down.
std::string comparable(const std::string& practice) {
  constexpr std::string_view blanks = " \t.";
  const auto first = practice.find_first_not_of(blanks), last = practice.find_last_not_of(blanks);
  return first == std::string::npos ? "" : folded(std::string_view(practice).substr(first, last - first + 1));
}

bool is_performer(Voice voice) {
  return voice == Voice::top_performer || voice == Voice::typical_performer || voice == Voice::low_performer;
}

}  // namespace

Practices practices_at(const Touchpoint& touchpoint) {
  Practices practices;
  for (const Evidence& evidence : touchpoint.evidence) {
    if (!evidence.practice || !evidence.voice || !is_performer(evidence.voice->value)) continue;
    (evidence.voice->value == Voice::top_performer ? practices.top : practices.typical).push_back(evidence.practice->value);
  }
  for (const std::string& practice : practices.top) {
    const auto is_same = [&](const std::string& other) { return comparable(other) == comparable(practice); };
    if (std::ranges::none_of(practices.typical, is_same)) practices.only_top.push_back(practice);
  }
  return practices;
}

std::optional<PersonaGap> persona_gap(const TouchpointAnswers& answers, const Scale& scale) {
  const std::vector<PersonaMean> means = persona_means(answers, scale);
  if (means.size() < 2) return std::nullopt;
  const auto& [better, worse] = extremes(means);
  const auto difference = finite(better.measurement.mean - worse.measurement.mean);
  if (!difference) return std::nullopt;
  const std::size_t pairs = means.size() * (means.size() - 1) / 2;
  PersonaGap gap{
      .better = better.persona, .worse = worse.persona, .pairs = pairs, .difference = *difference, .interval = {}, .is_established = false};
  if (const auto tested = welch(worse.measurement, better.measurement, 1 - 0.05 / static_cast<double>(pairs)))
    gap.interval = tested->interval;
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
