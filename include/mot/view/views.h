// The table of pictures: the choices of --view, their help, how each is drawn, and what may be asked of it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <variant>

#include "mot/model/vocabulary.h"
#include "mot/picture/scene.h"

namespace mot {

struct PictureInput;

/// What a workshop fills in by hand: what customers live; also what they want; or the whole picture.
enum class Blank : std::uint8_t { actual, customer, all };
template <>
inline constexpr std::array<std::string_view, 3> names_of<Blank>{"actual", "customer", "all"};

/// The subject of a picture, and what may be set of it.
struct PictureOptions {
  std::size_t journey = 0;                     ///< index of Workspace::journeys; unused by pictures of the whole workspace
  std::optional<std::size_t> persona = {};     ///< index of Workspace::personas: whose figures the analysis of the input holds
  std::optional<std::size_t> department = {};  ///< index of Workspace::departments: what others do fades
  bool after_actions = false;                  ///< also what is lived once the actions have worked
  std::optional<Blank> blank = {};             ///< left empty, with room to write
  double width = 0;                            ///< points the picture takes, or what one column needs if that is more; 0: as it comes
};

/// An option of pictures is its member above. Each view lists those it heeds; cli/picture_options.h says how they are typed.
using PictureOption = std::variant<std::optional<std::size_t> PictureOptions::*, bool PictureOptions::*,
                                   std::optional<Blank> PictureOptions::*, double PictureOptions::*>;

enum class PictureSubject : std::uint8_t { journey, workspace };

struct PictureView {
  std::string_view name;
  std::string_view shows;
  PictureSubject subject;
  Scene (*framed)(const PictureView& view, const PictureInput& input, const PictureOptions& asked);
  std::span<const PictureOption> options = {};

  bool takes(const PictureOption& option) const;
  Scene draw(const PictureInput& input, const PictureOptions& asked) const { return framed(*this, input, asked); }
};

/// The default one stands first. Pictures of a journey need one in the workspace; those of a workspace need nothing in it.
std::span<const PictureView> picture_views();

}  // namespace mot
