// Scene -> bytes, by Graphviz in process: fixed positions, engine nop2, no layout search.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "mot/picture/scene.h"

namespace mot {

struct DrawOptions {
  double dpi = 96;                               ///< PNG only
  std::optional<std::int64_t> source_date = {};  ///< seconds since 1970 for PDF's date; a fixed date where unknown
  std::span<const Page> pages = {};              ///< PDF only: the sheets of paper it is on; none: one page as large as the scene
};

/// A picture format: the name for --format, the extension for -o, and how it is made. Drawing throws DrawingFailed with
/// Graphviz's own words if Graphviz has any complaint, and TooLarge with advice where a PNG would be too large.
struct PictureFormat {
  std::string_view name;
  std::string_view extension;
  std::string (*draw)(const Scene& scene, const DrawOptions& options);
};

/// svg, png, pdf, dot.
std::span<const PictureFormat> picture_formats();

}  // namespace mot
