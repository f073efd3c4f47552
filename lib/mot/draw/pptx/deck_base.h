// What slides stand on: a master, a layout, a theme, and the sheet for speaker's notes; our own, or a company's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mot/draw/pptx/colours.h"
#include "mot/draw/pptx/package.h"

namespace mot::pptx {

/// Everything of a presentation but its slides.
struct DeckBase {
  double width = 0;  ///< of a slide, in points
  double height = 0;
  std::vector<TypedPart> parts = {};
  std::vector<Relationship> of_presentation = {};  ///< what the presentation leads to, without slides
  std::string opening_tag = {};                    ///< `<p:presentation …>`
  std::string masters = {};                        ///< `<p:sldMasterIdLst>…`
  std::string notes_master_id = {};                ///< of its relationship
  std::string sizes = {};                          ///< `<p:sldSz …/><p:notesSz …/>`
  std::string text_style = {};                     ///< `<p:defaultTextStyle>…`, or nothing
  std::string layout = {};                         ///< the part that slides are laid out by
  std::string notes_master = {};                   ///< the part
  bool layout_has_title = true;
};

/// Our own, in the colours of a picture's theme.
DeckBase plain_base(const Colours& colours, double width, double height, std::string_view font = {});

/// The sheet for notes with a theme of its own, for a presentation that has none; `relationship` is how the presentation leads to it.
void add_notes_master(DeckBase& base, const Colours& colours, const std::string& relationship, std::string_view font = {});

}  // namespace mot::pptx
