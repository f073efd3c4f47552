#include "mot/evidence/source_answers.h"

namespace mot::evidence {

SourceAnswers no_answers(const Workspace& workspace) {
  SourceAnswers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  return answers;
}

namespace {

void lose(double rows, AnswerSums& sums) {
  if (static_cast<double>(sums.n) + sums.lost > 0) sums.lost += rows;
}

template <class AnyAnswers>
void lose_thumbs(double rows, AnyAnswers& answers) {
  if (static_cast<double>(answers.thumbs_up + answers.thumbs_down) + answers.thumbs_lost > 0) answers.thumbs_lost += rows;
}

/// Of every persona; `rows` may be any one's.
void lose_of_personas(double rows, TouchpointAnswers& touchpoint) {
  for (AnswerSums& sums : touchpoint.by_persona) lose(rows, sums);
  for (PersonaAnswers& also : touchpoint.also_by_persona) {
    lose(rows, also.desired);
    lose(rows, also.importance);
    lose_thumbs(rows, also);
  }
}

}  // namespace

void lose_rows_everywhere(SourceAnswers& answers) {
  const double rows = answers.lost_rows, of_a_persona = rows + answers.lost_personas;
  for (TouchpointAnswers& touchpoint : answers.touchpoints) {
    lose(rows, touchpoint.actual);
    lose(rows, touchpoint.desired);
    lose(rows, touchpoint.importance);
    lose_thumbs(rows, touchpoint);
    if (of_a_persona > 0) lose_of_personas(of_a_persona, touchpoint);
  }
  for (OutcomeAnswers& outcome : answers.outcomes) {
    outcome.lost += rows;
    for (OutcomeAnswers& of_persona : outcome.by_persona) of_persona.lost += of_a_persona;
  }
}

}  // namespace mot::evidence
