#include "mot/view/pyramid/pyramid.h"

#include <algorithm>

#include "mot/picture/brand.h"
#include "mot/picture/curves.h"
#include "mot/text/isolates.h"
#include "mot/view/pyramid/layout.h"

namespace mot::pyramid {

namespace {

constexpr double heading_width_on_page = 158, heading_width_on_slide = 112, heading_width_of_terse = 96;
constexpr double beside_pyramid = 18;
constexpr double between_floors = 4;  // the page shows between two floors
constexpr double corner = 4;

/// A floor reaches from the middle of the strip below it to the middle of the one above it.
struct Reach {
  double low = 0;
  double high = 0;
};

Reach reach_of(const Arrangement& arrangement, std::size_t tier) {
  Reach reach{0, arrangement.height};
  for (std::size_t i = 0; i + 1 < arrangement.rows.size(); ++i) {
    const Row &above = arrangement.rows[i], &below = arrangement.rows[i + 1];
    if (above.tier == below.tier) continue;
    const double border = above.bottom - above.below / 2;
    if (above.tier == tier) reach.low = border + between_floors / 2;
    if (below.tier == tier) reach.high = border - between_floors / 2;
  }
  return reach;
}

double heading_width_of(const PyramidDrawing& drawing) {
  return drawing.is_terse ? heading_width_of_terse : drawing.is_slide ? heading_width_on_slide : heading_width_on_page;
}

/// The floor's heading with its notes, left of the pyramid.
std::vector<Line> heading_lines(const PyramidDrawing& drawing, const Floor& floor) {
  const Theme& theme = drawing.theme();
  const double heading_width = heading_width_of(drawing);
  std::vector<Line> lines = set_text(drawing.typesetter(), floor.name, theme.heading, heading_width, 2).lines;
  if (drawing.is_slide) return lines;
  for (const std::string& note : floor.notes)
    append(lines, set_text(drawing.typesetter(), note, theme.small_print, heading_width).lines, 1);
  return lines;
}

/// From the axis to the left end of the headings.
double left_extent(const PyramidDrawing& drawing, const Layout& layout) {
  double extent = 0;
  for (std::size_t i = 0; i < layout.floors.size(); ++i)
    extent = std::max(extent, layout.half_width(reach_of(layout.arrangement, i).high) + beside_pyramid + heading_width_of(drawing));
  return extent;
}

void draw_floor(PyramidDrawing& drawing, const Layout& layout, std::size_t tier) {
  const Theme& theme = drawing.theme();
  const Floor& floor = layout.floors[tier];
  const Reach reach = reach_of(layout.arrangement, tier);
  const double top = layout.half_width(reach.high), bottom = layout.half_width(reach.low);
  drawing.scene.ground.push_back(Area{{{layout.axis - top, layout.y(reach.high)},
                                       {layout.axis + top, layout.y(reach.high)},
                                       {layout.axis + bottom, layout.y(reach.low)},
                                       {layout.axis - bottom, layout.y(reach.low)}},
                                      theme.tone_of(GapClass::unknown).tint,
                                      Stroke{theme.line, theme.spacing.hairline, Dash::solid}});
  const double heading_width = heading_width_of(drawing);
  const double right = layout.axis - top - beside_pyramid;
  put_text(drawing, {"heading-" + floor.id, "heading", "", ""},
           {{right - heading_width, layout.y(reach.high) + 6}, heading_width, Align::right}, heading_lines(drawing, floor));
}

/// The customer's face at the left of the room for their card, which leaves it that.
void put_face(PyramidDrawing& drawing, std::size_t persona, Box& card) {
  const Persona& whose = drawing.input.workspace.personas[persona];
  const Point middle{card.left + portrait_radius, card.top + portrait_radius};
  put_portrait(drawing, "portrait-" + whose.id.value, whose, middle, portrait_radius);
  card.left += portrait_room, card.width -= portrait_room;
}

/// Names alone stand where there is little room: a card as high as its neighbour has room for words all the same.
void fill_with_words(const PyramidDrawing& drawing, const Row& row, Floor& floor) {
  for (std::size_t i = row.first; i < row.first + row.count && i < drawing.people.roles.size(); ++i) {
    if (auto card = role_in_words(drawing, i, {floor.card_width, row.height})) floor.cards[i] = *std::move(card);
  }
}

/// Whether some role may decide what no card says.
bool lacks_words(const PyramidDrawing& drawing, const Layout& layout) {
  if (!drawing.is_terse) return false;
  for (const Row& row : layout.arrangement.rows) {
    if (row.tier != static_cast<std::size_t>(Level::front)) continue;
    const double width = layout.floors[row.tier].card_width;
    for (std::size_t i = row.first; i < row.first + row.count && i < drawing.people.roles.size(); ++i)
      if (!drawing.people.roles[i].decisions.empty() && !role_in_words(drawing, i, {width, row.height})) return true;
  }
  return false;
}

void draw_cards(PyramidDrawing& drawing, Layout& layout, std::size_t tier) {
  for (const Row& row : layout.arrangement.rows) {
    if (row.tier != tier) continue;
    Floor& floor = layout.floors[tier];
    if (drawing.is_terse && tier == static_cast<std::size_t>(Level::front)) fill_with_words(drawing, row, floor);
    for (std::size_t i = 0; i < row.count; ++i) {
      Card& card = floor.cards[row.first + i];
      card.box = {layout.axis + left_of(row, floor, i), layout.y(row.bottom + row.height), floor.card_width, row.height};
      if (card.identity.css_class == "persona") put_face(drawing, row.first + i, card.box);
      card.identity.id = drawing.ids.use(card.identity.id);
      drawing.scene.items.push_back(std::move(card));
    }
  }
}

std::vector<Point> path_of(const Layout& layout, const Route& route, const Bundle& bundle, std::size_t from_row) {
  const auto& rows = layout.arrangement.rows;
  std::vector<Point> corners = {{layout.axis + route.start, layout.y(rows[from_row].bottom)}};
  for (const Bend& bend : route.bends) {
    const double down = above_tracks + (static_cast<double>(bend.track) + 0.5) * between_tracks;
    corners.push_back({layout.axis + bend.x, layout.y(rows[bend.row].bottom) + down});
  }
  const Row& last = rows[bundle.to.row];
  if (route.end)
    corners.push_back({layout.axis + *route.end, layout.y(last.bottom + last.height)});
  else
    corners.push_back({corners.back().x, corners.back().y + 2 * corner});
  return rounded_path(corners, corner);
}

Sign<ArrowLook> asking(const Theme& theme) {
  return {legend_rank::ways, "asks beyond what it may decide", 28, {{theme.accent, 1.25, Dash::solid}}};
}

void draw_lines(PyramidDrawing& drawing, const Layout& layout) {
  const Lines& lines = layout.lines;
  for (std::size_t i = 0; i < lines.bundles.size(); ++i) {
    for (std::size_t k = 0; k < lines.askings[i].size(); ++k) {
      const Asking& who = lines.askings[i][k];
      const Route& route = lines.routes.routes[i][k];
      Connector line;
      line.identity = {drawing.ids.use("asks-" + who.from + "-" + who.to), "asks", "", ""};
      line.from = who.from;
      line.to = who.to;
      line.points = path_of(layout, route, lines.bundles[i], lines.bundles[i].from[k].row);
      line.stroke = explain(drawing, asking(drawing.theme())).stroke;
      line.arrow = route.end ? Arrow::end : Arrow::none;
      drawing.scene.connectors.push_back(std::move(line));
    }
  }
}

std::size_t count_of(const std::vector<Role>& roles, Latitude latitude) {
  return static_cast<std::size_t>(std::count_if(roles.begin(), roles.end(), [&](const Role& role) { return role.latitude == latitude; }));
}

std::vector<std::string> figures_of(const PyramidDrawing& drawing) {
  const Wording& wording = drawing.wording;
  std::vector<std::string> texts;
  const std::vector<Role> roles = people_of(drawing.input.workspace).roles;  // also those without room
  if (roles.empty()) return texts;
  texts.push_back(roles_text(wording, roles.size(), count_of(roles, Latitude::decides)));
  if (const std::size_t count = count_of(roles, Latitude::forbidden); count > 0)
    texts.push_back(wording("{count} under a rule that nobody at the front may bend", {{"count", count}}));
  if (const std::size_t count = count_of(roles, Latitude::blind); count > 0)
    texts.push_back(wording("{count} without sight", {{"count", count}}));
  if (const std::size_t count = count_of(roles, Latitude::unwritten); count > 0)
    texts.push_back(wording("nothing written down for {count}", {{"count", count}}));
  return texts;
}

std::string description_of(const PyramidDrawing& drawing) {
  const People& people = drawing.people;
  const Wording& wording = drawing.wording;
  return wording("Customers on top, {roles} at the front, {asked} whom they ask, {leads} at the base.",
                 {{"roles", wording.count(people.roles.size(), "{count} roles")},
                  {"asked", people.asked.size()},
                  {"leads", wording.count(people.leads.size(), "{count} leads")}});
}

/// Which roles stand out; of what nobody wrote down it is not said that nothing is allowed.
std::string verdict_of(const PyramidDrawing& drawing) {
  std::vector<std::string> without, unwritten;
  const std::vector<Role> roles = people_of(drawing.input.workspace).roles;
  for (const Role& role : roles) {
    if (look_of(role.latitude).is_fine) continue;
    (role.latitude == Latitude::unwritten ? unwritten : without).push_back(isolated(name_among(drawing, roles, role)));
  }
  const Wording& wording = drawing.wording;
  std::string text;
  if (!without.empty()) text = wording("Without latitude: {roles}.", {{"roles", wording.listed(without)}});
  if (unwritten.empty()) return text;
  return text + (text.empty() ? "" : " ") + wording("Nothing is written down for: {roles}.", {{"roles", wording.listed(unwritten)}});
}

/// Of the pyramid and its headings.
double width_of(PyramidDrawing& drawing) {
  drawing.layout = lay_out(drawing);
  const Layout& layout = drawing.layout;
  return std::max(least_picture_width, left_extent(drawing, layout) + layout.half_width(layout.arrangement.height));
}

std::string title_of(const PyramidDrawing& drawing) {
  return drawing.wording("Who may decide for the {customer}", {{"customer", drawing.wording.customer()}});
}

void draw_pyramid(PyramidDrawing& drawing) {
  Layout& layout = drawing.layout;
  layout.axis = drawing.left + left_extent(drawing, layout);
  layout.base = drawing.y + layout.arrangement.height;
  for (std::size_t i = 0; i < layout.floors.size(); ++i) {
    draw_floor(drawing, layout, i);
    draw_cards(drawing, layout, i);
  }
  draw_lines(drawing, layout);
  if (drawing.is_terse) drawing.scene.squeezed = drawing.people.roles.size();
  LeftOut left_out{{}, drawing.people.left_out};
  if (lacks_words(drawing, layout)) left_out.parts.push_back("what some roles may decide");
  tell_left_out(drawing, std::move(left_out));
  drawing.y = layout.base;
}

bool is_bare(const PyramidDrawing& drawing) {
  const People& people = drawing.people;
  return people.roles.empty() && people.asked.empty() && people.leads.empty();
}

constexpr double narrow_slide = 800;

/// Points of a slide's height; a narrow one has them on more lines.
double head_and_legend_of(const PictureOptions& asked) {
  return asked.width < narrow_slide ? 205 : 175;
}

/// Whether all that cards say has room on a slide or a sheet.
bool has_room_for_words(PyramidDrawing drawing, const PictureOptions& asked) {
  constexpr double air = 1.04;  // heads and legends are not of one height
  const double head_and_legend = head_and_legend_of(asked);
  if (asked.height <= head_and_legend) return false;
  const Layout layout = lay_out(drawing);
  const double width = left_extent(drawing, layout) + layout.half_width(layout.arrangement.height);
  return width <= asked.width - 2 * drawing.left && air * layout.arrangement.height <= asked.height - head_and_legend;
}

/// Of several outlines the first one that has room for words; false, and nothing changed, where none has.
bool find_room_for_words(PyramidDrawing& drawing, const PictureOptions& asked) {
  constexpr double tried[] = {1, 1.04, 1.08, 1.15, 0.93, 0.87, 1.3};  // in the room's own proportion
  const double own = drawing.proportion;
  for (const double share : tried) {
    drawing.proportion = share * own;
    if (has_room_for_words(drawing, asked)) return true;
  }
  drawing.proportion = own;
  return false;
}

/// Where there is little room: leads all of whose people may decide, for those are what the pyramid looks for.
void leave_out_carried_leads(People& people) {
  const auto is_carried = [](const Lead& lead) { return lead.deciding == lead.roles && lead.asked_at == 0; };
  if (std::ranges::all_of(people.leads, is_carried)) return;
  for (const Lead& lead : people.leads)
    if (is_carried(lead) && lead.name) people.left_out.push_back(*lead.name);
  std::erase_if(people.leads, is_carried);
}

}  // namespace

PyramidDrawing::PyramidDrawing(const PictureInput& what, const PictureOptions& asked)
    : Canvas(what), input(what), people(people_of(what.workspace, asked.most)), is_slide(asked.is_slide) {
  constexpr std::size_t most_with_floor = 4;  // roles: more of them need the room of a floor
  const double head_and_legend = head_and_legend_of(asked);
  if (is_slide && asked.height > 1.5 * head_and_legend)
    proportion = (asked.width - 2 * left - heading_width_on_slide) / (asked.height - head_and_legend);
  names_asked = is_slide && people.roles.size() > most_with_floor && !people.asked.empty();
  const bool may_be_terse = is_slide && people.roles.size() > most_with_floor;
  if (may_be_terse && !find_room_for_words(*this, asked)) {
    const People all = people;
    leave_out_carried_leads(people);
    is_terse = !find_room_for_words(*this, asked);
    if (is_terse) {
      people = all;
      names_leads = names_asked = asked.height > head_and_legend;
      room = {asked.width - 2 * left - heading_width_of_terse - beside_pyramid, asked.height - head_and_legend};
      is_terse = false;
      is_terse = !find_room_for_words(*this, asked);
    }
  }
  if (!names_asked) return;
  const auto is_shown = [&](const Asked& one) { return std::ranges::find(people.roles, one.name, &Role::name) != people.roles.end(); };
  for (const Asked& one : people.asked)
    if ((is_terse || one.roles.empty()) && !is_shown(one)) people.left_out.push_back(one.name);
}

const Content<PyramidDrawing> content = {.title = title_of,
                                         .key_figures = figures_of,
                                         .description = description_of,
                                         .verdict = verdict_of,
                                         .width = width_of,
                                         .is_bare = is_bare,
                                         .body = draw_pyramid,
                                         .above_legend = &Spacing::section};

}  // namespace mot::pyramid
