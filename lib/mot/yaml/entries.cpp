#include "mot/yaml/entries.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "mot/text/utf8.h"
#include "mot/yaml/characters.h"

namespace mot::yaml {
namespace {

constexpr std::string_view merge_key = "<<";

// An entry whose key stands in an earlier one too; both count entries.
struct Repeat {
  std::uint32_t entry;
  std::uint32_t first;
};

// Up to here comparing every pair costs less than sorting.
constexpr std::size_t few = 24;

// Whether no two keys agree in their length, first and last letter, as far as 64 bits can tell: in most mappings none do.
bool are_plainly_different(std::span<const std::string_view> keys) {
  std::uint64_t seen = 0;
  for (const std::string_view key : keys) {
    const unsigned ends = key.empty() ? 0u : static_cast<unsigned char>(key.front()) * 5u + static_cast<unsigned char>(key.back()) * 11u;
    const std::uint64_t bit = std::uint64_t{1} << ((ends + key.size()) % 64);
    if ((seen & bit) != 0) return false;
    seen |= bit;
  }
  return true;
}

std::vector<Repeat> repeated_among_few(std::span<const std::string_view> keys) {
  std::vector<Repeat> repeats;
  if (are_plainly_different(keys)) return repeats;
  for (std::uint32_t entry = 1; entry < keys.size(); ++entry) {
    const auto first = std::find(keys.begin(), keys.begin() + entry, keys[entry]);
    if (first != keys.begin() + entry) repeats.push_back({entry, static_cast<std::uint32_t>(first - keys.begin())});
  }
  return repeats;
}

// By sorting, not hashing: no choice of keys makes it slow.
std::vector<Repeat> repeated_among_many(std::span<const std::string_view> keys) {
  std::vector<std::uint32_t> order(keys.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const int compared = keys[a].compare(keys[b]);
    return compared != 0 ? compared < 0 : a < b;
  });
  std::vector<Repeat> repeats;
  for (std::size_t i = 1, first = 0; i < order.size(); ++i) {
    if (keys[order[i]] == keys[order[first]]) {
      repeats.push_back({order[i], order[first]});
    } else {
      first = i;
    }
  }
  std::sort(repeats.begin(), repeats.end(), [](const Repeat& a, const Repeat& b) { return a.entry < b.entry; });
  return repeats;
}

std::vector<Repeat> repeated_keys(const Tree& tree, std::span<const NodeIndex> entries) {
  const std::size_t count = entries.size() / 2;
  if (count <= few) {
    std::string_view keys[few];
    for (std::size_t i = 0; i < count; ++i) keys[i] = tree.nodes[entries[2 * i]].text();
    return repeated_among_few({keys, count});
  }
  std::vector<std::string_view> keys(count);
  for (std::size_t i = 0; i < count; ++i) keys[i] = tree.nodes[entries[2 * i]].text();
  return repeated_among_many(keys);
}

Span span_of(const Tree& tree, NodeIndex node) {
  return {tree.file, tree.nodes[node].begin, tree.nodes[node].end};
}

// One mapping's entries, the last of `pending_`.
class Entries {
 public:
  Entries(const Tree& tree, std::vector<NodeIndex>& pending, std::size_t first) : tree_(tree), pending_(pending), first_(first) {}

  std::size_t size() const { return (pending_.size() - first_) / 2; }
  NodeIndex key(std::size_t entry) const { return pending_[first_ + 2 * entry]; }
  NodeIndex value(std::size_t entry) const { return pending_[first_ + 2 * entry + 1]; }
  std::vector<Repeat> repeats() const { return repeated_keys(tree_, std::span(pending_).subspan(first_)); }

  void append(const Node& mapping) {
    const auto begin = tree_.children.begin() + mapping.first_child;
    pending_.insert(pending_.end(), begin, begin + mapping.child_count());
  }

  // `entries` are in order.
  void drop(std::span<const Repeat> entries) {
    std::size_t kept = first_;
    for (std::size_t entry = 0, next = 0; entry < size(); ++entry) {
      if (next < entries.size() && entries[next].entry == entry) {
        ++next;
        continue;
      }
      pending_[kept++] = key(entry);
      pending_[kept++] = value(entry);
    }
    pending_.resize(kept);
  }

 private:
  const Tree& tree_;
  std::vector<NodeIndex>& pending_;
  std::size_t first_;
};

// Why a key can't be one; empty for a text.
std::string why_no_key(const Node& key) {
  switch (key.kind) {
    case Kind::null:
      return key.begin == key.end ? "a key is missing here" : "'null' is not a key; put it into quotes";
    case Kind::sequence:
      return "a list can't be a key; a text that begins with '[' needs quotes";
    case Kind::mapping:
      return "a mapping can't be a key; a text that begins with '{' needs quotes";
    case Kind::scalar:
      break;
  }
  // yaml-cpp: a no-break space that indents a line is part of its key, whatever the line is meant to belong to.
  const auto lookalike = key.style == Style::plain ? blank_lookalike(key.text()) : std::nullopt;
  return lookalike ? fmt::format("{} stands before this key; use plain blanks", lookalike->name) : std::string();
}

// Plain blanks for the no-break spaces that a key begins with.
std::optional<Edit> blanks_for_lookalikes(const Node& key, const Span& span) {
  std::size_t bytes = 0;
  while (key.kind == Kind::scalar && key.text().substr(bytes).starts_with(no_break_space)) bytes += no_break_space.size();
  if (bytes == 0) return std::nullopt;
  return Edit{{span.file, span.begin, span.begin + static_cast<std::uint32_t>(bytes)}, std::string(bytes / no_break_space.size(), ' ')};
}

bool drop_keys_that_are_no_text(const Tree& tree, Entries& entries, Findings& findings) {
  std::vector<Repeat> bad;
  for (std::uint32_t entry = 0; entry < entries.size(); ++entry) {
    const std::string why = why_no_key(tree.nodes[entries.key(entry)]);
    if (why.empty()) continue;
    Finding& finding = findings.report("yaml-syntax", span_of(tree, entries.key(entry)), why);
    finding.fix = blanks_for_lookalikes(tree.nodes[entries.key(entry)], finding.span);
    bad.push_back({entry, entry});
  }
  if (!bad.empty()) entries.drop(bad);
  return bad.empty();
}

bool drop_repeated_keys(const Tree& tree, Entries& entries, Findings& findings) {
  // yaml-cpp: repeated keys are kept, and whoever asks gets the first.
  const std::vector<Repeat> repeats = entries.repeats();
  for (const Repeat& repeat : repeats) {
    const NodeIndex key = entries.key(repeat.entry);
    findings.report("duplicate-key", span_of(tree, key), fmt::format("the key '{}' stands here twice", printable(tree.nodes[key].text())))
        .notes.push_back({span_of(tree, entries.key(repeat.first)), "first here"});
  }
  if (!repeats.empty()) entries.drop(repeats);
  return repeats.empty();
}

bool merge_mapping(const Tree& tree, Entries& entries, NodeIndex value, Findings& findings) {
  const Node& node = tree.nodes[value];
  if (node.kind == Kind::mapping) {
    entries.append(node);
    return true;
  }
  findings.report("yaml-syntax", span_of(tree, value), "'<<' takes in a mapping or a list of mappings");
  return false;
}

// yaml-cpp: `<<` is a key like any other. Own keys win, then those of the first mapping to the last.
bool resolve_merge(const Tree& tree, Entries& entries, std::uint32_t merge, Findings& findings) {
  const NodeIndex value = entries.value(merge);
  const Node& node = tree.nodes[value];
  const Repeat itself[] = {{merge, merge}};
  entries.drop(itself);
  bool is_whole = true;
  if (node.kind == Kind::sequence) {
    // The same mapping again, by an alias, adds nothing.
    std::set<std::pair<std::uint32_t, std::uint32_t>> merged;
    for (std::size_t i = 0; i < node.child_count(); ++i) {
      const NodeIndex item = tree.children[node.first_child + i];
      const Node& mapping = tree.nodes[item];
      const bool is_known = mapping.kind == Kind::mapping && !merged.emplace(mapping.first_child, mapping.child_count()).second;
      if (!is_known) is_whole &= merge_mapping(tree, entries, item, findings);
    }
  } else {
    is_whole = merge_mapping(tree, entries, value, findings);
  }
  entries.drop(entries.repeats());
  return is_whole;
}

}  // namespace

bool settle_entries(const Tree& tree, std::vector<NodeIndex>& pending, std::size_t first, Findings& findings) {
  Entries entries(tree, pending, first);
  bool is_whole = drop_keys_that_are_no_text(tree, entries, findings);
  is_whole &= drop_repeated_keys(tree, entries, findings);
  for (std::uint32_t entry = 0; entry < entries.size(); ++entry) {
    const Node& key = tree.nodes[entries.key(entry)];
    if (key.text() == merge_key && key.style == Style::plain) return resolve_merge(tree, entries, entry, findings) && is_whole;
  }
  return is_whole;
}

}  // namespace mot::yaml
