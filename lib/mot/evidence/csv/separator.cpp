#include "mot/evidence/csv/separator.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mot::evidence {
namespace {

constexpr std::array separators = {',', ';', '\t', '|'};
constexpr std::size_t most_rows = 200;

/// Separators in a row, and in how many rows there are as many as in the first.
struct Candidate {
  std::size_t in_row = 0;
  std::size_t in_header = 0;
  std::size_t like_header = 0;
};

class RowCounter {
 public:
  void take(char c) {
    has_cells_ |= c != ' ';
    for (std::size_t i = 0; i < separators.size(); ++i) candidates_[i].in_row += c == separators[i] ? 1 : 0;
  }
  /// An empty line is not a row.
  void end_row() {
    for (Candidate& candidate : candidates_) {
      if (has_cells_ && rows_ == 0) candidate.in_header = candidate.in_row;
      if (has_cells_ && candidate.in_row == candidate.in_header) ++candidate.like_header;
      candidate.in_row = 0;
    }
    rows_ += has_cells_ ? 1 : 0;
    has_cells_ = false;
  }
  std::size_t rows() const { return rows_; }
  char best() const {
    std::size_t best = 0;
    for (std::size_t i = 0; i < separators.size(); ++i) {
      if (rank(i) > rank(best)) best = i;
    }
    return separators[best];
  }

 private:
  /// In how many rows there are as many as in the header, and, where others are as regular, how many: `Mean (1 = good, 5 = poor);n` above
  /// `1,8;312`.
  std::pair<std::size_t, std::size_t> rank(std::size_t i) const {
    return {candidates_[i].in_header == 0 ? 0 : candidates_[i].like_header, candidates_[i].in_header};
  }

  std::array<Candidate, separators.size()> candidates_;
  std::size_t rows_ = 0;
  bool has_cells_ = false;
};

}  // namespace

char separator_of(std::string_view beginning) {
  RowCounter counter;
  bool is_quoted = false;
  for (const char c : beginning) {
    if (c == '"') is_quoted = !is_quoted;
    if (is_quoted) continue;
    if (c != '\n' && c != '\r') {
      counter.take(c);
    } else if (counter.end_row(); counter.rows() == most_rows) {
      return counter.best();
    }
  }
  // The last row may be cut off; it counts where it is the only one.
  if (counter.rows() == 0) counter.end_row();
  return counter.best();
}

std::optional<char> declared_separator(std::string_view line) {
  constexpr std::string_view start = "sep=";
  const auto is_same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b; };
  if (line.size() != start.size() + 1 || !std::ranges::equal(line.substr(0, start.size()), start, is_same)) return std::nullopt;
  return line.back() == '"' || line.back() == ' ' ? std::nullopt : std::optional(line.back());
}

}  // namespace mot::evidence
