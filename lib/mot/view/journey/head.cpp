// The head of the picture: whose journey it is, and its figures in one line.
#include <fmt/format.h>

#include "mot/view/journey/drawing.h"
#include "mot/view/numbers.h"

namespace mot::journey {

namespace {

std::string personas_of(const Subject& subject) {
  std::string names;
  for (const Link<Persona>& link : subject.journey().personas) {
    if (!link.index) continue;
    if (!names.empty()) names += " and ";
    names += subject.workspace.personas[*link.index].name.value;
  }
  return names;
}

std::string delivered_text(const Summary& summary) {
  const Delivered& delivered = summary.delivered;
  const std::string known = delivered.judged > 0
                                ? fmt::format("{} of {} known, {} of them judged", delivered.known, delivered.of, delivered.judged)
                                : fmt::format("{} of {} measured", delivered.known, delivered.of);
  return fmt::format("experience delivered {} ({})", delivered.value ? percent_text(*delivered.value) : "unknown", known);
}

/// The figures of the whole journey, as short texts.
std::vector<std::string> head_figures(const Subject& subject) {
  const Summary& summary = subject.analysis.journeys[subject.journey_index];
  std::vector<std::string> texts;
  if (subject.workspace.project.name) texts.push_back(subject.workspace.project.name->value);
  if (std::string personas = personas_of(subject); !personas.empty()) texts.push_back(std::move(personas));
  texts.push_back(count_text(summary.touchpoints, "moment", "moments") + fmt::format(", {} of truth", summary.moments_of_truth));
  if (summary.touchpoints > 0) texts.push_back(delivered_text(summary));
  if (summary.coverage) texts.push_back("coverage " + percent_text(*summary.coverage));
  return texts;
}

}  // namespace

void draw_head(Drawing& drawing, double width) {
  const Theme& theme = drawing.theme();
  const auto put = [&](std::string id, std::vector<Line> lines, double space) {
    if (lines.empty()) return;
    const double height = height_of(lines);
    drawing.scene.items.push_back(
        Label{{drawing.ids.use(id), id, "", ""}, {drawing.grid.left, drawing.y, width, height}, Align::left, std::move(lines)});
    drawing.y += height + space;
  };
  put("title", set_text(drawing.typesetter(), drawing.subject.journey().name.value, theme.title, width, 3).lines, 4);
  std::vector<Run> runs;
  for (std::string& text : head_figures(drawing.subject)) runs.push_back({std::move(text), theme.figures.font, theme.figures.colour});
  put("figures", set_in_turn(drawing.typesetter(), runs, theme.figures, width), 0);
  drawing.y += theme.spacing.heading;
}

double draw_heading(Drawing& drawing, const std::string& id, std::string_view heading, std::vector<Line> notes, double width) {
  std::vector<Line> lines = set_text(drawing.typesetter(), heading, drawing.theme().heading, width, 4).lines;
  append(lines, std::move(notes), 1);
  const double height = height_of(lines);
  drawing.scene.items.push_back(Label{
      {drawing.ids.use("heading-" + id), "heading", "", ""}, {drawing.grid.left, drawing.y, width, height}, Align::left, std::move(lines)});
  return height;
}

}  // namespace mot::journey
