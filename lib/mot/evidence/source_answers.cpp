#include "mot/evidence/source_answers.h"

namespace mot::evidence {

SourceAnswers no_answers(const Workspace& workspace) {
  SourceAnswers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  return answers;
}

}  // namespace mot::evidence
