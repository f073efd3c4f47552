#include "mot/evidence/cells/answer_scale.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace mot::evidence {
namespace {

Conversion conversion_of(double min, double max, const Scale& target, Origin origin) {
  const double slope = target.range() / (max - min);
  if (origin == Origin::middle) return {target.middle(), slope};
  return {slope < 0 ? target.max : target.min, slope};
}

bool has_two_best_points(double min, double max) {
  return min == std::floor(min) && max == std::floor(max) && std::abs(max - min) >= 2;
}

std::string name_of(double min, double max) {
  return fmt::format("{}..{}", min, max);
}

}  // namespace

ScoreReader::ScoreReader(const AnswerScale& scale, const Scale& target, DecimalMark mark, Origin origin)
    : scale_(scale),
      target_(target),
      mark_(mark),
      low_(std::min(scale.min.value, scale.max.value)),
      range_(std::abs(scale.max.value - scale.min.value)),
      conversion_(conversion_of(scale.min.value, scale.max.value, target, origin)),
      knows_top_two_(has_two_best_points(scale.min.value, scale.max.value)),
      missing_(mark) {
  assert(range_ > 0);
  for (const Text& word : scale.missing) missing_.add(word.value, 0);
  for (int number = 0; number < static_cast<int>(small_kinds_.size()); ++number) {
    small_kinds_[static_cast<std::size_t>(number)] = missing_.find(std::to_string(number)) ? CellKind::missing : kind_of(number);
  }
}

CellKind ScoreReader::kind_of(double number) const {
  return number >= low_ && number <= std::max(scale_.min.value, scale_.max.value) ? CellKind::answer : CellKind::stray;
}

ScoreCell ScoreReader::read_slowly(std::string_view cell) const {
  if (missing_.find(cell)) return {.kind = CellKind::missing};
  const auto number = number_from(cell, mark_);
  if (!number || kind_of(*number) == CellKind::stray) return {.kind = CellKind::stray};
  return answer_at(*number - low_);
}

std::string ScoreReader::name() const {
  return name_of(scale_.min.value, scale_.max.value);
}

std::string ScoreReader::rescaling() const {
  const bool is_same = scale_.min.value == target_.min && scale_.max.value == target_.max;
  return is_same ? std::string() : name() + " -> " + name_of(target_.min, target_.max);
}

}  // namespace mot::evidence
