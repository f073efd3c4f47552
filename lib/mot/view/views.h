// The table of pictures: the choices of --view, their help, and how each is drawn.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "mot/view/theme.h"

namespace mot {

struct PictureInput;

struct PictureOptions {
  std::size_t journey = 0;  ///< index of Workspace::journeys; unused by pictures of the whole workspace
  double width = 0;         ///< points; 0: as it comes
};

enum class PictureSubject : std::uint8_t { journey, workspace };

struct PictureView {
  std::string_view name;
  std::string_view shows;
  PictureSubject subject;
  Scene (*draw)(const PictureInput& input, const PictureOptions& options);
};

/// The default one stands first. Pictures of a journey need one in the workspace; those of a workspace need nothing in it.
std::span<const PictureView> picture_views();

}  // namespace mot
