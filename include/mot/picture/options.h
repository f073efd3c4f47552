// What may be set of a picture.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/model/vocabulary.h"

namespace mot {

/// What a workshop fills in by hand: what customers live; also what they want; or the whole picture.
enum class Blank : std::uint8_t { actual, customer, all };
template <>
inline constexpr std::array<std::string_view, 3> names_of<Blank>{"actual", "customer", "all"};

/// How a journey is told: one row of cards under one curve, or a lane for each department.
enum class Layout : std::uint8_t { story, lanes };
template <>
inline constexpr std::array<std::string_view, 2> names_of<Layout>{"story", "lanes"};

/// The subject of a picture, and what may be set of it.
struct PictureOptions {
  std::size_t journey = 0;                     ///< index of Workspace::journeys; unused by pictures of the whole workspace
  std::optional<std::size_t> persona = {};     ///< index of Workspace::personas: whose figures the analysis of the input holds
  std::optional<std::size_t> department = {};  ///< index of Workspace::departments: what others do fades
  bool after_actions = false;                  ///< also what is lived once the actions have worked
  std::optional<Blank> blank = {};             ///< left empty, with room to write
  std::vector<std::string> shown_rows = {};    ///< of the rows of what is written besides scores these alone; empty: all
  std::vector<std::string> hidden_rows = {};   ///< of them, not these
  double width = 0;                            ///< points the picture takes, or what one column needs if that is more; 0: as it comes
  std::optional<Layout> layout = {};           ///< of a journey: a story, but lanes where something is left blank or rows are chosen
  std::size_t columns = 0;                     ///< in a row of a story at most; 0: as many as it takes
  std::size_t left_out = 0;                    ///< how many parts of a story are left out, of story_parts()
  double height = 0;                           ///< points a story may fill; its curve grows into them
  bool is_slide = false;                       ///< a story as one slide, `width` by `height`
  double margin = -1;                          ///< points around a story; below 0: the theme's
};

/// What leaves a story where there is too little room, in this order.
std::span<const std::string_view> story_parts();

}  // namespace mot
