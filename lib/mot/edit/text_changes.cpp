#include "mot/edit/text_changes.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/edit/layout.h"
#include "mot/text/utf8.h"
#include "mot/yaml/lexer.h"

namespace mot::edit {
namespace {

[[noreturn]] void refuse(const YamlText& text, std::size_t where, std::string_view why) {
  throw Refused(fmt::format("{}:{}: {}; change it there by hand", printable(text.name()), text.line_of(where), why));
}

yaml::Value collection_at(const YamlText& text, const Path& path, yaml::Kind kind) {
  const auto value = text.at(path);
  if (!value || value->kind() != kind)
    refuse(text, value ? value->span().begin : 0, "what was to be changed is not as it is usually written");
  if (value->node().is_alias) refuse(text, value->span().begin, "it stands behind an alias, which other places share");
  return *value;
}

std::string replaced(const std::string& text, std::size_t begin, std::size_t end, std::string_view by) {
  return std::string(text, 0, begin).append(by).append(text, end);
}

/// A block scalar keeps its mark; what such a block can't hold goes into quotes.
std::string written_as_block_scalar(const YamlText& before, const yaml::Value& old, const std::string& value) {
  const std::string& text = before.text();
  const std::size_t content = text.find_first_not_of(" \r\n", yaml::line_end(text, old.span().begin));
  const bool is_plain = !value.empty() && value.front() != ' ' && value.front() != '\n' && value.back() != '\n' && value.back() != ' ';
  const bool can_be = is_plain && !needs_double_quotes(value) && content < old.span().end;
  if (!can_be) return in_double_quotes(value);
  const std::string indent(yaml::column_of(text, content), ' ');
  const bool is_folded = text[old.span().begin] == '>' && value.find('\n') == std::string::npos;
  std::string written = is_folded ? ">-" : "|-";
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t end = std::min(value.find('\n', begin), value.size());
    written += before.line_end();
    if (end > begin) written.append(indent).append(value, begin, end - begin);
    begin = end + 1;
  }
  return written;
}

/// In the quotes, or without, as the old one was.
std::string written_like(const YamlText& before, const yaml::Value& old, const Plain& value, Surroundings around) {
  if (value.kind != Plain::Kind::text || old.kind() != yaml::Kind::scalar) return written_on_a_line(value, around);
  const char first = yaml::byte_at(before.text(), old.span().begin);
  if (old.node().style == yaml::Style::block) return written_as_block_scalar(before, old, value.value);
  if (old.node().style == yaml::Style::quoted) return first == '"' ? in_double_quotes(value.value) : in_single_quotes(value.value);
  return written_scalar(value, around);
}

/// The offset behind the key, anchor and tag of a value that stands below them, where nothing but comments stand between; else nothing.
std::optional<std::size_t> end_of_key_above(const YamlText& before, const Path& path, const yaml::Value& value) {
  const auto mapping = path.empty() || path.back().index ? std::nullopt : before.at(above(path));
  for (std::size_t i = 0; mapping && i < mapping->size(); ++i) {
    if (mapping->key(i).text() != path.back().key) continue;
    const std::size_t colon = before.text().find(':', mapping->key(i).span().end);
    if (colon >= value.span().begin) return std::nullopt;
    const std::size_t first = yaml::skip_space(before.text(), colon + 1), head = yaml::properties_end(before.text(), first);
    const std::size_t end = head == first ? colon + 1 : head;
    const bool is_below = yaml::line_end(before.text(), end) < value.span().begin;
    if (is_below && yaml::skip_space(before.text(), end) == value.span().begin) return end;
  }
  return std::nullopt;
}

/// A list or mapping gives way to a value on the line of its key.
std::string with_collection_replaced(const YamlText& before, const Path& path, const yaml::Value& old, const std::string& written) {
  const std::string& text = before.text();
  const auto key = end_of_key_above(before, path, old);
  const std::size_t line_end = key ? yaml::line_end(text, *key) : old.span().begin;
  if (const auto comment = comment_in(text, old, line_end))
    refuse(before, *comment, "a comment stands in what would be replaced, and would be lost");
  if (!key) return replaced(text, old.span().begin, old.span().end, written);
  return replaced(replaced(text, line_end, old.span().end, ""), *key, *key, " " + written);
}

std::string with_other_value(const YamlText& before, const Path& path, const yaml::Value& old, const Plain& value) {
  const std::string written = written_like(before, old, value, surroundings_of(before, path));
  const Span span = old.span();
  if (old.node().is_collection() && !old.node().is_alias) return with_collection_replaced(before, path, old, written);
  if (span.begin < span.end) return replaced(before.text(), span.begin, span.end, written);
  // A value left out behind its colon.
  const auto mapping = before.at(above(path));
  for (std::size_t i = 0; mapping && i < mapping->size(); ++i) {
    if (mapping->key(i).text() != path.back().key) continue;
    const std::size_t colon = before.text().find(':', mapping->key(i).span().end);
    if (colon != std::string::npos) return replaced(before.text(), colon + 1, colon + 1, " " + written);
  }
  refuse(before, span.begin, "nothing stands there that could be replaced");
}

/// The entries that stand in the mapping itself.
std::vector<std::size_t> own_entries(const yaml::Value& mapping) {
  std::vector<std::size_t> own;
  for (std::size_t i = 0; i < mapping.size(); ++i) {
    if (stands_in(mapping.key(i), mapping)) own.push_back(i);
  }
  return own;
}

/// The entry behind which a new key stands.
std::size_t entry_before(const yaml::Value& mapping, std::span<const std::size_t> own, std::string_view key,
                         std::span<const std::string_view> order) {
  const auto rank = [&](std::string_view name) { return std::find(order.begin(), order.end(), name) - order.begin(); };
  std::size_t best = rank(key) == std::ssize(order) ? own.back() : own.front();
  std::ptrdiff_t best_rank = -1;
  for (const std::size_t i : own) {
    const std::ptrdiff_t its = rank(mapping.key(i).text());
    if (its < rank(key) && its >= best_rank) best = i, best_rank = its;
  }
  return best;
}

std::size_t end_of_entry(const yaml::Value& mapping, std::size_t entry) {
  return std::max(mapping.key(entry).span().end, mapping.value(entry).node().is_alias || stands_in(mapping.value(entry), mapping)
                                                     ? mapping.value(entry).span().end
                                                     : mapping.key(entry).span().end);
}

std::string with_new_key(const YamlText& before, const Path& path, const Plain& value, std::span<const std::string_view> order) {
  const yaml::Value mapping = collection_at(before, above(path), yaml::Kind::mapping);
  const std::string& text = before.text();
  const auto own = own_entries(mapping);
  const std::string key = written_key(path.back().key, Surroundings::brackets);
  if (is_in_brackets(mapping)) {
    const std::string entry = key + ": " + written_on_a_line(value, Surroundings::brackets);
    if (own.empty()) return replaced(text, mapping.span().begin, mapping.span().end, "{ " + entry + " }");
    const std::size_t end = end_of_entry(mapping, entry_before(mapping, own, path.back().key, order));
    return replaced(text, end, end, ", " + entry);
  }
  if (own.empty()) refuse(before, mapping.span().begin, "all of it is merged in from elsewhere");
  const std::size_t previous = entry_before(mapping, own, path.back().key, order);
  const std::size_t line = yaml::next_line(text, end_of_entry(mapping, previous));
  const std::string indent(yaml::column_of(text, mapping.key(own.front()).span().begin), ' ');
  std::string head(text, 0, line);
  end_last_line(head, before.line_end());
  const Surroundings around = surroundings_of(before, path);
  return head + indent + key + ": " + written_on_a_line(value, around) + std::string(before.line_end()) + text.substr(line);
}

/// Whether a comment stands in a stretch between two values.
bool has_comment(const std::string& text, std::size_t begin, std::size_t end) {
  return std::string_view(text).substr(begin, end - begin).find('#') != std::string_view::npos;
}

/// The text without an entry or item in brackets, and the comma that parted it from the others; comments stay where they stand. What stands
/// before it ends at `previous`, or is the bracket.
std::string cut_from_brackets(const std::string& text, std::optional<std::size_t> previous, Span cut, bool is_last) {
  const std::size_t comma = yaml::skip_space(text, cut.end);
  if (yaml::byte_at(text, comma) == ',' && !is_last) {
    const std::size_t next = yaml::skip_space(text, comma + 1);
    if (!has_comment(text, cut.end, next)) return replaced(text, cut.begin, next, "");
    return replaced(replaced(text, comma, comma + 1, ""), cut.begin, cut.end, "");
  }
  if (!previous) {
    const std::size_t bracket = text.find_last_of("[{", cut.begin == 0 ? 0 : cut.begin - 1);
    return has_comment(text, bracket, cut.begin) ? replaced(text, cut.begin, cut.end, "") : replaced(text, bracket + 1, cut.end, "");
  }
  const std::size_t comma_before = yaml::skip_space(text, *previous);
  if (!has_comment(text, *previous, cut.begin)) return replaced(text, comma_before, cut.end, "");
  return replaced(replaced(text, cut.begin, cut.end, ""), comma_before, comma_before + 1, "");
}

std::optional<std::size_t> end_before(const yaml::Value& list, std::size_t index) {
  return index == 0 ? std::nullopt : std::optional<std::size_t>(list.item(index - 1).span().end);
}

/// A list that is left empty stands on the line of its key: brackets below it are refused by other readers unless they are indented more.
std::string cut_item_of_block(const YamlText& before, const Path& path, std::size_t index) {
  const std::string& text = before.text();
  const yaml::Value list = collection_at(before, path, yaml::Kind::sequence);
  const auto dash = dash_of(text, list.item(index));
  if (!dash) refuse(before, list.item(index).span().begin, "the item begins on a line with something else");
  const std::size_t line = yaml::line_begin(text, *dash);
  const std::size_t from = begin_of_comments_above(text, line, *dash - line);
  const std::size_t end = line_after_item(text, list.item(index), *dash - line);
  const std::string rest = replaced(text, from, end, "");
  if (list.size() > 1) return rest;
  const auto key = end_of_key_above(before, path, list);
  if (!key) refuse(before, *dash, "the list would be left empty, and does not stand below its key");
  return replaced(rest, *key, *key, " []");
}

/// Of an item that goes where its comments can't follow.
void refuse_to_lose_comments(const YamlText& before, const yaml::Value& list, std::size_t index) {
  if (is_in_brackets(list)) return;  // there they stay where they stand
  const std::string& text = before.text();
  const auto dash = dash_of(text, list.item(index));
  if (!dash) return;
  const std::size_t line = yaml::line_begin(text, *dash), span_end = list.item(index).span().end;
  const bool has_some =
      begin_of_comments_above(text, line, *dash - line) < line || has_comment(text, span_end, yaml::line_end(text, span_end));
  if (has_some) refuse(before, *dash, "a comment stands at it, which would be lost where the other list is in brackets or empty");
}

std::string item_as_block(const Plain& item, std::size_t depth, std::string_view line_end) {
  const bool is_record = item.kind == Plain::Kind::mapping && item.find("name") != nullptr;
  const std::string written = is_record ? written_as_block(item, depth + 2, line_end) : written_on_a_line(item, Surroundings::block);
  return std::string(depth, ' ') + "- " + written + std::string(line_end);
}

std::string with_item_in_block(const YamlText& before, const yaml::Value& list, std::size_t index, const std::string& lines) {
  const std::string& text = before.text();
  const std::string gap(has_gaps(text, list) ? before.line_end() : "");
  if (index < list.size()) {
    const auto dash = dash_of(text, list.item(index));
    if (!dash) refuse(before, list.item(index).span().begin, "the item begins on a line with something else");
    const std::size_t line = yaml::line_begin(text, *dash);
    const std::size_t from = begin_of_comments_above(text, line, *dash - line);
    return replaced(text, from, from, lines + gap);
  }
  const yaml::Value last = list.item(list.size() - 1);
  const auto dash = dash_of(text, last);
  const std::size_t line = dash ? line_after_item(text, last, yaml::column_of(text, *dash)) : line_after(text, last);
  std::string head(text, 0, line);
  end_last_line(head, before.line_end());
  return head + gap + lines + text.substr(line);
}

std::string with_item_in_brackets(const YamlText& before, const yaml::Value& list, std::size_t index, const Plain& item) {
  const std::string& text = before.text();
  const std::string written = written_on_a_line(item, Surroundings::brackets);
  if (list.size() == 0) return replaced(text, list.span().begin, list.span().end, "[" + written + "]");
  const std::string line = std::string(before.line_end()) + std::string(yaml::column_of(text, list.item(0).span().begin), ' ');
  if (index == 0) {
    const std::size_t begin = list.item(0).span().begin, bracket = list.span().begin + 1;
    if (has_comment(text, bracket, begin)) return replaced(text, bracket, bracket, line + written + ",");
    return replaced(text, begin, begin, written + ", ");
  }
  const std::size_t end = list.item(index - 1).span().end;
  const std::size_t behind = yaml::skip_space(text, end), line_end = yaml::line_end(text, end);
  const bool has_comma = yaml::byte_at(text, behind) == ',';
  if (line_end > list.span().end || !has_comment(text, end, line_end)) return replaced(text, end, end, ", " + written);
  // A comment behind the item stays behind it.
  if (has_comma && behind > line_end) return replaced(text, behind + 1, behind + 1, " " + written + ",");
  const std::string with_line = replaced(text, line_end, line_end, line + written + (has_comma ? "," : ""));
  return has_comma ? with_line : replaced(with_line, end, end, ",");
}

/// Lines of an item at another depth.
std::string moved_to_depth(const std::string& lines, std::size_t from, std::size_t to) {
  std::string moved;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size() - 1) + 1;
    const std::size_t blanks = std::min(lines.find_first_not_of(' ', begin), end) - begin;
    const bool is_empty = blanks + begin == end || lines[begin + blanks] == '\n' || lines[begin + blanks] == '\r';
    if (!is_empty) moved.append(std::max(blanks + to, from) - from, ' ');
    moved.append(lines, begin + blanks, end - begin - blanks);
    begin = end;
  }
  return moved;
}

/// A list that is not there yet, as a key of its own: records a line each, other things in brackets.
std::string with_new_list(const YamlText& before, const Path& path, const Plain& item) {
  const yaml::Value mapping = collection_at(before, above(path), yaml::Kind::mapping);
  const bool is_record = item.kind == Plain::Kind::mapping;
  if (!is_record || is_in_brackets(mapping) || own_entries(mapping).empty()) return with_value(before, path, Plain::list({item}));
  const std::string& text = before.text();
  const std::size_t depth = yaml::column_of(text, mapping.key(own_entries(mapping).front()).span().begin);
  const std::size_t line = yaml::next_line(text, end_of_entry(mapping, own_entries(mapping).back()));
  std::string head(text, 0, line);
  end_last_line(head, before.line_end());
  const bool is_section = path.size() == 1;
  if (is_section) head += before.line_end();
  return head + std::string(depth, ' ') + path.back().key + ":" + std::string(before.line_end()) +
         item_as_block(item, depth + 2, before.line_end()) + text.substr(line);
}

Plain plain_with(const YamlText& before, const Path& path, const Plain& value) {
  Plain root = plain_of(before.root());
  if (path.empty()) return value;
  Plain* parent = at(root, above(path));
  if (parent == nullptr) return root;
  if (path.back().index) {
    parent->items[*path.back().index] = value;
  } else {
    parent->put(path.back().key, value);
  }
  return root;
}

std::size_t place_of(const YamlText& text, Path path) {
  while (!path.empty() && !text.at(path)) path.pop_back();
  const auto value = text.at(path);
  return value ? value->span().begin : 0;
}

void require_sound(const YamlText& text) {
  if (!text.is_sound())
    throw Refused(fmt::format("{} has a fault of form; mend it first ('mot validate' says where)", printable(text.name())));
}

void insert(Plain& list, std::size_t index, Plain item) {
  list.items.insert(list.items.begin() + static_cast<std::ptrdiff_t>(index), std::move(item));
}

}  // namespace

void verify(const YamlText& before, const std::string& after, const Plain& expected, std::size_t where) {
  const YamlText read(before.name(), after);
  if (read.is_sound() && means_the_same(plain_of(read.root()), expected)) return;
  refuse(before, where, "this can't be changed without changing more, for an anchor, a merge key or an unusual layout stands there");
}

std::string with_value(const YamlText& before, const Path& path, const Plain& value, std::span<const std::string_view> order) {
  require_sound(before);
  const auto parent = path.empty() ? std::nullopt : before.at(above(path));
  const auto old = before.at(path);
  const bool is_own = old && parent && (old->node().is_alias || stands_in(*old, *parent));
  std::string after = is_own ? with_other_value(before, path, *old, value) : with_new_key(before, path, value, order);
  verify(before, after, plain_with(before, path, value), place_of(before, path));
  return after;
}

std::string without_key(const YamlText& before, const Path& path) {
  require_sound(before);
  const yaml::Value mapping = collection_at(before, above(path), yaml::Kind::mapping);
  const auto own = own_entries(mapping);
  const auto entry = std::find_if(own.begin(), own.end(), [&](std::size_t i) { return mapping.key(i).text() == path.back().key; });
  if (entry == own.end()) refuse(before, mapping.span().begin, fmt::format("'{}' is merged in from elsewhere", path.back().key));
  if (own.size() == 1 && path.size() > 1 && !path[path.size() - 2].index) return without_key(before, above(path));
  const std::string& text = before.text();
  const std::size_t begin = mapping.key(*entry).span().begin, end = end_of_entry(mapping, *entry);
  std::string after;
  if (is_in_brackets(mapping)) {
    const auto previous = entry == own.begin() ? std::nullopt : std::optional(end_of_entry(mapping, *std::prev(entry)));
    after = cut_from_brackets(text, previous, {.begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(end)},
                              entry + 1 == own.end());
  } else if (begins_its_line(text, begin)) {
    after = replaced(text, yaml::line_begin(text, begin), yaml::next_line(text, end), "");
  } else {
    refuse(before, begin, "the key begins on a line with something else");
  }
  Plain expected = plain_of(before.root());
  Plain& parent = *at(expected, above(path));
  const auto index = static_cast<std::ptrdiff_t>(std::find(parent.keys.begin(), parent.keys.end(), path.back().key) - parent.keys.begin());
  parent.keys.erase(parent.keys.begin() + index);
  parent.items.erase(parent.items.begin() + index);
  verify(before, after, expected, begin);
  return after;
}

std::string with_item(const YamlText& before, const Path& path, std::size_t index, const Plain& item) {
  require_sound(before);
  const auto there = before.at(path);
  const bool is_missing = !there || there->kind() == yaml::Kind::null;
  std::string after;
  if (is_missing) {
    after = there ? with_value(before, path, Plain::list({item})) : with_new_list(before, path, item);
  } else {
    const yaml::Value list = collection_at(before, path, yaml::Kind::sequence);
    if (is_in_brackets(list)) {
      after = with_item_in_brackets(before, list, index, item);
    } else {
      const auto dash = dash_of(before.text(), list.item(0));
      const std::size_t depth = dash ? yaml::column_of(before.text(), *dash) : 0;
      after = with_item_in_block(before, list, index, item_as_block(item, depth, before.line_end()));
    }
  }
  Plain expected = is_missing ? plain_with(before, path, Plain::list({})) : plain_of(before.root());
  insert(*at(expected, path), index, item);
  verify(before, after, expected, place_of(before, path));
  return after;
}

std::string without_item(const YamlText& before, const Path& path, std::size_t index) {
  require_sound(before);
  const yaml::Value list = collection_at(before, path, yaml::Kind::sequence);
  const Span span = list.item(index).span();
  std::string after = is_in_brackets(list) ? cut_from_brackets(before.text(), end_before(list, index), span, index + 1 == list.size())
                                           : cut_item_of_block(before, path, index);
  Plain expected = plain_of(before.root());
  Plain& items = *at(expected, path);
  items.items.erase(items.items.begin() + static_cast<std::ptrdiff_t>(index));
  verify(before, after, expected, span.begin);
  return after;
}

std::string with_item_in_other_list(const YamlText& before, const Path& path, std::size_t from, const Path& other, std::size_t to) {
  require_sound(before);
  const yaml::Value list = collection_at(before, path, yaml::Kind::sequence);
  const auto target = before.at(other);
  Plain expected = plain_of(before.root());
  const Plain item = at(expected, path)->items[from];
  const auto dash = is_in_brackets(list) ? std::nullopt : dash_of(before.text(), list.item(from));
  const bool are_blocks = dash && target && target->kind() == yaml::Kind::sequence && !is_in_brackets(*target) && target->size() > 0;
  if (!are_blocks) {
    refuse_to_lose_comments(before, list, from);
    return with_item(YamlText(before.name(), without_item(before, path, from)), other, to, item);
  }
  const std::string& text = before.text();
  const std::size_t line = yaml::line_begin(text, *dash), begin = begin_of_comments_above(text, line, *dash - line);
  std::string lines(text, begin, line_after_item(text, list.item(from), *dash - line) - begin);
  end_last_line(lines, before.line_end());
  const YamlText rest(before.name(), cut_item_of_block(before, path, from));
  const yaml::Value others = collection_at(rest, other, yaml::Kind::sequence);
  const auto other_dash = dash_of(rest.text(), others.item(0));
  if (!other_dash) refuse(rest, others.span().begin, "the list begins on a line with something else");
  const std::size_t depth = yaml::column_of(rest.text(), *other_dash);
  std::string after = with_item_in_block(rest, others, to, moved_to_depth(lines, *dash - line, depth));
  Plain& items = *at(expected, path);
  items.items.erase(items.items.begin() + static_cast<std::ptrdiff_t>(from));
  insert(*at(expected, other), to, item);
  verify(before, after, expected, *dash);
  return after;
}

std::string with_item_moved(const YamlText& before, const Path& path, std::size_t from, std::size_t to) {
  require_sound(before);
  const yaml::Value list = collection_at(before, path, yaml::Kind::sequence);
  Plain expected = plain_of(before.root());
  const Plain item = at(expected, path)->items[from];
  if (from == to) return before.text();
  if (is_in_brackets(list)) return with_item(YamlText(before.name(), without_item(before, path, from)), path, to, item);
  const std::string& text = before.text();
  const auto dash = dash_of(text, list.item(from));
  if (!dash) refuse(before, list.item(from).span().begin, "the item begins on a line with something else");
  const std::size_t line = yaml::line_begin(text, *dash);
  const std::size_t begin = begin_of_comments_above(text, line, *dash - line);
  std::string lines(text, begin, line_after_item(text, list.item(from), *dash - line) - begin);
  end_last_line(lines, before.line_end());
  const YamlText rest(before.name(), cut_item_of_block(before, path, from));
  std::string after = with_item_in_block(rest, collection_at(rest, path, yaml::Kind::sequence), to, lines);
  Plain& items = *at(expected, path);
  items.items.erase(items.items.begin() + static_cast<std::ptrdiff_t>(from));
  insert(items, to, item);
  verify(before, after, expected, *dash);
  return after;
}

}  // namespace mot::edit
