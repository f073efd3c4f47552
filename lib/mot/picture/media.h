// Where a picture is read: on a screen, in the hand, on a slide, on a wall; and the picture that is made for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "mot/picture/paper.h"

namespace mot {

/// A place where pictures are read.
struct Medium {
  std::string_view name;
  double least_letters = 0;                   ///< points on the sheet; 8 on a screen's own size
  std::string_view paper;                     ///< taken where none is named; empty: as large as it comes
  std::size_t most_pages = 0;                 ///< for all of it; beyond that something is left out. 0: as many as it takes
  std::size_t good_pages = 0;                 ///< so many are worth leaving something out for, where one more would do without; 0: none are
  Orientation lies = Orientation::automatic;  ///< where nothing else is asked
  std::string_view way_out = {};              ///< where its letters are too small
};

/// screen, hand, slide, wall. The default one stands first.
std::span<const Medium> media();

/// How a picture is printed for it: never on sheets that have to be glued, and on one sheet where it is one picture.
Printing printing_for(const Medium& medium, Printing printing);

/// Metres from which letters of so many points can be read: 250 times the height of their capitals.
double reading_distance(double letters);

/// A sheet as it lies, in points.
struct Sheet {
  double width = 0;
  double height = 0;
};

/// As it may lie, the first one where both are as good.
std::vector<Sheet> sheets_for(const Printing& printing);

/// What a picture is drawn to fit; 0: as it comes.
struct Fit {
  double width = 0;
  double height = 0;
  std::size_t columns = 0;   ///< in a row at most
  std::size_t left_out = 0;  ///< parts, in their order
};

using DrawnToFit = std::function<Scene(const Fit& fit)>;

struct MadeForMedium {
  Scene scene;
  std::optional<Imposition> imposition;
  std::size_t left_out = 0;
  std::size_t whole_on = 0;  ///< sheets on which nothing would have to leave, where those are few and nobody said how many; 0: not known
};

/// The picture with the least left out that keeps its letters as large as the medium asks; then the fewest pages, then the largest letters.
/// Where not even the barest one does, it goes over a few pages more than are good; then letters may be smaller, down to half; then the
/// picture is as it comes, on sheets as they come.
/// `parts` are what can be left out.
MadeForMedium made_for(const Medium& medium, const Printing& printing, std::size_t parts, const DrawnToFit& draw);

/// Draws the picture for a sheet of so many points with letters of 12 points or more and the words that matter most, and of what it shows
/// at most so many; 0: all.
using DrawnDense = std::function<Scene(double width, double height, std::size_t most)>;

/// How many things are tried where not all have room: all, then fewer and fewer.
std::span<const std::size_t> shown_where_little_room_is();

/// On one sheet, with the most that keeps its letters as large as the medium asks; nothing where hardly anything would be left.
std::optional<MadeForMedium> made_dense(const Medium& medium, const Printing& printing, const DrawnDense& draw);

/// The picture larger or smaller, moved to the right and down; letters in steps of half a point, never larger than that.
Scene scaled(Scene scene, double scale, Point moved = {});

}  // namespace mot
