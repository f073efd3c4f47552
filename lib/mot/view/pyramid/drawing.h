// An inverted pyramid while it is being drawn.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mot/picture/signs.h"
#include "mot/view/pyramid/lines.h"
#include "mot/view/pyramid/people.h"
#include "mot/view/pyramid/rows.h"
#include "mot/view/views.h"

namespace mot::pyramid {

/// The levels, from the top.
enum class Level : std::uint8_t { customers, front, asked, leads };  // where there are no cards of those asked, leads stand in their place

/// A level: what is written beside it, and its cards, which have no place yet.
struct Floor {
  std::string id;
  std::string name;
  std::vector<std::string> notes;
  double card_width = 0;
  std::vector<Card> cards;
};

/// A line from a role to whom it asks, by the ids of their cards.
struct Asking {
  std::string from;
  std::string to;
};

/// Lines to each of those that somebody asks, and whom they join.
struct Lines {
  std::vector<Bundle> bundles;
  std::vector<std::vector<Asking>> askings;  ///< as the bundles
  Routes routes;                             ///< as the bundles
};

/// All that has a place, with the pyramid's axis at `axis` and its base at `base`.
struct Layout {
  std::vector<Floor> floors;
  Arrangement arrangement;
  Lines lines;
  double axis = 0;
  double base = 0;

  double y(double z) const { return base - z; }
  double half_width(double z) const { return arrangement.shape.half_width(z); }
};

inline constexpr double portrait_radius = 17;
inline constexpr double portrait_room = 2 * portrait_radius + 6;  ///< left of a customer's card, with the air between

struct Room {
  double width = 0;
  double height = 0;
};

struct PyramidDrawing : Canvas {
  PyramidDrawing(const PictureInput& what, const PictureOptions& asked);

  std::string department_name(std::size_t index) const { return input.workspace.departments[index].name.value; }

  PictureInput input;
  People people;
  bool is_slide = false;     ///< cards say what matters most alone
  bool is_uncut = false;     ///< what a card says, however many lines that takes
  bool is_terse = false;     ///< of many roles without room for more those with latitude are a name, the others say why they have none
  double proportion = 0;     ///< of width to height, of the room that a slide or a sheet has for it; 0: any
  bool names_asked = false;  ///< cards of roles name whom they ask, who have no floor
  bool names_leads = false;  ///< one card names all leads, so that roles have the room of theirs and grow into what is left, for words
  Room room;                 ///< of the pyramid, where one card names all leads
  bool has_lines = true;     ///< else there are too many rows of roles to lead lines through: cards name those who ask
  Layout layout;
};

/// Points from a card's edge to its text.
double card_padding_of(const PyramidDrawing& drawing);

/// How a latitude looks: its sign, and what the legend says of it.
struct LatitudeLook {
  std::string_view glyph;
  std::string_view meaning;
  bool is_fine = false;
};

const LatitudeLook& look_of(Latitude latitude);
const Tone& tone_of(const Theme& theme, Latitude latitude);

/// With its department where another one of them has its name.
std::string name_among(const PyramidDrawing& drawing, const std::vector<Role>& roles, const Role& role);

/// `3 roles, 2 with latitude`.
std::string roles_text(const Wording& wording, std::size_t roles, std::size_t with_latitude);

std::string role_id(std::size_t role);
std::string asked_id(std::size_t asked);
std::string lead_id(std::size_t lead);

/// From the top; every floor has a card, if only one that says what to write down. `scale` is of the widths of cards.
std::vector<Floor> floors_of(PyramidDrawing& drawing, double scale);

/// How high a role's card has to be for all it says but whom they ask.
double height_in_words(const PyramidDrawing& drawing, std::size_t role, double width);

/// The card of a role with what it says in words, none of it cut, where that has room; whom they ask leaves first.
std::optional<Card> role_in_words(const PyramidDrawing& drawing, std::size_t role, const Room& room);
// Single ones anew, once there is more room, or another order.
Floor customers_floor(const PyramidDrawing& drawing, double card_width);
Floor asked_floor(const PyramidDrawing& drawing, double card_width);

}  // namespace mot::pyramid
