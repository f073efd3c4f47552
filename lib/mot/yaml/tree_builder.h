// A parser's events become a tree: extents are read off the text, aliases share what they name, merge keys are resolved, what no one
// may write twice is found, and the limits are kept.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/yaml/diagnose/diagnose.h"
#include "mot/yaml/lexer.h"
#include "mot/yaml/node.h"
#include "mot/yaml/recovery.h"

namespace mot::yaml {

/// Thrown by a TreeBuilder where reading on makes no sense; what is wrong is reported.
struct Stop {};

/// Thrown by a TreeBuilder at bytes that the parser passed over or that belong nowhere.
struct Unread {
  std::size_t offset;
};

/// What stands before a node, as the parser tells it: a resolved tag (`?` without one, `!` for a text in quotes), and the number of an
/// anchor from one on in the order of the document, or zero.
struct Properties {
  std::string_view tag = "?";
  std::size_t anchor = 0;
};

/// Takes the events of one text in order; offsets are bytes of the text. Every call may report findings, and throw Stop or Unread.
class TreeBuilder {
 public:
  /// `losses` are what was taken out of the text, in any order; they must outlive the builder.
  TreeBuilder(std::string_view text, std::uint32_t file, Findings& findings, const Limits& limits, std::span<const Loss> losses = {});

  void begin_document(std::size_t offset);
  void end_text();
  void null(std::size_t offset, std::size_t anchor);
  void alias(std::size_t offset, std::size_t anchor);
  void scalar(std::size_t offset, const Properties& properties, std::string_view value);
  void begin_collection(Kind kind, std::size_t offset, const Properties& properties);
  void end_collection();

  /// The tree; what is still open is closed with the entries it has.
  Tree finish();

  /// To be called while the parser takes in text without an event, as it does for the whole of a bracket that may turn out to be a key:
  /// what it would have to hold in memory is kept within the limits.
  void look_ahead();
  Progress progress() const;

 private:
  struct Collection {
    NodeIndex node;
    std::size_t first;  // its children so far are pending_ from here on
    std::size_t anchor;
    std::uint64_t walked_before;  // walked_ when it began
    std::size_t height = 1;       // levels from it down, aliases followed
  };
  struct Anchor {
    NodeIndex node = 0;
    std::uint64_t walked = 0;
    std::size_t height = 0;
    bool is_complete = false;
  };
  enum class Place { document, key, value, item };

  Place place() const;
  bool has_bracket(const Collection& collection) const { return opens_bracket(byte_at(text_, tree_.nodes[collection.node].begin)); }
  bool is_in_brackets() const;
  void read_gap(std::size_t to);
  void read_between_documents(std::size_t to);
  void check_only_document();
  NodeIndex add(Node node);
  void complete(NodeIndex node, std::size_t anchor, std::uint64_t walked, std::size_t height);
  void apply_tag(Node& node, std::size_t offset, std::string_view tag);
  void check_continued_lines(const Node& node);
  std::size_t end_of_written_null(std::size_t offset) const;
  std::size_t place_of_omitted_null(std::size_t offset);
  bool report_missing_colon();
  void check_comment(std::size_t at);
  bool is_lost(Loss::Kind kind, std::size_t begin) const;
  void drop_if_lost(Place where, const Node& null);
  void drop_last(std::size_t count);
  void close_collection();
  std::string_view stored(std::string_view value);
  Finding& report(RuleId rule, std::size_t begin, std::size_t end, std::string message);
  Span span_of(NodeIndex node) const { return {tree_.file, tree_.nodes[node].begin, tree_.nodes[node].end}; }

  std::string_view text_;
  Findings& findings_;
  Limits limits_;
  std::span<const Loss> losses_;
  Tree tree_;
  std::vector<Collection> open_;
  std::vector<NodeIndex> pending_;
  std::vector<Anchor> anchors_;
  std::size_t read_to_;
  std::size_t document_begin_ = 0;
  std::uint64_t walked_ = 0;  // nodes so far, as one counts who follows every alias
  std::optional<NodeIndex> last_;
  std::optional<NodeIndex> last_collection_;
  bool is_key_lost_ = false;             // of the entry whose value comes next
  std::optional<std::size_t> cut_text_;  // as of Explanation: of the finding about it
  std::size_t cut_finding_ = 0;          // its index
  bool may_begin_document_ = true;
  bool has_document_ = false;
};

}  // namespace mot::yaml
