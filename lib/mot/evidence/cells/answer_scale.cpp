#include "mot/evidence/cells/answer_scale.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "mot/evidence/cells/labels.h"
#include "mot/text/alike.h"
#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

Conversion conversion_of(double min, double max, const Scale& target, Origin origin) {
  const double slope = target.range() / (max - min);
  if (origin == Origin::middle) return {target.middle(), slope};
  return {slope < 0 ? target.max : target.min, slope};
}

/// The range of a scale of 11 points, the longest that has two best ones.
constexpr double longest_of_points = 10;

bool has_two_best_points(double min, double max) {
  return min == std::floor(min) && max == std::floor(max) && std::abs(max - min) >= 2;
}

std::string name_of(double min, double max) {
  return fmt::format("{}..{}", min, max);
}

}  // namespace

bool is_usual_code(double number, const AnswerScale& scale) {
  constexpr std::array codes = {66.0, 77.0, 88.0, 96.0, 97.0, 98.0, 99.0};
  const auto [low, high] = std::minmax(scale.min.value, scale.max.value);
  return number > low && number < high && std::ranges::find(codes, number) != codes.end();
}

ScoreReader::ScoreReader(const AnswerScale& scale, const Scale& target, DecimalMark mark, Origin origin)
    : scale_(scale),
      target_(target),
      mark_(mark),
      low_(std::min(scale.min.value, scale.max.value)),
      range_(std::abs(scale.max.value - scale.min.value)),
      conversion_(conversion_of(scale.min.value, scale.max.value, target, origin)),
      knows_top_two_(has_two_best_points(scale.min.value, scale.max.value)),
      best_width_(range_ <= longest_of_points ? 1 : range_ / 5),
      parts_(scale.min.value, scale.max.value),
      missing_(mark) {
  assert(range_ > 0);
  for (const Text& word : scale.missing) missing_.add(word.value, 0);
  for (std::size_t i = 0; i < scale.values.size(); ++i) {
    words_.add(scale.values[i].key.value, i);
    loose_words_.emplace(folded(as_seen(scale.values[i].key.value)), i);
  }
  for (int number = 0; number < static_cast<int>(small_kinds_.size()); ++number) {
    small_kinds_[static_cast<std::size_t>(number)] = missing_.find(std::to_string(number)) ? CellKind::missing
                                                     : takes_only_percentages(scale)       ? CellKind::stray
                                                                                           : kind_of(number);
  }
  declines_answers_ = std::ranges::any_of(scale.missing, [this](const Text& word) { return is_declined_answer(word.value); });
}

CellKind ScoreReader::kind_of(double number) const {
  return number >= low_ && number <= std::max(scale_.min.value, scale_.max.value) ? CellKind::answer : CellKind::stray;
}

ScoreCell ScoreReader::read_slowly(std::string_view cell) const {
  const bool is_ascii = std::ranges::all_of(cell, [](char c) { return static_cast<unsigned char>(c) < 128; });
  if (is_ascii) return read_word(cell);
  // No-break blanks and what has no width are seen by nobody.
  const std::string seen = as_seen(cell);
  const ScoreCell as_written = read_word(cell);
  return as_written.kind == CellKind::stray && seen != cell ? read(seen) : as_written;
}

ScoreCell ScoreReader::read_word(std::string_view cell) const {
  if (missing_.find(cell)) return {.kind = CellKind::missing};
  const auto number = worth_of(cell);
  if (number && scale_.labels && missing_.find(fmt::format("{}", *number))) return {.kind = CellKind::missing};  // `9 - Don't know`
  if (!number || kind_of(*number) == CellKind::stray) return {.kind = CellKind::stray};
  return answer_at(*number - low_);
}

/// The number a cell is or stands for.
std::optional<double> ScoreReader::worth_of(std::string_view cell) const {
  if (!scale_.values.empty()) {
    if (const auto word = words_.find(cell)) return scale_.values[*word].value.value;
    if (const auto word = loose_words_.find(folded(as_seen(cell))); word != loose_words_.end())
      return scale_.values[word->second].value.value;
  }
  const auto number = takes_only_percentages(scale_) ? std::nullopt : number_from(cell, mark_);
  return number || !scale_.labels ? number : labelled_number(cell, scale_.labels->value, scale_, mark_);
}

bool ScoreReader::is_declined_answer(std::string_view cell) const {
  const auto number = worth_of(cell);
  return number && kind_of(*number) == CellKind::answer && !is_usual_code(*number, scale_);
}

std::string ScoreReader::name() const {
  return name_of(scale_.min.value, scale_.max.value);
}

std::string ScoreReader::rescaling() const {
  const bool is_same = scale_.min.value == target_.min && scale_.max.value == target_.max;
  return is_same ? std::string() : name() + " -> " + name_of(target_.min, target_.max);
}

}  // namespace mot::evidence
