// Where the gaps are: departments by journeys, then by the stages of each journey, with totals.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "mot/picture/canvas.h"
#include "mot/view/frame.h"
#include "mot/view/matrix/blocks.h"

namespace mot::matrix {

/// What stands behind the gap in a cell of one line: nothing, `5`, or `5 moments`.
enum class CountForm : std::uint8_t { none, number, words };

struct MatrixDrawing : Canvas {
  MatrixDrawing(const PictureInput& what, const PictureOptions& asked);

  PictureInput input;
  std::vector<Block> blocks;
  bool is_slide = false;
  bool is_dense = false;                 ///< many departments on a slide: a line each
  CountForm counts = CountForm::number;  ///< in cells of a line: what all of the table have room for
  double slide_width = 0;
  double slide_height = 0;
  double added_height = 0;  ///< of each row, where a slide has room left; below 0 where it has too little
  double headings = 176;    ///< points for the names of departments
  double cell_width = 98;
  std::vector<std::string> left_out;                 ///< names of departments without room
  std::array<std::optional<double>, 5> widest = {};  ///< gap of the cells that are drawn, by GapClass
};

/// A cell says the gap weighted by importance, how many moments it holds and how complete their picture is. What nobody knows is a
/// dashed question mark, a stage or a department without moments a dashed hole.
extern const Content<MatrixDrawing> content;

}  // namespace mot::matrix
