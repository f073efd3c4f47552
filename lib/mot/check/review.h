// All that is to be said about a workspace, from what was read to the findings people see.
#pragma once

#include "mot/analysis/analysis.h"
#include "mot/evidence/answers.h"
#include "mot/load/load.h"
#include "mot/text/finding.h"

namespace mot {

enum class Databases : unsigned char { read, left_out };

struct ReviewOptions {
  Date today;
  Databases databases = Databases::left_out;
  unsigned threads = 0;  ///< 0: as many as the machine has
};

/// What was found, and what it was found in.
struct Review {
  Answers answers;
  Analysis analysis;
  Findings findings;  ///< sorted, of all files, at the severities the project sets, without what is ignored or suppressed
};

/// Reads the evidence of what was loaded, works out its figures, runs every rule, and lets the project's severities and the
/// suppressions in its files decide on all findings, those of loading included. Throws what reading evidence throws.
Review review(const Loaded& loaded, const ReviewOptions& options);

}  // namespace mot
