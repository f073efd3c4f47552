#include "mot/view/title/title_slide.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "mot/analysis/sets.h"
#include "mot/picture/brand.h"
#include "mot/picture/curves.h"
#include "mot/picture/fitting_line.h"
#include "mot/picture/journey_text.h"
#include "mot/picture/mirror.h"
#include "mot/picture/patterns.h"
#include "mot/picture/verdict.h"
#include "mot/story/key_figures.h"
#include "mot/story/name_and_role.h"
#include "mot/text/isolates.h"
#include "mot/view/views.h"

namespace mot::title {

namespace {

constexpr double margin = 44, foot = 18, above_foot = 12;
constexpr double most_between_blocks = 44, least_between_blocks = 14;
constexpr double title_sizes[] = {34, 27, 21, 16};
constexpr double figure_size = 28, verdict_size = 15;
constexpr double logo_width = 190, logo_height = 56;
constexpr double least_figure_width = 150;
constexpr double portrait = 20, person_padding = 10, between_people = 14;
constexpr std::size_t most_people = 3, most_journeys = 4;

/// What leaves where there is too little room, in this order.
enum class Detail : std::uint8_t { quotes, remarks, people, further_journeys };
constexpr std::size_t details = 4;

struct TitleDrawing : Canvas {
  TitleDrawing(const PictureInput& what, const TitleSlide& how, std::size_t without)
      : Canvas(what), input(what), asked(how), left_out(without) {
    left = margin, width = how.width - 2 * margin, y = margin;
  }

  const Journey& journey(std::size_t index) const { return input.workspace.journeys[index]; }
  bool shows(Detail detail) const { return left_out <= static_cast<std::size_t>(detail); }
  bool is_of_one() const { return asked.journeys.size() == 1; }
  const Project& project() const { return input.workspace.project; }

  PictureInput input;
  const TitleSlide& asked;
  std::size_t left_out;  ///< details
};

std::vector<Line> set_bold(const TitleDrawing& drawing, std::string_view text, double size, Colour colour, double width) {
  return set_text(drawing.typesetter(), text, {{size, Weight::bold, Slant::upright}, colour}, width).lines;
}

std::string title_of(const TitleDrawing& drawing) {
  if (drawing.is_of_one() || !drawing.project().name)
    return drawing.asked.journeys.empty() ? drawing.wording("All journeys on one scale")
                                          : drawing.journey(drawing.asked.journeys.front()).name.value;
  return drawing.project().name->value;
}

void put(TitleDrawing& drawing, const char* id, std::vector<Line> lines, double space) {
  if (lines.empty()) return;
  drawing.y = put_text(drawing, {id, id, "", ""}, {{drawing.left, drawing.y}, drawing.width}, std::move(lines)).bottom() + space;
}

/// The journeys of which most is missing first; where nobody knows, last.
std::vector<std::size_t> least_delivered_first(const TitleDrawing& drawing) {
  std::vector<std::size_t> order = drawing.asked.journeys;
  std::ranges::stable_sort(order, {}, [&](std::size_t i) {
    const auto& delivered = drawing.input.analysis.journeys[i].delivered.value;
    return std::pair(!delivered, delivered.value_or(0));
  });
  return order;
}

Colour colour_of_verdict(const TitleDrawing& drawing, const Journey& journey) {
  const auto moments = moments_that_hurt(drawing.input.workspace, drawing.input.analysis, journey);
  const Theme& theme = drawing.theme();
  return moments.empty() ? theme.ink : theme.tone_of(drawing.input.analysis.touchpoints[moments.front()].gap_class).text;
}

/// `A connection that breaks  63 %`, and what falls furthest short on it.
std::vector<Line> journey_lines(const TitleDrawing& drawing, std::size_t index) {
  const Theme& theme = drawing.theme();
  const Journey& journey = drawing.journey(index);
  const auto& delivered = drawing.input.analysis.journeys[index].delivered.value;
  const TextStyle bold{{theme.heading.font.size, Weight::bold, Slant::upright}, theme.ink};
  const std::string figure = delivered ? drawing.wording.percent(*delivered) : "?";
  std::vector<Line> lines = set_text(drawing.typesetter(), isolated(journey.name.value) + "\u00a0 " + figure, bold, drawing.width).lines;
  const TextStyle verdict{theme.body.font, colour_of_verdict(drawing, journey)};
  append(lines,
         set_text(drawing.typesetter(), shortfall_text(drawing.input.workspace, drawing.input.analysis, journey), verdict, drawing.width)
             .lines,
         1);
  return lines;
}

std::vector<Line> rest_of_journeys(const TitleDrawing& drawing, const std::vector<std::size_t>& order, std::size_t shown) {
  if (shown >= order.size()) return {};
  std::vector<std::string> names;
  for (std::size_t i = shown; i < order.size(); ++i) names.push_back(isolated(drawing.journey(order[i]).name.value));
  const std::string text =
      drawing.wording("and {count} more: {names}", {{"count", names.size()}, {"names", fmt::format("{}", fmt::join(names, ", "))}});
  return set_text(drawing.typesetter(), text, drawing.theme().small_print, drawing.width, 2).lines;
}

/// In letters as large as have room in two lines, whole however long.
std::vector<Line> lines_of_title(const TitleDrawing& drawing, std::string_view title) {
  std::vector<Line> lines;
  for (const double size : title_sizes) {
    lines = set_bold(drawing, title, size, drawing.theme().ink, drawing.width);
    if (lines.size() <= 2) break;
  }
  return lines;
}

/// Whose deck it is, its title and what it says.
void draw_head(TitleDrawing& drawing) {
  const Theme& theme = drawing.theme();
  const Workspace& workspace = drawing.input.workspace;
  const LogoSize logo = logo_size(drawing, logo_width, logo_height);
  const double under_logo = put_logo(drawing, {drawing.left + drawing.width, drawing.y}, logo);
  const double whole = drawing.width;
  drawing.width = logo.width > 0 ? whole - logo.width - 24 : whole;
  const std::string& title = drawing.scene.title;
  if (drawing.project().name && drawing.project().name->value != title)
    put(drawing, "project", set_bold(drawing, drawing.project().name->value, theme.heading.font.size, theme.muted, drawing.width), 2);
  put(drawing, "title", lines_of_title(drawing, title), 6);
  drawing.width = whole;
  drawing.y = std::max(drawing.y, logo.width > 0 ? under_logo + 6 : 0);
  if (drawing.is_of_one()) {
    const Journey& journey = drawing.journey(drawing.asked.journeys.front());
    const std::string verdict = verdict_text(workspace, drawing.input.analysis, journey);
    put(drawing, "verdict", set_bold(drawing, verdict, verdict_size, colour_of_verdict(drawing, journey), drawing.width), 4);
    put(drawing, "journey-goal", set_text(drawing.typesetter(), goal_text(drawing.wording, journey), theme.body, drawing.width).lines, 0);
    return;
  }
  const std::vector<std::size_t> order = least_delivered_first(drawing);
  const std::size_t shown = std::min(order.size(), drawing.shows(Detail::further_journeys) ? most_journeys : 1);
  for (std::size_t i = 0; i < shown; ++i) put(drawing, "verdict", journey_lines(drawing, order[i]), 6);
  put(drawing, "rest", rest_of_journeys(drawing, order, shown), 0);
}

void draw_figures(TitleDrawing& drawing) {
  const Theme& theme = drawing.theme();
  const Analysis& analysis = drawing.input.analysis;
  const Workspace& workspace = drawing.input.workspace;
  const bool is_of_one = drawing.is_of_one();
  const std::size_t first = is_of_one ? drawing.asked.journeys.front() : 0;
  std::vector<story::KeyFigure> figures =
      story::key_figures_of(story::Figured{drawing.input, drawing.wording, is_of_one ? analysis.journeys[first] : analysis.all,
                                           is_of_one ? touchpoints_of(workspace, drawing.journey(first)) : all_touchpoints(workspace)});
  const auto most = static_cast<std::size_t>(std::max(1.0, std::floor(drawing.width / least_figure_width)));
  figures.resize(std::min(figures.size(), most));
  if (!drawing.shows(Detail::remarks))
    for (story::KeyFigure& figure : figures) figure.remark.clear();
  drawing.y = story::put_key_figures(drawing, figures, {{drawing.left, drawing.y}, drawing.width},
                                     {{{figure_size, Weight::bold, Slant::upright}, theme.ink},
                                      {{theme.body.font.size, Weight::bold, Slant::upright}, theme.ink},
                                      theme.small_print});
}

/// The persona whose figures they are, else all who go on what is shown, each once.
std::vector<std::size_t> people_on(const TitleDrawing& drawing) {
  if (drawing.input.analysis.persona) return {*drawing.input.analysis.persona};
  std::vector<std::size_t> people;
  for (const std::size_t journey : drawing.asked.journeys) {
    for (const Link<Persona>& link : drawing.journey(journey).personas)
      if (link.index && std::ranges::find(people, *link.index) == people.end()) people.push_back(*link.index);
  }
  return people;
}

std::string whose_text(const TitleDrawing& drawing) {
  const Wording& wording = drawing.wording;
  if (drawing.whose.empty()) return wording("The figures are those of all {customer}s.", {{"customer", wording.customer()}});
  return wording("The figures are those of {persona} alone.", {{"persona", isolated(drawing.whose)}});
}

std::vector<Line> person_lines(const TitleDrawing& drawing, const Persona& persona, double width) {
  const Theme& theme = drawing.theme();
  const Typesetter& typesetter = drawing.typesetter();
  const story::NameAndRole who = story::name_and_role(persona);
  std::vector<Line> lines = set_text(typesetter, who.name, theme.heading, width).lines;
  append(lines, set_text(typesetter, who.role, theme.small_print, width).lines, 0);
  if (persona.quote && drawing.shows(Detail::quotes))
    append(lines, set_text(typesetter, drawing.wording.quoted(persona.quote->value), theme.assumed, width).lines, 3);
  return lines;
}

/// Faces side by side on grounds of one height, and whose figures all this is.
void draw_people(TitleDrawing& drawing) {
  const Theme& theme = drawing.theme();
  const std::vector<std::size_t> people = people_on(drawing);
  const std::size_t shown = drawing.shows(Detail::people) ? std::min(people.size(), most_people) : 0;
  const double width = (drawing.width + between_people) / static_cast<double>(std::max<std::size_t>(shown, 2)) - between_people;
  const double beside = 2 * portrait + 10, inside = width - 2 * person_padding - beside;
  double height = 2 * portrait;
  std::vector<std::vector<Line>> texts;
  for (std::size_t i = 0; i < shown; ++i) {
    texts.push_back(person_lines(drawing, drawing.input.workspace.personas[people[i]], inside));
    height = std::max(height, height_of(texts.back()));
  }
  for (std::size_t i = 0; i < shown; ++i) {
    const Persona& persona = drawing.input.workspace.personas[people[i]];
    const Box box{drawing.left + static_cast<double>(i) * (width + between_people), drawing.y, width, height + 2 * person_padding};
    drawing.scene.panels.push_back(
        {{drawing.ids.use("persona-" + persona.id.value), "persona", persona.name.value, ""}, box, theme.panel, {}});
    const double left = box.left + person_padding, top = box.top + person_padding;
    put_portrait(drawing, "portrait-" + persona.id.value, persona, {left + portrait, top + portrait}, portrait);
    put_text(drawing, {"persona-name", "persona", "", ""}, {{left + beside, top}, inside}, std::move(texts[i]));
  }
  if (shown > 0) drawing.y += height + 2 * person_padding + 5;
  std::string text = whose_text(drawing);
  if (shown < people.size()) {
    std::vector<std::string> names;
    for (std::size_t i = shown; i < people.size(); ++i) names.push_back(isolated(drawing.input.workspace.personas[people[i]].name.value));
    text = drawing.wording("The journey of {personas}", {{"personas", drawing.wording.listed(names)}}) + ". " + text;
  }
  put(drawing, "whose", set_text(drawing.typesetter(), text, theme.small_print, drawing.width).lines, 0);
}

/// Which answers count, and which version of the workspace it is, of when.
void draw_foot(TitleDrawing& drawing) {
  const Theme& theme = drawing.theme();
  const double line = drawing.asked.height - margin - foot, middle = line + foot / 2 + 5;
  drawing.scene.ground.push_back(Curve{straight({drawing.left, line}, {drawing.left + drawing.width, line}), {theme.line, 1}});
  const std::string period = period_text(drawing.input.answers, drawing.wording);
  const std::string answers = period.empty() ? "" : drawing.wording("answers {period}", {{"period", period}});
  const double right = drawing.typesetter().width_of(drawing.asked.version, theme.small_print.font) * 1.04 + 1;
  const double room = drawing.width - right - 20;
  const std::string texts[] = {answers};
  if (!answers.empty())
    put_text_in_middle(drawing, {"period", "foot", "", ""}, {{drawing.left, middle}, room},
                       fitting_line(drawing.typesetter(), texts, theme.small_print, room));
  put_text_in_middle(drawing, {"version", "foot", "", ""}, {{drawing.left + drawing.width - right, middle}, right, Align::right},
                     {single_line(drawing.typesetter(), drawing.asked.version, theme.small_print)});
}

constexpr void (*blocks[])(TitleDrawing&) = {draw_head, draw_figures, draw_people};

/// Heights of the blocks, each begun at the top.
std::vector<double> heights_of_blocks(const TitleDrawing& drawing) {
  std::vector<double> heights;
  for (const auto block : blocks) {
    TitleDrawing scratch = drawing;
    scratch.y = 0;
    block(scratch);
    heights.push_back(scratch.y);
  }
  return heights;
}

/// Points that are left between the blocks, below 0 where they have no room.
double room_of(const TitleDrawing& drawing) {
  double room = drawing.asked.height - 2 * margin - foot - above_foot;
  for (const double height : heights_of_blocks(drawing)) room -= height;
  return room / (std::size(blocks) - 1);
}

std::string description_of(const TitleDrawing& drawing) {
  std::string text;
  for (const std::size_t journey : least_delivered_first(drawing)) {
    const std::string verdict = verdict_text(drawing.input.workspace, drawing.input.analysis, drawing.journey(journey));
    text += fmt::format("{}{}: {}", text.empty() ? "" : "\n", drawing.journey(journey).name.value, verdict);
  }
  return text.empty() ? drawing.scene.title : text;
}

}  // namespace

Scene title_slide(const PictureInput& input, const TitleSlide& asked) {
  const Theme theme = slide_theme(input.theme);
  const PictureInput own = input.in(theme);
  TitleDrawing drawing(own, asked, 0);
  drawing.scene.title = title_of(drawing);
  while (drawing.left_out < details && room_of(drawing) < least_between_blocks) ++drawing.left_out;
  drawing.scene.id = "title";
  drawing.scene.description = description_of(drawing);
  const double between = std::clamp(room_of(drawing), 4.0, most_between_blocks);
  for (const auto block : blocks) block(drawing), drawing.y += between;
  draw_foot(drawing);
  drawing.scene.width = asked.width, drawing.scene.height = asked.height;
  Scene scene = with_patterns(std::move(drawing.scene), theme, input.typesetter);
  return runs_from_right(input.workspace) ? mirrored(std::move(scene)) : aligned_as_read(std::move(scene));
}

}  // namespace mot::title
