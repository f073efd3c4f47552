#include "mot/evidence/source_context.h"

#include <algorithm>
#include <string_view>

#include "mot/evidence/cells/answer_scale.h"
#include "mot/evidence/cells/number.h"
#include "mot/text/alike.h"
#include "mot/text/utf8.h"

namespace mot::evidence {

namespace {

/// Whether a word says something on a scale: a number of it that is no usual code, or a word with a worth.
bool is_answer_on(const AnswerScale& scale, std::string_view word) {
  const auto is_word = [&](const auto& entry) { return folded(as_seen(entry.key.value)) == folded(as_seen(word)); };
  if (std::ranges::any_of(scale.values, is_word)) return true;
  const auto [low, high] = std::minmax(scale.min.value, scale.max.value);
  const auto number = number_from(word);
  return number && *number >= low && *number <= high && !is_usual_code(*number, scale);
}

}  // namespace

AnswerScale with_missing_of_source(AnswerScale scale, const SourceContext& context) {
  if (!context.source.scale) return scale;
  const AnswerScale own = scale;
  for (const Text& word : context.source.scale->missing) {
    if (!is_answer_on(own, word.value)) scale.missing.push_back(word);
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
