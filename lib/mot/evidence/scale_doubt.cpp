#include "mot/evidence/scale_doubt.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

#include "mot/evidence/cells/answer_words.h"
#include "mot/evidence/cells/column_log.h"
#include "mot/evidence/cells/labels.h"
#include "mot/evidence/cells/number.h"
#include "mot/text/alike.h"
#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

/// The scales that questions are usually asked on; the first that fits is meant.
constexpr Scale usual_scales[] = {{1, 5}, {0, 5}, {1, 6}, {1, 7}, {0, 10}, {1, 10}, {0, 100}};
/// So few answers may leave out an end of their scale by chance.
constexpr std::size_t least_answers = 30;
/// So many that take both ends of a smaller scale, and nothing beyond it, are seldom chance.
constexpr std::size_t least_that_fill = 10;
/// So many do not stop short of the same point by chance.
constexpr std::size_t least_that_stop = 100;
/// Of the range they are read on: what fills more of it may be a service that nobody finds perfect.
constexpr double largest_part = 0.6;

/// Whether answers look as if they were asked on the usual scale: they take both its ends, or are many and all lie in the lower half of the
/// declared one, or are very many and stop at its best point.
bool is_asked_on(const Scale& usual, const AnswerSpan& answers, const Scale& declared) {
  if (answers.low < usual.min || answers.high > usual.max || usual.range() > largest_part * declared.range()) return false;
  const bool stops_at_best = answers.high == usual.max;
  const bool is_filled = answers.low == usual.min && stops_at_best;
  const bool is_lower_half = usual.max <= declared.min + declared.range() / 2;
  return (is_filled && answers.n >= least_that_fill) || (is_lower_half && answers.n >= least_answers) ||
         (stops_at_best && answers.n >= least_that_stop);
}

std::optional<Scale> smaller_scale(const AnswerSpan& answers, const Scale& declared) {
  if (!answers.is_whole || answers.low == answers.high) return std::nullopt;
  for (const Scale& usual : usual_scales) {
    if (is_asked_on(usual, answers, declared)) return usual;
  }
  return std::nullopt;
}

/// Columns that are read on one scale.
struct ColumnsOfScale {
  const AnswerScale* declared = nullptr;
  AnswerSpan answers = {};
  std::size_t used = 0, missing = 0;  ///< cells
};

/// The usual scale that a declared one is once the numbers that it lists as missing are answers; nothing where it is usual itself.
std::optional<Scale> scale_with_missing(const AnswerScale& declared) {
  Scale all = {std::min(declared.min.value, declared.max.value), std::max(declared.min.value, declared.max.value)};
  const auto is_usual = [&] { return std::ranges::find(usual_scales, all) != std::end(usual_scales); };
  if (is_usual()) return std::nullopt;
  for (const Text& word : declared.missing) {
    const auto number = number_from(word.value);
    if (number) all = {std::min(all.min, *number), std::max(all.max, *number)};
  }
  return is_usual() ? std::optional(all) : std::nullopt;
}

/// Whether a scale begins over 1 and lists all that lies from 1 up to it as missing: nobody asks so, and codes of no answer lie elsewhere.
bool lacks_its_low_end(const AnswerScale& declared) {
  const double low = std::min(declared.min.value, declared.max.value);
  const auto is_listed = [&](double number) {
    return std::ranges::any_of(declared.missing, [&](const Text& word) { return number_from(word.value) == number; });
  };
  bool is_all_listed = low >= 2;
  for (double number = 1; is_all_listed && number < low; ++number) is_all_listed = is_listed(number);
  return is_all_listed;
}

void report_cut_scale(const ColumnsOfScale& scale, Span place, const SurveySource& source, Findings& findings) {
  const AnswerScale& declared = *scale.declared;
  const auto usual = scale_with_missing(declared);
  if (!usual) return;
  const bool is_lost = lacks_its_low_end(declared) && is_great_loss(scale.missing, scale.missing + scale.used);
  findings
      .report(
          is_lost ? RuleId("answers-lost") : RuleId("scale-looks-wrong"), place,
          fmt::format("the scale {}..{} of '{}' and what it lists as missing are the scale {}..{} together; if those are answers, say so "
                      "with 'scale: {{ min: {}, max: {} }}'",
                      declared.min.value, declared.max.value, printable(source.id.value), usual->min, usual->max, usual->min, usual->max))
      .subjects = {source.id.value};
}

Span place_of(const AnswerScale& scale, const SurveySource& source) {
  const bool is_written_here = scale.min.span != Span{} && scale.min.span != source.span;
  return is_written_here ? scale.min.span : source.id.span;
}

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

/// What a word that was read is worth: as `values` say, else the number beside it.
std::optional<double> worth_of(const std::string& word, const AnswerScale& scale) {
  const auto is_it = [&](const auto& entry) { return folded(as_seen(entry.key.value)) == folded(as_seen(word)); };
  const auto listed = std::ranges::find_if(scale.values, is_it);
  if (listed != scale.values.end()) return listed->value.value;
  const bool has_numbers = scale.labels && scale.labels->value == ScaleLabels::leading_number;
  return has_numbers ? labelled_number(word, ScaleLabels::leading_number, scale, DecimalMark::point_or_comma) : std::nullopt;
}

/// The best word of a column that is read as one of its worst answers, where its words run against their numbers.
std::optional<std::string> turned_word(const ScoreColumnReader& column) {
  const AnswerScale& scale = column.scale().declared();
  Direction direction;
  std::optional<std::string> best;
  double most = 0;
  for (const std::string& word : column.log().words()) {
    const auto worth = worth_of(word, scale);
    const std::string words = words_of_label(word);
    if (!worth || !judges(words)) continue;
    direction.add(*worth, words);
    const double goodness = goodness_of(words).value_or(0);
    if (!best || goodness > most) best = word, most = goodness;
  }
  constexpr int least = 2;
  const auto [low, high] = std::minmax(scale.min.value, scale.max.value);
  const auto falls = direction.falls(low, high);
  const bool is_turned = direction.told() >= least && falls && *falls != (scale.min.value > scale.max.value);
  return is_turned ? best : std::nullopt;
}

Span place_of(const SurveySource& source) {
  return source.scale ? source.scale->max.span : source.file ? source.file->span : source.span;
}

}  // namespace

void report_smaller_scales(const SurveySource& source, const std::vector<const ScoreColumnReader*>& columns, Findings& findings) {
  std::map<std::pair<double, double>, ColumnsOfScale> scales;
  for (const ScoreColumnReader* column : columns) {
    const AnswerScale& declared = column->scale().declared();
    ColumnsOfScale& scale = scales[std::minmax({declared.min.value, declared.max.value})];
    if (!scale.declared) scale.declared = &declared;
    scale.answers.join(column->span());
    scale.used += column->log().used_cells();
    scale.missing += column->log().missing_cells();
  }
  for (const auto& [ends, scale] : scales) {
    report_cut_scale(scale, place_of(*scale.declared, source), source, findings);
    const auto usual = smaller_scale(scale.answers, {ends.first, ends.second});
    if (!usual) continue;
    findings
        .report("scale-looks-wrong", place_of(*scale.declared, source),
                fmt::format("the {} answers of '{}' that are read on the scale {}..{} are all whole numbers from {} to {}; if they were "
                            "asked from {} to {}, say so with 'scale: {{ min: {}, max: {} }}'",
                            scale.answers.n, printable(source.id.value), ends.first, ends.second, scale.answers.low, scale.answers.high,
                            usual->min, usual->max, usual->min, usual->max))
        .subjects = {source.id.value};
  }
}

void report_turned_scales(const SurveySource& source, const std::vector<const ScoreColumnReader*>& columns, Findings& findings) {
  for (const ScoreColumnReader* column : columns) {
    const auto best = turned_word(*column);
    if (!best) continue;
    const AnswerScale& scale = column->scale().declared();
    findings
        .report(
            "scale-looks-wrong", place_of(scale, source),
            fmt::format("'{}' of column '{}' is read as one of the worst answers: {} is the best end of the scale {}..{}, and the words "
                        "say the other; if they are right, write 'scale: {{ min: {}, max: {} }}' with what else it says",
                        printable(*best), printable(column->log().column().value), scale.max.value, scale.min.value, scale.max.value,
                        scale.max.value, scale.min.value))
        .subjects = {source.id.value};
    return;
  }
}

void report_larger_scales(const SurveySource& source, const SourceUse& use, Findings& findings) {
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
