#include "mot/draw/draw.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "mot/draw/deck.h"
#include "mot/draw/graphviz/graph.h"
#include "mot/draw/graphviz/pdf.h"
#include "mot/draw/graphviz/png.h"
#include "mot/draw/graphviz/svg.h"
#include "mot/text/errors.h"

namespace mot {

namespace {

constexpr double most_pixels_a_side = 32'766;
constexpr double most_pixels = 400e6;  // 1.6 GB while they are drawn

/// Trap: a picture of more pixels is silently scaled down.
void check_size(const Scene& scene, double dpi) {
  const double width = scene.width * dpi / points_per_inch;
  const double height = scene.height * dpi / points_per_inch;
  const double share = std::min({most_pixels_a_side / width, most_pixels_a_side / height, std::sqrt(most_pixels / (width * height))});
  if (share >= 1) return;
  throw TooLarge(
      fmt::format("a PNG of {:.0f} by {:.0f} pixels is too large; take at most {:.0f} dots per inch instead of {:g}, or SVG or PDF, "
                  "which have no such bound",
                  width, height, std::floor(dpi * share + 1e-6), dpi));
}

std::string draw_svg(const Scene& scene, const DrawOptions&) {
  return tidy_svg(render(graph_of(scene, Target::svg, points_per_inch), fixed_positions, "svg"), scene);
}

std::string draw_png(const Scene& scene, const DrawOptions& options) {
  check_size(scene, options.dpi);
  return png_of(scene, options.dpi);
}

std::string draw_pdf(const Scene& scene, const DrawOptions& options) {
  return pdf_of(scene, options.pages, options.source_date.value_or(fixed_date));
}

/// Trap: Graphviz's own DOT of a layout rounds to five digits, and text of other hands breaks at 16 384 characters. Written by cgraph,
/// positions stay as they are and long lines can be read back.
std::string draw_dot(const Scene& scene, const DrawOptions&) {
  return graph_of(scene, Target::dot, points_per_inch)->written();
}

std::string draw_pptx(const Scene& scene, const DrawOptions& options) {
  std::vector<Slide> slides;
  for (const Scene& page : scenes_of(scene, options.pages)) slides.push_back({page, page.description});
  return deck_of(slides, {.theme = options.theme, .source_date = options.source_date, .company = options.company});
}

constexpr std::array<PictureFormat, 5> formats = {{{"svg", ".svg", draw_svg},
                                                   {"png", ".png", draw_png},
                                                   {"pdf", ".pdf", draw_pdf, true},
                                                   {"dot", ".dot", draw_dot},
                                                   {"pptx", ".pptx", draw_pptx, true}}};

}  // namespace

std::span<const PictureFormat> picture_formats() {
  return formats;
}

}  // namespace mot
