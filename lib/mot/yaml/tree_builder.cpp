#include "mot/yaml/tree_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "mot/text/utf8.h"
#include "mot/yaml/entries.h"
#include "mot/yaml/flow.h"
#include "mot/yaml/written_scalar.h"

namespace mot::yaml {
namespace {

constexpr std::size_t store_bytes = 64u << 10;
constexpr std::size_t reserved_nodes = 1u << 20;

// By byte, how many nodes it may stand for.
constexpr auto nodes_of_byte = [] {
  std::array<std::uint8_t, 256> nodes{};
  for (const unsigned char c : std::string_view("-,[{")) nodes[c] = 1;
  nodes[static_cast<unsigned char>(':')] = 2;
  return nodes;
}();

// What reserving room for every node costs: each but the first needs one of these bytes, and what is reserved in vain is never touched.
std::size_t most_nodes(std::string_view text) {
  std::size_t count = 2;
  for (const char c : text) count += nodes_of_byte[static_cast<unsigned char>(c)];
  return std::min(count, reserved_nodes);
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(" \t", at), text.size());
}

bool is_followed_by_colon(std::string_view text, std::size_t at) {
  return byte_at(text, skip_blanks(text, at)) == ':';
}

bool stands_alone(std::string_view text, std::size_t at) {
  at = skip_blanks(text, at);
  return at >= text.size() || std::string_view("\r\n#,]}").find(text[at]) != std::string_view::npos;
}

// The end of a plain `~` or `null` at an offset; the offset where there is none.
std::size_t null_word_end(std::string_view text, std::size_t at) {
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (text.substr(std::min(at, text.size())).starts_with(word)) return at + word.size();
  }
  return at;
}

}  // namespace

TreeBuilder::TreeBuilder(std::string_view text, std::uint32_t file, Findings& findings, const Limits& limits, std::span<const Loss> losses)
    : text_(text),
      findings_(findings),
      limits_(limits),
      losses_(losses),
      read_to_(text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0) {
  tree_.file = file;
  const std::size_t nodes = most_nodes(text);
  tree_.nodes.reserve(nodes);
  tree_.children.reserve(nodes);
}

Finding& TreeBuilder::report(RuleId rule, std::size_t begin, std::size_t end, std::string message) {
  return findings_.report(rule, {tree_.file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, std::move(message));
}

TreeBuilder::Place TreeBuilder::place() const {
  if (open_.empty()) return Place::document;
  if (tree_.nodes[open_.back().node].kind == Kind::sequence) return Place::item;
  return (pending_.size() - open_.back().first) % 2 == 0 ? Place::key : Place::value;
}

bool TreeBuilder::is_in_brackets() const {
  return std::any_of(open_.begin(), open_.end(), [&](const Collection& collection) { return has_bracket(collection); });
}

// Nothing that stands in the file may be passed over: between two nodes there is only what holds them together.
void TreeBuilder::read_gap(std::size_t to) {
  for (std::size_t at = skip_space(text_, read_to_); at < to; at = skip_space(text_, at + 1)) {
    if (std::string_view("-?:,").find(text_[at]) == std::string_view::npos) throw Unread{at};
  }
  read_to_ = std::max(read_to_, to);
}

void TreeBuilder::read_between_documents(std::size_t to) {
  for (std::size_t at = skip_space(text_, read_to_); at < to; at = skip_space(text_, at)) {
    const bool begins_line = at == 0 || is_break(text_[at - 1]) || at == read_to_;
    if (begins_line && text_.substr(at).starts_with("...")) {
      may_begin_document_ = true;
      at += 3;
    } else if (text_[at] == '%' && may_begin_document_) {
      at = line_end(text_, at);
    } else {
      throw Unread{at};
    }
  }
  read_to_ = std::max(read_to_, std::min(to, text_.size()));
}

void TreeBuilder::begin_document(std::size_t offset) {
  read_between_documents(offset);
  const bool is_marked = text_.substr(std::min(offset, text_.size())).starts_with("---") && is_space(byte_at(text_, offset + 3));
  // yaml-cpp: what stands after the first document's end, by wrong indentation say, is a document of its own.
  if (!may_begin_document_ && !is_marked) throw Unread{offset};
  document_begin_ = offset;
  if (is_marked) read_to_ = offset + 3;
  may_begin_document_ = false;
  anchors_.clear();
}

void TreeBuilder::check_only_document() {
  const bool is_second = open_.empty() && has_document_;
  if (!is_second) return;
  report("yaml-syntax", document_begin_, document_begin_ + 1, "a second document begins here; a file holds one")
      .notes.push_back({span_of(tree_.root), "the first one"});
  throw Stop();
}

void TreeBuilder::end_text() {
  read_between_documents(text_.size());
}

NodeIndex TreeBuilder::add(Node node) {
  if (++walked_ > limits_.nodes) {
    report("too-large", node.begin, node.end, fmt::format("more than {} values, counting those that aliases repeat", limits_.nodes));
    throw Stop();
  }
  tree_.nodes.push_back(node);
  return static_cast<NodeIndex>(tree_.nodes.size() - 1);
}

void TreeBuilder::complete(NodeIndex node, std::size_t anchor, std::uint64_t walked, std::size_t height) {
  if (anchor > anchors_.size()) anchors_.resize(anchor);
  if (anchor > 0) anchors_[anchor - 1] = {node, walked, height, true};
  if (open_.empty()) {
    if (!has_document_) tree_.root = node;
    has_document_ |= tree_.nodes[node].kind != Kind::null;
  } else {
    pending_.push_back(node);
    open_.back().height = std::max(open_.back().height, height + 1);
  }
}

void TreeBuilder::apply_tag(Node& node, std::size_t offset, std::string_view tag) {
  if (tag == "?" || (tag == "!" && node.style != Style::plain)) return;
  constexpr std::string_view core = "tag:yaml.org,2002:";
  const std::string_view name = tag.starts_with(core) ? tag.substr(core.size()) : tag;
  const auto is_one_of = [&](std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  if (node.kind == Kind::scalar && is_one_of({"!", "str"})) {
    if (node.style == Style::plain) node.style = Style::quoted;
  } else if (node.kind == Kind::scalar && name == "null") {
    node.kind = Kind::null;
  } else if (node.kind == Kind::scalar && is_one_of({"int", "float", "bool"})) {
    node.style = Style::plain;
  } else if (!is_one_of({node.kind == Kind::sequence ? "seq" : "map", "!"})) {
    const std::size_t begin = std::min(text_.find('!', offset), text_.size());
    report("yaml-syntax", begin, property_end(text_, begin),
           fmt::format("the tag '{}' means nothing here; a text that begins with '!' needs quotes",
                       printable(text_.substr(begin, property_end(text_, begin) - begin))));
  }
}

std::string_view TreeBuilder::stored(std::string_view value) {
  auto& store = tree_.unescaped;
  if (store.empty() || store.back()->capacity() - store.back()->size() < value.size()) {
    store.push_back(std::make_unique<std::string>());
    store.back()->reserve(std::max(value.size(), std::min(store_bytes, text_.size())));
  }
  const std::size_t begin = store.back()->size();
  *store.back() += value;
  return std::string_view(*store.back()).substr(begin);
}

void TreeBuilder::scalar(std::size_t offset, const Properties& properties, std::string_view value) {
  check_only_document();
  read_gap(offset);
  Node node = written_scalar(text_, offset, value);
  // yaml-cpp: a quote that never closes is accepted and swallows the rest.
  const bool is_unclosed = node.end == node.begin && node.style == Style::quoted;
  if (is_unclosed) throw Unread{node.begin};
  read_to_ = node.end;
  // The file's last line may have no break; the one that the parser sees there is not the file's.
  const bool is_cut = node.style == Style::block && node.end == text_.size() && value.ends_with('\n');
  if (is_cut) value.remove_suffix(1);
  const std::string kept = folds_and_keeps(text_, node) ? with_breaks_kept(text_, node, value) : std::string();
  if (!kept.empty()) value = kept;
  if (node.text() != value) {
    if (node.style == Style::plain) check_continued_lines(node);
    const bool may_have_escapes = byte_at(text_, node.begin) == '"';
    node.set_text(stored(may_have_escapes ? with_escapes_mended(value) : value));
  }
  apply_tag(node, offset, properties.tag);
  last_ = add(node);
  complete(*last_, properties.anchor, 1, 0);
}

// A list item that is indented deeper than its list is read as part of the item above: YAML allows it, but no one means it.
void TreeBuilder::check_continued_lines(const Node& node) {
  for (std::size_t line = next_line(text_, node.begin); line < node.end; line = next_line(text_, line)) {
    const std::size_t first = std::min(text_.find_first_not_of(' ', line), text_.size());
    if (byte_at(text_, first) != '-' || !is_blank(byte_at(text_, first + 1))) continue;
    Finding& finding =
        report("yaml-syntax", first, first + 1, "this line goes on with the text above; a list item is indented like the others");
    finding.severity = Severity::warning;
    finding.notes.push_back({{tree_.file, node.begin, node.end}, "the text above"});
  }
}

// The end of a null that is written out; the offset itself where what stands there is something else, such as the next key.
std::size_t TreeBuilder::end_of_written_null(std::size_t offset) const {
  const std::size_t end = offset < read_to_ ? offset : null_word_end(text_, offset);
  if (end == offset) return offset;
  const bool is_key = place() == Place::key;
  const bool is_whole_word = stands_alone(text_, end) || (is_key && is_followed_by_colon(text_, end));
  if (!is_whole_word) return offset;
  if (open_.empty() || is_in_brackets()) return end;
  const std::size_t column = column_of(text_, offset);
  const std::size_t parent = column_of(text_, tree_.nodes[open_.back().node].begin);
  return column > parent || (is_key && column == parent) ? end : offset;
}

// yaml-cpp: the mark of a null that is not written is the next token's. It is put right behind its colon or dash.
std::size_t TreeBuilder::place_of_omitted_null(std::size_t offset) {
  const std::size_t next = skip_space(text_, read_to_);
  switch (place()) {
    case Place::document:
      return read_to_;
    case Place::key:
      return std::max(offset, read_to_);
    case Place::value:
      // Without a colon the mark is the key's.
      if (offset <= next || byte_at(text_, next) != ':') {
        is_key_lost_ = report_missing_colon();
        return read_to_;
      }
      check_comment(next + 1);
      return next + 1;
    case Place::item:
      if (!has_bracket(open_.back())) {
        if (byte_at(text_, next) == '-') check_comment(next + 1);
        return byte_at(text_, next) == '-' ? next + 1 : read_to_;
      }
      report("yaml-syntax", offset, offset + 1, "a value is missing before this ','");
      return std::max(offset, read_to_);
  }
  return read_to_;
}

// yaml-cpp: a key without a colon has a null for its value. Whether that is reported here: what is no text is, when the mapping ends.
bool TreeBuilder::report_missing_colon() {
  const Node& key = tree_.nodes[pending_.back()];
  if (key.kind != Kind::scalar) return false;
  const bool follows_value = has_bracket(open_.back()) && pending_.size() >= open_.back().first + 3;
  const auto explanation = explain_missing_colon(text_, key, follows_value ? &tree_.nodes[pending_[pending_.size() - 2]] : nullptr);
  const bool is_same_text = explanation.cut_text && explanation.cut_text == cut_text_;
  if (is_same_text) {
    Finding& finding = *(findings_.begin() + static_cast<std::ptrdiff_t>(cut_finding_));
    finding.span.end = static_cast<std::uint32_t>(explanation.end);
    finding.message = explanation.message;
    return true;
  }
  cut_text_ = explanation.cut_text;
  cut_finding_ = findings_.size();
  Finding& finding = report("yaml-syntax", explanation.begin, explanation.end, explanation.message);
  if (explanation.replacement) finding.fix = Edit{finding.span, *explanation.replacement};
  return true;
}

// yaml-cpp: `color: #ff0000` is null, for the rest is a comment.
void TreeBuilder::check_comment(std::size_t at) {
  const std::size_t begin = skip_blanks(text_, at);
  const std::size_t end = line_end(text_, begin);
  const bool hugs = byte_at(text_, begin) == '#' && std::string_view(" \t\r\n#").find(byte_at(text_, begin + 1)) == std::string_view::npos;
  if (!hugs) return;
  report("yaml-syntax", begin, end, "no value stands here, for '#' begins a comment; a text with '#' needs quotes").severity =
      Severity::warning;
}

bool TreeBuilder::is_lost(Loss::Kind kind, std::size_t begin) const {
  return std::any_of(losses_.begin(), losses_.end(), [&](const Loss& loss) { return loss.kind == kind && loss.begin == begin; });
}

void TreeBuilder::drop_last(std::size_t count) {
  pending_.resize(pending_.size() - count);
  tree_.nodes[open_.back().node].is_cut = true;
  tree_.is_whole = false;
}

// What stands in the place of something that was taken out is a null: its item or its entry is dropped, and the collection lacks one.
void TreeBuilder::drop_if_lost(Place where, const Node& null) {
  if (where == Place::key && is_lost(Loss::Kind::key, null.begin)) {
    is_key_lost_ = true;
  } else if (where == Place::value && std::exchange(is_key_lost_, false)) {
    drop_last(2);
  } else if (where == Place::item && null.begin > 0 && is_lost(Loss::Kind::item, null.begin - 1)) {
    drop_last(1);
  }
}

void TreeBuilder::null(std::size_t offset, std::size_t anchor) {
  const Place where = place();
  offset = std::min(offset, text_.size());
  std::size_t begin = offset;
  if (anchor > 0) begin = std::min(skip_properties(text_, offset), text_.size());
  std::size_t end = end_of_written_null(begin);
  if (end > begin) {
    read_gap(offset);
  } else if (anchor > 0) {
    read_gap(offset);
    begin = end = properties_end(text_, offset);
  } else {
    begin = end = place_of_omitted_null(offset);
  }
  read_to_ = std::max(read_to_, end);
  Node node;
  node.begin = static_cast<std::uint32_t>(begin);
  node.end = static_cast<std::uint32_t>(end);
  last_ = add(node);
  complete(*last_, anchor, 1, 0);
  drop_if_lost(where, tree_.nodes[*last_]);
}

void TreeBuilder::alias(std::size_t offset, std::size_t anchor) {
  check_only_document();
  read_gap(offset);
  const std::size_t end = property_end(text_, offset);
  read_to_ = end;
  assert(anchor > 0 && anchor <= anchors_.size());
  const Anchor target = anchors_[anchor - 1];
  Node node;
  if (target.is_complete) {
    node = tree_.nodes[target.node];
    walked_ += target.walked - 1;
  } else {
    // yaml-cpp: an anchor inside itself is accepted and makes a cycle.
    report("yaml-syntax", offset, end, "this alias stands inside what it names")
        .notes.push_back({span_of(target.node), "which begins here"});
  }
  node.is_alias = true;
  node.begin = static_cast<std::uint32_t>(offset);
  node.end = static_cast<std::uint32_t>(end);
  if (open_.size() + target.height > limits_.depth) {
    report("too-deep", offset, end, fmt::format("more than {} levels deep, following aliases", limits_.depth));
    throw Stop();
  }
  last_ = add(node);
  complete(*last_, 0, target.walked, target.height);
}

void TreeBuilder::begin_collection(Kind kind, std::size_t offset, const Properties& properties) {
  check_only_document();
  read_gap(offset);
  const bool has_properties = properties.anchor > 0 || properties.tag != "?";
  const std::size_t begin = has_properties ? skip_properties(text_, offset) : offset;
  const bool bracketed = opens_bracket(byte_at(text_, begin));
  Node node;
  node.kind = kind;
  node.style = bracketed ? Style::flow : Style::block;
  node.begin = static_cast<std::uint32_t>(begin);
  node.end = node.begin + 1;
  node.is_cut = bracketed && is_lost(Loss::Kind::brackets, begin);
  if (open_.size() >= limits_.depth) {
    report("too-deep", begin, begin + 1, fmt::format("more than {} levels deep", limits_.depth));
    throw Stop();
  }
  apply_tag(node, offset, properties.tag);
  read_to_ = begin + (bracketed ? 1 : 0);
  const std::uint64_t walked_before = walked_;
  const NodeIndex index = add(node);
  if (properties.anchor > anchors_.size()) anchors_.resize(properties.anchor);
  if (properties.anchor > 0) anchors_[properties.anchor - 1].node = index;
  open_.push_back({index, pending_.size(), properties.anchor, walked_before});
}

void TreeBuilder::close_collection() {
  const Collection closed = open_.back();
  Node& node = tree_.nodes[closed.node];
  const bool is_settled = node.kind != Kind::mapping || settle_entries(tree_, pending_, closed.first, findings_);
  if (!is_settled) {
    tree_.is_whole = false;
    tree_.hides_things = true;
    node.is_cut = true;
  }
  node.end = static_cast<std::uint32_t>(std::max<std::size_t>(read_to_, node.begin));
  node.set_children(tree_.children.size(), pending_.size() - closed.first);
  tree_.children.insert(tree_.children.end(), pending_.begin() + static_cast<std::ptrdiff_t>(closed.first), pending_.end());
  pending_.resize(closed.first);
  open_.pop_back();
  last_collection_ = closed.node;
  complete(closed.node, closed.anchor, walked_ - closed.walked_before, closed.height);
}

void TreeBuilder::end_collection() {
  if (has_bracket(open_.back())) {
    std::size_t at = skip_space(text_, read_to_);
    while (byte_at(text_, at) == ',' || byte_at(text_, at) == ':') at = skip_space(text_, at + 1);
    if (byte_at(text_, at) != ']' && byte_at(text_, at) != '}') throw Unread{at};
    read_to_ = at + 1;
  }
  close_collection();
}

void TreeBuilder::look_ahead() {
  std::size_t at = next_node(text_, read_to_);
  while (byte_at(text_, at) == ',') at = next_node(text_, at + 1);
  if (!opens_bracket(byte_at(text_, at))) return;
  const FlowScan scan = scan_flow(text_, {at, text_.size(), limits_.depth - open_.size()}, {}, 0);
  if (scan.deepest) {
    report("too-deep", *scan.deepest, *scan.deepest + 1, fmt::format("more than {} levels deep", limits_.depth));
    throw Stop();
  }
  if (walked_ + scan.values > limits_.nodes) {
    report("too-large", at, at + 1, fmt::format("more than {} values", limits_.nodes));
    throw Stop();
  }
}

Progress TreeBuilder::progress() const {
  Progress progress{.text = text_, .read_to = read_to_, .open = {}, .last = {}, .last_collection = {}};
  for (const Collection& collection : open_) progress.open.push_back(tree_.nodes[collection.node]);
  if (last_) progress.last = tree_.nodes[*last_];
  if (last_collection_) progress.last_collection = tree_.nodes[*last_collection_];
  return progress;
}

Tree TreeBuilder::finish() {
  while (!open_.empty()) {
    tree_.is_whole = false;
    const std::size_t first = open_.back().first;
    const bool lacks_value = place() == Place::value;
    if (lacks_value) pending_.pop_back();
    const bool is_begun_in_vain = pending_.size() == first && open_.size() > 1;
    if (is_begun_in_vain) {
      open_.pop_back();
    } else {
      tree_.nodes[open_.back().node].is_cut = true;
      close_collection();
    }
  }
  if (tree_.nodes.empty()) tree_.root = add({});
  cut_around_lost_lines(tree_, losses_);
  return std::move(tree_);
}

}  // namespace mot::yaml
