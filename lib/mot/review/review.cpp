#include "mot/review/review.h"

#include <algorithm>
#include <functional>

#include "mot/check/check.h"
#include "mot/check/severities.h"
#include "mot/check/suppressions.h"
#include "mot/evidence/database_failure.h"
#include "mot/evidence/read.h"
#include "mot/load/files/files.h"
#include "mot/review/rows_left_out.h"

namespace mot {
namespace {

/// Behind a fault of form, and in answers that were not read, rules are silent; then nobody can tell whether what suppresses them is
/// still needed.
Unused unused_of(const Findings& findings, const Completeness& completeness) {
  const auto hides_something = [](const Finding& finding) { return finding.rule.rule().is_about_files(); };
  const bool is_everything_seen =
      std::ranges::none_of(findings, hides_something) && std::ranges::all_of(completeness.answers, std::identity());
  return is_everything_seen ? Unused::reported : Unused::passed_over;
}

Answers answers_of(const Loaded& loaded, const ReviewOptions& options, Findings& findings) {
  ReadOptions reading = reading_of(loaded);
  reading.databases = options.databases;
  reading.timeout = options.timeout;
  reading.environment = options.environment;
  reading.threads = options.threads;
  reading.keeps_names = options.keeps_names;
  if (options.open) reading.open = options.open;
  Answers answers = with_places(loaded.sources, [&] { return read_answers(loaded.workspace, reading, findings); });
  report_rows_left_out(loaded.workspace, answers, options.today, findings);
  return answers;
}

/// What is left of what was found once the project's severities and the suppressions in its files have decided.
Findings settled(const Loaded& loaded, Findings found, Date today, Unused unused) {
  Findings about_suppressions;
  const auto suppressions = read_suppressions(loaded.sources, loaded.directives, about_suppressions);
  found = without_suppressed(std::move(found), suppressions, today, unused);
  found.append(std::move(about_suppressions));
  const Severities severities = severities_of(loaded.workspace, found);
  Findings kept = at_severities(severities, std::move(found));
  kept.sort();
  return kept;
}

/// Whether it is about a link that no path goes by: a picture shows the moment without what nobody knows.
bool is_beside_the_path(const Finding& finding) {
  const bool is_link = finding.rule == RuleId("unknown-touchpoint") || finding.rule == RuleId("unknown-department");
  return is_link && finding.subjects.size() == 2 && (finding.subjects[0] == "supports" || finding.subjects[0] == "involves");
}

}  // namespace

ReadOptions reading_of(const Loaded& loaded) {
  return {.open = evidence_below(*loaded.read_from, loaded.root), .has_disk = loaded.read_from == &disk()};
}

Gathered gather(const Loaded& loaded, const ReviewOptions& options) {
  Findings found = loaded.findings;
  Answers answers = answers_of(loaded, options, found);
  return {std::move(answers), settled(loaded, std::move(found), options.today, Unused::passed_over)};
}

bool forbids_figures(const Finding& finding) {
  return finding.severity == Severity::error && finding.rule.rule().stops_figures();
}

bool forbids_pictures(const Finding& finding) {
  return finding.severity == Severity::error && finding.rule.rule().stops_pictures() && !is_beside_the_path(finding);
}

Review review(const Loaded& loaded, const ReviewOptions& options) {
  Review review;
  Findings found = loaded.findings;
  review.answers = answers_of(loaded, options, found);
  review.analysis = analyse(loaded.workspace, review.answers);
  const RuleContext context{loaded.workspace, review.answers, review.analysis, options.today,
                            completeness_of(loaded.workspace, review.answers)};
  check(context, found);
  const Unused unused = unused_of(found, context.completeness);
  review.findings = settled(loaded, std::move(found), options.today, unused);
  return review;
}

}  // namespace mot
