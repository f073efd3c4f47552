// The faces of customers.
#pragma once

#include <string_view>

#include "mot/picture/canvas.h"

namespace mot {

/// The face of a customer: the first letter of their name on a dot.
void put_portrait(Canvas& canvas, std::string_view id, const Persona& persona, Point middle, double radius);

}  // namespace mot
