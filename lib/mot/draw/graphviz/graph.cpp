#include "mot/draw/graphviz/graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>

#include "mot/draw/graphviz/background.h"
#include "mot/draw/graphviz/bezier.h"
#include "mot/draw/graphviz/identity.h"
#include "mot/draw/graphviz/labels.h"
#include "mot/draw/graphviz/markup.h"
#include "mot/typesetting/typesetter.h"

namespace mot {

namespace {

constexpr double least_arrow_length = 6;       // points
constexpr double arrow_length_to_width = 1.6;  // of its line, so that the arrow of a wide one is seen
constexpr double graphviz_arrow_length = 10;   // its units, at arrowsize 1

std::string inches(double points) {
  return fmt::format("{}", points * drawing_scale / points_per_inch);
}

std::string position(Point point) {
  return decimal(point.x) + "," + decimal(point.y);
}

std::string width_of(const Stroke& stroke) {
  return decimal(stroke.width * drawing_scale);
}

std::string arrow_size(double length) {
  return decimal(length * drawing_scale / graphviz_arrow_length);
}

std::string style_of(const Stroke& stroke, std::string_view before = "") {
  const std::string_view dash = stroke.dash == Dash::dashed ? "dashed" : stroke.dash == Dash::dotted ? "dotted" : "solid";
  return fmt::format("{}{}{}", before, before.empty() ? "" : ",", dash);
}

/// Builds the graph; keeps the attributes that are set for every thing of a kind.
class Builder {
 public:
  Builder(const Scene& scene, Target target, double dpi) : scene_(scene), target_(target), graph_(std::make_unique<Graph>(scene.id)) {
    set_graph(dpi);
    declare();
    // Trap: cgraph looks for every node in each subgraph when it writes. In one subgraph of all it is looked for once.
    panels_ = new_subgraph(graph_->get(), "panels");
  }

  std::unique_ptr<Graph> built() && {
    for (std::size_t i = 0; i < scene_.panels.size(); ++i) add(scene_.panels[i], i);
    for (std::size_t i = 0; i < scene_.items.size(); ++i) std::visit([&](const auto& item) { add(item, i); }, scene_.items[i]);
    for (std::size_t i = 0; i < scene_.connectors.size(); ++i) add(scene_.connectors[i], i);
    // Trap: a subgraph takes over what its graph has, and compares all of it with what is known: so a long text comes last.
    set(graph_->get(), background_, background_of(scene_));
    return std::move(graph_);
  }

 private:
  struct Names {
    Agsym_t* id;
    Agsym_t* css_class;
    Agsym_t* tooltip;
    Agsym_t* url;
  };

  void set_graph(double dpi) {
    // Trap: the graph's own `bb` is ignored and grows with every curve's control points; a viewport holds.
    graph_->set("viewport", fmt::format("{},{},{},{},{}", scene_.width, scene_.height, 1.0 / drawing_scale,
                                        scene_.width * drawing_scale / 2, scene_.height * drawing_scale / 2));
    graph_->set("margin", "0");  // Trap: PDF has half an inch of its own
    graph_->set("pad", "0");
    graph_->set("notranslate", "true");
    graph_->set("outputorder", "edgesfirst");
    background_ = graph_->declare(AGRAPH, "_background", "");
    if (target_ == Target::png) graph_->set("dpi", fmt::format("{}", dpi));
    // Trap: a tooltip of the graph would make a link of everything in the background, so there is none.
  }

  Names declare_names(int kind) {
    const auto declare = [&](const char* attribute) { return graph_->declare(kind, attribute, ""); };
    return {declare("id"), declare("class"), declare("tooltip"), declare("URL")};
  }

  void declare() {
    panel_names_ = declare_names(AGRAPH);
    item_names_ = declare_names(AGNODE);
    connector_names_ = declare_names(AGEDGE);
    box_ = graph_->declare(AGRAPH, "bb", "");
    ground_ = graph_->declare(AGRAPH, "bgcolor", hex(scene_.page));
    panel_colour_ = graph_->declare(AGRAPH, "pencolor", "");
    panel_width_ = graph_->declare(AGRAPH, "penwidth", "1");
    panel_style_ = graph_->declare(AGRAPH, "style", "");
    // Trap: fonts reach SVG unescaped. Ours is the one of the typesetter.
    graph_->declare(AGNODE, "fontname", font_stack_with(scene_.font));
    graph_->declare(AGNODE, "margin", "0");
    graph_->declare(AGNODE, "fixedsize", "shape");
    shape_ = graph_->declare(AGNODE, "shape", "box");
    position_ = graph_->declare(AGNODE, "pos", "");
    node_width_ = graph_->declare(AGNODE, "width", "0");
    node_height_ = graph_->declare(AGNODE, "height", "0");
    label_ = graph_->declare(AGNODE, "label", "");
    fill_ = graph_->declare(AGNODE, "fillcolor", "");
    colour_ = graph_->declare(AGNODE, "color", "");
    pen_width_ = graph_->declare(AGNODE, "penwidth", "1");
    style_ = graph_->declare(AGNODE, "style", "");
    path_ = graph_->declare(AGEDGE, "pos", "");
    edge_colour_ = graph_->declare(AGEDGE, "color", "");
    edge_width_ = graph_->declare(AGEDGE, "penwidth", "1");
    edge_style_ = graph_->declare(AGEDGE, "style", "");
    arrowhead_ = graph_->declare(AGEDGE, "arrowhead", "normal");
    arrow_size_ = graph_->declare(AGEDGE, "arrowsize", arrow_size(least_arrow_length));
  }

  void name(void* object, const Names& names, const Identity& identity, char mark, std::size_t number) const {
    if (target_ == Target::svg) set(object, names.id, fmt::format("{}{}", mark, number));
    if (target_ != Target::dot) return;
    set(object, names.id, full_id(scene_, identity));
    set(object, names.css_class, drawable_class(identity));
    set(object, names.tooltip, tooltip_escaped(tooltip_of(identity)));
    // Trap: links reach SVG unescaped; here they hold nothing but `&` that would have to be.
    set(object, names.url, xml_escaped(safe_link(identity.url)));
  }

  void add(const Panel& panel, std::size_t number) {
    // Trap: the background has neither ids nor tooltips, and a filled cluster hides it: so panels are clusters without a fill as well.
    const std::string name_of_cluster = "cluster_" + full_id(scene_, panel.identity);
    Agraph_t* cluster = new_subgraph(panels_, name_of_cluster);
    name(cluster, panel_names_, panel.identity, panel_mark, number);
    const Point low = enlarged({panel.box.left, panel.box.bottom()}, scene_);
    const Point high = enlarged({panel.box.right(), panel.box.top}, scene_);
    set(cluster, box_, position(low) + "," + position(high));
    set(cluster, ground_, "");  // else the page's
    set(cluster, panel_colour_, panel.stroke ? hex(panel.stroke->colour) : "transparent");
    if (!panel.stroke) return;
    set(cluster, panel_width_, width_of(*panel.stroke));
    set(cluster, panel_style_, style_of(*panel.stroke));
  }

  Agnode_t* add_node(const Identity& identity, const Box& box, std::size_t number) {
    const auto [known, is_new] = nodes_.emplace(identity.id, nullptr);
    if (!is_new) throw std::logic_error("two items of a scene have the id '" + identity.id + "'");
    Agnode_t* node = new_node(graph_->get(), full_id(scene_, identity));
    known->second = node;
    name(node, item_names_, identity, item_mark, number);
    set(node, position_, position(enlarged(box.center(), scene_)));
    set(node, node_width_, inches(box.width));
    set(node, node_height_, inches(box.height));
    return node;
  }

  void set_surface(Agnode_t* node, std::optional<Colour> fill, const Stroke& stroke) {
    if (fill) set(node, fill_, hex(*fill));
    set(node, colour_, hex(stroke.colour));
    set(node, pen_width_, width_of(stroke));
    set(node, style_, style_of(stroke, fill ? "filled" : ""));
  }

  /// SVG gets its text from the scene: so Graphviz need not set it, which would take longer than all the rest.
  void set_label(Agnode_t* node, DrawnText text, const LabelFrame& frame) {
    if (target_ == Target::svg) text.lines.clear();
    const std::string label = label_of(text, frame);
    if (!label.empty()) set_html(node, label_, label);
  }

  void add(const Card& card, std::size_t number) {
    Agnode_t* node = add_node(card.identity, card.box, number);
    set_surface(node, card.fill, card.stroke);
    set_label(node, text_of(card), {card.box, card.accent, card.stroke.width, card.begins_at_right});
  }

  void add(const Marker& marker, std::size_t number) {
    const DrawnText text = text_of(marker);
    Agnode_t* node = add_node(marker.identity, text.box, number);
    set(node, shape_, "circle");
    set_surface(node, marker.fill, marker.stroke);
    set_label(node, text, {.node = text.box, .bar = {}});
  }

  void add(const Label& label, std::size_t number) {
    const DrawnText text = text_of(label);
    Box box = label.box;
    if (!text.lines.empty()) box.height = std::max(box.height, text.lines.back().bottom);
    Agnode_t* node = add_node(label.identity, box, number);
    set(node, shape_, "none");
    set_label(node, text, {.node = box, .bar = {}});
  }

  Agnode_t* node_of(const Connector& connector, const std::string& id) const {
    const auto found = nodes_.find(id);
    if (found == nodes_.end()) throw std::logic_error("connector '" + connector.identity.id + "' joins '" + id + "', which is not an item");
    return found->second;
  }

  void add(const Connector& connector, std::size_t number) {
    if (connector.points.size() < 4) return;
    Agedge_t* edge = new_edge(graph_->get(), node_of(connector, connector.from), node_of(connector, connector.to));
    name(edge, connector_names_, connector.identity, connector_mark, number);
    const bool has_arrow = connector.arrow == Arrow::end;
    const double arrow_length = std::max(least_arrow_length, arrow_length_to_width * connector.stroke.width);
    // Trap: Graphviz routes edges without a path, for a minute at 1 000.
    std::string path = has_arrow ? "e," + position(enlarged(connector.points.back(), scene_)) : "";
    for (const Point& point : has_arrow ? shortened(connector.points, arrow_length) : connector.points)
      path += (path.empty() ? "" : " ") + position(enlarged(point, scene_));
    set(edge, path_, path);
    if (!has_arrow) set(edge, arrowhead_, "none");
    if (has_arrow && arrow_length > least_arrow_length) set(edge, arrow_size_, arrow_size(arrow_length));
    set(edge, edge_colour_, hex(connector.stroke.colour));
    set(edge, edge_width_, width_of(connector.stroke));
    set(edge, edge_style_, style_of(connector.stroke));
  }

  const Scene& scene_;
  Target target_;
  std::unique_ptr<Graph> graph_;
  Agraph_t* panels_ = nullptr;
  std::map<std::string, Agnode_t*, std::less<>> nodes_;
  Names panel_names_, item_names_, connector_names_;
  Agsym_t *background_, *box_, *ground_, *panel_colour_, *panel_width_, *panel_style_;
  Agsym_t *shape_, *position_, *node_width_, *node_height_, *label_, *fill_, *colour_, *pen_width_, *style_;
  Agsym_t *path_, *edge_colour_, *edge_width_, *edge_style_, *arrowhead_, *arrow_size_;
};

}  // namespace

std::unique_ptr<Graph> graph_of(const Scene& scene, Target target, double dpi) {
  return Builder(scene, target, dpi).built();
}

}  // namespace mot
