#include "mot/story/cards.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "mot/picture/department_colours.h"
#include "mot/picture/fade.h"
#include "mot/picture/flown_flags.h"
#include "mot/picture/gap_text.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/story/below.h"
#include "mot/story/card_marks.h"
#include "mot/story/tracks.h"

namespace mot::story {

namespace {

constexpr double least_half_card = 64;
constexpr double beside_trunk = 7;          // at the left of half cards under one another
constexpr std::size_t most_flag_lines = 9;  // in narrow cards
constexpr const char* truth_words = "moment of truth";

Sign<Run> wish_sign(const Theme& theme) {
  return {legend_rank::names + 1, "wanted, in words", 9, {"○", theme.body.font, theme.accent}};
}

Sign<Run> lived_sign(const Theme& theme) {
  return {legend_rank::names + 2, "lived, in words", 9, {"●", theme.body.font, theme.ink}};
}

Sign<Run> assumed_sign(const Canvas& canvas) {
  const Wording& wording = canvas.wording;
  const Theme& theme = canvas.theme();
  Run remark{wording("assumed"), theme.assumed.font, theme.muted};
  const double width = canvas.typesetter().width_of(remark.text, remark.font);
  std::string words = wording("no {customer} was heard to say so", {{"customer", wording.customer()}});
  return {legend_rank::names + 3, std::move(words), std::max(38.0, width), std::move(remark)};
}

/// A red card is tinted, unless too few answers say that it is.
bool is_tinted(const Figures& figures) {
  return figures.gap_class == GapClass::red && !is_unsure(figures);
}

/// The accent, as far towards ink as letters need on a ground (WCAG 2.2).
Colour readable_on(Colour ground, const Theme& theme) {
  constexpr double least_contrast = 4.5;
  Colour colour = theme.accent;
  for (int tenth = 1; tenth <= 10 && contrast(colour, ground) < least_contrast; ++tenth)
    colour = mixed(theme.ink, theme.accent, tenth / 10.0);
  return colour;
}

const Experience* with_words(const std::optional<Experience>& experience) {
  return experience && experience->experience ? &*experience : nullptr;
}

/// The customer's own wish where there is one, else the company's.
struct Wish {
  const Experience* words = nullptr;
  bool is_customers = false;
};

Wish wish_of(const Touchpoint& touchpoint) {
  if (!touchpoint.desired) return {};
  if (touchpoint.desired->customer && touchpoint.desired->customer->experience) return {&*touchpoint.desired->customer, true};
  return {with_words(touchpoint.desired->company), false};
}

void add_wish(StoryDrawing& drawing, std::vector<Line>& lines, const Visit& visit, double width) {
  const Theme& theme = drawing.theme();
  const Touchpoint& touchpoint = drawing.touchpoint_of(visit);
  const Wish wish = wish_of(touchpoint);
  if (!wish.words) return;
  const Run sign = explain(drawing, wish_sign(theme));
  const bool assumed = wish.is_customers && is_assumed(touchpoint, drawing.figures_of(visit));
  std::string text = sign.text + "\u00a0" + wish.words->experience->value;
  const bool is_on_tint = is_tinted(drawing.figures_of(visit)) && !drawing.fades(visit.department);
  TextStyle style{theme.body.font, is_on_tint ? readable_on(theme.tone_of(GapClass::red).tint, theme) : theme.accent};
  if (assumed) {
    const Run remark = explain(drawing, assumed_sign(drawing));
    text += " (" + remark.text + ")";
    style.font = theme.assumed.font;
  }
  append(lines, set_text(drawing.typesetter(), text, style, width).lines, 2.5);
}

void add_lived(StoryDrawing& drawing, std::vector<Line>& lines, const Visit& visit, double width) {
  const Theme& theme = drawing.theme();
  const auto& actual = drawing.touchpoint_of(visit).actual;
  if (!actual || !actual->experience) return;
  const Run sign = explain(drawing, lived_sign(theme));
  const TextStyle style{theme.body.font, theme.ink};
  append(lines, set_text(drawing.typesetter(), sign.text + "\u00a0" + actual->experience->value, style, width).lines, 2.5);
}

std::string department_name(const StoryDrawing& drawing, const Visit& visit) {
  if (visit.department) return drawing.input.workspace.departments[*visit.department].name.value;
  const Touchpoint& touchpoint = drawing.touchpoint_of(visit);
  return touchpoint.department.value.empty() ? drawing.wording("no department") : marked_unknown(touchpoint.department.value);
}

std::vector<Line> tag_lines(const StoryDrawing& drawing, const Visit& visit, double width) {
  const Tone tone = department_tone(drawing.theme(), visit.department);
  const Colour colour = drawing.fades(visit.department) ? drawing.theme().muted : tone.on_colour;
  const TextStyle style{{8, Weight::bold, Slant::upright}, colour};
  return set_text(drawing.typesetter(), department_name(drawing, visit), style, width).lines;
}

double text_width(double width) {
  return width - 2 * card_inset;
}

/// Name, what the customer does, both experiences, and whose flag is flown.
void add_texts(StoryDrawing& drawing, std::vector<Line>& lines, std::size_t index, double width, CalmWords calm) {
  const Theme& theme = drawing.theme();
  const Visit& visit = drawing.plan.visits[index];
  const Touchpoint& touchpoint = drawing.touchpoint_of(visit);
  append(lines, set_text(drawing.typesetter(), touchpoint.name.value, theme.name, width).lines, lines.empty() ? 0 : 2);
  if (!drawing.is_first(index)) {
    const std::string again = drawing.wording("as at {number}", {{"number", drawing.numbers[drawing.first_visits[index]]}});
    append(lines, set_text(drawing.typesetter(), again, theme.small_print, width).lines, 1);
    return;
  }
  if (drawing.is_removed(visit.touchpoint)) return;
  if (drawing.shows(Part::doing))
    append(lines, set_text(drawing.typesetter(), joined(touchpoint.customer_does, "; "), theme.assumed, width).lines, 1);
  const GapClass gap_class = drawing.figures_of(visit).gap_class;
  const bool is_calm = gap_class == GapClass::green || gap_class == GapClass::yellow;
  if (is_calm && calm == CalmWords::as_shown && !drawing.shows(Part::calm_words)) return;
  add_wish(drawing, lines, visit, width);
  add_lived(drawing, lines, visit, width);
  if (drawing.options.margin < 0 && !touchpoint.links.empty()) {  // on a screen, where they can be followed
    const std::string links = drawing.wording.count(touchpoint.links.size(), "{count} links");
    append(lines, set_text(drawing.typesetter(), links, theme.small_print, width).lines, 2.5);
  }
  if (!drawing.shows(Part::flags)) return;
  const FlagBearers bearers{drawing.journey(), drawing.input.analysis.persona};
  append(lines, flown_flags(drawing, touchpoint, bearers, width, most_flag_lines), 2.5);
}

void put_tag(StoryDrawing& drawing, const Visit& visit, std::vector<Line> lines, const Box& box) {
  const Theme& theme = drawing.theme();
  const Tone tone = department_tone(theme, visit.department);
  if (drawing.fades(visit.department)) {
    explain(drawing, faded(theme));
    drawing.scene.ground.push_back(Area{corners_of(box), theme.page, Stroke{theme.line, 1, Dash::solid}});
  } else {
    drawing.scene.ground.push_back(Area{corners_of(box), tone.colour, {}});
  }
  put_text_in_middle(drawing, {"tag-" + visit.key, "department", "", ""}, {{box.left + card_inset, box.center().y}, text_width(box.width)},
                     std::move(lines));
}

}  // namespace

std::vector<Point> corners_of(const Box& box) {
  return {{box.left, box.top}, {box.right(), box.top}, {box.right(), box.bottom()}, {box.left, box.bottom()}};
}

std::string short_by_text(const StoryDrawing& drawing, std::size_t touchpoint) {
  const Wording& wording = drawing.wording;
  const Figures& figures = drawing.input.analysis.touchpoints[touchpoint];
  const std::string_view glyph = drawing.theme().tone_of(figures.gap_class).glyph;
  if (!figures.actual) return fmt::format("{} {}", glyph, wording("unknown"));
  if (!figures.gap) return wording("lived {points}", {{"points", wording.points(*figures.actual)}});
  const bool is_short = *figures.gap > 0;
  const std::string gap = is_short ? gap_text(wording, *figures.gap, drawing.input.scale()) : wording.points(-*figures.gap);
  if (gap == "0") return fmt::format("{} {}", glyph, wording("met"));
  return fmt::format("{} {}", glyph, is_short ? gap : wording("{points} over", {{"points", gap}}));
}

CardText main_card(StoryDrawing& drawing, std::size_t visit, double width, CalmWords calm) {
  CardText text;
  text.tag = tag_lines(drawing, drawing.plan.visits[visit], text_width(width));
  text.body = mark_lines(drawing, visit, text_width(width));
  add_texts(drawing, text.body, visit, text_width(width), calm);
  return text;
}

CardText half_card(StoryDrawing& drawing, std::size_t index, double width) {
  const Theme& theme = drawing.theme();
  const Visit& visit = drawing.plan.visits[index];
  const Touchpoint& touchpoint = drawing.touchpoint_of(visit);
  const Figures& figures = drawing.figures_of(visit);
  const double inside = text_width(width);
  CardText text;
  text.tag = tag_lines(drawing, visit, inside);
  text.body = mark_lines(drawing, index, inside);
  const std::string condition = condition_text(drawing, visit.stop);
  append(text.body, set_text(drawing.typesetter(), drawing.numbers[index] + "\u00a0" + condition, theme.small_print, inside).lines, 0);
  if (drawing.is_first(index) && !drawing.is_removed(visit.touchpoint)) {
    std::vector<Run> runs = {{short_by_text(drawing, visit.touchpoint), theme.name.font, theme.tone_of(figures.gap_class).text}};
    const std::string basis = basis_of(drawing, visit.touchpoint);
    if (!basis.empty()) runs.push_back({basis, theme.small_print.font, theme.small_print.colour});
    if (touchpoint.moment_of_truth.value) {
      const Run star = explain(drawing, moment_of_truth(theme, truth_words));
      runs.front().text = star.text + " " + runs.front().text;
    }
    append(text.body, set_beside(drawing.typesetter(), runs, inside), 1);
    text.has_bar = figures.gap && !drawing.fades(visit.department);
  }
  add_texts(drawing, text.body, index, inside, CalmWords::as_shown);
  append(text.body, set_text(drawing.typesetter(), way_on_text(drawing, visit.stop), theme.small_print, inside).lines, 3);
  return text;
}

double put_card(StoryDrawing& drawing, std::size_t index, CardText text, const Box& box) {
  const Theme& theme = drawing.theme();
  const Visit& visit = drawing.plan.visits[index];
  const Figures& figures = drawing.figures_of(visit);
  const double tag = text.tag_height(), head = text.head_height();
  put_tag(drawing, visit, std::move(text.tag), {box.left, box.top, box.width, tag});
  if (text.has_bar) draw_gap_bar(drawing, visit, {box.left, box.top + tag});
  Card card;
  card.identity = {drawing.ids.use("touchpoint-" + visit.key),
                   touchpoint_classes(drawing.input.workspace, drawing.input.analysis, visit.touchpoint),
                   touchpoint_tooltip(drawing.input.workspace, drawing.input.analysis, visit.touchpoint), ""};
  card.box = {box.left, box.top + head, box.width, box.height - head};
  card.padding = card_inset;
  card.fill = theme.card;
  const bool is_removed = drawing.is_removed(visit.touchpoint);
  card.stroke = figures.actual || is_removed ? Stroke{theme.line, 1, Dash::solid} : explain(drawing, unmeasured(theme)).stroke;
  const bool is_faded = drawing.fades(visit.department);
  if (figures.actual && !is_faded && !is_removed) {
    const Tone tone = explain(drawing, gap(drawing, figures.gap_class, drawing.input.scale()));
    if (is_tinted(figures)) card.fill = tone.tint;
  }
  card.lines = std::move(text.body);
  if (is_faded) fade(drawing, card);
  mark_card(drawing, visit.touchpoint, card);
  drawing.scene.items.push_back(std::move(card));
  return box.bottom();
}

double HalfCards::left(std::size_t place) const {
  return indent + static_cast<double>(place % abreast) * (width + column_gap);
}

double HalfCards::trunk() const {
  return abreast > 1 ? width + column_gap / 2 : beside_trunk / 2;
}

HalfCards half_cards_in(std::size_t count, double width) {
  const double half = (width - column_gap) / 2;
  if (count > 1 && half >= least_half_card) return {2, half, 0};
  const double indent = count > 1 ? beside_trunk : 0;
  return {1, width - indent, indent};
}

}  // namespace mot::story
