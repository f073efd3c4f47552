#include "mot/page/parts.h"

#include <algorithm>
#include <cassert>

namespace mot {

std::string_view part_named(std::string_view name) {
  const auto found = std::ranges::find(page_parts(), name, &PagePart::name);
  assert(found != page_parts().end());
  return found->text;
}

std::string template_named(std::string_view name) {
  constexpr std::string_view opening = "{{>", closing = "}}";
  const std::string_view text = part_named(name);
  std::string whole;
  std::size_t done = 0;
  for (auto at = text.find(opening); at != std::string_view::npos; at = text.find(opening, done)) {
    const auto end = text.find(closing, at);
    whole.append(text.substr(done, at - done));
    whole += template_named(std::string(text.substr(at + opening.size(), end - at - opening.size())) + ".mustache");
    done = end + closing.size();
  }
  return whole.append(text.substr(done));
}

}  // namespace mot
