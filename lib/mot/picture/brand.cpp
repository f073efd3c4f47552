#include "mot/picture/brand.h"

#include <cmath>

#include "mot/text/utf8.h"

namespace mot {

namespace {

constexpr double letter_share = 0.95;  // of the radius

}  // namespace

void put_portrait(Canvas& canvas, std::string_view id, const Persona& persona, Point middle, double radius) {
  const Identity identity{canvas.ids.use(std::string(id)), "portrait", persona.name.value, ""};
  const Theme& theme = canvas.theme();
  Marker face{identity, middle, radius, theme.deep, {theme.deep, 1, Dash::solid}, {}};
  const std::string& name = persona.name.value;
  const Font letter{std::floor(letter_share * radius), Weight::bold, Slant::upright};
  if (!name.empty()) face.text = Run{name.substr(0, character_length(name, 0)), letter, theme.on_deep};
  if (face.text && canvas.typesetter().width_of(face.text->text, letter) > 2 * radius - 4) face.text.reset();
  canvas.scene.items.push_back(std::move(face));
}

}  // namespace mot
