#include "mot/model/tags.h"

#include <set>

namespace mot {

std::vector<std::string_view> tags_in(const Workspace& workspace) {
  std::set<std::string_view> tags;
  for_each_tag(workspace, [&](const Text& tag) { tags.insert(tag.value); });
  return {tags.begin(), tags.end()};
}

}  // namespace mot
