// Room for pens: a poster whose empty fields are filled in by hand.
#pragma once

#include <string>

#include "mot/view/journey/drawing.h"

namespace mot::journey {

/// The workspace without what is left blank.
Workspace blanked(Workspace workspace, Blank blank);

/// A box to write in.
struct Field {
  std::string id;     ///< after `write-`, and after `score-` for the box of the number
  std::string about;  ///< in its corner; may be empty
  std::string score;  ///< in the corner of a box for a number right of it; empty: no such box
};

/// Returns its lower edge.
double put_field(JourneyDrawing& drawing, const Field& field, Point corner, double width);

/// Rows of fields for what is left blank of the wishes and of what is lived.
void draw_fields(JourneyDrawing& drawing, const Band& band);

}  // namespace mot::journey
