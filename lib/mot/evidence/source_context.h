// A source that is to be read, and in which workspace it stands.
#pragma once

#include <optional>

#include "mot/evidence/day_range.h"
#include "mot/model/workspace.h"

namespace mot::evidence {

/// What is read, and of which days.
struct SourceContext {
  const Workspace& workspace;
  const SurveySource& source;
  DayRange range;
  bool keeps_names = false;  ///< of who answered, where the source has them
};

/// With the source's missing words and numbers, but for those that are answers on the scale.
AnswerScale with_missing_of_source(AnswerScale scale, const SourceContext& context);

/// The scale a column's answers are on: its own, else the source's, else the project's.
AnswerScale scale_of(const std::optional<AnswerScale>& own, const SourceContext& context);

}  // namespace mot::evidence
