#include "mot/evidence/source_context.h"

#include <algorithm>

#include "mot/evidence/cells/number.h"

namespace mot::evidence {

AnswerScale with_missing_of_source(AnswerScale scale, const SourceContext& context) {
  if (!context.source.scale) return scale;
  const auto [low, high] = std::minmax(scale.min.value, scale.max.value);
  for (const Text& word : context.source.scale->missing) {
    const auto number = number_from(word.value);
    if (!number || *number < low || *number > high) scale.missing.push_back(word);
  }
  return scale;
}

AnswerScale scale_of(const std::optional<AnswerScale>& own, const SourceContext& context) {
  if (own) return with_missing_of_source(*own, context);
  if (context.source.scale) return *context.source.scale;
  const Scale& scale = context.workspace.project.scale;
  return {{scale.min, context.source.span}, {scale.max, context.source.span}, {}};
}

}  // namespace mot::evidence
