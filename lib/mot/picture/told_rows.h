// Rows of what is written besides scores, under the columns of a path: what customers do, think and feel, pains and gains, channels, times,
// KPIs, and the project's own lanes. The same in every picture of a journey.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mot/picture/canvas.h"
#include "mot/picture/path_columns.h"

namespace mot {

/// One text of a row.
struct ToldText {
  std::string text;
  std::optional<GapClass> tone = {};  ///< where it says whether something is as it should be
  long weight = 0;                    ///< how severe it is, of 3, as the marks say that it begins with
  bool operator==(const ToldText&) const = default;
};

/// `Landing to kerb: 41 min of at most 45`, and whether that is as it should be.
ToldText kpi_text(const Wording& wording, const Kpi& kpi);

/// A row that a journey has something to say in.
struct ToldRow {
  std::string id;  ///< `thinks`, `lane-1`
  std::string heading;
  std::string remark;                                 ///< under the heading
  std::vector<std::vector<ToldText>> at_stages;       ///< by index of Journey::stages
  std::vector<std::vector<ToldText>> at_touchpoints;  ///< by index of Workspace::touchpoints; only those of the journey
};

/// Which rows are drawn: all but the hidden ones, or where some are to be shown, these alone. By key: `thinks`, or the name of a lane.
struct RowChoice {
  std::vector<std::string> shown;
  std::vector<std::string> hidden;
};

/// The rows that have anything in them, in their order.
std::vector<ToldRow> told_rows(const Workspace& workspace, const Journey& journey, const RowChoice& choice);

/// The keys there can be: the fixed ones, then the project's lanes.
std::vector<std::string_view> told_row_keys(const Workspace& workspace);

/// Where the texts of a column stand.
struct ToldColumn {
  double left = 0;
  double width = 0;
  double right() const { return left + width; }
};

/// A heading stands left of its row, or over it.
enum class ToldHeadings : std::uint8_t { beside, above };

/// Where rows are put: headings at the left of the canvas or in the panel, columns of texts.
struct ToldGrid {
  double headings = 0;  ///< width of a heading beside
  double left = 0;      ///< of the panel
  std::function<ToldColumn(const journey::Band& band, std::size_t column)> column;
  std::function<double(const journey::Band& band)> width;  ///< of the band's panel
  ToldHeadings place = ToldHeadings::beside;
};

/// Columns of one width: `pitch` from one to the next, `gutter` between their texts.
ToldGrid even_grid(double headings, double left, double pitch, double gutter);

/// What the rows of a picture are drawn from.
struct ToldRows {
  const Workspace& workspace;
  const journey::PathColumns& plan;
  ToldGrid grid;
  std::optional<std::size_t> department;  ///< what others do fades
  std::vector<ToldRow> rows;
  std::size_t most_lines = 5;  ///< of one text; 0: as many as it takes
};

/// Draws the rows below `canvas.y` under the columns of the band, and leaves it at their lower edge.
void draw_told_rows(Canvas& canvas, const ToldRows& told, const journey::Band& band);

}  // namespace mot
