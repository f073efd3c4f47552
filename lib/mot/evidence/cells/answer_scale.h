// A question's scale: which cells are answers, and where on the scale they lie.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "mot/evidence/cells/cell_kind.h"
#include "mot/evidence/cells/scale_parts.h"
#include "mot/evidence/cells/words.h"
#include "mot/evidence/tally.h"
#include "mot/model/survey.h"

namespace mot::evidence {

/// Where positions are measured from: the low end, from which whole answers are whole, or the middle, from which the sums of any
/// answers stay small beside what they scatter.
enum class Origin : std::uint8_t { low_end, middle };

/// What a cell says. The rest is known only of an answer.
struct ScoreCell {
  CellKind kind = CellKind::blank;
  bool is_top_two = false;
  double position = 0;  ///< distance from the scale's origin
  bool is_bottom_two = false;
  std::size_t part = 0;  ///< of the scale, the worst first

  Answer weighing(double weight) const { return {position, weight, is_top_two, is_bottom_two, part}; }
};

/// Whether a number inside a wide scale is one of the codes that surveys use for 'does not apply' and 'does not know': 99 on 0..100.
bool is_usual_code(double number, const AnswerScale& scale);

/// Reads scores. Cells of one or two digits, which is nearly every answer, are looked up.
class ScoreReader {
 public:
  /// `target` is the scale that answers are brought onto.
  ScoreReader(const AnswerScale& scale, const Scale& target, DecimalMark mark, Origin origin = Origin::low_end);

  ScoreCell read(std::string_view cell) const {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (cell.size() == 1 && is_digit(cell[0])) return small_cell(cell[0] - '0');
    if (cell.size() == 2 && is_digit(cell[0]) && is_digit(cell[1])) return small_cell((cell[0] - '0') * 10 + (cell[1] - '0'));
    return cell.empty() ? ScoreCell{} : read_slowly(cell);
  }

  const Conversion& conversion() const { return conversion_; }
  /// Whether the scale is one of whole numbers, so that its best points are known: two where it has at most 11, else the best fifth.
  bool knows_top_two() const { return knows_top_two_; }
  SummedScale summed() const { return {knows_top_two_, parts_.points()}; }
  const ScaleParts& parts() const { return parts_; }
  /// How far the best points reach from the best end, and the worst from the other.
  double best_width() const { return best_width_; }
  bool is_reversed() const { return conversion_.slope < 0; }
  /// The scale as it was declared.
  const AnswerScale& declared() const { return scale_; }
  double range() const { return range_; }
  /// Whether `missing` lists what would else be an answer, and whether a cell that is listed there is one.
  bool declines_answers() const { return declines_answers_; }
  bool is_declined_answer(std::string_view cell) const;
  /// The answer at a distance from the scale's low end.
  ScoreCell answer_at(double position) const {
    const bool is_low = position <= best_width_, is_high = position >= range_ - best_width_;
    return {CellKind::answer, knows_top_two_ && (is_reversed() ? is_low : is_high), position,
            knows_top_two_ && (is_reversed() ? is_high : is_low), parts_.part_of(is_reversed() ? range_ - position : position)};
  }
  /// What a cell at this distance says, on the scale as it was declared.
  double value_at(double position) const { return low_ + position; }
  /// `1..5`, as the question is asked.
  std::string name() const;
  /// `1..5 -> 0..10`; empty where the scales are the same.
  std::string rescaling() const;

 private:
  ScoreCell small_cell(int number) const {
    const CellKind kind = small_kinds_[static_cast<std::size_t>(number)];
    return kind == CellKind::answer ? answer_at(number - low_) : ScoreCell{.kind = kind};
  }
  ScoreCell read_slowly(std::string_view cell) const;
  ScoreCell read_word(std::string_view cell) const;
  CellKind kind_of(double number) const;
  std::optional<double> worth_of(std::string_view cell) const;

  AnswerScale scale_;
  Scale target_;
  DecimalMark mark_;
  double low_;
  double range_;
  Conversion conversion_;
  bool knows_top_two_;
  bool declines_answers_ = false;
  double best_width_;
  ScaleParts parts_;
  Words missing_;
  Words words_;                                               ///< by index of the declared values
  std::unordered_map<std::string, std::size_t> loose_words_;  ///< the same as people see them, in lower case
  std::array<CellKind, 100> small_kinds_;
};

}  // namespace mot::evidence
