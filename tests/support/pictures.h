// Scenes to draw, and what is looked for in the pictures.
#pragma once

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "mot/draw/draw.h"
#include "support/folder.h"

namespace mot::testing {

inline constexpr Colour ink{0x1d2733};
inline constexpr Colour white{0xffffff};
inline constexpr Colour red{0xc8383d};

inline Line line_of(std::vector<Run> runs, double height = 12.5) {
  return {std::move(runs), height, 0};
}

inline Line line_of(std::string text, Font font = {10}) {
  return line_of({{std::move(text), font, ink}}, 1.25 * font.size);
}

inline Scene empty_scene(double width = 300, double height = 120) {
  Scene scene;
  scene.id = "small";
  scene.title = "A <small> picture";
  scene.description = "Two moments & a line";
  scene.width = width;
  scene.height = height;
  return scene;
}

inline Label label_of(std::string id, Box box, std::vector<Line> lines, Align align = Align::left) {
  return {{std::move(id), "", "", ""}, box, align, std::move(lines)};
}

/// A panel, a card with a bar, a marker, a label, a curve and a connector.
inline Scene small_scene() {
  Scene scene = empty_scene();
  scene.panels = {{{"lane", "lane", "The lane", ""}, {10, 10, 280, 100}, Colour{0xf6f8fb}, Stroke{ink, 0.75}}};
  scene.ground = {Curve{{{20, 60}, {80, 20}, {160, 100}, {280, 60}}, {red, 1.5, Dash::dashed}}};
  scene.items = {Card{{"card", "card gap-red", "Rebook\nafter a change", "https://example.org/?a=1&b=2"},
                      {20, 20, 110, 60},
                      white,
                      {ink, 1},
                      red,
                      6,
                      Align::left,
                      {line_of("Rebook"), line_of("One call")}},
                 Marker{{"marker", "", "", ""}, {200, 60}, 8, red, {white, 1}, Run{"4", {9, Weight::bold}, white}},
                 label_of("label", {230, 20, 50, 30}, {line_of("right")}, Align::right)};
  scene.connectors = {{{"way", "", "", ""}, "card", "marker", {{130, 50}, {150, 50}, {170, 60}, {192, 60}}, {ink, 1}, Arrow::end}};
  return scene;
}

/// One label with one line in the middle of a page.
inline Scene scene_with(std::string text) {
  Scene scene = empty_scene(600, 40);
  scene.items = {label_of("label", {0, 10, 600, 20}, {line_of(std::move(text))})};
  return scene;
}

inline std::string drawn(const Scene& scene, std::string_view format, const DrawOptions& options = {}) {
  for (const PictureFormat& picture : picture_formats())
    if (picture.name == format) return picture.draw(scene, options);
  return {};
}

inline bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// What a program says about a file with this content; nothing where it is fine.
inline std::string said_by(const std::string& command, std::string_view content) {
  Folder folder;
  folder.with("picture", content);
  FILE* pipe = popen((command + " '" + (folder / "picture").string() + "' 2>&1").c_str(), "r");
  std::string said;
  std::array<char, 4096> piece;
  while (const auto count = fread(piece.data(), 1, piece.size(), pipe)) said.append(piece.data(), count);
  return pclose(pipe) == 0 || !said.empty() ? said : "failed without a word";
}

inline bool is_installed(const std::string& program) {
  return std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0;
}

}  // namespace mot::testing
