// The organisation's look on a picture: its colours, its logo, the faces of its customers.
#pragma once

#include <optional>
#include <string_view>

#include "mot/picture/canvas.h"

namespace mot {

/// The theme in the brand's colours, as far as text on them and in them can be read; on a dark ground an accent is lightened until it
/// can. A theme of patterns has no colours to change.
Theme branded(const Theme& theme, const std::optional<Brand>& brand);

/// Points that the logo takes in the head of a picture, in the proportions of its file; nothing where there is none.
struct LogoSize {
  double width = 0;
  double height = 0;
};
LogoSize logo_size(const Canvas& canvas, double most_width, double most_height);
/// Puts it with its right upper corner there; returns its lower edge, or the corner's where there is none.
double put_logo(Canvas& canvas, Point right_top, const LogoSize& size);

/// The face of a customer: the first letter of their name on a dot, and over it, where there is one, their photo cut to a circle. A photo
/// that can't be decoded leaves the letter.
void put_portrait(Canvas& canvas, std::string_view id, const Persona& persona, Point middle, double radius);

/// Letters of the project's brand, and words parted as its language does.
Typesetter typesetter_of(const Project& project);

}  // namespace mot
