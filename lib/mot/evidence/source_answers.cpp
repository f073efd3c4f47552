#include "mot/evidence/source_answers.h"

namespace mot::evidence {

SourceAnswers no_answers(const Workspace& workspace) {
  SourceAnswers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  return answers;
}

void lose_rows_everywhere(SourceAnswers& answers) {
  const auto lose = [&](AnswerSums& sums) {
    if (static_cast<double>(sums.n) + sums.lost > 0) sums.lost += answers.lost_rows;
  };
  for (TouchpointAnswers& touchpoint : answers.touchpoints) {
    lose(touchpoint.actual);
    lose(touchpoint.desired);
    lose(touchpoint.importance);
  }
  for (OutcomeAnswers& outcome : answers.outcomes) outcome.lost += answers.lost_rows;
}

}  // namespace mot::evidence
