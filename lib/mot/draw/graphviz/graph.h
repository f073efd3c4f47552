// Scene -> Graphviz's graph: everything where the scene says, nothing left to lay out.
#pragma once

#include <memory>

#include "mot/draw/graphviz/graphviz.h"
#include "mot/picture/scene.h"

namespace mot {

inline constexpr double points_per_inch = 72;

/// The engine that leaves everything where it is.
inline constexpr const char* fixed_positions = "nop2";

/// What the graph is made for: SVG gets text, names, tooltips and links after Graphviz, PDF gets links then, and DOT has it all.
enum class Target { svg, png, pdf, dot };

/// The ids of groups in the SVG that Graphviz writes for Target::svg: a letter and the number of the panel, connector or item.
inline constexpr char panel_mark = 'p';
inline constexpr char connector_mark = 'c';
inline constexpr char item_mark = 'i';

/// Throws std::logic_error where two ids are the same or a connector joins what is no item.
std::unique_ptr<Graph> graph_of(const Scene& scene, Target target, double dpi);

}  // namespace mot
