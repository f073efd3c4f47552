#include "mot/analysis/contrasts.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "mot/analysis/scores.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

struct GroupMean {
  std::size_t group;
  Measurement measurement;
};

/// Of the groups with enough answers where these are two or more; else of all that answered.
std::vector<GroupMean> group_means(std::span<const AnswerSums> groups, const Scale& scale) {
  std::vector<GroupMean> all, enough;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const auto measurement = measured(groups[i], scale);
    if (!measurement) continue;
    all.push_back({i, *measurement});
    if (has_enough_answers(*measurement)) enough.push_back({i, *measurement});
  }
  return enough.size() > 1 ? enough : all;
}

/// The two that lie farthest apart: the better one, then the worse.
std::pair<GroupMean, GroupMean> extremes(const std::vector<GroupMean>& means) {
  const auto by_mean = [](const GroupMean& one, const GroupMean& other) { return one.measurement.mean < other.measurement.mean; };
  const auto worse = std::min_element(means.begin(), means.end(), by_mean);
  auto better = std::max_element(means.begin(), means.end(), by_mean);
  if (better == worse) better = std::next(worse);  // all are equal
  return {*better, *worse};
}

struct Performers {
  AnswerSums scores;
  std::vector<std::string> practices;
};

Performers performers(const Touchpoint& touchpoint, Voice voice, const Scale& scale) {
  Performers found;
  for (const Evidence& evidence : touchpoint.evidence) {
    if (!evidence.voice || evidence.voice->value != voice) continue;
    found.scores.join(scores_of(evidence, scale));
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

bool is_established(const GroupGap& gap, const Scale& scale) {
  return gap.p && *gap.p < 0.05 && gap.difference > rounding_slack * std::abs(scale.range());
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

namespace {

std::optional<GroupGap> largest_gap(std::span<const AnswerSums> groups, const Scale& scale) {
  const std::vector<GroupMean> means = group_means(groups, scale);
  if (means.size() < 2) return std::nullopt;
  const auto& [better, worse] = extremes(means);
  const auto difference = finite(better.measurement.mean - worse.measurement.mean);
  if (!difference) return std::nullopt;
  const std::size_t pairs = means.size() * (means.size() - 1) / 2;
  GroupGap gap{.better = better.group,
               .worse = worse.group,
               .pairs = pairs,
               .difference = *difference,
               .interval = {},
               .p = {},
               .is_established = false};
  const auto tested = welch(worse.measurement, better.measurement, scale, 1 - 0.05 / static_cast<double>(pairs));
  if (!tested) return gap;
  gap.interval = tested->interval;
  if (!has_enough_answers(better.measurement) || !has_enough_answers(worse.measurement)) return gap;
  gap.p = std::min(1.0, tested->p * static_cast<double>(pairs));
  gap.is_established = is_established(gap, scale);
  return gap;
}

/// Each looked at as one of all: p adjusted by Holm over those that can be tested.
std::vector<std::optional<GroupGap>> adjusted_for_all(std::vector<std::optional<GroupGap>> gaps, const Scale& scale) {
  std::vector<double> p;
  for (const auto& gap : gaps) {
    if (gap && gap->p) p.push_back(*gap->p);
  }
  const std::vector<double> adjusted = holm(p);
  auto next = adjusted.begin();
  for (auto& gap : gaps) {
    if (!gap || !gap->p) continue;
    gap->p = *next++;
    gap->is_established = is_established(*gap, scale);
  }
  return gaps;
}

/// By index of Workspace::sources, and behind them what customers' scores that are written at the touchpoint say.
std::vector<AnswerSums> sums_by_source(const Workspace& workspace, const Answers& answers, std::size_t touchpoint) {
  const TouchpointAnswers& own = answers.of(touchpoint);
  std::vector<AnswerSums> groups(workspace.sources.size());
  for (std::size_t i = 0; i < own.sources.size(); ++i) groups[own.sources[i]].join(own.actual_of_source[i]);
  for (const WrittenScores& written : written_scores(workspace.touchpoints[touchpoint], answers, workspace.project.scale))
    groups.push_back(written.sums);
  return groups;
}

}  // namespace

std::vector<WrittenScores> written_scores(const Touchpoint& touchpoint, const Answers& answers, const Scale& scale) {
  const Window period{answers.from, answers.to};
  const auto counts = [&](const Evidence& evidence) { return is_customers_score(evidence) && period.contains(evidence.date); };
  const auto has_own_day = [&](const Evidence& evidence) {
    const auto is_of_same_day = [&](const Evidence& other) {
      return counts(other) && other.date && other.date->value == evidence.date->value;
    };
    return evidence.date && std::ranges::count_if(touchpoint.evidence, is_of_same_day) == 1;
  };
  const auto is_of_any_day = [&](const Evidence& evidence) { return counts(evidence) && !has_own_day(evidence); };
  const bool are_several = std::ranges::count_if(touchpoint.evidence, is_of_any_day) > 1;
  std::vector<WrittenScores> written(1);
  for (const Evidence& evidence : touchpoint.evidence) {
    if (!counts(evidence)) continue;
    const bool is_apart = are_several && is_of_any_day(evidence);
    WrittenScores& group = is_apart ? written.emplace_back(WrittenScores{&evidence, {}}) : written.front();
    group.sums.join(scores_of(evidence, scale));
  }
  for (WrittenScores& group : written) group.sums.has_spread = true;
  return written;
}

std::optional<GroupGap> persona_gap(const TouchpointAnswers& answers, const Scale& scale) {
  return largest_gap(answers.by_persona, scale);
}

std::vector<std::optional<GroupGap>> persona_gaps(const Workspace& workspace, const Answers& answers) {
  std::vector<std::optional<GroupGap>> gaps;
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) gaps.push_back(persona_gap(answers.of(i), workspace.project.scale));
  return adjusted_for_all(std::move(gaps), workspace.project.scale);
}

std::vector<std::optional<GroupGap>> source_gaps(const Workspace& workspace, const Answers& answers) {
  std::vector<std::optional<GroupGap>> gaps;
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i)
    gaps.push_back(largest_gap(sums_by_source(workspace, answers, i), workspace.project.scale));
  return adjusted_for_all(std::move(gaps), workspace.project.scale);
}

std::optional<PracticeGap> practice_gap(const Touchpoint& touchpoint, const Scale& scale) {
  Performers top = performers(touchpoint, Voice::top_performer, scale);
  Performers typical = performers(touchpoint, Voice::typical_performer, scale);
  const auto top_mean = measured(top.scores, scale), typical_mean = measured(typical.scores, scale);
  if (!top_mean || !typical_mean) return std::nullopt;
  const auto difference = finite(top_mean->mean - typical_mean->mean);
  if (!difference) return std::nullopt;
  PracticeGap gap{.top = *top_mean,
                  .typical = *typical_mean,
                  .difference = *difference,
                  .interval = {},
                  .top_practices = std::move(top.practices),
                  .typical_practices = std::move(typical.practices)};
  if (const auto tested = welch(*typical_mean, *top_mean, scale)) gap.interval = tested->interval;
  return gap;
}

}  // namespace mot
