// Boxes around the things of a picture.
#pragma once

#include <span>

#include "mot/picture/scene.h"

namespace mot::pptx {

Box box_around(std::span<const Point> points);
Box box_of(const Ground& shape);
Box box_of(const Item& item);

}  // namespace mot::pptx
