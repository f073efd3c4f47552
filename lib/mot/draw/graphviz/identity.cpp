#include "mot/draw/graphviz/identity.h"

#include <algorithm>

#include "mot/text/utf8.h"
#include "mot/typesetting/plain_text.h"

namespace mot {

std::string full_id(const Scene& scene, const Identity& identity) {
  return scene.id + "-" + identity.id;
}

std::string tooltip_of(const Identity& identity) {
  std::string lines;
  const std::string_view text = identity.tooltip;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines += (begin == 0 ? "" : "\n") + drawable(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return shortened(lines, most_characters);
}

std::string drawable_class(const Identity& identity) {
  return on_one_line(identity.css_class);
}

}  // namespace mot
