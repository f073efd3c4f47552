#include "mot/picture/brand.h"

#include <algorithm>
#include <cmath>

#include "mot/load/fields/name_ids.h"
#include "mot/text/utf8.h"

namespace mot {

namespace {

constexpr double lighter_by = 0.1;     // a step towards white
constexpr double letter_share = 0.95;  // of the radius

Colour towards_white(Colour colour, double share) {
  Colour lighter;
  for (const int shift : {16, 8, 0}) {
    const double part = (colour.rgb >> shift) & 0xff;
    lighter.rgb |= static_cast<std::uint32_t>(std::lround(part + (255 - part) * share)) << shift;
  }
  return lighter;
}

bool is_read_on_all(Colour text, const Theme& theme) {
  return std::ranges::all_of(std::initializer_list<Colour>{theme.page, theme.panel, theme.card},
                             [&](Colour ground) { return contrast(text, ground) >= least_contrast; });
}

/// The accent as it can be read on the theme's grounds; the theme's own where it can't.
Colour accent_for(const Theme& theme, Colour accent) {
  const bool is_dark = contrast(pure_white, theme.page) > contrast(dark_ink, theme.page);
  for (double share = 0; share < 1; share += lighter_by) {
    const Colour tried = towards_white(accent, share);
    if (is_read_on_all(tried, theme)) return tried;
    if (!is_dark) break;
  }
  return theme.accent;
}

}  // namespace

Theme branded(const Theme& theme, const std::optional<Brand>& brand) {
  Theme own = theme;
  if (!brand || !theme.patterns.empty()) return own;
  if (brand->accent) own.accent = accent_for(theme, brand->accent->value);
  if (brand->colour) {
    const Colour ground = brand->colour->value, text = text_on(ground);
    if (contrast(text, ground) >= least_contrast) own.deep = ground, own.on_deep = text, own.on_heading.colour = text;
  }
  return own;
}

LogoSize logo_size(const Canvas& canvas, double most_width, double most_height) {
  if (canvas.logo == nullptr || canvas.logo->height == 0) return {};
  const double proportion = static_cast<double>(canvas.logo->width) / static_cast<double>(canvas.logo->height);
  const double height = std::min(most_height, most_width / proportion);
  return {height * proportion, height};
}

double put_logo(Canvas& canvas, Point right_top, const LogoSize& size) {
  if (size.width <= 0) return right_top.y;
  const Box box{right_top.x - size.width, right_top.y, size.width, size.height};
  canvas.scene.images.push_back({{canvas.ids.use("logo"), "logo", canvas.organisation, ""}, box, ImageShape::whole, canvas.logo->bytes});
  return box.bottom();
}

void put_portrait(Canvas& canvas, std::string_view id, const Persona& persona, Point middle, double radius) {
  const Identity identity{canvas.ids.use(std::string(id)), "portrait", persona.name.value, ""};
  const Theme& theme = canvas.theme();
  Marker face{identity, middle, radius, theme.deep, {theme.deep, 1, Dash::solid}, {}};
  const std::string& name = persona.name.value;
  const Font letter{std::floor(letter_share * radius), Weight::bold, Slant::upright};
  if (!name.empty()) face.text = Run{name.substr(0, character_length(name, 0)), letter, theme.on_deep};
  if (face.text && canvas.typesetter().width_of(face.text->text, letter) > 2 * radius - 4) face.text.reset();
  canvas.scene.items.push_back(std::move(face));
  if (!persona.photo_file) return;
  const Box box{middle.x - radius, middle.y - radius, 2 * radius, 2 * radius};
  const std::string photo = canvas.ids.use(std::string(id) + "-photo");
  canvas.scene.images.push_back({{photo, "photo", persona.name.value, ""}, box, ImageShape::circle, persona.photo_file->bytes});
}

Typesetter typesetter_of(const Project& project) {
  return Typesetter(font_of(project), language_of(project));
}

}  // namespace mot
