// What is written around the ring: the score of each moment in a circle at its slice's edge, and its label.
#include "mot/picture/branch_text.h"
#include "mot/picture/curves.h"
#include "mot/picture/inner_card.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/text/utf8.h"
#include "mot/view/cycle/drawing.h"

namespace mot::cycle {

namespace {

constexpr double leader_corner = 2.5;

std::vector<Run> figure_runs(const CycleDrawing& drawing, const Slot& slot) {
  const Theme& theme = drawing.theme();
  const Touchpoint& touchpoint = drawing.touchpoint_of(slot);
  const Figures& figures = drawing.figures_of(slot);
  const Tone& tone = theme.tone_of(figures.gap_class);
  std::vector<Run> runs;
  const Font bold{theme.body.font.size, Weight::bold, Slant::upright};
  runs.push_back({(figures.actual ? std::string(tone.glyph) + "\u00a0" : "") + score_text(drawing.wording, figures), bold, tone.text});
  if (touchpoint.department.index && !drawing.is_slide)
    runs.push_back({drawing.input.workspace.departments[*touchpoint.department.index].name.value, theme.body.font, theme.body.colour});
  if (drawing.visit_of(slot).key != touchpoint.id.value)
    runs.push_back({drawing.wording("again"), theme.assumed.font, theme.assumed.colour});
  return runs;
}

Sign<Stroke> aside_leader(const Theme& theme) {
  return {legend_rank::ways + 2, "pulled out of the ring: only under a condition", 24, {theme.step, 1, Dash::dotted}};
}

Marker bead_of(CycleDrawing& drawing, const Slot& slot, Point center) {
  const Theme& theme = drawing.theme();
  const Figures& figures = drawing.figures_of(slot);
  Marker bead;
  bead.center = center;
  bead.radius = drawing.ring.bead;
  if (!figures.actual) {
    const RingLook ring = explain(drawing, unmeasured(theme));
    bead.fill = ring.fill;
    bead.stroke = ring.stroke;
    bead.text = Run{std::string(ring.glyph), bead_font(drawing), ring.colour};
    return bead;
  }
  const Tone tone = explain(drawing, gap(drawing, figures.gap_class, drawing.input.scale()));
  const RingLook ring = score_ring(drawing, figures, tone);
  bead.fill = ring.fill;
  bead.stroke = ring.stroke;
  bead.stroke.colour = tone.colour;  // what is full, too: its edge is on the page
  bead.text =
      Run{drawing.shows_scores ? drawing.wording.points(*figures.actual) : std::string(ring.glyph), bead_font(drawing), ring.colour};
  return bead;
}

std::vector<Line> condition_lines(const CycleDrawing& drawing, const Slot& slot, std::size_t stop, double width) {
  const bool is_told = slot.is_aside && drawing.detail == LabelDetail::all;
  const std::string conditions = is_told ? journey::conditions_of(drawing.plan, stop) : "";
  if (conditions.empty()) return {};
  const std::string when = drawing.wording("when {condition}", {{"condition", conditions}});
  return set_text(drawing.typesetter(), when, drawing.theme().assumed, width).lines;
}

std::vector<Line> inner_lines(const CycleDrawing& drawing, const Slot& slot, double width) {
  const Theme& theme = drawing.theme();
  const journey::InnerJourney& inner = drawing.inner_of(slot);
  const std::string& name = drawing.input.workspace.journeys[inner.journey].name.value;
  std::vector<Line> lines = set_text(drawing.typesetter(), name, theme.name, width).lines;
  if (drawing.detail >= LabelDetail::names) return lines;
  std::vector<Run> figures;
  for (std::string& text : inner_figures(drawing.wording, drawing.input, inner.journey))
    figures.push_back({std::move(text), theme.small_print.font, theme.small_print.colour});
  append(lines, set_in_turn(drawing.typesetter(), figures, theme.small_print, width), 1);
  append(lines, condition_lines(drawing, slot, inner.stop, width), 0);
  return lines;
}

void put_label(CycleDrawing& drawing, Identity identity, const Slot& slot, const RingLabel& label) {
  const bool is_right = label.box.left >= drawing.ring.center.x;
  put_text(drawing, std::move(identity), {{label.box.left, label.box.top}, label.box.width, is_right ? Align::left : Align::right},
           slot.lines);
}

void draw_moment(CycleDrawing& drawing, const Slot& slot, const RingLabel& label) {
  const CycleRing& ring = drawing.ring;
  const std::string& key = drawing.visit_of(slot).key;
  const std::size_t touchpoint = drawing.visit_of(slot).touchpoint;
  const std::string tooltip = touchpoint_tooltip(drawing.input.workspace, drawing.input.analysis, touchpoint);
  const std::string classes = touchpoint_classes(drawing.input.workspace, drawing.input.analysis, touchpoint);
  Marker bead = bead_of(drawing, slot, on_circle(ring.center, label.angle, ring.beads + ring.shift_of(slot)));
  bead.identity = {drawing.ids.use("score-" + key), classes, tooltip, ""};
  const std::string bead_id = bead.identity.id, label_id = "touchpoint-" + key;
  Stroke stroke{drawing.theme().step, 1, Dash::solid};
  if (slot.is_aside) stroke = explain(drawing, aside_leader(drawing.theme()));
  // Below the bead, so that the line begins at its edge whatever its box.
  drawing.scene.ground.push_back(Curve{straight(bead.center, label.leader.front()), stroke});
  drawing.scene.items.push_back(std::move(bead));
  put_label(drawing, {label_id, classes, tooltip, ""}, slot, label);
  drawing.scene.connectors.push_back({{drawing.ids.use("leader-" + key), "leader", "", ""},
                                      bead_id,
                                      label_id,
                                      rounded_path(label.leader, leader_corner),
                                      stroke,
                                      Arrow::none});
}

}  // namespace

Font bead_font(const CycleDrawing& drawing) {
  const double size = drawing.slots.size() > most_roomy_slots ? 8.0 : 10.0;
  return {drawing.is_slide ? drawing.theme().small_print.font.size : size, Weight::bold, Slant::upright};
}

std::vector<Line> label_lines(CycleDrawing& drawing, const Slot& slot, double width) {
  const Theme& theme = drawing.theme();
  if (slot.inner) return inner_lines(drawing, slot, width);
  if (!slot.visit) return set_text(drawing.typesetter(), drawing.wording("no moments yet"), theme.small_print, width).lines;
  const Touchpoint& touchpoint = drawing.touchpoint_of(slot);
  if (drawing.detail >= LabelDetail::names)
    return set_text(drawing.typesetter(), starred_name(drawing, touchpoint), theme.name, width).lines;
  std::vector<Run> figures = figure_runs(drawing, slot);
  std::vector<Line> lines;
  // A figure in the line of a name that is read from right to left would be turned round in parts.
  const bool has_one_line = drawing.detail == LabelDetail::one_line || drawing.slots.size() > most_roomy_slots;
  if (has_one_line && !reads_right_to_left(touchpoint.name.value)) {
    figures.insert(figures.begin(), {starred_name(drawing, touchpoint), theme.name.font, theme.name.colour});
    figures.resize(2);
  } else {
    lines = set_text(drawing.typesetter(), starred_name(drawing, touchpoint), theme.name, width).lines;
  }
  append(lines, set_in_turn(drawing.typesetter(), figures, theme.body, width), 0);
  append(lines, condition_lines(drawing, slot, drawing.visit_of(slot).stop, width), 0);
  return lines;
}

void draw_moments(CycleDrawing& drawing) {
  for (std::size_t i = 0; i < drawing.slots.size(); ++i) {
    const Slot& slot = drawing.slots[i];
    if (slot.visit) {
      draw_moment(drawing, slot, drawing.labels[i]);
      continue;
    }
    const RingLabel& label = drawing.labels[i];
    const Stroke stroke{drawing.theme().step, 1, slot.inner ? Dash::solid : Dash::dotted};
    drawing.scene.ground.push_back(Curve{rounded_path(label.leader, leader_corner), stroke});
    if (slot.inner) {
      const journey::InnerJourney& inner = drawing.inner_of(slot);
      put_label(drawing, {inner.key, "journey", inner_tooltip(drawing.input, inner.journey), ""}, slot, label);
      continue;
    }
    put_label(drawing, {"empty-" + drawing.journey.stages[slot.stage].id.value, "empty", "", ""}, slot, label);
  }
}

}  // namespace mot::cycle
