// All that is to be said about a workspace, from what was read to the findings people see.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "mot/analysis/analysis.h"
#include "mot/evidence/answers.h"
#include "mot/findings/finding.h"
#include "mot/load/load.h"

namespace mot {

struct OpenedFile;
struct ReadOptions;

/// How to look at a workspace; a database is asked only where `databases` says so.
struct ReviewOptions {
  Date today;  ///< what staleness and due dates are measured by
  Databases databases = Databases::left_out;
  std::chrono::seconds timeout{300};                                                    ///< with each answer of a database
  std::function<std::optional<std::string>(const std::string& name)> environment = {};  ///< variables that say how to connect
  unsigned threads = 0;                                                                 ///< 0: as many as the machine has
  bool keeps_names = false;  ///< of who answered, as numbers, to find them again in another state of the workspace
  /// Opens what sources name; where it is left out, what lies there is.
  std::function<OpenedFile(const std::string& path)> open = {};
};

/// What there is to work out figures of, and what was found on the way there.
struct Gathered {
  Answers answers;
  Findings findings;  ///< as a review's, but of no rule that needs figures or all findings: those of form and links are the same
};

/// What was found, and what it was found in.
struct Review {
  Answers answers;
  Analysis analysis;  ///< as everybody lives it, for that is what rules judge
  Findings findings;  ///< sorted, of all files, at the severities the project sets, without what is ignored or suppressed
};

/// Where the evidence of what was loaded lies.
ReadOptions reading_of(const Loaded& loaded);

/// Reads the evidence of what was loaded. Throws std::runtime_error, with the place, where a database cannot be asked.
Gathered gather(const Loaded& loaded, const ReviewOptions& options);

/// Reads the evidence of what was loaded, works out its figures, runs every rule, and lets the project's severities and the
/// suppressions in its files decide on all findings, those of loading included. Throws DatabaseFailure, with the place in its message,
/// where a database cannot be asked. A workspace with a finding that `forbids_figures` has figures all the same; nobody should see them.
Review review(const Loaded& loaded, const ReviewOptions& options);

/// Whether a finding is an error of form or links, behind which figures would be wrong.
bool forbids_figures(const Finding& finding);
/// Whether pictures would be wrong too; behind the others they show what leads nowhere as it is written.
bool forbids_pictures(const Finding& finding);

}  // namespace mot
