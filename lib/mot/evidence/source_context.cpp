#include "mot/evidence/source_context.h"

namespace mot::evidence {

AnswerScale scale_of(const std::optional<AnswerScale>& own, const SourceContext& context) {
  if (own) return *own;
  if (context.source.scale) return *context.source.scale;
  const Scale& scale = context.workspace.project.scale;
  return {{scale.min, context.source.span}, {scale.max, context.source.span}, {}};
}

}  // namespace mot::evidence
