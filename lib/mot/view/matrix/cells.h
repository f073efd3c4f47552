// Cells of the matrix: the gap, how many moments it holds, and how complete their picture is.
#pragma once

#include <string>

#include "mot/view/matrix/matrix.h"

namespace mot::matrix {

void draw_cell(MatrixDrawing& drawing, const std::string& id, const Touchpoints& touchpoints, const Box& box);

/// Nothing stands where something should.
void draw_hole(MatrixDrawing& drawing, const std::string& id, const Box& box);

/// The department has no part in it.
void draw_blank(MatrixDrawing& drawing, const Box& box);

/// In the legend, once all cells are drawn.
void explain_gaps(MatrixDrawing& drawing);

/// Points that a cell of one line takes; 0 where it holds nothing.
double dense_cell_width(const MatrixDrawing& drawing, const Touchpoints& touchpoints, CountForm form = CountForm::number);

}  // namespace mot::matrix
