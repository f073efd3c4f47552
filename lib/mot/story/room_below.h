// The room under cards: how far down each column is taken, and where something that spans columns may still go.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "mot/story/drawing.h"

namespace mot::story {

class Room {
 public:
  Room(const Row& row, double top) : row_(row), lower_(row.band.size(), top), lowest_(row.band.size()) {}

  /// The lowest edge in the columns from `first` to `last`.
  double under(std::size_t first, std::size_t last) const {
    const auto begin = lower_.begin() + static_cast<long>(first - row_.band.begin);
    return *std::max_element(begin, lower_.begin() + static_cast<long>(last - row_.band.begin) + 1);
  }
  void take(std::size_t first, std::size_t last, double bottom) {
    for (std::size_t i = first; i <= last; ++i) {
      lower_[i - row_.band.begin] = std::max(lower_[i - row_.band.begin], bottom);
      lowest_[i - row_.band.begin].reset();
    }
  }
  /// The visit whose card stands lowest in a column, with nothing else beside or under it.
  std::optional<std::size_t> lowest(std::size_t column) const { return lowest_[column - row_.band.begin]; }
  void end_with(std::size_t column, std::optional<std::size_t> visit) { lowest_[column - row_.band.begin] = visit; }
  double bottom() const { return *std::max_element(lower_.begin(), lower_.end()); }
  const Row& row() const { return row_; }

 private:
  const Row& row_;
  std::vector<double> lower_;
  std::vector<std::optional<std::size_t>> lowest_;
};

/// What no customer sees, under one of the moments it carries, with a wedge below those that are near and the numbers of all.
void draw_behind(StoryDrawing& drawing, const Row& row, Room& room);

/// What customers say, of the worst moments first, where there is room; a line of it even where there is none.
void draw_voices(StoryDrawing& drawing, const Row& row, Room& room);

}  // namespace mot::story
