#include "mot/view/journey/writing.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/view/journey/notes.h"

namespace mot::journey {

namespace {

constexpr double inset = 5;           // from a field's edge to what stands in its corner
constexpr double room_to_write = 60;  // three lines
constexpr double score_width = 42;

Card box_of(const JourneyDrawing& drawing, std::string_view text, Box box) {
  const Theme& theme = drawing.theme();
  Card card;
  card.fill = theme.page;
  card.stroke = {theme.muted, theme.spacing.hairline, Dash::solid};
  card.padding = inset;
  if (!text.empty()) card.lines = set_text(drawing.typesetter(), text, theme.small_print, box.width - 2 * inset, 2).lines;
  card.box = box;
  card.box.height += height_of(card.lines);
  return card;
}

void put_written(JourneyDrawing& drawing, const std::string& id, Card card, double height) {
  card.identity = {drawing.ids.use(id), "write", "", ""};
  card.box.height = height;
  drawing.scene.items.push_back(std::move(card));
}

std::string ends_of(const Wording& wording, const Scale& scale) {
  return fmt::format("{}…{}", wording.points(scale.min), wording.points(scale.max));
}

}  // namespace

Workspace blanked(Workspace workspace, Blank blank) {
  for (Touchpoint& touchpoint : workspace.touchpoints) {
    touchpoint.actual.reset();
    touchpoint.evidence.clear();
    for (auto* commitment : {&touchpoint.standard, &touchpoint.promise}) {
      if (*commitment) (*commitment)->kept.reset();
    }
    if (blank >= Blank::customer && touchpoint.desired) touchpoint.desired->customer.reset();
    if (blank >= Blank::all) touchpoint.desired.reset();
  }
  return workspace;
}

double put_field(JourneyDrawing& drawing, const Field& field, Point corner, double width) {
  const double beside = field.score.empty() ? 0 : score_width;
  Card words = box_of(drawing, field.about, {corner.x, corner.y, width - beside, room_to_write});
  Card score = box_of(drawing, field.score, {corner.x + width - beside, corner.y, beside, 0});
  const double height = std::max(words.box.height, score.box.height + room_to_write / 2);
  put_written(drawing, "write-" + field.id, std::move(words), height);
  if (!field.score.empty()) put_written(drawing, "score-" + field.id, std::move(score), height);
  return corner.y + height;
}

void draw_fields(JourneyDrawing& drawing, const Band& band) {
  const Wording& wording = drawing.wording;
  const std::string customer = wording.customer();
  const NotesRow rows[] = {
      {.panel = "company", .note = "company", .sign = "", .heading = wording("What we want"), .blank = Blank::all},
      {.panel = "wish",
       .note = "wish",
       .sign = "",
       .heading = wording("What the {customer} wants", {{"customer", customer}}),
       .blank = Blank::customer},
      {.panel = "life",
       .note = "life",
       .sign = "",
       .heading = wording("What the {customer} lives", {{"customer", customer}}),
       .blank = Blank::actual},
  };
  for (NotesRow row : rows) {
    row.score = ends_of(drawing.wording, drawing.subject.scale());
    draw_notes(drawing, band, row);
  }
}

}  // namespace mot::journey
