// What became of the cells of one column, and what is reported of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/evidence/answers.h"
#include "mot/evidence/cells/cell_kind.h"
#include "mot/findings/finding.h"
#include "mot/model/values.h"

namespace mot::evidence {

/// What goes with a cell that can't be used: an answer, or only what is said of one that counts nevertheless.
enum class CellLoss : std::uint8_t { answer, remark };

/// What there is in a column that fits nothing.
struct StrayValues {
  std::string_view most_often;
  std::span<const StrayCell> all;
  std::size_t used = 0;  ///< cells of the column that fit
};

/// What a stray cell of a column fails to be: completes "3 cells of column 'x' are …, and …: '7' …; …".
struct Complaint {
  std::string what;                          ///< "neither on the scale 1..5 nor listed as missing"
  std::string consequence;                   ///< "left out"
  std::string advice;                        ///< "say which of the two they mean"; may be empty
  std::vector<std::string_view> known = {};  ///< words a stray one may be a slip of
  CellLoss loss = CellLoss::answer;
  std::string part = {};  ///< of a column that is complained about twice: what tells the two apart
  /// Advice that depends on the value met most often, and on the others, in place of `advice`.
  std::function<std::string(const StrayValues& strays)> advise = {};
};

/// The line of what stands in no file.
inline constexpr std::size_t no_line = 0;

/// Of the values that fit nothing, so many are kept apart.
inline constexpr std::size_t most_stray_values = 20;

/// Whether more than a tenth of what there is can't be used; one slip in a small file is none, unless it is all there is.
constexpr bool is_great_loss(std::size_t lost, std::size_t all) {
  return lost > all / 10 && (lost > 1 || lost == all);
}

/// Counts the cells of a column by what they are. Values that fit nothing are kept with how often and where first; when they become too
/// many, the others only in number, so that a million of them stay small.
class ColumnLog {
 public:
  ColumnLog(Text column, std::string use, Complaint complaint);

  std::size_t blanks() const { return use_.blank; }
  std::size_t missing_cells() const { return use_.missing; }
  std::size_t used_cells() const { return use_.used; }
  /// Cells that hold something and fit nothing.
  std::size_t strays() const { return use_.off_scale + use_.unmatched; }
  /// How many answers the cells that come next stand for, each of them; one, until it is said.
  void weigh(std::size_t answers) { answers_ = answers; }
  void used(std::size_t times = 1) { use_.used += times, kept_ += times * answers_; }
  void blank(std::size_t times = 1) { use_.blank += times; }
  void missing(std::size_t times = 1) { use_.missing += times; }
  void off_scale(std::string_view value, std::size_t line) { ++use_.off_scale, lost_ += answers_, stray(value, line, 1); }
  void unmatched(std::string_view value, std::size_t line, std::size_t times = 1) { unmatched_unseen(times), stray(value, line, times); }
  /// Cells of one kind. The values of stray ones, and of unmatched ones that are not seen, are told later by `value_of_strays`.
  void count(CellKind kind, std::size_t times);
  void unmatched_unseen(std::size_t times) { use_.unmatched += times, lost_ += times * answers_; }
  void value_of_strays(std::string_view value, std::size_t times) { stray(value, no_line, times); }
  /// The scale that answers are read on.
  void read_on(const Scale& scale) { use_.scale = scale; }
  /// An answer, as a number of that scale.
  void saw(double value) {
    if (value < lowest_) lowest_ = value;
    if (value > highest_) highest_ = value;
  }
  /// A word that was read; the first few are told.
  void met(std::string_view word);
  void rescaled(std::string rescaling) { use_.rescaling = std::move(rescaling); }

  const Text& column() const { return column_; }
  /// The first few words that were read.
  const std::vector<std::string>& words() const { return use_.words; }
  /// Whether answers are lost in such a number that what is left may tell of something else.
  bool loses_answers() const;
  /// Stray cells whose value was not told yet.
  std::size_t unseen() const;
  /// Answers behind cells that hold something and fit nothing; none where only a remark goes with them.
  std::size_t lost_answers() const { return complaint_.loss == CellLoss::answer ? lost_ : 0; }
  /// Adds what was counted to the source's use, and a finding if there were stray cells.
  void report(const std::string& source, SourceUse& use, Findings& findings) const;
  /// The finding alone, of a column whose use another log tells.
  void report_strays(const std::string& source, SourceUse& use, Findings& findings) const;

 private:
  void stray(std::string_view value, std::size_t line, std::size_t count);
  std::string cells() const;
  std::string advice_about(const std::string& value) const;
  std::string message() const;

  Text column_;
  ColumnUse use_;
  Complaint complaint_;
  std::vector<StrayCell> strays_;
  std::size_t answers_ = 1;
  std::size_t kept_ = 0, lost_ = 0;  ///< answers behind cells that are used, and behind stray ones
  double lowest_ = std::numeric_limits<double>::infinity();
  double highest_ = -std::numeric_limits<double>::infinity();
};

}  // namespace mot::evidence
