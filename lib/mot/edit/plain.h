// What a YAML text means, as plain data: aliases followed, merge keys resolved, places and layout forgotten. An edit is safe if the text
// afterwards means exactly what it meant before but for what was to change.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mot/yaml/node.h"

namespace mot::edit {

/// A value and all that is in it.
struct Plain {
  enum class Kind : std::uint8_t {
    null,
    word,  ///< a number or a truth value: written as it is, never in quotes
    text,
    list,
    mapping,
  };

  Kind kind = Kind::null;
  std::string value = {};              ///< of a word or a text
  std::vector<std::string> keys = {};  ///< of a mapping, one for each item
  std::vector<Plain> items = {};

  static Plain text(std::string value) { return {Kind::text, std::move(value), {}, {}}; }
  static Plain word(std::string value) { return {Kind::word, std::move(value), {}, {}}; }
  static Plain list(std::vector<Plain> items) { return {Kind::list, {}, {}, std::move(items)}; }
  static Plain mapping() { return {Kind::mapping, {}, {}, {}}; }

  /// The value of a key; nothing where a mapping has no such key.
  const Plain* find(std::string_view key) const;
  Plain* find(std::string_view key);
  /// Gives a key its value, whether or not it is there.
  void put(std::string_view key, Plain value);
};

/// Whether both mean the same; the order of keys means nothing.
bool means_the_same(const Plain& one, const Plain& other);

Plain plain_of(const yaml::Value& value);

/// One step down: a key, or the index of an item.
struct Step {
  std::string key = {};
  std::optional<std::size_t> index = {};
  Step(std::string_view name) : key(name) {}  // NOLINT(google-explicit-constructor): a path reads as what it leads through
  Step(const char* name) : key(name) {}       // NOLINT(google-explicit-constructor)
  Step(std::size_t item) : index(item) {}     // NOLINT(google-explicit-constructor)
};
using Path = std::vector<Step>;

/// What a path leads to; null where it leads nowhere.
Plain* at(Plain& root, const Path& path);

Path operator/(Path path, Step step);
/// The path without its last step.
Path above(Path path);

}  // namespace mot::edit
