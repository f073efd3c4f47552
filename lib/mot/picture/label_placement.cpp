#include "mot/picture/label_placement.h"

#include <algorithm>
#include <cmath>

namespace mot {

namespace {

constexpr double row_height = 24;

long row_of(double y) {
  return std::lround(std::floor(y / row_height));
}

}  // namespace

bool overlap(const Box& one, const Box& other) {
  return one.left < other.right() && other.left < one.right() && one.top < other.bottom() && other.top < one.bottom();
}

void LabelPlacement::add(const Box& box) {
  for (long row = row_of(box.top); row <= row_of(box.bottom()); ++row) rows_[row].push_back(box);
}

bool LabelPlacement::leaves_free(const Box& box) const {
  for (long row = row_of(box.top); row <= row_of(box.bottom()); ++row) {
    const auto found = rows_.find(row);
    if (found == rows_.end()) continue;
    if (std::any_of(found->second.begin(), found->second.end(), [&](const Box& other) { return overlap(box, other); })) return false;
  }
  return true;
}

}  // namespace mot
