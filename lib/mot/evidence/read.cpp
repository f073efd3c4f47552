#include "mot/evidence/read.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <vector>

#include "mot/evidence/database_failure.h"
#include "mot/evidence/layouts/row_filter.h"
#include "mot/evidence/row_answers.h"
#include "mot/evidence/source_opener.h"
#include "mot/evidence/sql/frozen.h"
#include "mot/evidence/sql/sql_source.h"
#include "mot/text/for_each_at_once.h"

namespace mot {
namespace {

using evidence::Day;
using evidence::day_of;
using evidence::DayRange;
using evidence::most_quotes;
using evidence::OpenEngine;
using evidence::OpenSource;
using evidence::RowSource;
using evidence::SourceAnswers;
using evidence::SourceContext;

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

/// The first of the days that a span ending with `newest` holds: the one after the same day so long before; after a month's last day a
/// month's first.
Day first_day(Day newest, TimeSpan span) {
  const Day after_same_day = day_of(before(evidence::date_of(newest), span)) + 1;
  return std::max(after_same_day, day_of(before(evidence::date_of(newest + 1), span)));
}

/// What an engine that failed says is said of its source.
template <class Query>
auto queried(const SurveySource& source, const Query& query) {
  try {
    return query();
  } catch (const std::runtime_error& error) {
    throw DatabaseFailure(source.connect ? source.connect->span : source.database->span,
                          fmt::format("source '{}': {}", source.id.value, error.what()));
  }
}

/// All sources of a workspace, made ready to be read once for their dates and once for their answers.
class SourceReader {
 public:
  SourceReader(const Workspace& workspace, const ReadOptions& options)
      : workspace_(workspace), options_(options), sources_(workspace.sources.size()), found_(workspace.sources.size()) {
    for_each([this](std::size_t i) { sources_[i] = evidence::open_source(workspace_.sources[i], options_, found_[i]); });
  }

  /// Of a source that is one; null of any other.
  OpenEngine* engine_of(std::size_t i) { return std::get_if<OpenEngine>(&sources_[i]); }

  /// The days of the project's period. Only to count back from the newest answer are sources read for it.
  DayRange period() {
    DayRange range;
    if (!workspace_.project.period) return range;
    const Period& period = *workspace_.project.period;
    if (period.from) range.from = day_of(period.from->value);
    if (period.to) range.to = day_of(period.to->value);
    if (!period.last) return range;
    if (const auto newest = newest_of_all()) range.from = first_day(*newest, period.last->value);
    return range;
  }

  std::vector<SourceAnswers> read(const DayRange& range) {
    std::vector<SourceAnswers> answers(sources_.size());
    for_each([&](std::size_t i) { answers[i] = read(i, {workspace_, workspace_.sources[i], range, options_.keeps_names}); });
    return answers;
  }

  void report(Findings& findings) {
    for (Findings& found : found_) findings.append(std::move(found));
  }

 private:
  void for_each(const std::function<void(std::size_t)>& work) { for_each_at_once(sources_.size(), options_.threads, work); }

  SourceAnswers read(std::size_t i, const SourceContext& context) {
    if (const auto* rows = std::get_if<std::unique_ptr<RowSource>>(&sources_[i]))
      return evidence::read_row_source(context, **rows, found_[i]);
    const auto* open = std::get_if<OpenEngine>(&sources_[i]);
    if (!open) return {};
    auto answers = queried(context.source, [&] { return evidence::read_sql_source(context, {*open->engine, open->name}, found_[i]); });
    answers.use.frozen = open->frozen;
    return answers;
  }

  std::optional<Day> newest(std::size_t i) {
    const SourceContext context{workspace_, workspace_.sources[i], {}};
    if (!evidence::date_of(context.source)) return std::nullopt;
    if (const auto* rows = std::get_if<std::unique_ptr<RowSource>>(&sources_[i])) return evidence::newest_of_row_source(context, **rows);
    const auto* open = std::get_if<OpenEngine>(&sources_[i]);
    if (!open) return std::nullopt;
    return queried(context.source, [&] { return evidence::newest_of_sql_source(context, {*open->engine, open->name}); });
  }

  std::optional<Day> newest_of_all() {
    std::vector<std::optional<Day>> days(sources_.size());
    for_each([&](std::size_t i) { days[i] = newest(i); });
    std::optional<Day> newest = newest_of_evidence(workspace_);
    for (const auto& day : days) take_newer(newest, day);
    return newest;
  }

  const Workspace& workspace_;
  const ReadOptions& options_;
  std::vector<OpenSource> sources_;
  std::vector<Findings> found_;
};

bool has_answers(const TouchpointAnswers& answers) {
  return answers.actual.n + answers.desired.n + answers.importance.n + answers.thumbs_up + answers.thumbs_down + answers.quotes.size() +
             answers.published.size() >
         0;
}

template <class AnyAnswers>
CountedShare thumbs_of(const AnyAnswers& answers) {
  return {answers.thumbs_up, answers.thumbs_up + answers.thumbs_down, answers.thumb_weights};
}

template <class AnyAnswers>
void join_thumbs(const AnyAnswers& of_source, AnyAnswers& all) {
  all.thumb_weights = thumbs_of(all).joined_with(thumbs_of(of_source)).weights;
  all.thumbs_lost += of_source.thumbs_lost;
  all.thumbs_up += of_source.thumbs_up;
  all.thumbs_down += of_source.thumbs_down;
}

void join(const PersonaAnswers& of_source, PersonaAnswers& all) {
  all.desired.join(of_source.desired);
  all.importance.join(of_source.importance);
  join_thumbs(of_source, all);
}

void join(const TouchpointAnswers& of_source, std::size_t source, TouchpointAnswers& all) {
  all.actual.join(of_source.actual);
  all.desired.join(of_source.desired);
  all.importance.join(of_source.importance);
  if (!has_answers(of_source)) return;
  all.published.insert(all.published.end(), of_source.published.begin(), of_source.published.end());
  for (std::size_t i = 0; i < of_source.by_persona.size(); ++i) {
    join_of_persona(all, i, of_source.by_persona.size(), of_source.by_persona[i]);
  }
  all.also_by_persona.resize(std::max(all.also_by_persona.size(), of_source.also_by_persona.size()));
  for (std::size_t i = 0; i < of_source.also_by_persona.size(); ++i) join(of_source.also_by_persona[i], all.also_by_persona[i]);
  join_thumbs(of_source, all);
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
  for (RespondentAnswers& respondents : of_source.respondents) {
    respondents.source = source;
    all.respondents.push_back(std::move(respondents));
  }
  if (of_source.named) {
    of_source.named->source = source;
    all.named.push_back(std::move(*of_source.named));
  }
  of_source.use.source = source;
  all.sources.push_back(std::move(of_source.use));
}

/// What nobody queried may hold answers to every touchpoint that the source asks about: of a long or ready-made table, to any.
void lose_what_was_left_out(const Workspace& workspace, Answers& all) {
  for (const SourceUse& use : all.sources) {
    const SurveySource& source = workspace.sources[use.source];
    if (!source.database || use.was_read) continue;
    for (const auto& [touchpoint, columns] : source.columns) {
      if (!touchpoint.index) continue;
      TouchpointAnswers& answers = all.touchpoints[*touchpoint.index];
      if (columns.actual) answers.actual.lost += AnswerSums::uncounted;
      if (columns.desired) answers.desired.lost += AnswerSums::uncounted;
    }
    if (!(source.summary || (source.long_layout && source.long_layout->score))) continue;
    for (TouchpointAnswers& answers : all.touchpoints) answers.actual.lost += AnswerSums::uncounted;
  }
}

/// What a row of a long or ready-made table says that can't be read may be about any touchpoint of which nobody else says anything.
void lose_unplaced(double lost, const SurveySource& source, Answers& all) {
  if (lost == 0 || !(source.long_layout || source.summary)) return;
  for (TouchpointAnswers& touchpoint : all.touchpoints) {
    if (touchpoint.actual.n == 0 && touchpoint.actual.lost < lost) touchpoint.actual.lost = lost;
  }
}

}  // namespace

Answers read_answers(const Workspace& workspace, const ReadOptions& options, Findings& findings) {
  SourceReader reader(workspace, options);
  const DayRange range = reader.period();
  Answers answers;
  if (range.from != DayRange{}.from) answers.from = evidence::date_of(range.from);
  if (range.to != DayRange{}.to) answers.to = evidence::date_of(range.to);
  if (!workspace.sources.empty()) answers.touchpoints.resize(workspace.touchpoints.size());
  std::vector<SourceAnswers> of_sources = reader.read(range);
  std::vector<double> lost;
  for (const SourceAnswers& of : of_sources) lost.push_back(of.lost_rows);
  for (std::size_t i = 0; i < of_sources.size(); ++i) join(std::move(of_sources[i]), i, answers);
  for (std::size_t i = 0; i < lost.size(); ++i) lose_unplaced(lost[i], workspace.sources[i], answers);
  if (options.databases == Databases::left_out) lose_what_was_left_out(workspace, answers);
  reader.report(findings);
  return answers;
}

std::vector<FrozenSums> pull_sums(const Workspace& workspace, ReadOptions options, Date today, Findings& findings) {
  options.databases = Databases::read_afresh;
  SourceReader reader(workspace, options);
  std::vector<std::unique_ptr<evidence::Engine>> engines(workspace.sources.size());
  std::vector<evidence::RecordingEngine*> recorders(workspace.sources.size(), nullptr);
  for (std::size_t i = 0; i < engines.size(); ++i) {
    OpenEngine* const open = reader.engine_of(i);
    if (!open || !workspace.sources[i].frozen) continue;
    engines[i] = std::move(open->engine);
    auto recorder = std::make_unique<evidence::RecordingEngine>(*engines[i]);
    recorders[i] = recorder.get();
    open->engine = std::move(recorder);
  }
  const auto answers = reader.read(reader.period());
  reader.report(findings);
  std::vector<FrozenSums> files;
  for (std::size_t i = 0; i < recorders.size(); ++i) {
    const SurveySource& source = workspace.sources[i];
    if (recorders[i] && answers[i].use.was_read) files.push_back({i, source.frozen->value, recorders[i]->text(source.id.value, today)});
  }
  return files;
}

}  // namespace mot
