#include "mot/draw/graphviz/svg.h"

#include <fmt/format.h>

#include <charconv>
#include <iterator>
#include <stdexcept>

#include "mot/draw/graphviz/background.h"
#include "mot/draw/graphviz/graph.h"
#include "mot/draw/graphviz/identity.h"
#include "mot/draw/graphviz/images.h"
#include "mot/draw/graphviz/lines.h"
#include "mot/draw/graphviz/markup.h"
#include "mot/draw/graphviz/svg_element.h"
#include "mot/typesetting/plain_text.h"
#include "mot/typesetting/typesetter.h"

namespace mot {

namespace {

std::string attribute(std::string_view name, std::string_view value) {
  return value.empty() ? "" : fmt::format(R"( {}="{}")", name, value);
}

std::string look_of(const Run& run) {
  return fmt::format(R"( font-size="{}" fill="{}"{}{})", decimal(run.font.size), hex(run.colour),
                     run.font.weight == Weight::bold ? R"( font-weight="bold")" : "",
                     run.font.slant == Slant::italic ? R"( font-style="italic")" : "");
}

struct Anchor {
  double x;
  std::string_view name;
};

/// Where a line is held, so that it stays in its place with any font: at its left, its middle or its right.
Anchor anchor_of(const DrawnText& text, bool right_to_left) {
  switch (text.align) {
    case Align::left:
      return {text.box.left, right_to_left ? "end" : ""};
    case Align::center:
      return {text.box.center().x, "middle"};
    case Align::right:
      return {text.box.right(), right_to_left ? "" : "end"};
  }
  return {};
}

/// Trap: Graphviz writes a text element a run, and the blanks between them are lost. A line is one element here, and blanks are kept
/// (`xml:space` of the picture). It stands where the scene says to a hundredth; in PNG and PDF Graphviz sets it within half a point.
std::string text_element(const DrawnText& text, const DrawnLine& line) {
  const Anchor anchor = anchor_of(text, line.reads_right_to_left);
  std::string element = fmt::format(R"(<text x="{}" y="{}"{}{})", decimal(anchor.x), decimal(text.box.top + line.baseline),
                                    attribute("text-anchor", anchor.name), attribute("direction", line.reads_right_to_left ? "rtl" : ""));
  if (line.runs.size() == 1) return element + look_of(line.runs[0]) + ">" + xml_escaped(line.runs[0].text) + "</text>\n";
  element += ">";
  for (const Run& run : line.runs) element += "<tspan" + look_of(run) + ">" + xml_escaped(run.text) + "</tspan>";
  return element + "</text>\n";
}

/// Goes through Graphviz's SVG line by line.
class Tidier {
 public:
  explicit Tidier(const Scene& scene) : scene_(scene) {}

  std::string tidy(std::string_view drawn) {
    svg_.reserve(drawn.size());
    open_picture();
    for (std::size_t begin = drawn.find("<g "); begin < drawn.size();) {
      const std::size_t end = std::min(drawn.find('\n', begin), drawn.size());
      take(drawn.substr(begin, end - begin));
      begin = end + 1;
    }
    return std::move(svg_);
  }

 private:
  void open_picture() {
    const std::string width = decimal(scene_.width);
    const std::string height = decimal(scene_.height);
    fmt::format_to(
        std::back_inserter(svg_),
        R"(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" id="{0}" width="{1}pt" height="{2}pt" )"
        R"(viewBox="0 0 {1} {2}" role="img" aria-labelledby="{0}--title {0}--description" font-family="{3}" xml:space="preserve">)"
        "\n<title id=\"{0}--title\">{4}</title>\n<desc id=\"{0}--description\">{5}</desc>\n",
        xml_escaped(scene_.id), width, height, xml_escaped(font_stack_with(scene_.font)), xml_escaped(drawable(scene_.title)),
        xml_escaped(drawable(scene_.description)));
  }

  void take(std::string_view line) {
    if (line.starts_with("<g "))
      open(attribute_of(line, "id"));
    else if (line.starts_with("</g>"))
      close();
    else if (line.starts_with("</svg>"))
      svg_ += image_elements(scene_) + "</svg>\n";
    else if (line.starts_with("<polygon") || line.starts_with("<path") || line.starts_with("<polyline") || line.starts_with("<ellipse"))
      svg_ += placed_shape(line, scene_, extra_);
    // Comments, titles that are names inside the graph, and blanks that fill cells are left out.
  }

  /// A group of Graphviz's, by the mark and the number it has been given; the whole picture's has another id.
  void open(std::string_view id) {
    identity_ = nullptr;
    text_ = {};
    std::size_t number = 0;
    if (++depth_ == 1) return;
    std::from_chars(id.data() + 1, id.data() + id.size(), number);
    if (id[0] == panel_mark) identity_ = &scene_.panels.at(number).identity;
    if (id[0] == connector_mark) identity_ = &scene_.connectors.at(number).identity;
    if (id[0] == item_mark) std::visit([&](const auto& item) { open_item(item); }, scene_.items.at(number));
    open_group(id[0] == panel_mark || (id[0] == item_mark && is_clear(scene_.items.at(number))) ? R"( pointer-events="all")" : "");
  }

  static bool is_clear(const Item& item) {
    const auto* card = std::get_if<Card>(&item);
    return card != nullptr && !card->fill;
  }

  template <class Item>
  void open_item(const Item& item) {
    identity_ = &item.identity;
    text_ = text_of(item);
  }

  void open_group(std::string_view whole_area) {
    const std::string tooltip = tooltip_of(*identity_);
    link_ = safe_link(identity_->url);
    svg_ += "<g" + attribute("id", xml_escaped(full_id(scene_, *identity_))) + attribute("class", xml_escaped(drawable_class(*identity_))) +
            ">";
    if (!tooltip.empty()) svg_ += "<title>" + xml_escaped(tooltip) + "</title>";
    if (!link_.empty()) svg_ += "<a" + attribute("xlink:href", xml_escaped(link_)) + ">";
    svg_ += "\n";
    // A panel or a clear card has no fill of its own, yet all of it answers to the pointer.
    extra_ = tooltip.empty() && link_.empty() ? "" : whole_area;
  }

  void close() {
    if (--depth_ == 0) return;
    for (const DrawnLine& line : text_.lines) {
      if (!line.runs.empty()) svg_ += text_element(text_, line);
    }
    text_ = {};
    svg_ += link_.empty() ? "</g>\n" : "</a></g>\n";
    extra_ = "";
  }

  const Scene& scene_;
  std::string svg_;
  int depth_ = 0;
  const Identity* identity_ = nullptr;
  std::string link_;
  std::string_view extra_;
  DrawnText text_;
};

}  // namespace

std::string tidy_svg(std::string_view drawn, const Scene& scene) {
  return Tidier(scene).tidy(drawn);
}

}  // namespace mot
