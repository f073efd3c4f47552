#include "mot/evidence/source_answers.h"

namespace mot::evidence {

SourceAnswers no_answers(const Workspace& workspace) {
  SourceAnswers answers;
  answers.touchpoints.assign(workspace.touchpoints.size(), no_answers_of(workspace.personas.size()));
  return answers;
}

}  // namespace mot::evidence
