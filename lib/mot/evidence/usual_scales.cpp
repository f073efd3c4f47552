#include "mot/evidence/usual_scales.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include "mot/evidence/cells/column_log.h"
#include "mot/evidence/cells/number.h"
#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

constexpr Scale usual_scales[] = {{1, 5}, {1, 7}, {0, 10}, {1, 10}, {0, 100}};
constexpr std::size_t least_answers = 30;

/// What the columns that are read on one scale hold.
struct ScaleUse {
  Scale scale;
  std::size_t used = 0;
  std::size_t off_scale = 0;
  double lowest = std::numeric_limits<double>::infinity();
  double highest = -std::numeric_limits<double>::infinity();
  bool has_words_off_scale = false;

  double low() const { return std::min(scale.min, scale.max); }
  double high() const { return std::max(scale.min, scale.max); }
  void take(double value) { lowest = std::min(lowest, value), highest = std::max(highest, value); }
};

ScaleUse& use_of(std::vector<ScaleUse>& uses, const Scale& scale) {
  const auto found = std::ranges::find(uses, scale, &ScaleUse::scale);
  return found != uses.end() ? *found : uses.emplace_back(ScaleUse{.scale = scale});
}

std::vector<ScaleUse> scale_uses(const SourceUse& use) {
  std::vector<ScaleUse> uses;
  for (const ColumnUse& column : use.columns) {
    if (!column.scale || !column.lowest || !column.words.empty()) continue;
    ScaleUse& of_scale = use_of(uses, *column.scale);
    of_scale.used += column.used;
    of_scale.off_scale += column.off_scale;
    of_scale.take(*column.lowest), of_scale.take(*column.highest);
    for (const StrayCell& stray : use.strays) {
      if (stray.column != column.column) continue;
      const auto number = stray.is_rest ? std::nullopt : number_from(stray.value);
      number ? of_scale.take(*number) : void(of_scale.has_words_off_scale = true);
    }
  }
  return uses;
}

/// A usual scale around the declared one that the answers off it reach the end of.
std::optional<Scale> larger_scale(const ScaleUse& use) {
  if (use.has_words_off_scale || !is_great_loss(use.off_scale, use.off_scale + use.used)) return std::nullopt;
  for (const Scale& usual : usual_scales) {
    if (usual.max > use.high() && use.highest == usual.max && use.lowest >= usual.min) return usual;
  }
  return std::nullopt;
}

Span place_of(const SurveySource& source) {
  return source.scale ? source.scale->max.span : source.file ? source.file->span : source.span;
}

}  // namespace

void check_scales(const SurveySource& source, const SourceUse& use, Findings& findings) {
  for (const ScaleUse& of_scale : scale_uses(use)) {
    if (of_scale.used + of_scale.off_scale < least_answers) continue;
    const auto other = larger_scale(of_scale);
    if (!other) continue;
    findings
        .report(
            "scale-looks-wrong", place_of(source),
            fmt::format("{} answers of '{}' lie from {} to {}, and are read on {}..{}; if they were given on {}..{}, write 'scale: {{ min: "
                        "{}, max: {} }}'",
                        of_scale.used + of_scale.off_scale, printable(source.id.value), of_scale.lowest, of_scale.highest,
                        of_scale.scale.min, of_scale.scale.max, other->min, other->max, other->min, other->max))
        .subjects = {source.id.value};
  }
}

}  // namespace mot::evidence
