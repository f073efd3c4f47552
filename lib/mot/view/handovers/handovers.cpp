#include "mot/view/handovers/handovers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <tuple>

#include "mot/picture/curves.h"
#include "mot/picture/fade.h"
#include "mot/picture/gap_text.h"
#include "mot/picture/signs.h"
#include "mot/text/numbers.h"
#include "mot/view/handovers/layout.h"

namespace mot::handovers {

namespace {

constexpr std::size_t most_joined_by_arcs = 8;  // departments
constexpr double beside_station = 4;            // to its tags
constexpr double before_line = 4;               // from the words on how often to their arc
constexpr double thinnest = 1.5, thickest = 5;
constexpr double tag_padding = 5;
constexpr double head_width = 720;
constexpr double padding_of_close_card = 2, between_close_stations = 4;
constexpr std::size_t most_in_tooltip = 12;

Font tag_font(const HandOverDrawing& drawing) {
  return {drawing.theme().small_print.font.size, Weight::bold, Slant::upright};
}

/// As many points as journeys, as far as that is not too much.
double thickness(const HandOverDrawing& drawing, std::size_t journeys) {
  const std::size_t most = drawing.most_journeys;
  const double step = most > 1 ? std::min(1.5, (thickest - thinnest) / static_cast<double>(most - 1)) : 0;
  return thinnest + step * static_cast<double>(journeys - 1);
}

/// More lived after than before, by as much as a picture shows.
bool is_gain(const std::optional<double>& loss) {
  return loss && *loss < 0 && points_text(*loss) != "0" && points_text(-*loss) != "0";
}

/// What is lost: the sign of the loss and an arc in its colour.
struct LossLook {
  Tone tone;
  Stroke stroke;
};

void draw_sign(Canvas& canvas, Point at, double width, const LossLook& look) {
  constexpr double before_arrow = 12;
  draw_sign(canvas, at, before_arrow,
            Run{std::string(look.tone.glyph), {canvas.theme().small_print.font.size, Weight::bold, Slant::upright}, look.tone.text});
  draw_sign(canvas, {at.x + before_arrow, at.y}, width - before_arrow, ArrowLook{look.stroke});
}

std::string words_of_loss(const Wording& wording, GapClass gap_class, const Scale& scale) {
  if (gap_class == GapClass::unknown) return wording("nobody knows what is lived on one side");
  if (gap_class != GapClass::green) return gap_words(wording, gap_class, scale);
  return wording("lost to {points}", {{"points", wording.points(scale.range() / 10)}});
}

/// As much as before: no praise, for both sides may be bad.
Tone neither_lost_nor_gained(const Theme& theme, Tone tone) {
  tone.colour = tone.text = theme.muted;
  tone.tint = theme.panel;
  tone.glyph = "=";
  return tone;
}

/// What gets better is no class of loss, however small: it has a colour of its own.
Sign<LossLook> gain_sign(const Theme& theme) {
  const Tone tone{theme.accent, theme.page, theme.accent, theme.page, "▲"};
  return {legend_rank::first + 7, "gained", 40, {tone, {theme.accent, 2, Dash::solid}}};
}

Sign<LossLook> loss_sign(const HandOverDrawing& drawing, const std::optional<double>& loss) {
  if (is_gain(loss)) return gain_sign(drawing.theme());
  const GapClass gap_class = class_of_loss(loss, drawing.input.scale());
  Tone tone = drawing.theme().tone_of(gap_class);
  if (gap_class == GapClass::green) tone = neither_lost_nor_gained(drawing.theme(), tone);
  return {legend_rank::first + static_cast<int>(gap_class),
          words_of_loss(drawing.wording, gap_class, drawing.input.scale()),
          40,
          {tone, {tone.colour, 2, loss ? Dash::solid : Dash::dashed}}};
}

/// The fewest and the most journeys that cross a hand-over stand for what lies between.
Sign<Stroke> crossings(const HandOverDrawing& drawing, std::size_t journeys) {
  return {legend_rank::first + (journeys == drawing.fewest_journeys ? 5 : 6),
          drawing.wording.count(journeys, "{count} journeys cross"),
          26,
          {drawing.theme().muted, thickness(drawing, journeys), Dash::solid}};
}

/// The picture is mirrored where the workspace is read from the right.
Sign<Remark> sides_remark(const HandOverDrawing& drawing) {
  const bool is_mirrored = runs_from_right(drawing.input.workspace);
  return {legend_rank::remarks,
          is_mirrored ? "arcs at the left lead on, those at the right lead back" : "arcs at the right lead on, those at the left lead back",
          0,
          {}};
}

constexpr std::string_view of_means = "lost: lived before less lived after; of several seams the mean over journeys";
constexpr std::string_view of_the_most =
    "lost: lived before less lived after; of several seams the mean over journeys, but where some gain and some lose, the largest loss";

Sign<Remark> loss_remark(const HandOverDrawing& drawing) {
  const bool hides_any = std::ranges::any_of(drawing.hand_overs, [](const HandOver& hand_over) { return hand_over.worst.has_value(); });
  return {legend_rank::remarks + 1, std::string(hides_any ? of_the_most : of_means), 0, {}};
}

LossLook look_of(HandOverDrawing& drawing, const Loss& loss) {
  const Sign<LossLook> sign = loss_sign(drawing, loss.points);
  return loss.is_asked_for ? explain(drawing, sign) : sign.look;
}

Stroke stroke_of(HandOverDrawing& drawing, const HandOver& hand_over) {
  const std::size_t journeys = hand_over.journeys.size();
  if (journeys == drawing.fewest_journeys || journeys == drawing.most_journeys) explain(drawing, crossings(drawing, journeys));
  Stroke stroke = look_of(drawing, drawing.loss_of(hand_over)).stroke;
  stroke.width = thickness(drawing, journeys);
  if (!drawing.is_asked_for(hand_over)) stroke.colour = drawing.theme().line;
  return stroke;
}

const std::string& department_name(const HandOverDrawing& drawing, std::size_t department) {
  return drawing.input.workspace.departments[department].name.value;
}

std::string seam_text(const HandOverDrawing& drawing, const Seam& seam) {
  const auto moment = [&](std::size_t i) {
    const auto& actual = drawing.figures(i).actual;
    return fmt::format("{} ({})", drawing.touchpoint(i).name.value, actual ? drawing.wording.points(*actual) : "?");
  };
  return fmt::format("{} → {}: {}", moment(seam.from), moment(seam.to), loss_text(drawing.wording, drawing.input.scale(), seam.loss));
}

std::string journeys_text(const HandOverDrawing& drawing, const HandOver& hand_over) {
  std::string names;
  for (std::size_t i = 0; i < std::min(hand_over.journeys.size(), most_in_tooltip); ++i)
    names += (i > 0 ? ", " : "") + drawing.input.workspace.journeys[hand_over.journeys[i]].name.value;
  return names + (hand_over.journeys.size() > most_in_tooltip ? ", …" : "");
}

/// The text of a card stands in its middle where ends of arcs made it higher.
void stretch(Card& card, const Box& box) {
  card.lines.front().space_above += std::max(0.0, (box.height - card.box.height) / 2);
  card.box = box;
}

/// Where the parts stand from left to right.
struct PictureColumns {
  double stations = 0;
  double tags = 0;   ///< width of what stands beside a station
  double right = 0;  ///< where arcs begin at the right side
  double left = 0;   ///< and at the left one
  double list = 0;
};

PictureColumns columns_of(const HandOverDrawing& drawing, const Layout& layout) {
  std::vector<Loss> losses;
  double widest = 0;
  for (const HandOver& hand_over : drawing.hand_overs) {
    losses.push_back(drawing.loss_of(hand_over));
    widest = std::max(widest, drawing.typesetter().width_of(drawing.wording.count(hand_over.journeys.size(), "{count} journeys"),
                                                            drawing.theme().small_print.font));
  }
  PictureColumns columns;
  columns.tags = std::max(tag_width(drawing, losses), widest * 1.03 + before_line);
  const double back = layout.reach(Side::left), on = layout.reach(Side::right);
  const double beside = columns.tags + beside_station;
  columns.left = drawing.left + back + thickest / 2;
  columns.stations = back > 0 ? columns.left + beside : drawing.left;
  columns.right = columns.stations + department_width(drawing) + (on > 0 ? beside : 0);
  columns.list = columns.right + on + drawing.theme().spacing.section;
  return columns;
}

/// An arc from the words on how often to the tag that says what is lost.
void draw_arc(HandOverDrawing& drawing, const PictureColumns& columns, double top, const HandOver& hand_over, const Arc& arc) {
  const Theme& theme = drawing.theme();
  const auto& departments = drawing.input.workspace.departments;
  const std::string from = departments[hand_over.from].id.value, to = departments[hand_over.to].id.value;
  const std::string tooltip = tooltip_of(drawing, hand_over);
  const bool is_right = arc.side == Side::right;
  const double x = is_right ? columns.right : columns.left;
  const double tag_left = is_right ? x - columns.tags : x;
  drawing.scene.connectors.push_back(
      {{drawing.ids.use("hand-over-" + from + "-" + to), "hand-over", tooltip, ""},
       "department-" + from,
       "department-" + to,
       half_ellipse({x, top + arc.from}, {is_right ? x + 1 : x - 1, top + arc.to}, is_right ? arc.reach : -arc.reach),
       stroke_of(drawing, hand_over),
       Arrow::end});
  const std::string often = drawing.wording.count(hand_over.journeys.size(), "{count} journeys");
  put_text_in_middle(
      drawing, {"leaves-" + from + "-" + to, "journeys", tooltip, ""},
      {{is_right ? tag_left : tag_left + before_line, top + arc.from}, columns.tags - before_line, is_right ? Align::right : Align::left},
      {single_line(drawing.typesetter(), often, theme.small_print)});
  Card tag = loss_tag(drawing, {"arrives-" + from + "-" + to, "loss", tooltip, ""}, drawing.loss_of(hand_over), columns.tags);
  tag.box.left = tag_left;
  tag.box.top = top + arc.to - tag.box.height / 2;
  drawing.scene.items.push_back(std::move(tag));
}

/// The worst ones over the others.
std::vector<std::size_t> drawing_order(const HandOverDrawing& drawing) {
  std::vector<std::size_t> order(drawing.hand_overs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) {
    const auto loss = drawing.loss_of(drawing.hand_overs[i]).points;
    return std::tuple(drawing.is_asked_for(drawing.hand_overs[i]), loss.has_value(), loss.value_or(0));
  });
  return order;
}

std::vector<std::size_t> departments_at_seams(const HandOverDrawing& drawing) {
  std::set<std::size_t> at_seams;
  for (const HandOver& hand_over : drawing.hand_overs) at_seams.insert({hand_over.from, hand_over.to});
  std::vector<std::size_t> order = departments_as_met(drawing.input.workspace);
  std::erase_if(order, [&](std::size_t department) { return !at_seams.contains(department); });
  return order;
}

/// What the order of the departments means, over them.
void draw_order(HandOverDrawing& drawing, const PictureColumns& columns) {
  constexpr double beyond_card = 20;
  const double width = department_width(drawing) + beyond_card;
  const auto lines =
      set_text(drawing.typesetter(), drawing.wording("departments, as journeys meet them"), drawing.theme().small_print, width, 2).lines;
  put_text(drawing, {"order", "axis", "", ""}, {{columns.stations, drawing.y}, width}, lines);
  drawing.y += height_of(lines) + 6;
}

Layout layout_of_cards(const HandOverDrawing& drawing, const std::vector<std::size_t>& order, const std::vector<Card>& cards,
                       double between) {
  std::vector<double> heights;
  for (const Card& card : cards) heights.push_back(card.box.height);
  return layout_of(drawing.hand_overs, order, heights, between);
}

/// On a slide departments come closer before one of them has to leave.
Layout layout_with_room(const HandOverDrawing& drawing, const std::vector<std::size_t>& order, std::vector<Card>& cards) {
  if (!drawing.is_slide) return layout_of_cards(drawing, order, cards, between_stations);
  Layout layout = layout_of_cards(drawing, order, cards, between_stations_of_slide);
  if (drawing.y + layout.height + under_arcs_of_slide <= drawing.slide_height) return layout;
  for (Card& card : cards) {
    const double saved = std::max(0.0, card.padding - padding_of_close_card);
    card.padding -= saved, card.box.height -= 2 * saved;
  }
  return layout_of_cards(drawing, order, cards, between_close_stations);
}

void draw_arcs(HandOverDrawing& drawing, const std::vector<std::size_t>& order) {
  std::vector<Card> cards;
  for (const std::size_t department : order) cards.push_back(department_card(drawing, department));
  const Layout layout = layout_with_room(drawing, order, cards);
  const PictureColumns columns = columns_of(drawing, layout);
  const double head = drawing.y;
  if (!drawing.is_slide) draw_order(drawing, columns);
  const double top = drawing.y;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    stretch(cards[i], {columns.stations, top + layout.stations[i].top, department_width(drawing), layout.stations[i].height});
    drawing.scene.items.push_back(std::move(cards[i]));
  }
  for (const std::size_t i : drawing_order(drawing)) draw_arc(drawing, columns, top, drawing.hand_overs[i], layout.arcs[i]);
  drawing.scene.left_out.things = names_of_left_out(drawing);  // the list tells readers
  const Box list = drawing.is_slide ? draw_list_of_slide(drawing, {columns.list, head}, layout.height)
                                    : draw_list(drawing, {columns.list, head}, top + layout.height - head);
  explain(drawing, sides_remark(drawing));
  explain_losses(drawing);
  drawing.y = std::max(top + layout.height, list.bottom());
  drawing.width = std::max(drawing.width, list.right() - drawing.left);
}

void draw_body(HandOverDrawing& drawing) {
  const std::vector<std::size_t> order = departments_at_seams(drawing);
  if (order.size() > most_joined_by_arcs)
    draw_grid(drawing, order);
  else
    draw_arcs(drawing, order);
}

bool is_empty(const HandOverDrawing& drawing) {
  return drawing.hand_overs.empty();
}

/// As wide as the body comes out, so that what stands at the right of the head stands at the right of the picture.
double width_of(HandOverDrawing& drawing) {
  HandOverDrawing scratch = drawing;
  scratch.width = head_width;
  if (!is_empty(drawing)) draw_body(scratch);
  return std::max(head_width, scratch.width);
}

std::string title_of(const HandOverDrawing& drawing) {
  return drawing.wording("Who hands the {customer} to whom", {{"customer", drawing.wording.customer()}});
}

/// How many there are, and where some have no room how many of them are drawn.
std::string departments_text(const HandOverDrawing& drawing) {
  const std::size_t all = drawing.input.workspace.departments.size(), not_drawn = count_departments_not_drawn(drawing);
  std::string text = drawing.wording.count(all, "{count} departments");
  if (not_drawn == 0) return text;
  return drawing.wording("{count} of {departments} drawn", {{"count", all - not_drawn}, {"departments", text}});
}

std::vector<std::string> figures_of(const HandOverDrawing& drawing) {
  std::vector<std::string> texts;
  const Workspace& workspace = drawing.input.workspace;
  const Wording& wording = drawing.wording;
  texts.push_back(departments_text(drawing));
  texts.push_back(wording.count(workspace.journeys.size(), "{count} journeys"));
  texts.push_back(wording.count(drawing.seams.size(), "{count} hand-overs"));
  const auto known = std::count_if(drawing.seams.begin(), drawing.seams.end(), [](const Seam& seam) { return seam.loss.has_value(); });
  if (!drawing.seams.empty())
    texts.back() =
        wording("{handovers}, what is lost known at {known}", {{"handovers", texts.back()}, {"known", static_cast<std::size_t>(known)}});
  return texts;
}

/// The worst seam.
std::string description_of(const HandOverDrawing& drawing) {
  const Wording& wording = drawing.wording;
  return wording("{handovers} between departments on the main paths of {journeys}.",
                 {{"handovers", wording.count(drawing.seams.size(), "{count} hand-overs")},
                  {"journeys", wording.count(drawing.input.workspace.journeys.size(), "{count} journeys")}});
}

/// The seam where most is lost.
std::string verdict_of(const HandOverDrawing& drawing) {
  const auto order = worst_first(drawing.input.workspace, drawing.input.analysis.touchpoints, drawing.seams);
  if (order.empty() || drawing.seams[order.front()].loss.value_or(0) <= 0) return "";
  return drawing.wording("Most is lost here: {seam}.", {{"seam", seam_text(drawing, drawing.seams[order.front()])}});
}

}  // namespace

std::string tooltip_of(const HandOverDrawing& drawing, const HandOver& hand_over) {
  const Wording& wording = drawing.wording;
  std::string loss = loss_text(wording, drawing.input.scale(), hand_over.loss);
  if (hand_over.seams.size() > 1)
    loss = wording("{loss} on average, {known} of {all} seams known",
                   {{"loss", loss}, {"known", hand_over.known}, {"all", hand_over.seams.size()}});
  std::string text = fmt::format("{} → {}\n{}: {}\n{}", department_name(drawing, hand_over.from), department_name(drawing, hand_over.to),
                                 wording.count(hand_over.journeys.size(), "{count} journeys"), journeys_text(drawing, hand_over), loss);
  for (std::size_t i = 0; i < std::min(hand_over.seams.size(), most_in_tooltip); ++i)
    text += "\n" + seam_text(drawing, drawing.seams[hand_over.seams[i]]);
  if (hand_over.seams.size() > most_in_tooltip)
    text += "\n" + wording("and {count} more", {{"count", hand_over.seams.size() - most_in_tooltip}});
  return text;
}

Card department_card(HandOverDrawing& drawing, std::size_t department) {
  const Theme& theme = drawing.theme();
  const Summary& summary = drawing.input.analysis.departments[department];
  const double width = department_width(drawing) - 2 * theme.spacing.card_padding - accent_width;
  Card card;
  card.identity = {drawing.ids.use("department-" + drawing.input.workspace.departments[department].id.value), "department",
                   department_name(drawing, department), ""};
  card.fill = theme.card;
  card.stroke = {theme.line, 1, Dash::solid};
  card.accent = department == drawing.department ? theme.accent : theme.deep;
  card.padding = theme.spacing.card_padding;
  card.lines = set_text(drawing.typesetter(), department_name(drawing, department), theme.name, width, 3).lines;
  std::string note = drawing.wording.count(summary.touchpoints, "{count} moments");
  if (summary.delivered.value)
    note = drawing.wording("{moments}, delivered {percent}",
                           {{"moments", note}, {"percent", drawing.wording.percent(*summary.delivered.value)}});
  append(card.lines, set_text(drawing.typesetter(), note, theme.small_print, width, 2).lines, 1);
  card.box = {0, 0, department_width(drawing), height_of(card.lines) + 2 * card.padding};
  return card;
}

void explain_losses(HandOverDrawing& drawing) {
  explain(drawing, loss_remark(drawing));
}

HandOverDrawing::HandOverDrawing(const PictureInput& what, const PictureOptions& asked)
    : Canvas(what),
      input(what),
      department(asked.department),
      is_slide(asked.is_slide),
      slide_width(asked.width),
      slide_height(asked.height) {
  seams = mot::seams(input.workspace, input.analysis.touchpoints);
  hand_overs = mot::hand_overs(input.workspace, seams);
  if (hand_overs.empty()) return;
  keep_worst(*this, asked.most);
  const auto journeys = [](const HandOver& hand_over) { return hand_over.journeys.size(); };
  fewest_journeys = journeys(*std::ranges::min_element(hand_overs, {}, journeys));
  most_journeys = journeys(*std::ranges::max_element(hand_overs, {}, journeys));
}

bool HandOverDrawing::is_asked_for(const Seam& seam) const {
  return !department || touchpoint(seam.from).department.index == department || touchpoint(seam.to).department.index == department;
}

bool HandOverDrawing::is_asked_for(const HandOver& hand_over) const {
  return !department || hand_over.from == department || hand_over.to == department;
}

const Department& HandOverDrawing::department_of(std::size_t index) const {
  return input.workspace.departments[*touchpoint(index).department.index];
}

std::string loss_text(const Wording& wording, const Scale& scale, const std::optional<double>& loss) {
  if (!loss) return wording("unknown");
  const std::string points = *loss > 0 ? gap_text(wording, *loss, scale) : wording.points(-*loss);
  const bool is_lost = *loss >= 0 || points == "0";
  return wording(is_lost ? "{points} lost" : "{points} gained", {{"points", points}});
}

GapClass class_of_loss(const std::optional<double>& loss, const Scale& scale) {
  return loss ? gap_class_of(*loss, scale) : GapClass::unknown;
}

namespace {

/// `✕ 4.2 lost`.
std::string tag_text(const HandOverDrawing& drawing, const Loss& loss) {
  return fmt::format("{} {}", loss_sign(drawing, loss.points).look.tone.glyph,
                     loss_text(drawing.wording, drawing.input.scale(), loss.points));
}

}  // namespace

Card loss_tag(HandOverDrawing& drawing, Identity identity, const Loss& loss, double width) {
  const Tone tone = look_of(drawing, loss).tone;
  identity.id = drawing.ids.use(identity.id);
  Card card;
  card.identity = std::move(identity);
  card.box = {0, 0, width, drawing.is_slide ? tag_height_of_slide : tag_height};
  card.fill = loss.points ? tone.tint : drawing.theme().page;
  card.stroke = is_gain(loss.points) ? Stroke{tone.colour, 1, Dash::solid}
                : loss.points        ? Stroke{tone.tint, 1, Dash::solid}
                                     : Stroke{drawing.theme().muted, 1, Dash::dashed};
  card.padding = 1.5;
  card.align = Align::center;
  card.lines = {single_line(drawing.typesetter(), tag_text(drawing, loss), {tag_font(drawing), tone.text})};
  if (!loss.is_asked_for) fade(drawing, card);
  return card;
}

double tag_width(const HandOverDrawing& drawing, const std::vector<Loss>& losses) {
  double widest = 0;
  for (const Loss& loss : losses) widest = std::max(widest, drawing.typesetter().width_of(tag_text(drawing, loss), tag_font(drawing)));
  return std::ceil(widest * 1.03 + 2 * tag_padding);
}

const Content<HandOverDrawing> content = {.title = title_of,
                                          .key_figures = figures_of,
                                          .description = description_of,
                                          .verdict = verdict_of,
                                          .width = width_of,
                                          .empty = "On no journey's main path does one department hand the customer to another yet.",
                                          .is_empty = is_empty,
                                          .body = draw_body,
                                          .below = draw_others};

}  // namespace mot::handovers
