// The places of a picture that are taken, so that labels find free ones.
#pragma once

#include <unordered_map>
#include <vector>

#include "mot/picture/scene.h"

namespace mot {

/// Boxes by the rows they lie in: asking costs as much as there is nearby, however much there is in all.
class LabelPlacement {
 public:
  void add(const Box& box);
  /// Whether nothing that was added shares any room with the box.
  bool leaves_free(const Box& box) const;

 private:
  std::unordered_map<long, std::vector<Box>> rows_;
};

/// Whether two boxes share any room.
bool overlap(const Box& one, const Box& other);

}  // namespace mot
