// Scene -> bytes: by Graphviz in process (fixed positions, engine nop2, no layout search), or as native shapes of a slide.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "mot/picture/scene.h"

namespace mot {

struct Theme;

/// 2000-01-01 in seconds since 1970: what a file says where nobody says when it was made.
inline constexpr std::int64_t fixed_date = 946684800;

struct DrawOptions {
  double dpi = 96;                               ///< PNG only
  std::optional<std::int64_t> source_date = {};  ///< seconds since 1970 for the date of PDF and PPTX; a fixed date where unknown
  std::span<const Page> pages = {};              ///< PDF and PPTX: the sheets of paper it is on; none: one page as large as the scene
  const Theme* theme = nullptr;                  ///< PPTX only: that of the picture; null: the light one
  std::string_view company = {};                 ///< PPTX only: as in DeckOptions
};

/// A picture format: the name for --format, the extension for -o, and how it is made. Drawing throws DrawingFailed with
/// Graphviz's own words if Graphviz has any complaint, and TooLarge with advice where a PNG would be too large.
struct PictureFormat {
  std::string_view name;
  std::string_view extension;
  std::string (*draw)(const Scene& scene, const DrawOptions& options);
  bool has_pages = false;  ///< heeds DrawOptions::pages
};

/// svg, png, pdf, dot, pptx.
std::span<const PictureFormat> picture_formats();

}  // namespace mot
