// What the cards of the pyramid say.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <limits>

#include "mot/picture/touchpoint_text.h"
#include "mot/text/isolates.h"
#include "mot/view/pyramid/drawing.h"

namespace mot::pyramid {

namespace {

/// Of cards.
struct Widths {
  double customer = 0;
  double role = 0;
  double asked = 0;
  double lead = 0;
};
constexpr Widths on_page{250 + portrait_room, 232, 176, 196}, on_slide{160 + portrait_room, 200, 150, 170},
    terse{150 + portrait_room, 128, 128, 128};
constexpr std::size_t most_name_lines = 4;
constexpr std::size_t most_lines = 4, most_lines_of_slide = 3,
                      most_lines_of_terse = 3;  // of one thing a card says; the tooltip says it whole
constexpr std::size_t uncut = std::numeric_limits<std::size_t>::max();
constexpr std::size_t most_decisions = 3;
constexpr std::size_t most_rules = 2;
constexpr double between_parts = 3;
constexpr double padding_of_terse = 5;
constexpr double beside_all_leads = 180, beside_all_leads_of_terse = 98;  // at the base, which is narrower than the top

constexpr LatitudeLook looks[] = {
    {"✓", "may decide, and sees what it takes", true},
    {"…", "has to ask first", false},
    {"!", "may decide, but sees nothing to decide by", false},
    {"?", "nothing written down", false},
    {"✕", "a rule protects the company, and nobody at the front may bend it", false},
};

Sign<RingLook> sign_of(const Theme& theme, Latitude latitude) {
  const LatitudeLook& look = look_of(latitude);
  const Tone& tone = tone_of(theme, latitude);
  return {legend_rank::marks + static_cast<int>(latitude),
          std::string(look.meaning),
          2 * ring_radius,
          {tone.colour, {theme.page, 1, Dash::solid}, look.glyph, tone.on_colour}};
}

std::string list_of(const std::vector<std::string>& texts, std::string_view separator = ", ") {
  std::string list;
  for (const std::string& text : texts) list += (list.empty() ? "" : std::string(separator)) + text;
  return list;
}

std::vector<std::string> values_of(const std::vector<Text>& texts) {
  std::vector<std::string> values;
  for (const Text& text : texts) values.push_back(text.value);
  return values;
}

/// A card's lines and its tooltip, which grow together.
class Writer {
 public:
  Writer(const PyramidDrawing& drawing, double card_width)
      : drawing_(drawing), width_(card_width - 2 * card_padding_of(drawing) - accent_width) {}

  void name(const std::string& text, const TextStyle& style) {
    lines_ = set_text(drawing_.typesetter(), text, style, width_, most_name_lines).lines;
    tooltip_ = text;
  }

  /// The phrase with the text in it, or the text itself; no text, no line.
  void say(std::string_view english, const std::string& text, const TextStyle& style) {
    if (text.empty()) return;
    const std::string whole = english.empty() ? text : wording()(english, {{"text", text}});
    const std::size_t most = drawing_.is_uncut   ? uncut
                             : drawing_.is_terse ? most_lines_of_terse
                             : drawing_.is_slide ? most_lines_of_slide
                                                 : most_lines;
    append(lines_, set_text(drawing_.typesetter(), whole, style, width_, most).lines, between_parts);
    tooltip_ += "\n" + whole;
  }

  /// Says it where there is room: on a slide in the tooltip alone.
  void add(std::string_view english, const std::string& text, const TextStyle& style) {
    if (!drawing_.is_slide) return say(english, text, style);
    if (!text.empty()) whisper(english.empty() ? text : wording()(english, {{"text", text}}));
  }

  /// Says it unless names alone have room.
  void say_in_words(std::string_view english, const std::string& text, const TextStyle& style) {
    if (!drawing_.is_terse) return say(english, text, style);
    if (!text.empty()) whisper(english.empty() ? text : wording()(english, {{"text", text}}));
  }

  /// What only the tooltip has room for.
  void whisper(const std::string& text) { tooltip_ += "\n" + text; }

  const Wording& wording() const { return drawing_.wording; }
  bool is_brief() const { return drawing_.is_slide; }

  Card card(const std::string& id, std::string css_class) && {
    Card card;
    card.identity = {id, std::move(css_class), std::move(tooltip_), ""};
    card.fill = drawing_.theme().card;
    card.stroke = {drawing_.theme().line, 1, Dash::solid};
    card.padding = card_padding_of(drawing_);
    card.lines = std::move(lines_);
    return card;
  }

 private:
  const PyramidDrawing& drawing_;
  double width_;
  std::vector<Line> lines_;
  std::string tooltip_;
};

TextStyle in(const Theme& theme, Colour colour) {
  return {theme.body.font, colour};
}

/// Says what belongs there.
Card hint(const PyramidDrawing& drawing, double width, const std::string& id, const std::string& what, const std::string& how) {
  const Theme& theme = drawing.theme();
  Writer writer(drawing, width);
  writer.name(drawing.wording(what), {theme.name.font, theme.muted});
  writer.say("", drawing.wording(how), theme.body);
  Card card = std::move(writer).card(id, "hint");
  card.stroke = {theme.muted, 1, Dash::dashed};
  return card;
}

Card customer_card(const PyramidDrawing& drawing, const Persona& persona, double card_width) {
  const Theme& theme = drawing.theme();
  Writer writer(drawing, card_width - portrait_room);
  writer.name(persona.name.value, theme.name);
  writer.add("needs: {text}", list_of(values_of(persona.needs), "; "), in(theme, theme.ink));
  writer.add("goals: {text}", list_of(values_of(persona.goals), "; "), theme.body);
  writer.add("fears: {text}", list_of(values_of(persona.fears), "; "), theme.body);
  if (persona.flag) writer.add("proud of: {text}", persona.flag->value, theme.quote);
  if (persona.advocate)
    writer.add("spoken for by: {text}", persona.advocate->value, theme.body);
  else
    writer.add("", drawing.wording("nobody inside speaks for them yet"), theme.assumed);
  Card card = std::move(writer).card("persona-" + persona.id.value, "persona");
  card.accent = theme.accent;
  return card;
}

void say_decisions(Writer& writer, const Role& role, const Theme& theme) {
  const Wording& wording = writer.wording();
  for (std::size_t i = 0; i < role.decisions.size(); ++i) {
    const Decision& decision = role.decisions[i];
    const std::string may = decision.may.empty() ? wording("decide") : list_of(decision.may);
    const std::string text = decision.limit ? fmt::format("{} ({})", may, *decision.limit) : may;
    if (i < (writer.is_brief() ? 1 : most_decisions))
      writer.say_in_words("may: {text}", text, in(theme, theme.ink));
    else
      writer.whisper(wording("may: {text}", {{"text", text}}));
  }
  if (role.decisions.size() > most_decisions && !writer.is_brief())
    writer.say("", wording("and {count} more", {{"count", role.decisions.size() - most_decisions}}), theme.small_print);
}

/// What stands in the way, in words.
void say_obstacles(Writer& writer, const PyramidDrawing& drawing, const Role& role) {
  const Wording& wording = drawing.wording;
  const auto& touchpoints = drawing.input.workspace.touchpoints;
  const TextStyle style{{drawing.theme().body.font.size, Weight::bold, Slant::upright}, tone_of(drawing.theme(), role.latitude).text};
  for (std::size_t i = 0; i < role.forbidding.size(); ++i) {
    const Touchpoint& touchpoint = touchpoints[role.forbidding[i]];
    if (i < most_rules)
      writer.say("rule: {text}", touchpoint.policy->rule.value, style);
    else
      writer.whisper(wording("rule: {text}", {{"text", touchpoint.policy->rule.value}}));
    writer.whisper(wording("(at {moment})", {{"moment", touchpoint.name.value}}));
  }
  if (role.forbidding.size() > most_rules)
    writer.say("", wording("and {count} more rules that nobody may bend", {{"count", role.forbidding.size() - most_rules}}), style);
  if (!role.forbidding.empty() && role.decisions.empty()) writer.say_in_words("", wording("may bend nothing"), style);
  if (role.latitude == Latitude::unwritten) writer.say_in_words("", wording("nothing is written down: what may they decide?"), style);
  if (role.latitude == Latitude::asks_first) writer.say("", wording("may decide nothing"), style);
}

std::string moments_text(const PyramidDrawing& drawing, const Role& role) {
  const auto& touchpoints = drawing.input.workspace.touchpoints;
  const auto of_truth =
      std::count_if(role.touchpoints.begin(), role.touchpoints.end(), [&](std::size_t i) { return touchpoints[i].moment_of_truth.value; });
  const Wording& wording = drawing.wording;
  std::string moments = wording.count(role.touchpoints.size(), "{count} moments");
  if (of_truth > 0) moments = wording("{moments}, {truth} of truth", {{"moments", moments}, {"truth", static_cast<std::size_t>(of_truth)}});
  return wording("at {moments}", {{"moments", moments}});
}

/// On a page the department stands below.
std::string name_of_role(const PyramidDrawing& drawing, const Role& role) {
  return drawing.is_slide ? name_among(drawing, drawing.people.roles, role) : role.name;
}

Card role_card(PyramidDrawing& drawing, std::size_t index, double card_width) {
  const Theme& theme = drawing.theme();
  const Role& role = drawing.people.roles[index];
  const LatitudeLook& look = look_of(role.latitude);
  const Tone& tone = tone_of(theme, role.latitude);
  Writer writer(drawing, card_width);
  const RingLook sign = explain(drawing, sign_of(theme, role.latitude));
  writer.name(fmt::format("{}\u00a0{}", sign.glyph, name_of_role(drawing, role)), {theme.name.font, tone.text});
  std::string where = role.department ? drawing.department_name(*role.department) + ", " : "";
  writer.add("", where + moments_text(drawing, role), theme.small_print);
  say_obstacles(writer, drawing, role);
  say_decisions(writer, role, theme);
  if (role.knows.empty() && !role.decisions.empty())
    writer.say("", drawing.wording("sees nothing to decide by"), {{theme.body.font.size, Weight::bold, Slant::upright}, tone.text});
  writer.add("sees: {text}", list_of(role.knows), theme.body);
  if (!role.knows.empty() && !role.blind.empty())
    writer.say_in_words("", drawing.wording("sees nothing at {count} of them", {{"count", role.blind.size()}}), in(theme, tone.text));
  if (drawing.names_asked)
    writer.say_in_words("asks: {text}", list_of(role.asks), theme.body);
  else
    writer.add("asks: {text}", list_of(role.asks), theme.body);
  for (const std::size_t i : role.touchpoints) writer.whisper("· " + drawing.input.workspace.touchpoints[i].name.value);
  Card card = std::move(writer).card(role_id(index), look.is_fine ? "role" : "role without-latitude");
  card.accent = sign.fill;
  if (!look.is_fine) card.stroke = {sign.fill, 1.25, role.latitude == Latitude::unwritten ? Dash::dashed : Dash::solid};
  return card;
}

/// Each name once: another department's people of that name have another card.
std::string names_of_askers(const PyramidDrawing& drawing, const Asked& asked) {
  std::vector<std::string> names;
  for (const std::size_t role : asked.roles) {
    const std::string& name = drawing.people.roles[role].name;
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  return list_of(names);
}

/// Where nobody says who asks.
std::string asked_at_text(const PyramidDrawing& drawing, std::size_t moments) {
  return drawing.wording("asked at {moments} without a role", {{"moments", drawing.wording.count(moments, "{count} moments")}});
}

Card asked_card(const PyramidDrawing& drawing, std::size_t index, double card_width) {
  const Asked& asked = drawing.people.asked[index];
  Writer writer(drawing, card_width);
  writer.name(asked.name, drawing.theme().name);
  if (asked.roles.empty()) {
    writer.say("", asked_at_text(drawing, asked.moments), drawing.theme().body);
    return std::move(writer).card(asked_id(index), "asked");
  }
  if (!drawing.has_lines) {
    writer.say("", drawing.wording("asked by {roles}", {{"roles", names_of_askers(drawing, asked)}}), drawing.theme().body);
    return std::move(writer).card(asked_id(index), "asked");
  }
  const Wording& wording = drawing.wording;
  writer.add("",
             wording("asked by {roles} at {moments}", {{"roles", wording.count(asked.roles.size(), "{count} roles")},
                                                       {"moments", wording.count(asked.moments, "{count} moments")}}),
             drawing.theme().body);
  for (const std::size_t role : asked.roles) writer.whisper("· " + drawing.people.roles[role].name);
  return std::move(writer).card(asked_id(index), "asked");
}

Card lead_card(const PyramidDrawing& drawing, std::size_t index, double card_width) {
  const Theme& theme = drawing.theme();
  const Lead& lead = drawing.people.leads[index];
  Writer writer(drawing, card_width);
  writer.name(lead.name.value_or(drawing.wording("Nobody is named")), lead.name ? theme.name : TextStyle{theme.name.font, theme.muted});
  std::vector<std::string> names;
  for (const std::size_t department : lead.departments) names.push_back(drawing.department_name(department));
  writer.add("", list_of(names), theme.small_print);
  const bool has_none_shown = lead.roles == 0 && !drawing.only.empty();  // what a filter left out may be theirs
  const std::string roles =
      has_none_shown ? drawing.wording("none of those shown") : roles_text(drawing.wording, lead.roles, lead.deciding);
  writer.say_in_words("", roles, in(theme, lead.roles > 0 && lead.deciding == 0 ? theme.tone_of(GapClass::red).text : theme.ink));
  if (!lead.asked_by.empty() && !drawing.names_asked) {
    const std::string askers = drawing.wording.count(lead.asked_by.size(), "{count} roles");
    writer.say("", drawing.wording("asked by {roles}", {{"roles", askers}}), theme.body);
  }
  if (lead.asked_at > 0) writer.say("", asked_at_text(drawing, lead.asked_at), drawing.theme().body);
  Card card = std::move(writer).card(lead_id(index), "lead");
  if (!lead.name) card.stroke = {theme.muted, 1, Dash::dashed};
  return card;
}

Floor front_floor(PyramidDrawing& drawing, double card_width) {
  const People& people = drawing.people;
  const auto deciding = static_cast<std::size_t>(
      std::count_if(people.roles.begin(), people.roles.end(), [](const Role& role) { return look_of(role.latitude).is_fine; }));
  Floor floor{"front", drawing.wording("At the front"), {drawing.wording("they meet the customer")}, card_width, {}};
  if (!people.roles.empty()) floor.notes.push_back(roles_text(drawing.wording, people.roles.size(), deciding));
  if (people.without_role > 0)
    floor.notes.push_back(drawing.wording.count(people.without_role, "{count} more moments in person, without a role"));
  for (std::size_t i = 0; i < people.roles.size(); ++i) floor.cards.push_back(role_card(drawing, i, card_width));
  if (people.roles.empty())
    floor.cards.push_back(hint(drawing, card_width, "no-roles",
                               drawing.only.empty() ? "No moment names a role yet" : "None of the moments shown names a role",
                               "Write down who meets the customer (role), and what they may decide (empowerment)."));
  return floor;
}

/// `Head of Cabin`, or of which departments nobody is named.
std::string lead_in_list(const PyramidDrawing& drawing, const Lead& lead) {
  if (lead.name) return isolated(*lead.name);
  std::vector<std::string> departments;
  for (const std::size_t department : lead.departments) departments.push_back(isolated(drawing.department_name(department)));
  return fmt::format("{} ({})", drawing.wording("Nobody is named"), list_of(departments));
}

/// All of them by name, none of it cut.
Card leads_card(const PyramidDrawing& drawing, double card_width) {
  Writer writer(drawing, card_width);
  std::vector<std::string> names;
  for (const Lead& lead : drawing.people.leads) names.push_back(lead_in_list(drawing, lead));
  const TextStyle style{drawing.theme().body.font, drawing.theme().ink};
  const std::string all = list_of(names, " · ");
  writer.name(all, style);
  for (std::size_t i = 0; i < drawing.people.leads.size(); ++i) writer.whisper(lead_card(drawing, i, card_width).identity.tooltip);
  Card card = std::move(writer).card("all-leads", "lead");
  card.lines = set_text(drawing.typesetter(), all, style, card_width - 2 * card.padding - accent_width).lines;
  return card;
}

Floor leads_floor(const PyramidDrawing& drawing, double card_width) {
  Floor floor{"leads", drawing.wording("Leads"), {drawing.wording("they carry the others")}, card_width, {}};
  const auto& leads = drawing.people.leads;
  if (drawing.names_leads && !leads.empty()) floor.cards.push_back(leads_card(drawing, card_width));
  for (std::size_t i = 0; i < leads.size() && !drawing.names_leads; ++i) floor.cards.push_back(lead_card(drawing, i, card_width));
  if (floor.cards.empty())
    floor.cards.push_back(hint(drawing, card_width, "no-leads", "No department yet", "Write down departments, each with its lead."));
  return floor;
}

}  // namespace

std::string roles_text(const Wording& wording, std::size_t roles, std::size_t with_latitude) {
  if (roles == 0) return wording("no role at the front");
  const auto said = [&](std::string_view english) {
    return wording.counted(static_cast<double>(roles), english, {{"count", roles}, {"deciding", with_latitude}});
  };
  if (with_latitude == 0) return said("{count} roles, none with latitude");
  return said(with_latitude == roles ? "{count} roles, all with latitude" : "{count} roles, {deciding} with latitude");
}

std::string name_among(const PyramidDrawing& drawing, const std::vector<Role>& roles, const Role& role) {
  const bool is_alone = std::ranges::count(roles, role.name, &Role::name) < 2;
  return is_alone || !role.department ? role.name : fmt::format("{} ({})", role.name, drawing.department_name(*role.department));
}

double card_padding_of(const PyramidDrawing& drawing) {
  return drawing.is_terse ? padding_of_terse : drawing.theme().spacing.card_padding;
}

const LatitudeLook& look_of(Latitude latitude) {
  return looks[static_cast<std::size_t>(latitude)];
}

const Tone& tone_of(const Theme& theme, Latitude latitude) {
  return theme.tone_of(look_of(latitude).is_fine ? GapClass::green : GapClass::red);
}

std::string role_id(std::size_t role) {
  return fmt::format("role-{}", role + 1);
}

std::string asked_id(std::size_t asked) {
  return fmt::format("asked-{}", asked + 1);
}

std::string lead_id(std::size_t lead) {
  return fmt::format("lead-{}", lead + 1);
}

Floor customers_floor(const PyramidDrawing& drawing, double card_width) {
  const auto& personas = drawing.input.workspace.personas;
  Floor floor{"customers", drawing.wording("Customers"), {drawing.wording("on top: all the others are there for them")}, card_width, {}};
  for (const Persona& persona : personas) floor.cards.push_back(customer_card(drawing, persona, card_width));
  if (personas.empty())
    floor.cards.push_back(hint(drawing, card_width, "no-personas", "Nobody described a customer yet",
                               "Write down who they are (personas): what they need, their flag, their advocate."));
  return floor;
}

Floor asked_floor(const PyramidDrawing& drawing, double card_width) {
  Floor floor{"asked", drawing.wording("Whom they ask"), {drawing.wording("beyond what they may decide")}, card_width, {}};
  for (std::size_t i = 0; i < drawing.people.asked.size(); ++i) floor.cards.push_back(asked_card(drawing, i, card_width));
  const auto& leads = drawing.people.leads;
  const bool asks_leads =
      std::any_of(leads.begin(), leads.end(), [](const Lead& lead) { return !lead.asked_by.empty() || lead.asked_at > 0; });
  if (floor.cards.empty() && asks_leads)
    floor.cards.push_back(hint(drawing, card_width, "no-asked", "Nobody else", "They ask the leads themselves."));
  else if (floor.cards.empty() && !drawing.people.left_out.empty())
    floor.cards.push_back(
        hint(drawing, card_width, "no-asked", "Nobody of those shown", "Others, left out for want of room, may name whom they ask."));
  else if (floor.cards.empty())
    floor.cards.push_back(hint(drawing, card_width, "no-asked", drawing.only.empty() ? "Nobody is named yet" : "Nobody of those shown",
                               "Write down whom they ask (empowerment, asks)."));
  return floor;
}

namespace {

Card card_in_words(const PyramidDrawing& drawing, std::size_t role, double width, bool names_asked) {
  PyramidDrawing with_words = drawing;
  with_words.is_terse = false, with_words.is_uncut = true, with_words.names_asked = names_asked;
  Card card = role_card(with_words, role, width);
  card.padding = card_padding_of(drawing);
  return card;
}

double height_of_card(const Card& card) {
  return height_of(card.lines) + 2 * card.padding;
}

}  // namespace

double height_in_words(const PyramidDrawing& drawing, std::size_t role, double width) {
  return height_of_card(card_in_words(drawing, role, width, false));
}

std::optional<Card> role_in_words(const PyramidDrawing& drawing, std::size_t role, const Room& room) {
  for (const bool names_asked : {drawing.names_asked, false}) {
    Card card = card_in_words(drawing, role, room.width, names_asked);
    if (height_of_card(card) <= room.height) return card;
  }
  return std::nullopt;
}

std::vector<Floor> floors_of(PyramidDrawing& drawing, double scale) {
  const Widths& widths = drawing.is_terse ? terse : drawing.is_slide ? on_slide : on_page;
  std::vector<Floor> floors = {customers_floor(drawing, widths.customer * scale), front_floor(drawing, widths.role * scale)};
  if (!drawing.names_asked) floors.push_back(asked_floor(drawing, widths.asked * scale));
  floors.push_back(leads_floor(drawing, drawing.names_leads
                                            ? drawing.room.width - (drawing.is_terse ? beside_all_leads_of_terse : beside_all_leads)
                                            : widths.lead * scale));
  return floors;
}

}  // namespace mot::pyramid
