// A YAML document as a tree of nodes that know their place. The tree keeps byte spans and views; it copies only scalars that
// differ from what stands in the file (escapes, folded lines).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "mot/findings/finding.h"
#include "mot/text/source.h"

namespace mot::yaml {

enum class Kind : std::uint8_t { null, scalar, sequence, mapping };
enum class Style : std::uint8_t { plain, quoted, block, flow };  // block and flow also tell how a collection is written

using NodeIndex = std::uint32_t;

/// A sequence's children are its items; a mapping's are key, value, key, value, merge keys (`<<`) already resolved. A file of 10 000
/// touchpoints has a million nodes: a scalar's text and a collection's children share their room.
struct Node {
  Kind kind = Kind::null;
  Style style = Style::plain;
  bool is_cut = false;      ///< a collection that lacks what a fault cost, in it or behind it: there may be more of it
  bool is_alias = false;    ///< the children or text are those of the anchored node; the span is the alias's own
  std::uint32_t begin = 0;  ///< bytes of the source; for a scalar its text with quotes, for a collection all of it
  std::uint32_t end = 0;
  std::uint32_t size = 0;  ///< a collection's children, or bytes of a scalar's value
  union {
    const char* characters = nullptr;  ///< of a scalar's value
    std::uint32_t first_child;         ///< of a collection that has ended; into Tree::children
  };

  bool is_collection() const { return kind == Kind::sequence || kind == Kind::mapping; }
  std::uint32_t child_count() const { return is_collection() ? size : 0; }
  /// A scalar's value, quotes and escapes resolved; into the Source's text or the Tree's own store.
  std::string_view text() const { return is_collection() ? std::string_view() : std::string_view(characters, size); }
  void set_text(std::string_view text) {
    characters = text.data();
    size = static_cast<std::uint32_t>(text.size());
  }
  void set_children(std::size_t first, std::size_t count) {
    first_child = static_cast<std::uint32_t>(first);
    size = static_cast<std::uint32_t>(count);
  }
};
static_assert(sizeof(Node) == 24);

/// The content of one file. `nodes[root]` is the top; an empty file has a null root. A tree moves, but has no copy: scalars are views.
struct Tree {
  std::uint32_t file = 0;
  std::vector<Node> nodes = {};
  std::vector<NodeIndex> children = {};
  std::vector<std::unique_ptr<std::string>> unescaped = {};  ///< what scalars' views point into that differ from the file's bytes
  NodeIndex root = 0;
  /// Whether all that stands in the file stands in the tree. Where not, there lacks what a fault stood in (the entry between brackets, the
  /// key, the list item), and the entries whose key is repeated or no text.
  bool is_whole = true;
  bool is_read_to_end = true;  ///< where not, what follows the last fault is not in the tree
  bool hides_things = false;   ///< whether what lacks may hold what other places speak of: it is more than a line with a plain value
};

/// A node in its tree: cheap to copy, good while the tree lives.
class Value {
 public:
  Value(const Tree& tree, NodeIndex index) : tree_(&tree), index_(index) {}
  const Node& node() const { return tree_->nodes[index_]; }
  Kind kind() const { return node().kind; }
  Span span() const { return {tree_->file, node().begin, node().end}; }
  std::string_view text() const { return node().text(); }
  /// Items of a sequence, or entries of a mapping.
  std::size_t size() const { return kind() == Kind::mapping ? node().child_count() / 2 : node().child_count(); }
  Value item(std::size_t i) const { return child(i); }
  Value key(std::size_t i) const { return child(2 * i); }
  Value value(std::size_t i) const { return child(2 * i + 1); }
  const Tree& tree() const { return *tree_; }
  NodeIndex index() const { return index_; }

 private:
  Value child(std::size_t i) const { return {*tree_, tree_->children[node().first_child + i]}; }
  const Tree* tree_;
  NodeIndex index_;
};

/// What a file may be.
struct Limits {
  std::size_t bytes = 64u << 20;
  std::size_t depth = 200;
  std::size_t nodes = 10'000'000;  ///< after aliases, as a reader who walks every alias would count
};

/// Reads one source. Every fault becomes a finding (shape rules yaml-syntax, invalid-utf8, duplicate-key, too-deep, too-large) at the
/// smallest span that explains it, and costs the smallest thing that it stands in; the rest is read on. Never throws for any bytes; time
/// and memory are linear in the text, in that it is read a few times at most. Safe to call on several threads for different files of one
/// Sources.
Tree parse(const Sources& sources, std::uint32_t file, Findings& findings, const Limits& limits = {});

}  // namespace mot::yaml
