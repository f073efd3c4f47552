// Journeys inside journeys, as a list under the curves.
#include <fmt/format.h>

#include <algorithm>

#include "mot/analysis/journey_tree.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/text/numbers.h"
#include "mot/view/portfolio/plot.h"

namespace mot::portfolio {

namespace {

constexpr double indent = 16, between_lines = 3, most_indents = 12;
constexpr double above_heading = 22, under_heading = 5;

/// `Lost luggage: 5 moments, delivered 61 %`.
std::string text_of(const PortfolioDrawing& drawing, const TreeLine& line) {
  const Summary& summary = drawing.input.analysis.journeys[line.journey];
  const std::string& name = drawing.input.workspace.journeys[line.journey].name.value;
  const Wording& wording = drawing.wording;
  if (line.is_again) return wording("{journey}: as above", {{"journey", name}});
  const auto& delivered = summary.delivered.value;
  return fmt::format(
      "{}: {}, {}", name, wording.count(summary.touchpoints, "{count} moments"),
      delivered ? wording("delivered {percent}", {{"percent", wording.percent(*delivered)}}) : wording("delivered: unknown"));
}

}  // namespace

void draw_tree(PortfolioDrawing& drawing) {
  const std::vector<TreeLine> tree = journey_tree(drawing.input.workspace);
  if (tree.empty()) return;
  const Theme& theme = drawing.theme();
  const double width = drawing.grid.total();
  drawing.y += above_heading;
  const auto heading = set_text(drawing.typesetter(), drawing.wording("Journeys in journeys"), theme.heading, width).lines;
  drawing.y = put_text(drawing, {"tree", "heading", "", ""}, {{drawing.left, drawing.y}, width}, heading).bottom() + under_heading;
  for (const TreeLine& line : tree) {
    const double in = indent * std::min(static_cast<double>(line.depth), most_indents);
    const TextStyle style = line.depth == 0 ? theme.name : TextStyle{theme.body.font, theme.ink};
    const std::string id = "tree-" + drawing.input.workspace.journeys[line.journey].id.value;
    drawing.y = put_text(drawing, {id, "tree", "", ""}, {{drawing.left + in, drawing.y}, width - in},
                         set_text(drawing.typesetter(), text_of(drawing, line), style, width - in).lines)
                    .bottom() +
                between_lines;
  }
}

}  // namespace mot::portfolio
