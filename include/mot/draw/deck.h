// Pictures as a presentation: native shapes that people can edit, a slide a picture.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/picture/scene.h"

namespace mot {

struct Theme;

/// A picture on a slide, and what the speaker has before them.
struct Slide {
  Scene scene;
  std::string notes = {};  ///< a line a paragraph; may be empty
};

struct DeckOptions {
  const Theme* theme = nullptr;                  ///< the pictures'; null: the light one
  std::optional<std::int64_t> source_date = {};  ///< seconds since 1970 for the date it says it was made at; a fixed date where unknown
  std::string_view company = {};                 ///< bytes of a presentation whose master, colours and fonts are taken; empty: our own
};

/// PPTX. At least one slide. A card with what stands on it is a group, connectors are glued, curves are freeforms. Every slide is as large
/// as the first picture, or as the company's; pictures of another size are fitted. The same slides give the same bytes. Throws
/// std::runtime_error that completes "'x.pptx' …" where `company` is no presentation.
std::string deck_of(std::span<const Slide> slides, const DeckOptions& options = {});

struct SlideSize {
  double width = 0;  ///< points
  double height = 0;
};

/// Of a presentation by its bytes. Throws likewise.
SlideSize slide_size_of(std::string_view company);

/// What stands on each page, as pictures of their own; the picture itself where there are no pages.
std::vector<Scene> scenes_of(const Scene& scene, std::span<const Page> pages);

}  // namespace mot
