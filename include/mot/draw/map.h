// A workspace -> a picture's bytes: which view, of which journey, in which format. `mot map` for programs.
#pragma once

#include <optional>
#include <string>

#include "mot/draw/draw.h"
#include "mot/load/load.h"
#include "mot/review/review.h"
#include "mot/view/views.h"

namespace mot {

/// Which picture, and how it looks. Names are those that `mot map` knows.
struct MapRequest {
  std::string view = "journey";  ///< a name in picture_views()
  std::string journey = {};      ///< an id; empty: the first. Unused by views of the whole workspace
  std::string theme = "light";   ///< what `mot map --theme` takes
  std::string format = "svg";    ///< a name in picture_formats()
  PictureOptions options = {};   ///< what else is asked of the view; its `journey` is set from the id above
  DrawOptions drawing = {};
  std::optional<Date> today = {};  ///< what is due before it is overdue; nothing is where it is left out
};

/// The picture as plain data, in points. Throws NotFound, naming what there is, where the view, the theme or the journey is not there.
Scene scene_of(const Loaded& loaded, const Review& review, const MapRequest& request = {});

/// The picture as a file's bytes; the same input gives the same bytes on the same fonts. Throws NotFound likewise, DrawingFailed with
/// Graphviz's words, and TooLarge for a PNG of more than 32 766 pixels a side or 400 million in all.
std::string draw(const Loaded& loaded, const Review& review, const MapRequest& request = {});

}  // namespace mot
