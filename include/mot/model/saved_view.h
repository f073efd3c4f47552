// Saved views: pictures that a project keeps by an id, and the words that choose one. What draws has tables of its own of views, themes,
// papers and media; a test holds them to these names.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "mot/model/values.h"
#include "mot/model/vocabulary.h"

namespace mot {

struct Department;
struct Journey;
struct Persona;

/// What is drawn.
enum class ViewName : std::uint8_t { journey, blueprint, cycle, priorities, matrix, handovers, portfolio, pyramid, plan };
template <>
inline constexpr std::array<std::string_view, 9> names_of<ViewName>{"journey",   "blueprint", "cycle",   "priorities", "matrix",
                                                                    "handovers", "portfolio", "pyramid", "plan"};

/// In which colours.
enum class ThemeName : std::uint8_t { light, dark, print };
template <>
inline constexpr std::array<std::string_view, 3> names_of<ThemeName>{"light", "dark", "print"};

/// On which paper.
enum class PaperName : std::uint8_t { a4, a3, a2, a1, a0, letter, tabloid, wide_slide, narrow_slide };
template <>
inline constexpr std::array<std::string_view, 9> names_of<PaperName>{"a4", "a3", "a2", "a1", "a0", "letter", "tabloid", "16:9", "4:3"};

/// Where it is read.
enum class MediumName : std::uint8_t { screen, hand, slide, wall };
template <>
inline constexpr std::array<std::string_view, 4> names_of<MediumName>{"screen", "hand", "slide", "wall"};

/// How a journey is told: one row of cards under one curve, or a lane for each department.
enum class Layout : std::uint8_t { story, lanes };
template <>
inline constexpr std::array<std::string_view, 2> names_of<Layout>{"story", "lanes"};

/// The rows under the columns of a path that every project has, besides its own lanes.
enum class ToldRowName : std::uint8_t { goals, does, thinks, feels, pains, gains, channels, involves, times, kpis };
template <>
inline constexpr std::array<std::string_view, 10> names_of<ToldRowName>{"goals", "does",     "thinks",   "feels", "pains",
                                                                        "gains", "channels", "involves", "times", "kpis"};

/// What `mot map` is asked for, kept under an id: each key is the option of the same name.
struct SavedView {
  Span span;
  bool is_whole = true;
  Id id;
  std::optional<Text> name;  ///< what the report calls it
  std::optional<Placed<ViewName>> view;
  std::optional<Link<Journey>> journey;
  std::optional<Link<Persona>> persona;
  std::optional<Link<Department>> department;
  std::optional<Text> tag;
  std::optional<Placed<ThemeName>> theme;
  std::optional<Placed<PaperName>> paper;
  std::optional<Placed<MediumName>> medium;
  std::optional<Placed<Layout>> layout;
  std::vector<Text> hide;  ///< rows, by their keys
  bool operator==(const SavedView&) const = default;
};

}  // namespace mot
