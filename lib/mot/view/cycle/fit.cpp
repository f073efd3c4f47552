// How large the ring has to be.
#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "mot/view/cycle/drawing.h"

namespace mot::cycle {

namespace {

constexpr double smallest_outer = 168, smallest_outer_of_slide = 104;
constexpr double thinnest = 64, thinnest_of_slide = 34, band_of_slide = 28;
constexpr double growth = 1.05;
constexpr double label_room = 1.05;  // the circle of labels is so much higher than the labels of a side
constexpr double least_gap = 14;     // from the ring to its labels
constexpr double gap_growth = 1.3;
constexpr double flat_of_slide = 0.86;  // of a label's height: beside the ring rather than above it
constexpr double label_widths[] = {172, 230, 300};
constexpr double least_chip = 6.5;   // radius of a stage's number in the band
constexpr double most_scale = 2.75;  // of the letters in the middle
constexpr double scale_step = 0.125;
const double diagonal = std::sqrt(2.0);  // boxes of circles side by side on a slope touch before the circles do

constexpr double smallest_bead = 8;
constexpr double largest_bead = 17;

/// As large as the longest score needs; where that is too much, signs stand for scores.
void size_beads(CycleDrawing& drawing) {
  double widest = 0;
  for (const Slot& slot : drawing.slots) {
    if (!slot.visit) continue;
    if (const auto& actual = drawing.figures_of(slot).actual)
      widest = std::max(widest, drawing.typesetter().width_of(drawing.wording.points(*actual), bead_font(drawing)));
  }
  const double needed = std::ceil(widest / 2 + 2.5);
  drawing.shows_scores = needed <= largest_bead && drawing.detail != LabelDetail::names_and_signs;
  drawing.ring.bead = drawing.shows_scores ? std::max(smallest_bead, needed) : smallest_bead + 1;
}

/// A slide is low: the ring is thin there, and its band as wide as the numbers of the stages need.
void set_circles(const CycleDrawing& drawing, CycleRing& ring, double outer, bool has_asides) {
  ring.outer = outer;
  ring.inner = outer - std::max(0.34 * outer, drawing.is_slide ? thinnest_of_slide : thinnest);
  ring.band_outer = ring.inner - std::clamp(0.02 * outer, 4.0, 10.0);
  ring.band_inner = ring.band_outer - std::clamp(0.1 * outer, drawing.is_slide ? band_of_slide : 24.0, 60.0);
  ring.hub = ring.band_inner - (drawing.is_slide ? 4 : 10);
  ring.aside = has_asides ? std::clamp(0.06 * outer, 14.0, 30.0) : 0;
  ring.beads = outer + ring.bead + 4;
  ring.clear = ring.beads + ring.aside + 1.42 * ring.bead + 6;
}

bool beads_stand_apart(const CycleRing& ring) {
  const double apart = 2 * ring.beads * std::sin(full_turn / 2 / static_cast<double>(std::max<std::size_t>(ring.slots, 2)));
  return apart >= diagonal * (2 * ring.bead + 1);
}

/// Of one stage's number from the next one's: half of both stages.
bool chips_stand_apart(const CycleDrawing& drawing) {
  std::vector<std::size_t> slots(drawing.journey.stages.size());
  for (const Slot& slot : drawing.slots) ++slots[slot.stage];
  if (slots.size() < 2) return true;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    const auto between = static_cast<double>(slots[i] + slots[(i + 1) % slots.size()]) / 2;
    const double angle = std::min(full_turn / 2, full_turn * between / static_cast<double>(drawing.ring.slots));
    if (2 * drawing.ring.middle_of_band() * std::sin(angle / 2) < diagonal * 2 * least_chip) return false;
  }
  return true;
}

/// What a label of this width takes of the picture's side: a narrow one makes a high column, a wide one adds to both sides.
double side_with(std::span<const RingLabel> labels) {
  double widest = 0;
  for (const RingLabel& label : labels) widest = std::max(widest, label.width);
  return std::max(2 * smallest_outer, label_room * taller_side(labels)) + widest;
}

/// Labels of the width that makes the smallest picture.
void set_labels(CycleDrawing& drawing) {
  double least = std::numeric_limits<double>::infinity();
  for (const double width : label_widths) {
    std::vector<std::vector<Line>> lines;
    std::vector<RingLabel> labels;
    for (std::size_t i = 0; i < drawing.slots.size(); ++i) {
      lines.push_back(label_lines(drawing, drawing.slots[i], width));
      const double angle = full_turn * (static_cast<double>(i) + 0.5) / static_cast<double>(drawing.slots.size());
      labels.push_back({angle, 0, width_of(drawing.typesetter(), lines.back()) * 1.03, height_of(lines.back()), {}, {}});
    }
    const double side = side_with(labels);
    if (side >= least - 1) continue;  // also where nothing is wider than at the width before
    least = side;
    drawing.labels = std::move(labels);
    for (std::size_t i = 0; i < lines.size(); ++i) drawing.slots[i].lines = std::move(lines[i]);
  }
}

/// Where leaders begin, now that the circles are known.
void start_labels(CycleDrawing& drawing) {
  for (std::size_t i = 0; i < drawing.slots.size(); ++i) {
    const Slot& slot = drawing.slots[i];
    RingLabel& label = drawing.labels[i];
    // From where the line has left the box around the bead.
    const double steepest = std::max(std::abs(std::sin(label.angle)), std::abs(std::cos(label.angle)));
    label.start = slot.visit ? drawing.ring.beads + drawing.ring.shift_of(slot) + (drawing.ring.bead + 0.5) / steepest
                             : drawing.ring.outer + drawing.ring.shift_of(slot);
  }
}

/// Finds places for the labels if the ring is large enough for all that is in it.
bool fits(CycleDrawing& drawing) {
  const CycleRing& ring = drawing.ring;
  if (ring.hub < drawing.hub.radius() || !beads_stand_apart(ring) || !chips_stand_apart(drawing)) return false;
  if (2 * (ring.clear + least_gap) < label_room * taller_side(drawing.labels)) return false;
  start_labels(drawing);
  // Farther out the same shift of a label is a smaller angle, and its leader points away from the ring.
  for (double gap = std::max(least_gap, 0.05 * ring.outer); gap < ring.outer; gap *= gap_growth) {
    const double flat = drawing.is_slide ? flat_of_slide : 1;
    if (place_labels(drawing.labels, {ring.center, ring.clear, ring.clear + gap, flat})) return true;
  }
  return false;
}

void fill_hub(CycleDrawing& drawing) {
  double scale = std::min(most_scale, drawing.ring.hub / drawing.hub.radius());
  for (scale = std::floor(scale / scale_step) * scale_step; scale > 1; scale -= scale_step) {
    const Hub larger = set_hub(drawing, scale);
    if (larger.radius() > drawing.ring.hub) continue;
    drawing.hub = larger;
    return;
  }
}

}  // namespace

Stretch CycleRing::stretch(std::size_t first, std::size_t last, double gap) const {
  const double each = full_turn / static_cast<double>(slots), half = gap / 2 / inner;
  return {static_cast<double>(first) * each + half, static_cast<double>(last + 1) * each - half};
}

namespace {

bool has_asides(const CycleDrawing& drawing) {
  return std::ranges::any_of(drawing.slots, [](const Slot& slot) { return slot.is_aside; });
}

}  // namespace

void fit_ring(CycleDrawing& drawing) {
  drawing.ring.slots = drawing.slots.size();
  set_labels(drawing);
  drawing.hub = set_hub(drawing, 1);
  size_beads(drawing);
  double outer = drawing.is_slide ? smallest_outer_of_slide : smallest_outer;
  do {
    set_circles(drawing, drawing.ring, outer, has_asides(drawing));
    outer *= growth;
  } while (!fits(drawing));
  if (!drawing.is_slide) fill_hub(drawing);
}

void grow_ring(CycleDrawing& drawing, double width, double height) {
  for (;;) {
    const CycleRing ring = drawing.ring;
    const std::vector<RingLabel> labels = drawing.labels;
    set_circles(drawing, drawing.ring, ring.outer * growth, has_asides(drawing));
    const bool is_placed = fits(drawing);
    const Box extent = extent_of(drawing);
    if (is_placed && extent.width <= width && extent.height <= height) continue;
    drawing.ring = ring, drawing.labels = labels;
    return;
  }
}

}  // namespace mot::cycle
