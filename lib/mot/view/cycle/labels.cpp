#include "mot/view/cycle/labels.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "mot/picture/label_placement.h"
#include "mot/view/cycle/shapes.h"

// Each side is a column of labels that hugs the ring. Their heights on the page follow from those of their slices: as near to them as
// boxes that must not overlap can be, in the sense of least squares (isotonic regression by pooling neighbours, linear). Then each goes
// as near to the ring as its circle allows, and no nearer to the vertical axis than the label beyond it, so that leader lines leave
// between the labels.

namespace mot::cycle {

namespace {

constexpr double between_labels = 5;
constexpr double beside_axis = 9;   // from the vertical axis
constexpr double before_label = 3;  // where a leader ends
constexpr double between_probes = 5;

using Side = std::span<RingLabel*>;

/// Labels whose places are settled together: each wants to be at some height, and so the block lies at the mean.
struct Block {
  double sum = 0;  ///< of where its labels want the block's first one to be
  std::size_t count = 0;
  double place() const { return sum / static_cast<double>(count); }
};

/// The middles of the boxes, downwards. `wanted` are where they would be alone.
std::vector<double> spread(Side side, std::span<const double> wanted) {
  std::vector<double> offsets;  // of each label's middle from the first one's, where all touch
  for (std::size_t i = 0; i < side.size(); ++i)
    offsets.push_back(i == 0 ? 0 : offsets.back() + (side[i - 1]->height + side[i]->height) / 2 + between_labels);
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < side.size(); ++i) {
    blocks.push_back({wanted[i] - offsets[i], 1});
    while (blocks.size() > 1 && blocks[blocks.size() - 2].place() > blocks.back().place()) {
      const Block last = blocks.back();
      blocks.pop_back();
      blocks.back().sum += last.sum;
      blocks.back().count += last.count;
    }
  }
  std::vector<double> middles;
  for (const Block& block : blocks) {
    for (std::size_t i = 0; i < block.count; ++i) middles.push_back(block.place() + offsets[middles.size()]);
  }
  return middles;
}

/// How far from the axis a box must begin to lie outside the circle.
double outside(double radius, double middle, double height) {
  const double nearest = std::max(0.0, std::abs(middle) - height / 2);
  return nearest >= radius ? beside_axis : std::max(beside_axis, std::sqrt(radius * radius - nearest * nearest));
}

/// Distances of the boxes from the axis: outside the circle, and never nearer to the axis than where the leader comes from, so that it
/// does not run through its own label. Away from the middle of the page they only shrink, so that it does not run through another one.
std::vector<double> distances_of(Side side, std::span<const double> middles, const LabelRoom& room) {
  std::vector<double> distances;
  for (std::size_t i = 0; i < side.size(); ++i) {
    const double from = room.clear * std::abs(std::sin(side[i]->angle)) + before_label + 1;
    distances.push_back(std::max(from, outside(room.labels, middles[i], side[i]->height)));
  }
  for (std::size_t i = 1; i < side.size(); ++i) {
    if (middles[i] <= 0) distances[i] = std::max(distances[i], distances[i - 1]);
  }
  for (std::size_t i = side.size(); i-- > 1;) {
    if (middles[i - 1] >= 0) distances[i - 1] = std::max(distances[i - 1], distances[i]);
  }
  return distances;
}

/// `direction` is 1 on the right and −1 on the left.
void place_side(Side side, const LabelRoom& room, double direction) {
  std::vector<double> wanted;
  for (const RingLabel* label : side) wanted.push_back(-room.flat * (room.labels + label->height / 2) * std::cos(label->angle));
  const std::vector<double> middles = spread(side, wanted);
  const std::vector<double> distances = distances_of(side, middles, room);
  for (std::size_t i = 0; i < side.size(); ++i) {
    RingLabel& label = *side[i];
    const double y = room.center.y + middles[i], inner = room.center.x + direction * distances[i];
    label.box = {direction > 0 ? inner : inner - label.width, y - label.height / 2, label.width, label.height};
    label.leader = {on_circle(room.center, label.angle, label.start),
                    on_circle(room.center, label.angle, room.clear),
                    {inner - direction * before_label, y}};
  }
}

/// The last piece of a leader points away from the ring.
bool leads_out(const RingLabel& label) {
  const Point from = label.leader[1], to = label.leader[2];
  return (to.x - from.x) * std::sin(label.angle) - (to.y - from.y) * std::cos(label.angle) >= 0;
}

/// Only beyond the circle of labels there is anything to run over, and a leader begins well within it.
bool runs_free(const RingLabel& label, const LabelRoom& room, const LabelPlacement& occupied) {
  const Point from = label.leader[1], to = label.leader[2];
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  for (double at = std::max(0.0, room.labels - room.clear - between_probes); at < length; at += between_probes) {
    const double share = at / length;
    const Point probe{from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)};
    if (!occupied.leaves_free({probe.x - 2, probe.y - 2, 4, 4})) return false;
  }
  return true;
}

bool is_right(const RingLabel& label) {
  return label.angle <= full_turn / 2 + 1e-9;
}

}  // namespace

double taller_side(std::span<const RingLabel> labels) {
  double right = 0, left = 0;
  for (const RingLabel& label : labels) (is_right(label) ? right : left) += label.height + between_labels;
  return std::max(right, left);
}

bool place_labels(std::vector<RingLabel>& labels, const LabelRoom& room) {
  std::vector<RingLabel*> right, left;
  for (RingLabel& label : labels) (is_right(label) ? right : left).push_back(&label);
  std::reverse(left.begin(), left.end());
  place_side(right, room, 1);
  place_side(left, room, -1);
  LabelPlacement occupied;
  for (const RingLabel& label : labels) occupied.add(label.box);
  return std::all_of(labels.begin(), labels.end(),
                     [&](const RingLabel& label) { return leads_out(label) && runs_free(label, room, occupied); });
}

}  // namespace mot::cycle
