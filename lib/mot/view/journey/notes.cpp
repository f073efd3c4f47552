#include "mot/view/journey/notes.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

#include "mot/picture/fade.h"
#include "mot/view/journey/writing.h"

namespace mot::journey {

namespace {

constexpr double sign_width = 14;
constexpr double between_notes = 6;

/// Draws a note; returns its lower edge.
double draw_note(JourneyDrawing& drawing, const NotesRow& row, const Visit& visit, const Note& note, Point corner) {
  const Theme& theme = drawing.theme();
  const bool is_faded = drawing.subject.fades(visit.department);
  const double indent = note.sign ? sign_width : 0;
  const double width = drawing.grid.card_width() - indent;
  Label words;
  words.identity = {drawing.ids.use(std::string(row.note) + "-" + visit.key), std::string(row.note), note.tooltip, ""};
  for (const NoteText& part : note.texts)
    append(words.lines, set_text(drawing.typesetter(), part.text, part.style, width, drawing.subject.most_lines(part.most_lines)).lines, 0);
  if (visit.is_aside) {
    const std::string on = drawing.wording("on {moment}", {{"moment", drawing.subject.touchpoint_of(visit).name.value}});
    append(words.lines, set_text(drawing.typesetter(), on, theme.small_print, width, drawing.subject.most_lines(2)).lines, 0);
  }
  words.box = {corner.x + indent, corner.y, width, height_of(words.lines)};
  if (is_faded) fade(words, theme);
  if (note.sign) {
    Label sign;
    sign.identity = {drawing.ids.use(std::string(row.sign) + "-" + visit.key), note.sign_class, "", ""};
    sign.lines = {single_line(drawing.typesetter(), note.sign->text, {note.sign->font, note.sign->colour})};
    sign.box = {corner.x, corner.y, sign_width, height_of(sign.lines)};
    if (is_faded) fade(sign, theme);
    drawing.scene.items.push_back(std::move(sign));
  }
  const double bottom = words.box.bottom();
  drawing.scene.items.push_back(std::move(words));
  return bottom;
}

/// Notes on the moments of a column; of more than have room those on moments that fall shortest, in the order of the path all the same.
std::vector<std::pair<const Visit*, Note>> notes_in(JourneyDrawing& drawing, const NotesRow& row, const Column& column) {
  std::vector<const Visit*> visits;
  for (const std::size_t index : visits_in(column))
    if (is_first_visit(drawing, drawing.plan.visits[index])) visits.push_back(&drawing.plan.visits[index]);
  std::vector<const Visit*> worst_first = visits;
  constexpr double unknown = -std::numeric_limits<double>::infinity();
  std::ranges::stable_sort(worst_first, std::greater<>(),
                           [&](const Visit* visit) { return drawing.subject.figures_of(*visit).gap.value_or(unknown); });
  std::vector<std::pair<const Visit*, Note>> notes;
  for (const Visit* visit : worst_first) {
    for (Note& note : row.notes_of(drawing, *visit))
      if (notes.size() < row.most_in_column) notes.emplace_back(visit, std::move(note));
  }
  std::ranges::stable_sort(notes, {}, [&](const auto& note) { return std::ranges::find(visits, note.first) - visits.begin(); });
  return notes;
}

/// The lower edge of the notes of one column; 0 where it has none.
double draw_column(JourneyDrawing& drawing, const NotesRow& row, const Column& column, Point corner) {
  double bottom = 0;
  if (!row.notes_of) return bottom;
  for (const auto& [visit, note] : notes_in(drawing, row, column)) {
    bottom = draw_note(drawing, row, *visit, note, corner);
    corner.y = bottom + between_notes;
  }
  return bottom;
}

/// A field for each moment of a column, under each other; one for all of them where no number tells them apart.
double leave_room(JourneyDrawing& drawing, const NotesRow& row, const Column& column, Point corner) {
  double bottom = 0;
  for (const std::size_t index : visits_in(column)) {
    const Visit& visit = drawing.plan.visits[index];
    const bool says_on_what = visit.is_aside && !row.score.empty();
    const std::string about =
        says_on_what ? drawing.wording("on {moment}", {{"moment", drawing.subject.touchpoint_of(visit).name.value}}) : "";
    const Field field{std::string(row.note) + "-" + visit.key, about, row.score};
    bottom = put_field(drawing, field, corner, drawing.grid.card_width());
    if (row.score.empty()) return bottom;
    corner.y = bottom + between_notes;
  }
  return bottom;
}

}  // namespace

void draw_notes(JourneyDrawing& drawing, const Band& band, const NotesRow& row) {
  const Theme& theme = drawing.theme();
  const double top = drawing.y + theme.spacing.gap;
  const double inset = theme.spacing.panel_inset;
  const auto draw = drawing.subject.leaves_blank(row.blank) ? leave_room : draw_column;
  double bottom = 0;
  for (std::size_t i = band.begin; i < band.end; ++i)
    bottom = std::max(bottom, draw(drawing, row, drawing.plan.columns[i], {drawing.grid.card_left(band, i), top + inset}));
  if (bottom <= 0) return;
  const std::string id = drawing.ids.use(std::string(row.panel));
  drawing.y = top + inset - 2;
  const double heading_width = drawing.grid.headings - beside_headings;
  std::vector<Line> remark =
      set_text(drawing.typesetter(), row.remark, theme.small_print, heading_width, drawing.subject.most_lines(4)).lines;
  const double heading = draw_heading(drawing, {id, row.heading, std::move(remark), heading_width});
  bottom = std::max(bottom, drawing.y + heading) + inset;
  const Box box{drawing.grid.content_left(), top, drawing.grid.content_width(band), bottom - top};
  drawing.scene.panels.push_back(
      {{id, std::string(row.panel), "", ""}, box, theme.page, Stroke{theme.line, theme.spacing.hairline, Dash::solid}});
  drawing.y = bottom;
}

}  // namespace mot::journey
