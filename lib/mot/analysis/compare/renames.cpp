#include "mot/analysis/compare/renames.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <unordered_set>

#include "mot/analysis/compare/fields.h"

namespace mot {
namespace {

/// What a touchpoint is known by when its id is not; nothing where it says too little.
using Signature = std::optional<std::string> (*)(const Likeness&);

// A field's end, which no text of a valid file holds.
constexpr char end = '\0';

std::optional<std::string> by_name(const Likeness& touchpoint) {
  return touchpoint.named;
}

std::optional<std::string> by_fields(const Likeness& touchpoint) {
  return touchpoint.said;
}

/// FNV-1a of 64 bits: two touchpoints are to be told apart, nobody to be kept out.
std::string digest_of(std::string_view text) {
  std::uint64_t number = 14695981039346656037ULL;
  for (const char c : text) number = (number ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return fmt::format("{:016x}", number);
}

std::vector<std::size_t> only_in(std::span<const Likeness> one, std::span<const Likeness> other) {
  std::set<std::string_view> known;
  for (const Likeness& touchpoint : other) known.insert(touchpoint.id);
  std::vector<std::size_t> indices;
  for (std::size_t i = 0; i < one.size(); ++i) {
    if (!known.contains(one[i].id)) indices.push_back(i);
  }
  return indices;
}

std::map<std::string, std::vector<std::size_t>> by_signature(std::span<const Likeness> touchpoints, const std::vector<std::size_t>& indices,
                                                             Signature signature) {
  std::map<std::string, std::vector<std::size_t>> found;
  for (const std::size_t index : indices) {
    if (const auto known_by = signature(touchpoints[index])) found[*known_by].push_back(index);
  }
  return found;
}

/// Touchpoints whose id the other state does not have: their indices, and what each is known by.
struct Strangers {
  std::vector<std::size_t> indices;
  std::vector<Likeness> likenesses;
};

/// Of most changes there are none, and nothing has to be told of what both have.
Strangers strangers_in(const Workspace& workspace, const Workspace& other) {
  std::unordered_set<std::string_view> known;
  for (const Touchpoint& touchpoint : other.touchpoints) known.insert(touchpoint.id.value);
  Strangers strangers;
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) {
    if (known.contains(workspace.touchpoints[i].id.value)) continue;
    strangers.indices.push_back(i);
    strangers.likenesses.push_back(likeness_of(workspace.touchpoints[i]));
  }
  return strangers;
}

}  // namespace

std::string name_in_department(std::string_view name, std::string_view department) {
  return std::string(name) + end + std::string(department);
}

std::optional<std::string> digest_of_fields(const Touchpoint& touchpoint) {
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
  return said < least ? std::nullopt : std::optional(digest_of(signature));
}

Likeness likeness_of(const Touchpoint& touchpoint) {
  return {touchpoint.id.value, name_in_department(touchpoint.name.value, touchpoint.department.value), digest_of_fields(touchpoint)};
}

std::vector<Pair> renames_between(std::span<const Likeness> before, std::span<const Likeness> after) {
  std::vector<Pair> pairs;
  std::vector<std::size_t> gone = only_in(before, after), come = only_in(after, before);
  for (const Signature signature : {&by_name, &by_fields}) {
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

std::vector<Pair> renames_between(const Workspace& before, const Workspace& after) {
  const Strangers gone = strangers_in(before, after), come = strangers_in(after, before);
  std::vector<Pair> pairs = renames_between(gone.likenesses, come.likenesses);
  for (Pair& pair : pairs) pair = {gone.indices[pair.before], come.indices[pair.after]};
  return pairs;
}

}  // namespace mot
