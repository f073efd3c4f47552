// A link that a phone can read off a poster.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mot/picture/canvas.h"

namespace mot {

/// The most bytes that a code holds which can still be read off a poster.
inline constexpr std::size_t longest_link = 300;

/// Dark and light fields of a square, row by row, without the light ground around it.
struct QrCode {
  std::size_t side = 0;  ///< fields
  std::vector<bool> is_dark;
};

/// QR code of a text, error correction level M. Throws DrawingFailed where it is longer than a code holds.
QrCode qr_code(std::string_view text);

/// Puts the code of a link with its light ground, black on white in any theme; returns its box. No link, no code.
Box put_qr_code(Canvas& canvas, std::string_view link, Point right_top, double side);

/// Where a link leads, as people read it: `mot.example/skyline-air`, without what begins every link, and with `…` in its middle where it is
/// wider than that.
std::string caption_of(const Typesetter& typesetter, std::string_view link, const Font& font, double width);

/// The code with its caption under it, in letters as small as others of the picture, no wider than `width`; returns the box of both.
Box put_captioned_code(Canvas& canvas, std::string_view link, Point right_top, double side, double width);

/// Of the links of a project the first that leads to a page; empty where none does.
std::string_view link_of(const Project& project);

}  // namespace mot
