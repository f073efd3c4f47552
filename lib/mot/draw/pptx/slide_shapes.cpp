#include "mot/draw/pptx/slide_shapes.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/draw/graphviz/identity.h"
#include "mot/draw/graphviz/markup.h"
#include "mot/draw/image_pixels.h"
#include "mot/draw/pptx/card_groups.h"
#include "mot/draw/pptx/glue.h"
#include "mot/draw/pptx/shape_markup.h"
#include "mot/draw/pptx/text_body.h"
#include "mot/typesetting/plain_text.h"

namespace mot::pptx {
namespace {

constexpr std::string_view title_class = "title";
constexpr std::size_t first_item_id = 2;  // 1 is the slide's own group

/// A shape of the ground as a path; of lines its stroke, of areas their fill.
struct GroundLook {
  Path path;
  std::optional<Colour> fill;
  std::optional<Stroke> stroke;
  bool operator==(const GroundLook& other) const { return fill == other.fill && stroke == other.stroke; }
};

struct LookOf {
  GroundLook operator()(const Area& area) const { return {{area.outline, false, true}, area.fill, area.stroke}; }
  GroundLook operator()(const CurvedArea& area) const { return {{area.outline, true, true}, area.fill, {}}; }
  GroundLook operator()(const Curve& curve) const { return {{curve.points, true, false}, {}, curve.stroke}; }
};

class Writer {
 public:
  Writer(const Scene& scene, const SlideContext& context)
      : scene_(scene),
        context_(context),
        groups_(card_groups_of(scene)),
        glue_(scene, first_item_id),
        next_id_(first_item_id + scene.items.size()) {}

  SlideShapes written() && {
    markup_ = R"(<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>)";
    for (const Panel& panel : scene_.panels) add(panel);
    add_ground();
    for (const Connector& connector : scene_.connectors) add(connector);
    for (std::size_t i = 0; i < scene_.items.size(); ++i) {
      if (!groups_.is_item_taken[i]) add_item(i);
    }
    for (const Image& image : scene_.images) add(image);
    markup_ += "</p:spTree>";
    return {std::move(markup_), std::move(links_), std::move(images_)};
  }

 private:
  ShapeName named(const Identity& identity, std::size_t id) {
    ShapeName name{id, drawable(identity.id), tooltip_of(identity)};
    const std::string link = safe_link(identity.url);
    if (is_absolute(link)) {
      links_.push_back(link);
      name.link = fmt::format("rId{}", context_.first_link + links_.size() - 1);
    }
    return name;
  }

  void open_group(const ShapeName& name, const Box& box) {
    markup_ += "<p:grpSp><p:nvGrpSpPr>" + name_markup(name) + "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>" +
               group_frame_markup(box) + "</p:grpSpPr>";
  }

  /// A shape that people can select and fill.
  void add_shape(const ShapeName& name, std::string_view properties, std::string_view text) {
    markup_ += "<p:sp><p:nvSpPr>" + name_markup(name) + "<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>";
    markup_.append(properties).append("</p:spPr>").append(text).append("</p:sp>");
  }

  void add(const Panel& panel) {
    ShapeName name = named(panel.identity, next_id_++);
    name.is_decoration = name.description.empty();
    add_shape(name,
              frame_markup(panel.box) + preset_geometry("rect") + fill_markup(context_.colours, panel.fill) +
                  line_markup(context_.colours, panel.stroke),
              "");
  }

  /// Shapes of the ground that follow one another and look the same are one shape of several paths.
  void add_ground() {
    std::vector<GroundLook> alike;
    for (std::size_t i = 0; i < scene_.ground.size(); ++i) {
      if (groups_.is_ground_taken[i]) continue;
      GroundLook look = std::visit(LookOf{}, scene_.ground[i]);
      if (look.path.points.size() < 2) continue;
      if (!alike.empty() && !(alike.front() == look)) add_alike(alike);
      alike.push_back(look);
    }
    add_alike(alike);
  }

  void add_alike(std::vector<GroundLook>& looks) {
    if (looks.empty()) return;
    std::vector<Path> paths;
    for (const GroundLook& look : looks) paths.push_back(look.path);
    const Box box = box_around(paths);
    const bool is_line = !looks.front().fill;
    const ShapeName name{next_id_++, fmt::format("{} {}", is_line ? "line" : "area", ++ground_shapes_), "", "", true};
    add_shape(name,
              frame_markup(box) + free_geometry(paths, box) + fill_markup(context_.colours, looks.front().fill) +
                  line_markup(context_.colours, looks.front().stroke),
              "");
    looks.clear();
  }

  void add(const Connector& connector) {
    if (connector.points.size() < 4) return;
    const GluedEnd from = glue_.at(connector.from, connector.points.front()), to = glue_.at(connector.to, connector.points.back());
    ShapeName name = named(connector.identity, next_id_++);
    name.is_decoration = name.description.empty();
    markup_ += connector_markup(connector, name, from, to, context_.colours);
  }

  void add_item(std::size_t index) {
    std::visit([&](const auto& item) { add(item, index); }, scene_.items[index]);
  }

  void add(const Card& card, std::size_t index) {
    const std::optional<CardGroup>& group = groups_.of_item[index];
    const bool is_alone = !group || (group->ground.empty() && group->items.empty() && !card.accent);
    if (is_alone) {
      add_card(card, index, named(card.identity, first_item_id + index));
      return;
    }
    ShapeName name = named(card.identity, next_id_++);
    open_group(name, group->box);
    for (const std::size_t shape : group->ground) {
      std::vector<GroundLook> look = {std::visit(LookOf{}, scene_.ground[shape])};
      add_alike(look);
    }
    add_card(card, index, {first_item_id + index, name.name + " text"});
    if (card.accent) add_accent(card);
    for (const std::size_t item : group->items) add_item(item);
    markup_ += "</p:grpSp>";
  }

  void add_card(const Card& card, std::size_t index, const ShapeName& name) {
    add_shape(name,
              frame_markup(card.box) + glue_.rectangle(index) + fill_markup(context_.colours, card.fill) +
                  line_markup(context_.colours, card.stroke),
              text_body(text_of(card), card.lines, {card.box}, context_.colours));
  }

  void add_accent(const Card& card) {
    const ShapeName name{next_id_++, drawable(card.identity.id) + " class", "", "", true};
    add_shape(
        name,
        frame_markup(card.bar()) + preset_geometry("rect") + fill_markup(context_.colours, card.accent) + line_markup(context_.colours, {}),
        "");
  }

  void add(const Marker& marker, std::size_t index) {
    const double side = 2 * marker.radius;
    const Box box{marker.center.x - marker.radius, marker.center.y - marker.radius, side, side};
    add_shape(named(marker.identity, first_item_id + index),
              frame_markup(box) + preset_geometry("ellipse") + fill_markup(context_.colours, marker.fill) +
                  line_markup(context_.colours, marker.stroke),
              middle_text(marker, context_.colours));
  }

  void add(const Label& label, std::size_t index) {
    const bool is_title = context_.has_title && !has_title_ && label.identity.css_class == title_class;
    has_title_ |= is_title;
    markup_ += "<p:sp><p:nvSpPr>" + name_markup(named(label.identity, first_item_id + index));
    markup_ += is_title ? R"(<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr>)"
                        : R"(<p:cNvSpPr txBox="1"/><p:nvPr/>)";
    const DrawnText text = text_of(label);
    Box box = label.box;
    const double above = room_above(text, label.lines);
    box.top -= above, box.height += above;
    markup_ += "</p:nvSpPr><p:spPr>" + frame_markup(box) + glue_.rectangle(index) + "<a:noFill/></p:spPr>";
    markup_ += text_body(text, label.lines, {box, is_title}, context_.colours) + "</p:sp>";
  }

  /// All links are known by then, and their relationships stand before those of images.
  void add(const Image& image) {
    std::string png = png_of(image);
    if (png.empty()) return;
    images_.push_back(std::move(png));
    const std::size_t relationship = context_.first_link + links_.size() + images_.size() - 1;
    markup_ += "<p:pic><p:nvPicPr>" + name_markup({next_id_++, drawable(image.identity.id), tooltip_of(image.identity)}) +
               R"(<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>)" +
               fmt::format(R"(<p:blipFill><a:blip r:embed="rId{}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>)", relationship) +
               "<p:spPr>" + frame_markup(image.box) + preset_geometry("rect") + "</p:spPr></p:pic>";
  }

  const Scene& scene_;
  const SlideContext& context_;
  CardGroups groups_;
  Glue glue_;
  std::size_t next_id_;
  std::size_t ground_shapes_ = 0;
  bool has_title_ = false;
  std::vector<std::string> links_;
  std::vector<std::string> images_;
  std::string markup_;
};

}  // namespace

SlideShapes slide_shapes(const Scene& scene, const SlideContext& context) {
  return Writer(scene, context).written();
}

}  // namespace mot::pptx
