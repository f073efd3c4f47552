// Photos and logos as pixels: decoded, cut, made as small as they are drawn, and written anew, so that nothing of a photo's file but what
// is seen goes into a picture: neither the place it was taken at, nor more pixels than paper shows.
#pragma once

#include <string>

#include "mot/draw/png_file.h"
#include "mot/picture/scene.h"

namespace mot {

/// What is seen of an image, at most so many pixels a point; without pixels where the bytes can't be decoded. A circle is clear outside.
Pixels pixels_of(const Image& image, double pixels_a_point);

/// The same as a PNG's bytes; empty where the bytes can't be decoded. Enough for print.
std::string png_of(const Image& image);

}  // namespace mot
