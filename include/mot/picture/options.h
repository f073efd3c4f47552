// What may be set of a picture.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/model/saved_view.h"

namespace mot {

/// What a workshop fills in by hand: what customers live; also what they want; or the whole picture.
enum class Blank : std::uint8_t { actual, customer, all };
template <>
inline constexpr std::array<std::string_view, 3> names_of<Blank>{"actual", "customer", "all"};

/// What a touchpoint's card is marked with, beside another state of the workspace.
enum class CardChange : std::uint8_t { added, removed, better, worse, no_evidence, otherwise, unchanged };

struct CardMark {
  CardChange change = CardChange::otherwise;
  std::string words = {};  ///< in English, as the tables of `mot diff` say it: `not tested`
  std::optional<double> before = {};
  std::optional<double> after = {};
};

/// Where a touchpoint stood that stands on its journey no more: in a stage, behind another touchpoint or first.
struct RemovedStop {
  std::string touchpoint;
  std::string journey;
  std::size_t stage = 0;  ///< of the journey as it is now
  std::string after;      ///< empty: the first of its stage
};

/// A touchpoint that stands on a journey that it did not stand on.
struct AddedStop {
  std::string touchpoint;
  std::string journey;
};

/// What was delivered of a journey in another state, per cent of the wanted experience.
struct DeliveredThere {
  double percent = 0;
  bool is_comparable = true;  ///< of the same moments, by the same targets and importances
};

/// What is lived otherwise than in another state.
struct ScoreMove {
  std::string touchpoint;
  double before = 0;
  double after = 0;
};

/// Another state of the workspace, to be seen beside the one that is drawn. Keys are ids of touchpoints in the one that is drawn.
struct OtherState {
  std::string name;                                 ///< as people call it: `main`, `last-year`
  std::map<std::string, double> lived;              ///< what was lived there; empty where the scale was another
  std::map<std::string, DeliveredThere> delivered;  ///< by id of a journey, where it was known
  std::map<std::string, CardMark> marks;            ///< empty: cards are not marked
  std::vector<RemovedStop> removed;                 ///< touchpoints that left their journey, in the order of the paths there
  std::vector<AddedStop> added = {};                ///< touchpoints of both states that came to a journey of both
  std::vector<ScoreMove> moved = {};                ///< what surely changed, or is judged otherwise; what changed most first
};

/// How many personas may have a line of their own in one picture.
inline constexpr std::size_t most_personas = 5;

/// The subject of a picture, and what may be set of it.
struct PictureOptions {
  std::size_t journey = 0;                     ///< index of Workspace::journeys; unused by pictures of the whole workspace
  std::optional<std::size_t> persona = {};     ///< index of Workspace::personas: whose figures the analysis of the input holds
  std::optional<std::size_t> department = {};  ///< index of Workspace::departments: what others do fades
  std::vector<std::size_t> personas = {};      ///< several of them: a lived line each, beside everybody's
  bool after_actions = false;                  ///< also what is lived once the actions have worked
  std::optional<Blank> blank = {};             ///< left empty, with room to write
  std::vector<std::string> shown_rows = {};    ///< of the rows of what is written besides scores these alone; empty: all
  std::vector<std::string> hidden_rows = {};   ///< of them, not these
  std::optional<OtherState> other_state = {};  ///< a story's: its lived line, and what came, went and changed since
  bool faces = false;                          ///< a story's marks on the curve are smileys
  double width = 0;                            ///< points the picture takes, or what one column needs if that is more; 0: as it comes
  std::optional<Layout> layout = {};           ///< of a journey: a story, but lanes where something is left blank
  std::size_t columns = 0;                     ///< in a row of a story at most; 0: as many as it takes
  std::size_t left_out = 0;                    ///< how many parts of a story are left out, of story_parts()
  double height = 0;                           ///< points a story may fill; its curve grows into them
  bool is_slide = false;                       ///< a story as one slide, `width` by `height`
  std::size_t most = 0;    ///< things shown at most, those that matter most first; 0: all. The scene tells what it left out
  std::string link = {};   ///< drawn as a QR code at the head; empty: none
  double margin = -1;      ///< points around it; below 0: the theme's
  std::string dated = {};  ///< its version and day, at the foot of a story's slide
};

/// What leaves a story where there is too little room, in this order.
std::span<const std::string_view> story_parts();

}  // namespace mot
