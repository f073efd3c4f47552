#include "mot/yaml/directives.h"

#include <algorithm>
#include <cstddef>

#include "mot/text/utf8.h"
#include "mot/yaml/lexer.h"

namespace mot::yaml {
namespace {

/// The `#` of every directive, and of whatever looks like one within a text.
std::vector<std::size_t> find_marks(std::string_view text) {
  std::vector<std::size_t> marks;
  for (std::size_t at = text.find(directive_mark); at != std::string_view::npos;
       at = text.find(directive_mark, at + directive_mark.size())) {
    std::size_t hash = at;
    while (hash > 0 && is_blank(text[hash - 1])) --hash;
    if (hash == 0 || text[--hash] != '#') continue;
    const bool opens_comment = hash == 0 || is_space(text[hash - 1]) || text.substr(0, hash) == byte_order_mark;
    if (opens_comment) marks.push_back(hash);
  }
  return marks;
}

/// By mark, whether it stands within a scalar.
std::vector<bool> are_within_scalars(const Tree& tree, const std::vector<std::size_t>& marks) {
  std::vector<bool> within(marks.size());
  for (const Node& node : tree.nodes) {
    if (node.kind != Kind::scalar || node.is_alias) continue;
    const auto first = std::ranges::lower_bound(marks, node.begin);
    for (auto mark = first; mark != marks.end() && *mark < node.end; ++mark) within[static_cast<std::size_t>(mark - marks.begin())] = true;
  }
  return within;
}

}  // namespace

std::vector<Span> directives_in(const Tree& tree, std::string_view text) {
  const auto marks = find_marks(text);
  if (marks.empty()) return {};
  const auto is_text = are_within_scalars(tree, marks);
  std::vector<Span> directives;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (is_text[i]) continue;
    directives.push_back({tree.file, static_cast<std::uint32_t>(marks[i]), static_cast<std::uint32_t>(line_end(text, marks[i]))});
  }
  return directives;
}

}  // namespace mot::yaml
