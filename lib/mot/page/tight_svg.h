// SVG as short as a page can have it.
#pragma once

#include <string>
#include <string_view>

namespace mot {

/// SVG without what a page has no use for: line breaks between tags, groups but for their tooltips, strokes that are none, hundredths of
/// a point, a namespace for links. Polygons are paths, from point to point; circles of curves are circles. A backtick is written as
/// everywhere on the page.
std::string tight_svg(std::string_view svg);

}  // namespace mot
