#include "mot/analysis/compare/renames.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "mot/analysis/compare/fields.h"

namespace mot {
namespace {

/// What a touchpoint is known by when its id is not; nothing where it says too little.
using Signature = std::optional<std::string> (*)(const Touchpoint&);

// A field's end, which no text of a valid file holds.
constexpr char end = '\0';

std::optional<std::string> name_and_department(const Touchpoint& touchpoint) {
  return touchpoint.name.value + end + touchpoint.department.value;
}

std::optional<std::string> all_but_the_name(const Touchpoint& touchpoint) {
  constexpr std::size_t least = 3;
  std::string signature;
  std::size_t said = 0;
  const auto fields = compared_fields();
  const std::vector<FieldValue> values = field_values_of(touchpoint);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i] == "name") continue;
    const FieldValue& value = values[i];
    const bool is_always_there = fields[i] == "visibility" || fields[i] == "department";
    said += value && !is_always_there ? 1 : 0;
    signature += (value ? "+" : "-") + text_of(value) + end;
  }
  return said < least ? std::nullopt : std::optional(signature);
}

std::vector<std::size_t> only_in(const Workspace& one, const Workspace& other) {
  std::set<std::string_view> known;
  for (const Touchpoint& touchpoint : other.touchpoints) known.insert(touchpoint.id.value);
  std::vector<std::size_t> indices;
  for (std::size_t i = 0; i < one.touchpoints.size(); ++i) {
    if (!known.contains(one.touchpoints[i].id.value)) indices.push_back(i);
  }
  return indices;
}

std::map<std::string, std::vector<std::size_t>> by_signature(const Workspace& workspace, const std::vector<std::size_t>& indices,
                                                             Signature signature) {
  std::map<std::string, std::vector<std::size_t>> found;
  for (const std::size_t index : indices) {
    if (const auto known_by = signature(workspace.touchpoints[index])) found[*known_by].push_back(index);
  }
  return found;
}

}  // namespace

std::vector<Pair> renames_between(const Workspace& before, const Workspace& after) {
  std::vector<Pair> pairs;
  std::vector<std::size_t> gone = only_in(before, after), come = only_in(after, before);
  for (const Signature signature : {&name_and_department, &all_but_the_name}) {
    const auto gone_by = by_signature(before, gone, signature), come_by = by_signature(after, come, signature);
    for (const auto& [known_by, indices] : come_by) {
      const auto found = gone_by.find(known_by);
      if (found == gone_by.end() || found->second.size() > 1 || indices.size() > 1) continue;
      pairs.push_back({found->second.front(), indices.front()});
      std::erase(gone, found->second.front());
      std::erase(come, indices.front());
    }
  }
  std::ranges::sort(pairs, {}, &Pair::after);
  return pairs;
}

}  // namespace mot
