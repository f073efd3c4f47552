// The few changes that every edit is made of, each of one value in one YAML text. Comments, order, quotes, brackets and line ends of all
// else stay. Before a change is given out it is read back: it means what the text meant before, but for what was to change. Where that
// can't be had, because an anchor or a merge key carries the value to other places too, it is Refused.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "mot/edit/plain.h"
#include "mot/edit/yaml_text.h"

namespace mot::edit {

/// Gives what the path leads to another value, or a mapping a key it lacks. Comments in a list or mapping are not thrown away with it: it
/// is Refused. `order` are the keys as they are usually written: a new key stands behind the last one that comes before it there.
std::string with_value(const YamlText& before, const Path& path, const Plain& value, std::span<const std::string_view> order = {});

/// Takes a key out, and what has nothing left in it.
std::string without_key(const YamlText& before, const Path& path);

/// Puts an item into a list, which may be empty or not be there at all.
std::string with_item(const YamlText& before, const Path& list, std::size_t index, const Plain& item);

/// Takes an item out.
std::string without_item(const YamlText& before, const Path& list, std::size_t index);

/// Puts an item of a list elsewhere in it; `to` counts among the others.
std::string with_item_moved(const YamlText& before, const Path& list, std::size_t from, std::size_t to);

/// Puts an item of a list into another one, with the comments at it.
std::string with_item_in_other_list(const YamlText& before, const Path& list, std::size_t from, const Path& other, std::size_t to);

/// Throws Refused where `after` doesn't read as `expected`; `where` is the offset in `before` that messages speak of.
void verify(const YamlText& before, const std::string& after, const Plain& expected, std::size_t where);

}  // namespace mot::edit
