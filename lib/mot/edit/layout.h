// Where things stand in a YAML text: the offsets that changes of it need.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "mot/edit/write_yaml.h"
#include "mot/edit/yaml_text.h"

namespace mot::edit {

/// Whether anything on the way down a path stands in brackets.
Surroundings surroundings_of(const YamlText& text, const Path& path);
bool is_in_brackets(const yaml::Value& collection);

/// The line after that in which a value of block style ends, with the comment behind it.
std::size_t line_after(const std::string& text, const yaml::Value& value);
/// The same of an item of a list whose dashes stand at `depth`, behind the comments that are indented as what it holds.
std::size_t line_after_item(const std::string& text, const yaml::Value& item, std::size_t depth);

/// Whether only blanks stand between the beginning of its line and an offset.
bool begins_its_line(const std::string& text, std::size_t offset);

/// Where the dash of an item of a block list stands; nothing where another dash stands before it on the line.
std::optional<std::size_t> dash_of(const std::string& text, const yaml::Value& item);

/// Where the comments begin that stand directly above a line, as deep as `depth`; the line's own beginning where there are none.
std::size_t begin_of_comments_above(const std::string& text, std::size_t line, std::size_t depth);

/// Whether an empty line stands between the first two items of a list.
bool has_gaps(const std::string& text, const yaml::Value& list);

/// The first comment inside a collection, from `begin` to where it ends; nothing where there is none.
std::optional<std::size_t> comment_in(const std::string& text, const yaml::Value& collection, std::size_t begin);

/// A line that ends, even where the file doesn't end its last one.
void end_last_line(std::string& text, std::string_view line_end);

}  // namespace mot::edit
