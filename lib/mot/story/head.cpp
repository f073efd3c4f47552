#include "mot/story/head.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "mot/analysis/sets.h"
#include "mot/picture/brand.h"
#include "mot/picture/frame.h"
#include "mot/picture/journey_text.h"
#include "mot/picture/qr_code.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/picture/verdict.h"
#include "mot/story/key_figures.h"
#include "mot/story/name_and_role.h"
#include "mot/story/other_lines.h"
#include "mot/words/figures.h"

namespace mot::story {

namespace {

constexpr double persona_width = 196, persona_width_on_paper = 172;
constexpr double persona_padding = 10;
constexpr double monogram = 17, photo = 24;  // radii
constexpr double imprint_width = 118, logo_height = 40, code_side = 64, code_side_on_paper = 52;
constexpr double beside_persona = 18;
constexpr double least_for_sides = 700;  // of the whole, for a persona and an imprint beside the title
constexpr double least_figure_width = 118;
constexpr std::size_t few_figures = 3;  // where all else had to leave
constexpr double verdict_size = 12, verdict_on_paper = 10.5;

/// Where there is room for what else is written.
bool is_on_screen(const StoryDrawing& drawing) {
  return drawing.options.margin < 0;
}

/// `Sells used cars  ·  46  ·  22 % of customers`: who that is, how old, and for how many they stand.
std::vector<Line> role_lines(const StoryDrawing& drawing, const std::string& role, const Persona& persona, double width) {
  const TextStyle& small = drawing.theme().small_print;
  std::vector<Run> runs;
  if (!role.empty()) runs.push_back({role, small.font, small.colour});
  if (is_on_screen(drawing) && persona.age) runs.push_back({persona.age->value, small.font, small.colour});
  if (is_on_screen(drawing) && persona.share) {
    const std::string share = number_in(drawing.wording, persona.share->value);
    runs.push_back({fmt::format("{} {}", share, drawing.wording("% of customers")), small.font, small.colour});
  }
  return set_in_turn(drawing.typesetter(), runs, small, width);
}

/// The persona asked for, else the only one who goes on the journey.
std::optional<std::size_t> persona_of(const StoryDrawing& drawing) {
  if (drawing.input.analysis.persona) return drawing.input.analysis.persona;
  const auto& personas = drawing.journey().personas;
  return personas.size() == 1 ? personas.front().index : std::nullopt;
}

/// Those who go on the journey, where no card says so.
std::string who_goes(const StoryDrawing& drawing) {
  const std::string names = persona_names(drawing.input.workspace, drawing.journey());
  if (names.empty() || persona_of(drawing)) return "";
  return drawing.wording("The journey of {personas}", {{"personas", names}});
}

/// What the customer wants to have reached, and where there is room for it, on a screen, what else is written of the journey as a whole.
std::vector<Line> journey_lines(const StoryDrawing& drawing, double width) {
  const Theme& theme = drawing.theme();
  const Wording& wording = drawing.wording;
  const TextStyle body{theme.body.font, theme.ink};
  std::vector<Line> lines = set_text(drawing.typesetter(), goal_text(wording, drawing.journey()), body, width).lines;
  if (!drawing.shows(Part::rows) || !is_on_screen(drawing)) return lines;
  std::vector<Run> runs;
  for (std::string& fact : journey_facts(wording, drawing.journey()))
    runs.push_back({std::move(fact), theme.small_print.font, theme.small_print.colour});
  append(lines, set_in_turn(drawing.typesetter(), runs, theme.small_print, width), 1);
  return lines;
}

/// Whose curve and figures these are.
std::string whose_text(const StoryDrawing& drawing, const NameAndRole& persona) {
  const Wording& wording = drawing.wording;
  if (drawing.whose.empty()) return wording("The curve and the figures are those of all {customer}s.", {{"customer", wording.customer()}});
  return wording("The curve and the figures are those of {persona} alone.", {{"persona", persona.name}});
}

std::vector<Line> persona_lines(const StoryDrawing& drawing, const Persona& persona, double width) {
  const Theme& theme = drawing.theme();
  const TextStyle body{theme.body.font, theme.ink};
  std::vector<Line> lines;
  const auto add = [&](const std::string& text) { append(lines, set_text(drawing.typesetter(), text, body, width).lines, 2); };
  const Wording& wording = drawing.wording;
  if (persona.quote) append(lines, set_text(drawing.typesetter(), wording.quoted(persona.quote->value), theme.assumed, width).lines, 0);
  if (persona.about) append(lines, set_text(drawing.typesetter(), persona.about->value, body, width).lines, 2);
  if (!persona.needs.empty()) add(wording("Needs {needs}", {{"needs", joined(persona.needs, ", ")}}));
  if (persona.flag) add(wording("Proud of: {flag}", {{"flag", persona.flag->value}}));
  if (is_on_screen(drawing) && !persona.goals.empty()) add(wording("Goals: {goals}", {{"goals", joined(persona.goals, ", ")}}));
  if (is_on_screen(drawing) && !persona.fears.empty()) add(wording("Fears: {fears}", {{"fears", joined(persona.fears, ", ")}}));
  append(lines, set_text(drawing.typesetter(), whose_text(drawing, name_and_role(persona)), theme.small_print, width).lines, 3);
  return lines;
}

/// Where the parts of a persona's card stand.
struct PersonaPlace {
  Point corner;
  double width = 0;
  bool is_flat = false;  ///< its text beside the name, not under it
};

/// Returns its lower edge.
double draw_persona(StoryDrawing& drawing, std::size_t index, const PersonaPlace& place) {
  const Theme& theme = drawing.theme();
  const Persona& persona = drawing.input.workspace.personas[index];
  const NameAndRole who = name_and_role(persona);
  const double radius = persona.photo_file ? photo : monogram;
  const double inside = place.width - 2 * persona_padding, beside = 2 * radius + 8;
  const double name_width = place.is_flat ? inside * 0.3 - beside : inside - beside;
  const double text_width = place.is_flat ? inside * 0.7 : inside;
  std::vector<Line> name = set_text(drawing.typesetter(), who.name, theme.heading, name_width).lines;
  append(name, role_lines(drawing, who.role, persona, name_width), 0);
  std::vector<Line> lines = persona_lines(drawing, persona, text_width);
  const double head = std::max(2 * radius, height_of(name));
  const double height = place.is_flat ? std::max(head, height_of(lines)) : head + height_of(lines) + 4;
  const Box box{place.corner.x, place.corner.y, place.width, height + 2 * persona_padding};
  drawing.scene.panels.push_back(
      {{drawing.ids.use("persona-" + persona.id.value), "persona", persona.name.value, ""}, box, theme.panel, {}});
  const double left = box.left + persona_padding;
  const Point middle{left + radius, box.top + persona_padding + head / 2};
  put_portrait(drawing, "portrait", persona, middle, radius);
  put_text_in_middle(drawing, {"persona-name", "persona", "", ""}, {{left + beside, middle.y}, name_width}, name);
  const Point text = place.is_flat ? Point{left + inside * 0.3, box.top + persona_padding} : Point{left, middle.y + head / 2 + 4};
  put_text(drawing, {"persona-about", "persona", "", ""}, {text, text_width}, lines);
  return box.bottom();
}

/// What the figures rest on, at the right. Returns its lower edge.
double draw_imprint(StoryDrawing& drawing, Point corner) {
  const Theme& theme = drawing.theme();
  const auto& project = drawing.input.workspace.project;
  const double under_logo = put_logo(drawing, {corner.x + imprint_width, corner.y}, logo_size(drawing, imprint_width, logo_height));
  if (under_logo > corner.y) corner.y = under_logo + 5;
  std::vector<Line> lines;
  if (project.name) lines = set_text(drawing.typesetter(), project.name->value, theme.heading, imprint_width).lines;
  const Answers& answers = drawing.input.answers;
  std::string basis;
  const Wording& wording = drawing.wording;
  if (answers.from && answers.to)
    basis = wording("answers from {from} to {to}", {{"from", wording.date(*answers.from)}, {"to", wording.date(*answers.to)}});
  append(lines, set_text(drawing.typesetter(), basis, theme.small_print, imprint_width).lines, 3);
  const TextPlace place{corner, imprint_width, Align::right};
  const Box text = put_text(drawing, {"imprint", "imprint", "", ""}, place, std::move(lines));
  const std::string& link = drawing.options.link;
  const double side = is_on_screen(drawing) ? code_side : code_side_on_paper;
  return link.empty() ? text.bottom() : put_captioned_code(drawing, link, {text.right(), text.bottom() + 5}, side, imprint_width).bottom();
}

/// Title, verdict, goal, and who goes where no card says so; the imprint stands beside the title alone. Returns the lower edge.
double draw_title(StoryDrawing& drawing, Point corner, double width, double title_width) {
  const Theme& theme = drawing.theme();
  double y = corner.y;
  const auto put_lines = [&](const char* id, std::vector<Line> lines, double room) {
    if (!lines.empty()) y = put_text(drawing, {id, id, "", ""}, {{corner.x, y}, room}, std::move(lines)).bottom() + 3;
  };
  const auto put = [&](const char* id, std::string_view text, const TextStyle& style, double room) {
    put_lines(id, set_text(drawing.typesetter(), text, style, room).lines, room);
  };
  put_lines("title", title_lines(drawing, title_width), title_width);
  const double under_imprint = title_width < width ? draw_imprint(drawing, {corner.x + width - imprint_width, corner.y + 4}) + 3 : y;
  // A logo or a code is so high that the verdict has room beside it.
  const bool is_high = drawing.logo != nullptr || !drawing.options.link.empty();
  const double beside = is_high ? title_width : width;
  if (!is_high) y = std::max(y, under_imprint);
  const auto& analysis = drawing.input.analysis;
  const auto moments = moments_that_hurt(drawing.input.workspace, analysis, drawing.journey());
  const Colour colour = moments.empty() ? theme.ink : theme.tone_of(analysis.touchpoints[moments.front()].gap_class).text;
  const TextStyle verdict{{drawing.options.margin >= 0 ? verdict_on_paper : verdict_size, Weight::bold, Slant::upright}, colour};
  put("verdict", verdict_text(drawing.input.workspace, analysis, drawing.journey()), verdict, beside);
  if (const std::vector<std::string> told = told_of_lines(drawing); !told.empty())
    put("moves", told.front(), {verdict.font, theme.ink}, beside);
  if (std::vector<Line> lines = journey_lines(drawing, beside); !lines.empty())
    y = put_text(drawing, {"journey-goal", "journey-goal", "", ""}, {{corner.x, y}, beside}, std::move(lines)).bottom() + 3;
  put("who", who_goes(drawing), theme.small_print, beside);
  return std::max(y, under_imprint) + 3;
}

/// The strip of key figures; returns its lower edge.
double draw_key_figures(StoryDrawing& drawing, Point corner, double width) {
  const Theme& theme = drawing.theme();
  std::vector<KeyFigure> figures = key_figures_of(drawing);
  const auto room = static_cast<std::size_t>(std::max(1.0, std::floor(width / least_figure_width)));
  const std::size_t most = drawing.shows(Part::actions) ? room : std::min(room, few_figures);
  figures.resize(std::min(figures.size(), most));
  const FigureStyles styles{
      {{19, Weight::bold, Slant::upright}, theme.ink}, {{8.5, Weight::bold, Slant::upright}, theme.ink}, theme.small_print};
  return put_key_figures(drawing, figures, {corner, width}, styles);
}

}  // namespace

void draw_story_head(StoryDrawing& drawing) {
  const auto persona = persona_of(drawing);
  const double top = drawing.y;
  double left = drawing.left, width = drawing.width, bottom = top;
  const bool has_sides = drawing.width >= least_for_sides;
  if (persona && has_sides) {
    const double beside = drawing.options.margin >= 0 ? persona_width_on_paper : persona_width;
    bottom = draw_persona(drawing, *persona, {{left, top}, beside});
    left += beside + beside_persona, width -= beside + beside_persona;
  }
  const bool has_imprint = has_sides || drawing.logo != nullptr || !drawing.options.link.empty();
  const double title_width = has_imprint ? width - imprint_width - beside_persona : width;
  const double under_title = draw_title(drawing, {left, top}, width, title_width);
  bottom = std::max(bottom, draw_key_figures(drawing, {left, under_title}, width));
  if (persona && !has_sides) bottom = draw_persona(drawing, *persona, {{left, bottom + 8}, drawing.width, true});
  drawing.y = bottom + 9;
}

}  // namespace mot::story
