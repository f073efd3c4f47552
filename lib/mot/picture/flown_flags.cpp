#include "mot/picture/flown_flags.h"

#include <algorithm>

#include "mot/picture/signs.h"

namespace mot {
namespace {

bool is_borne_by(const FlagBearers& bearers, std::optional<std::size_t> persona) {
  if (!persona) return false;
  if (bearers.persona) return persona == bearers.persona;
  return std::ranges::any_of(bearers.journey.personas, [&](const Link<Persona>& link) { return link.index == persona; });
}

}  // namespace

std::vector<Line> flown_flags(Canvas& canvas, const Touchpoint& touchpoint, const FlagBearers& bearers, double width, std::size_t most) {
  std::vector<Line> lines;
  for (const auto& [persona, honours] : touchpoint.flags) {
    if (!is_borne_by(bearers, persona.index)) continue;
    const Run sign = explain(canvas, flown_flag(canvas.theme()));
    append(lines, set_text(canvas.typesetter(), sign.text + "\u00a0" + honours.value, {sign.font, sign.colour}, width, most).lines, 0);
  }
  return lines;
}

}  // namespace mot
