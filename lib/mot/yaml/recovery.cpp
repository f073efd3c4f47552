#include "mot/yaml/recovery.h"

#include <algorithm>

#include "mot/text/utf8.h"
#include "mot/yaml/flow.h"
#include "mot/yaml/lexer.h"

namespace mot::yaml {
namespace {

// Reading again costs time: so often at most, and no more bytes than these and a few times the file.
constexpr std::size_t most_losses = 50;
constexpr std::size_t most_bytes = 8u << 20;
constexpr std::size_t most_readings = 6;

std::size_t skip_indentation(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(" \t", at), text.size());
}

bool is_item_at(std::string_view text, std::size_t at) {
  return byte_at(text, at) == '-' && is_space(byte_at(text, at + 1));
}

bool is_empty_line(std::string_view text, std::size_t first) {
  return is_break(byte_at(text, first)) || byte_at(text, first) == '#';
}

/// Whether a line from an offset on has a key: a colon behind which a blank or nothing stands.
bool has_key(std::string_view text, std::size_t at) {
  const std::size_t end = line_end(text, at);
  for (std::size_t colon = text.find(':', at); colon < end; colon = text.find(':', colon + 1)) {
    if (is_space(byte_at(text, colon + 1))) return true;
  }
  return false;
}

bool is_indented_by_tab(std::string_view text, std::size_t at) {
  const std::size_t begin = line_begin(text, at);
  return text.substr(begin, skip_indentation(text, begin) - begin).find('\t') != std::string_view::npos;
}

/// The lines around an offset that a tab indents: together they are one slip.
Loss tabbed_lines(std::string_view text, std::size_t at) {
  std::size_t end = next_line(text, at);
  while (end < text.size() && is_indented_by_tab(text, end)) end = next_line(text, end);
  return {Loss::Kind::lines, line_begin(text, at), end};
}

/// Where the thing ends that begins at an offset: at the next line that is indented no deeper.
std::size_t end_of(std::string_view text, Loss::Kind kind, std::size_t begin) {
  const std::size_t column = column_of(text, begin);
  std::size_t end = next_line(text, begin);
  for (std::size_t line = end; line < text.size(); line = next_line(text, line)) {
    const std::size_t first = skip_indentation(text, line);
    if (is_empty_line(text, first)) continue;
    const std::size_t indentation = first - line;
    const bool closes = text[first] == ']' || text[first] == '}';
    const bool is_list_of_key = kind == Loss::Kind::key && indentation == column && is_item_at(text, first);
    if (indentation <= column && !closes && !is_list_of_key) break;
    end = next_line(text, line);
  }
  return end;
}

/// The key or item that begins on a line, the innermost where several do: of `- a: 1` the key.
Loss thing_on_line(std::string_view text, std::size_t at) {
  const std::size_t line = line_begin(text, at);
  const bool has_mark = line == 0 && text.starts_with(byte_order_mark);
  // A carriage return may be among the blanks: it is a fault of its own.
  std::size_t begin = std::min(text.find_first_not_of(" \t\r", line + (has_mark ? byte_order_mark.size() : 0)), line_end(text, at));
  std::optional<std::size_t> dash;
  while (is_item_at(text, begin)) {
    dash = begin;
    begin = std::min(text.find_first_not_of(" \t\r", begin + 1), line_end(text, begin));
  }
  const bool is_item = dash && (!has_key(text, begin) || opens_bracket(byte_at(text, begin)));
  if (is_item) return {Loss::Kind::item, *dash, end_of(text, Loss::Kind::item, *dash)};
  return {Loss::Kind::key, begin, end_of(text, Loss::Kind::key, begin)};
}

Loss thing_at(std::string_view text, std::size_t at) {
  if (is_indented_by_tab(text, at)) return tabbed_lines(text, at);
  const bool is_directive = byte_at(text, line_begin(text, at)) == '%';
  if (is_directive) return {Loss::Kind::lines, line_begin(text, at), next_line(text, at)};
  return thing_on_line(text, at);
}

/// What is between the innermost brackets that are closed as they should be.
std::optional<Loss> brackets_around(std::string_view text, const std::vector<std::size_t>& open) {
  for (auto bracket = open.rbegin(); bracket != open.rend(); ++bracket) {
    const FlowScan scan = scan_flow(text, {*bracket, text.size(), text.size()}, {}, 0);
    const bool is_closed = scan.open.empty() && scan.end > *bracket + 1 && !scan.in_quotes;
    if (is_closed) return Loss{Loss::Kind::brackets, *bracket, scan.end};
  }
  return std::nullopt;
}

}  // namespace

void cut_around_lost_lines(Tree& tree, std::span<const Loss> losses) {
  for (const Loss& loss : losses) {
    if (loss.kind != Loss::Kind::lines) continue;
    for (std::optional<NodeIndex> at = tree.root; at;) {
      Node& node = tree.nodes[*at];
      at.reset();
      if (node.kind != Kind::sequence && node.kind != Kind::mapping) break;
      node.is_cut = true;
      for (std::size_t i = 0; i < node.child_count(); ++i) {
        const NodeIndex child = tree.children[node.first_child + i];
        if (tree.nodes[child].begin < loss.begin && !tree.nodes[child].is_alias) at = child;
      }
    }
  }
}

bool Recovery::is_known(std::size_t at) const {
  return std::any_of(losses_.begin(), losses_.end(), [&](const Loss& loss) {
    const std::size_t begin = loss.kind == Loss::Kind::brackets ? loss.begin : line_begin(original_, loss.begin);
    return at >= begin && at < loss.end;
  });
}

bool Recovery::is_taken(const Loss& loss) const {
  return std::any_of(losses_.begin(), losses_.end(), [&](const Loss& taken) {
    return taken.begin <= loss.begin && taken.end >= loss.end && (taken.kind == loss.kind || taken.kind == Loss::Kind::lines);
  });
}

// What holds the loss: first the same lines with nothing in their place, then the key or item that they belong to.
Loss Recovery::widened(Loss loss) const {
  const std::string_view text = this->text();
  if (loss.kind == Loss::Kind::brackets) return thing_at(original_, loss.begin);
  if (loss.kind != Loss::Kind::lines) {
    loss.kind = Loss::Kind::lines;
    return loss;
  }
  const std::size_t column = column_of(text, loss.begin);
  for (std::size_t line = line_begin(text, loss.begin); line > 0;) {
    line = line_begin(text, line - 1);
    const std::size_t first = skip_indentation(original_, line);
    if (is_empty_line(original_, first) || first - line >= std::max<std::size_t>(column, 1)) continue;
    Loss wider = thing_at(original_, line);
    wider.end = std::max(wider.end, loss.end);
    return wider;
  }
  return {Loss::Kind::lines, 0, text.size()};
}

void Recovery::take(Loss loss) {
  if (!copy_) copy_ = std::make_unique<std::string>(original_);
  std::string& text = *copy_;
  const bool has_room = loss.begin + 1 < loss.end && !is_break(text[loss.begin + 1]);
  if (loss.kind == Loss::Kind::key && !has_room) loss.kind = Loss::Kind::lines;
  const bool is_line = loss.kind != Loss::Kind::brackets && next_line(text, loss.begin) >= loss.end;
  hides_things_ |= !is_line || original_.substr(loss.begin, loss.end - loss.begin).find_first_of("[{") != std::string_view::npos;
  const std::size_t kept = loss.kind == Loss::Kind::brackets ? 1 : 0;
  for (std::size_t i = loss.begin + kept; i < loss.end - kept; ++i) {
    const bool is_line_end = text[i] == '\n' || (text[i] == '\r' && byte_at(text, i + 1) == '\n');
    if (!is_line_end) text[i] = ' ';
  }
  if (loss.kind == Loss::Kind::item) text[loss.begin] = '-';
  if (loss.kind == Loss::Kind::key) text.replace(loss.begin, 2, "~:");
  losses_.push_back(loss);
}

bool Recovery::may_read_again() {
  bytes_read_ += original_.size();
  return bytes_read_ <= most_bytes + most_readings * original_.size();
}

bool Recovery::take_out(std::size_t at, const std::vector<std::size_t>& brackets) {
  if (losses_.size() >= most_losses || !may_read_again()) return false;
  const auto between = brackets_around(text(), brackets);
  Loss loss = between ? *between : thing_at(original_, std::min(brackets.empty() ? at : brackets.front(), original_.size()));
  while (is_taken(loss)) {
    const bool is_all = loss.begin == 0 && loss.end >= original_.size() && loss.kind == Loss::Kind::lines;
    if (is_all) return false;
    loss = widened(loss);
  }
  take(loss);
  return true;
}

}  // namespace mot::yaml
