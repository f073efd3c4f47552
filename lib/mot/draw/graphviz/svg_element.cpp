#include "mot/draw/graphviz/svg_element.h"

#include <algorithm>
#include <charconv>

#include "mot/draw/graphviz/background.h"
#include "mot/typesetting/typesetter.h"

namespace mot {

namespace {

enum class Meaning { pairs, x, y, length, colour, dashes };

struct Attribute {
  std::string_view name;
  Meaning meaning;
};

// All that Graphviz writes for shapes.
constexpr Attribute attributes[] = {{"fill", Meaning::colour},  {"stroke", Meaning::colour}, {"stroke-width", Meaning::length},
                                    {"points", Meaning::pairs}, {"d", Meaning::pairs},       {"stroke-dasharray", Meaning::dashes},
                                    {"cx", Meaning::x},         {"cy", Meaning::y},          {"rx", Meaning::length},
                                    {"ry", Meaning::length}};

struct Dashes {
  std::string_view graphviz;
  std::string_view ours;
};

// In PNG and PDF Graphviz draws 6 units and 6 free, or 2 and 6, whatever it writes into SVG.
constexpr Dashes dashes[] = {{"5,2", "3,3"}, {"1,5", "1,3"}};
static_assert(drawing_scale == 2);

double number_of(std::string_view text) {
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

bool is_part_of_number(char c) {
  return (c >= '0' && c <= '9') || c == '.' || c == '-';
}

/// x and y in turn, whatever stands between them.
std::string placed_pairs(std::string_view pairs, double height) {
  std::string placed;
  placed.reserve(pairs.size());
  bool is_x = true;
  for (std::size_t i = 0; i < pairs.size();) {
    if (!is_part_of_number(pairs[i])) {
      placed += pairs[i++];
      continue;
    }
    const std::size_t begin = i;
    while (i < pairs.size() && is_part_of_number(pairs[i])) ++i;
    const double points = points_of(pairs.substr(begin, i - begin));
    placed += decimal(is_x ? points : points + height);
    is_x = !is_x;
  }
  while (placed.ends_with(' ')) placed.pop_back();
  return placed;
}

std::string written(Meaning meaning, std::string_view value, const Scene& scene) {
  switch (meaning) {
    case Meaning::pairs:
      return placed_pairs(value, scene.height);
    case Meaning::x:
    case Meaning::length:
      return decimal(points_of(value));
    case Meaning::y:
      return decimal(points_of(value) + scene.height);
    case Meaning::colour:  // Trap: what reads SVG often knows no colour `transparent`.
      return std::string(value == "transparent" ? "none" : value);
    case Meaning::dashes: {
      const auto* found = std::ranges::find(dashes, value, &Dashes::graphviz);
      return std::string(found == std::end(dashes) ? value : found->ours);
    }
  }
  return {};
}

}  // namespace

double points_of(std::string_view number) {
  return number_of(number) / drawing_scale;
}

std::string_view attribute_of(std::string_view element, std::string_view name) {
  for (std::size_t at = element.find(name); at != std::string_view::npos; at = element.find(name, at + 1)) {
    const std::size_t value = at + name.size() + 2;
    if (at == 0 || element[at - 1] != ' ' || element.substr(at + name.size(), 2) != "=\"") continue;
    return element.substr(value, element.find('"', value) - value);
  }
  return {};
}

std::string placed_shape(std::string_view element, const Scene& scene, std::string_view extra) {
  std::string placed(element.substr(0, element.find(' ')));
  placed += extra;
  const auto add = [&](std::string_view name, std::string_view value) {
    placed.append(" ").append(name).append("=\"").append(value).append("\"");
  };
  for (const auto& [name, meaning] : attributes)
    if (const std::string_view value = attribute_of(element, name); !value.empty()) add(name, written(meaning, value, scene));
  const bool has_stroke = attribute_of(element, "stroke") != "transparent";
  // Graphviz leaves out a width of one unit, which is not one point here.
  if (has_stroke && attribute_of(element, "stroke-width").empty()) add("stroke-width", decimal(1.0 / drawing_scale));
  return placed + "/>\n";
}

}  // namespace mot
