// The columns of a slide: stages as wide as their names and marks need, what is left over by their moments.
#include <algorithm>

#include "mot/picture/journey_text.h"
#include "mot/story/drawing.h"
#include "mot/story/slide_findings.h"
#include "mot/story/stages.h"

namespace mot::story {

namespace {

constexpr double around_stage_name = 26;  // chevrons and air
constexpr double least_share = 0.6;       // of an even column, so that marks keep apart

/// The narrowest room in which a stage's name takes so many lines at most, with no word of it broken.
double room_for_name(const StoryDrawing& drawing, const std::string& name, std::size_t most_lines) {
  constexpr double slack = 0.95, step = 4;
  const Font& font = drawing.theme().on_heading.font;
  const double whole = drawing.typesetter().width_of(name, font) / slack;
  for (double width = longest_word(drawing.typesetter(), name, font) / slack; width < whole; width += step) {
    if (set_text(drawing.typesetter(), name, drawing.theme().on_heading, width).lines.size() <= most_lines) return width;
  }
  return whole;
}

constexpr double width_of_aside = 0.6;  // in widths of a moment of the main path

/// The marks that stand side by side in columns, in those of the main path.
double marks_in(const StoryDrawing& drawing, std::size_t first, std::size_t last) {
  double marks = 0;
  for (std::size_t i = first; i <= last; ++i) {
    const journey::Column& column = drawing.plan.columns[i];
    const bool has_main = column.main || column.inner || column.asides.empty();
    const auto beside = static_cast<double>(column.asides.size());
    marks += has_main ? 1 + beside * width_of_aside : std::max(1.0, beside * width_of_aside);
  }
  return marks;
}

/// What each stage needs for its name and its marks, in as few lines as all have room with, and how much that is in all.
double needs_of_stages(const StoryDrawing& drawing, const std::vector<Stretch>& stretches, double pitch, std::vector<double>& needs) {
  double least = 0;
  for (const std::size_t most_lines : {2, 3, 4}) {
    needs.clear(), least = 0;
    for (const Stretch& stretch : stretches) {
      const std::string name = name_among_shown(drawing.journey(), stretch.stage, drawing.input.whole);
      const double marks = marks_in(drawing, stretch.first, stretch.last) * pitch * least_share;
      needs.push_back(std::max(room_for_name(drawing, name, most_lines) + around_stage_name, marks)), least += needs.back();
    }
    if (least <= drawing.content_width()) break;
  }
  return least;
}

}  // namespace

void lay_out_slide(StoryDrawing& drawing) {
  constexpr Font mark{12, Weight::bold, Slant::upright};
  drawing.marks = {
      .score = mark, .glyph = mark, .least_radius = 11, .radius = 11, .badge_radius = 0, .name = 12, .worst_name = 14, .is_brief = true};
  drawing.plan = journey::path_columns_of(drawing.input.workspace, drawing.path, 1'000'000);
  const double whole = drawing.options.width - 2 * slide_margin;
  drawing.left = slide_margin;
  drawing.width = whole * (1 - findings_share) - beside_findings;
  if (drawing.plan.bands.empty()) return;
  Row row{drawing.plan.bands.front(), {}, {}, {}};
  const double all_marks = marks_in(drawing, row.band.begin, row.band.end - 1), pitch = drawing.content_width() / all_marks;
  std::vector<double> needs;
  double sum = 0;
  const auto stretches = stretches_of(drawing.plan, row.band);
  const double least = needs_of_stages(drawing, stretches, pitch, needs);
  // What is left over goes to the stages by their moments.
  const double over = std::max(0.0, drawing.content_width() - least) / all_marks;
  std::vector<double> of_columns;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    const double of_mark = needs[i] / marks_in(drawing, stretches[i].first, stretches[i].last) + over;
    for (std::size_t k = stretches[i].first; k <= stretches[i].last; ++k)
      of_columns.push_back(of_mark * marks_in(drawing, k, k)), sum += of_columns.back();
  }
  const double narrowest = *std::ranges::min_element(of_columns) / sum * drawing.content_width();
  if (narrowest < 2 * drawing.marks.least_radius + 3) drawing.marks.least_radius = std::clamp(narrowest / 2 - 1.5, 3.0, 8.0);
  double x = drawing.content_left();
  for (std::size_t i = 0; i < of_columns.size(); ++i) {
    const double width = of_columns[i] / sum * drawing.content_width();
    const double gap = std::min(column_gap, width / 3);
    row.lefts.push_back(x + gap / 2), row.widths.push_back(width - gap);
    // What follows from a moment under a condition has the room at its right.
    row.centers.push_back(x + width / marks_in(drawing, row.band.begin + i, row.band.begin + i) / 2);
    x += width;
  }
  drawing.rows.push_back(std::move(row));
}

}  // namespace mot::story
