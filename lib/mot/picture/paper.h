// Sheets of paper: how large a picture is on them, over how many it goes, and what else stands on each.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/model/vocabulary.h"
#include "mot/picture/scene.h"
#include "mot/picture/theme.h"
#include "mot/words/wording.h"

namespace mot {

/// A size of paper, upright, in points.
struct Paper {
  std::string_view name;
  double width;
  double height;
  std::string_view medium = {};  ///< where it is read, where nobody says otherwise
};

std::span<const Paper> papers();

/// As it suits the picture, upright, or lying.
enum class Orientation : std::uint8_t { automatic, portrait, landscape };
template <>
inline constexpr std::array<std::string_view, 3> names_of<Orientation>{"auto", "portrait", "landscape"};

/// Points below which letters on paper can hardly be read.
inline constexpr double least_readable = 6;

/// Whether a picture may go over sheets that are cut and glued to one; else it goes over pages between its rows, or shrinks to one sheet.
enum class Gluing : std::uint8_t { allowed, never };

/// What a picture is printed on.
struct Printing {
  Paper paper;
  Orientation orientation = Orientation::automatic;
  std::size_t sheets_across = 0;  ///< side by side; 0: as few sheets as keep the smallest letters readable
  std::size_t most_pages = 0;     ///< of a picture that is made for where it is read; 0: as many as that takes
  Gluing gluing = Gluing::allowed;
  double least_letters = least_readable;  ///< points that the smallest letters keep on pages and on as few sheets as it takes
};

/// A part of a picture from edge to edge, in points of the picture.
struct Strip {
  double top = 0;
  double bottom = 0;
};

/// How a picture lies on sheets. All lengths in points.
struct Imposition {
  double width = 0;  ///< of a sheet, as it lies
  double height = 0;
  std::size_t across = 1;
  std::size_t down = 1;
  double scale = 1;                ///< of the picture on paper
  std::vector<double> lefts = {};  ///< of sheets that are glued, in the picture; none: there is one across
  std::vector<double> tops = {};
  std::vector<Strip> strips =
      {};  ///< a page each, where the picture can be parted between its rows; none: one sheet, or several to be glued

  bool is_glued() const { return strips.empty() && sheets() > 1; }

  std::size_t sheets() const { return across * down; }
};

/// The most sheets that a picture goes over.
inline constexpr std::size_t most_sheets = 500;

/// Points of the smallest letters in a picture; 0 where it has none.
double smallest_letters_of(const Scene& scene);

/// Nothing where it would take more than `most_sheets`.
std::optional<Imposition> imposition_of(const Scene& scene, const Printing& printing);

/// Draws the picture as wide as it is told, in points of its own; 0: as it comes.
using DrawnAsWide = std::function<Scene(double width)>;

struct Imposed {
  Scene scene;
  std::optional<Imposition> imposition;
};

/// The picture at that width that takes the fewest sheets, and among those the one with the largest letters; it is drawn several times.
Imposed fitted(const DrawnAsWide& draw, const Printing& printing);

/// Where the picture may be on a sheet of this size.
Box window_on(double width, double height);

/// The picture at a scale on pages that are parted between its rows; one page where it fits. Nothing where a row is higher than a page.
std::optional<Imposition> on_pages_at(const Scene& scene, double width, double height, double scale);

/// What the foot of every page says.
struct Imprint {
  std::string project;
  std::string date;
  Wording wording = {};
};

/// All pages, row by row. Those that are to be glued go on a little into the next, and have marks to cut and to glue along.
std::vector<Page> pages_of(const Scene& scene, const Imposition& imposition, const Imprint& imprint, const Theme& theme,
                           const Typesetter& typesetter);

}  // namespace mot
