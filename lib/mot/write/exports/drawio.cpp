#include "mot/write/exports/drawio.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/write/xml.h"

namespace mot {
namespace {

// In draw.io's points.
constexpr int margin = 40;
constexpr int box_width = 180;
constexpr int box_height = 70;
constexpr int gap = 30;
constexpr int head = 40;  // of a stage

std::string fill_of(GapClass gap_class) {
  constexpr std::string_view fills[] = {"#d5e8d4", "#fff2cc", "#ffe6cc", "#f8cecc", "#f5f5f5"};  // draw.io's own palette, by GapClass
  static_assert(std::size(fills) == names_of<GapClass>.size());
  return std::string(fills[static_cast<std::size_t>(gap_class)]);
}

/// The cells of one page.
class Page {
 public:
  Page(const Workspace& workspace, const Analysis& analysis) : workspace_(workspace), analysis_(analysis) {}

  std::string text(const Journey& journey) {
    std::size_t tallest = 0;
    for (const Stage& stage : journey.stages) {
      std::size_t count = 0;
      for_each_touchpoint(stage.steps, [&](const Link<Touchpoint>&) { ++count; });
      tallest = std::max(tallest, count);
    }
    for (std::size_t i = 0; i < journey.stages.size(); ++i) add_stage(journey.stages[i], i, tallest);
    return cells_;
  }

 private:
  void add_stage(const Stage& stage, std::size_t column, std::size_t tallest) {
    const int width = box_width + 2 * gap, height = head + static_cast<int>(tallest) * (box_height + gap) + gap;
    const std::string id = fmt::format("stage-{}", column);
    add_vertex(id, "1", stage.name.value, "swimlane;startSize=40;html=0;whiteSpace=wrap;fillColor=#dae8fc;strokeColor=#6c8ebf;",
               {margin + static_cast<int>(column) * (width + gap), margin, width, height});
    std::size_t row = 0;
    add_steps(stage.steps, id, row, false);
  }

  void add_steps(const std::vector<PathStep>& steps, const std::string& stage, std::size_t& row, bool is_branch) {
    for (const PathStep& step : steps) {
      if (step.touchpoint.index) add_touchpoint(*step.touchpoint.index, stage, row++, is_branch);
      add_steps(step.steps, stage, row, true);
    }
  }

  void add_touchpoint(std::size_t index, const std::string& stage, std::size_t row, bool is_branch) {
    const Touchpoint& touchpoint = workspace_.touchpoints[index];
    const std::string id = fmt::format("{}-{}", stage, row);
    const std::string border = touchpoint.moment_of_truth.value ? "strokeWidth=3;" : "";
    const std::string dashes = is_branch || touchpoint.when ? "dashed=1;" : "";
    add_vertex(id, stage, touchpoint.name.value,
               fmt::format("rounded=1;html=0;whiteSpace=wrap;fillColor={};strokeColor=#666666;{}{}",
                           fill_of(analysis_.touchpoints[index].gap_class), border, dashes),
               {gap, head + gap + static_cast<int>(row) * (box_height + gap), box_width, box_height});
    if (is_branch || touchpoint.when) return;  // it is beside the main path
    if (!last_.empty()) add_edge(last_, id);
    last_ = id;
  }

  struct Box {
    int x, y, width, height;
  };

  void add_vertex(const std::string& id, const std::string& parent, std::string_view label, const std::string& style, const Box& box) {
    cells_ += fmt::format(
        "        <mxCell id=\"{}\" value=\"{}\" style=\"{}\" vertex=\"1\" parent=\"{}\">\n"
        "          <mxGeometry x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" as=\"geometry\"/>\n        </mxCell>\n",
        id, xml_text(label), style, parent, box.x, box.y, box.width, box.height);
  }
  void add_edge(const std::string& from, const std::string& to) {
    cells_ += fmt::format(
        "        <mxCell id=\"{0}-to-{1}\" style=\"edgeStyle=orthogonalEdgeStyle;rounded=1;html=0;\" edge=\"1\" parent=\"1\" "
        "source=\"{0}\" "
        "target=\"{1}\">\n          <mxGeometry relative=\"1\" as=\"geometry\"/>\n        </mxCell>\n",
        from, to);
  }

  const Workspace& workspace_;
  const Analysis& analysis_;
  std::string cells_;
  std::string last_;  ///< the box that the next one follows
};

}  // namespace

std::string drawio_file(const Workspace& workspace, const Analysis& analysis) {
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<mxfile host=\"mot\">\n";
  for (const Journey& journey : workspace.journeys) {
    text += fmt::format(
        "  <diagram id=\"{}\" name=\"{}\">\n    <mxGraphModel grid=\"1\" gridSize=\"10\" page=\"0\">\n      <root>\n"
        "        <mxCell id=\"0\"/>\n        <mxCell id=\"1\" parent=\"0\"/>\n",
        xml_text(journey.id.value), xml_text(journey.name.value));
    text += Page(workspace, analysis).text(journey);
    text += "      </root>\n    </mxGraphModel>\n  </diagram>\n";
  }
  return text + "</mxfile>\n";
}

}  // namespace mot
