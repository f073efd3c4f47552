#include "mot/evidence/read.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <thread>
#include <vector>

#include "mot/evidence/csv_source.h"

namespace mot {
namespace {

using namespace evidence;

/// Does a piece of work for each of `count` things, several at a time.
void for_each_at_once(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work) {
  if (threads == 0) threads = std::max(1u, std::thread::hardware_concurrency());
  std::atomic<std::size_t> next = 0;
  const auto work_on = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::jthread> helpers;
  for (std::size_t i = 1; i < std::min<std::size_t>(threads, count); ++i) helpers.emplace_back(work_on);
  work_on();
}

/// Whether the source is a file whose declaration could be read whole; anything else was reported then.
bool is_readable(const SurveySource& source) {
  return source.file && !source.database && source.is_whole;
}

void take_newer(std::optional<Day>& newest, const std::optional<Day>& day) {
  if (day && (!newest || *day > *newest)) newest = day;
}

std::optional<Day> newest_of_evidence(const Workspace& workspace) {
  std::optional<Day> newest;
  for (const Touchpoint& touchpoint : workspace.touchpoints) {
    for (const Evidence& evidence : touchpoint.evidence) {
      const bool is_customers_score = evidence.voice && evidence.voice->value == Voice::customer && evidence.score;
      if (is_customers_score && evidence.date) take_newer(newest, day_of(evidence.date->value));
    }
  }
  return newest;
}

std::optional<Day> newest_of_all(const Workspace& workspace, const ReadOptions& options) {
  std::vector<std::optional<Day>> days(workspace.sources.size());
  for_each_at_once(days.size(), options.threads, [&](std::size_t i) {
    const SurveySource& source = workspace.sources[i];
    if (is_readable(source) && evidence::date_of(source)) days[i] = newest_of_csv_source({workspace, source, {}}, options.open);
  });
  std::optional<Day> newest = newest_of_evidence(workspace);
  for (const auto& day : days) take_newer(newest, day);
  return newest;
}

/// The days of the project's period. Only to count back from the newest answer are files read for it.
DayRange period_of(const Workspace& workspace, const ReadOptions& options) {
  DayRange range;
  if (!workspace.project.period) return range;
  const Period& period = *workspace.project.period;
  if (period.from) range.from = day_of(period.from->value);
  if (period.to) range.to = day_of(period.to->value);
  if (!period.last) return range;
  if (const auto newest = newest_of_all(workspace, options))
    range.from = day_of(before(evidence::date_of(*newest), period.last->value)) + 1;
  return range;
}

bool has_answers(const TouchpointAnswers& answers) {
  return answers.actual.n + answers.desired.n + answers.importance.n + answers.thumbs_up + answers.thumbs_down + answers.quotes.size() > 0;
}

void join(const PersonaAnswers& of_source, PersonaAnswers& all) {
  all.desired.join(of_source.desired);
  all.importance.join(of_source.importance);
  all.thumbs_up += of_source.thumbs_up;
  all.thumbs_down += of_source.thumbs_down;
}

void join(const TouchpointAnswers& of_source, std::size_t source, TouchpointAnswers& all) {
  if (!has_answers(of_source)) return;
  all.actual.join(of_source.actual);
  all.desired.join(of_source.desired);
  all.importance.join(of_source.importance);
  for (std::size_t i = 0; i < all.by_persona.size(); ++i) all.by_persona[i].join(of_source.by_persona[i]);
  for (std::size_t i = 0; i < of_source.also_by_persona.size(); ++i) join(of_source.also_by_persona[i], all.also_by_persona[i]);
  all.thumbs_up += of_source.thumbs_up;
  all.thumbs_down += of_source.thumbs_down;
  const auto free = static_cast<std::ptrdiff_t>(std::min(most_quotes - all.quotes.size(), of_source.quotes.size()));
  all.quotes.insert(all.quotes.end(), of_source.quotes.begin(), of_source.quotes.begin() + free);
  all.sources.push_back(source);
  all.actual_of_source.push_back(of_source.actual);
  if (of_source.newest && (!all.newest || *of_source.newest > *all.newest)) all.newest = of_source.newest;
}

void join(SourceAnswers of_source, std::size_t source, Answers& all) {
  for (std::size_t i = 0; i < of_source.touchpoints.size(); ++i) join(of_source.touchpoints[i], source, all.touchpoints[i]);
  for (OutcomeAnswers& outcome : of_source.outcomes) {
    outcome.source = source;
    for (OutcomeAnswers& of_persona : outcome.by_persona) of_persona.source = source;
    all.outcomes.push_back(std::move(outcome));
  }
  of_source.use.source = source;
  all.sources.push_back(std::move(of_source.use));
}

}  // namespace

Answers read_answers(const Workspace& workspace, const ReadOptions& options, Findings& findings) {
  const DayRange range = period_of(workspace, options);
  std::vector<SourceAnswers> of_sources(workspace.sources.size());
  std::vector<Findings> found(workspace.sources.size());
  for_each_at_once(of_sources.size(), options.threads, [&](std::size_t i) {
    const SurveySource& source = workspace.sources[i];
    if (is_readable(source)) of_sources[i] = read_csv_source({workspace, source, range}, options.open, found[i]);
  });
  Answers answers;
  if (range.from != DayRange{}.from) answers.from = evidence::date_of(range.from);
  if (range.to != DayRange{}.to) answers.to = evidence::date_of(range.to);
  answers.touchpoints.assign(workspace.touchpoints.size(), no_answers_of(workspace.personas.size()));
  for (std::size_t i = 0; i < of_sources.size(); ++i) {
    join(std::move(of_sources[i]), i, answers);
    findings.append(std::move(found[i]));
  }
  return answers;
}

}  // namespace mot
