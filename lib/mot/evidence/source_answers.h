// What one source gives.
#pragma once

#include <cstddef>
#include <vector>

#include "mot/evidence/answers.h"

namespace mot::evidence {

/// Of a touchpoint's quotes, the first so many are kept.
inline constexpr std::size_t most_quotes = 10;

struct SourceAnswers {
  std::vector<TouchpointAnswers> touchpoints;  ///< by index of Workspace::touchpoints
  std::vector<OutcomeAnswers> outcomes;
  std::vector<RespondentAnswers> respondents;  ///< of everybody, then of personas
  SourceUse use;
};

/// What is known of a source that was not read.
SourceAnswers no_answers(const Workspace& workspace);

}  // namespace mot::evidence
