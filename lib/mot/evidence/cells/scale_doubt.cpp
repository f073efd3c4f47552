#include "mot/evidence/cells/scale_doubt.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

/// So few answers may leave out an end of their scale by chance.
constexpr std::size_t least_answers = 30;
/// Of the range they are read on: what fills more of it may be a service that nobody finds perfect.
constexpr double largest_part = 0.6;

/// The scales that questions are usually asked on.
constexpr Scale usual_scales[] = {{1, 5}, {0, 5}, {1, 6}, {1, 7}, {0, 10}, {1, 10}};

std::optional<Scale> smaller_scale(const AnswerSpan& answers, const Scale& declared) {
  if (answers.n < least_answers || !answers.is_whole) return std::nullopt;
  for (const Scale& usual : usual_scales) {
    const bool is_filled = answers.low == usual.min && answers.high == usual.max;
    if (is_filled && usual.range() <= largest_part * declared.range()) return usual;
  }
  return std::nullopt;
}

/// Columns that are read on one scale.
struct ScaleInUse {
  const AnswerScale* declared = nullptr;
  AnswerSpan answers = {};
};

Span place_of(const AnswerScale& scale, const SurveySource& source) {
  const bool is_written_here = scale.min.span != Span{} && scale.min.span != source.span;
  return is_written_here ? scale.min.span : source.id.span;
}

}  // namespace

void report_doubtful_scales(const SourceContext& context, const std::vector<const ScoreColumnReader*>& columns, Findings& findings) {
  std::map<std::pair<double, double>, ScaleInUse> scales;
  for (const ScoreColumnReader* column : columns) {
    const AnswerScale& declared = column->scale().declared();
    ScaleInUse& scale = scales[std::minmax({declared.min.value, declared.max.value})];
    if (!scale.declared) scale.declared = &declared;
    scale.answers.join(column->span());
  }
  const SurveySource& source = context.source;
  for (const auto& [ends, scale] : scales) {
    const auto usual = smaller_scale(scale.answers, {ends.first, ends.second});
    if (!usual) continue;
    findings
        .report("scale-looks-wrong", place_of(*scale.declared, source),
                fmt::format("the {} answers of '{}' that are read on the scale {}..{} are all whole numbers from {} to {}; if that is how "
                            "they were asked, say so with 'scale: {{ min: {}, max: {} }}'",
                            scale.answers.n, printable(source.id.value), ends.first, ends.second, usual->min, usual->max, usual->min,
                            usual->max))
        .subjects = {source.id.value};
  }
}

}  // namespace mot::evidence
