// What a value may look like, as data: made from the field tables and the codecs, read by the schema and the reference.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace mot::yaml {

struct RecordShape;

/// What a key begins with that is left alone anywhere: it is for anchors and for other tools.
inline constexpr std::string_view foreign_prefix = "x-";

struct Shape {
  enum class Kind : unsigned char {
    text,    ///< any scalar that says something
    words,   ///< a text that is neither number nor truth value
    number,  ///< from `low` to `high`
    count,   ///< a whole number of at least `low`, or of at least 0
    boolean,
    choice,    ///< one of `choices`
    matching,  ///< a text of `pattern`, an ECMA 262 regular expression
    list,      ///< of `parts[0]`
    map,       ///< keys of `parts[0]`, values of `parts[1]`
    record,    ///< as `describe()` says
    any_of,    ///< one of `parts`
  };

  Kind kind = Kind::text;
  std::optional<int> low = std::nullopt;
  std::optional<int> high = std::nullopt;
  std::string_view pattern = {};
  std::vector<std::string_view> choices = {};
  std::vector<Shape> parts = {};
  const RecordShape& (*describe)() = nullptr;

  static Shape text() { return {.kind = Kind::text}; }
  static Shape words() { return {.kind = Kind::words}; }
  static Shape number() { return {.kind = Kind::number}; }
  static Shape number(int low, int high) { return {.kind = Kind::number, .low = low, .high = high}; }
  static Shape number_from(int low) { return {.kind = Kind::number, .low = low}; }
  static Shape count() { return {.kind = Kind::count}; }
  static Shape count_from(int low) { return {.kind = Kind::count, .low = low}; }
  static Shape boolean() { return {.kind = Kind::boolean}; }
  static Shape choice(std::span<const std::string_view> names) { return {.kind = Kind::choice, .choices = {names.begin(), names.end()}}; }
  static Shape matching(std::string_view pattern) { return {.kind = Kind::matching, .pattern = pattern}; }
  static Shape list(Shape item) { return {.kind = Kind::list, .parts = {std::move(item)}}; }
  static Shape map(Shape key, Shape value) { return {.kind = Kind::map, .parts = {std::move(key), std::move(value)}}; }
  static Shape record(const RecordShape& (*describe)()) { return {.kind = Kind::record, .describe = describe}; }
  static Shape any_of(std::vector<Shape> parts) { return {.kind = Kind::any_of, .parts = std::move(parts)}; }
};

/// One line of a field table.
struct FieldShape {
  std::string_view key;
  bool is_required;
  std::string_view meaning;
  Shape (*shape)();  ///< asked late, for records may hold each other
};

/// A field table: its name ("a touchpoint"), its keys, and the keys that a number or a text alone stands for.
struct RecordShape {
  std::string_view name;
  std::vector<FieldShape> fields;
  struct {
    std::string_view number;
    std::string_view text;
  } shorthand;
  std::span<const std::string_view> at_least_one = {};     ///< keys of which one must be written
  std::span<const std::string_view> both_or_neither = {};  ///< two keys that are written together
  bool needs_values = false;                               ///< whether a key with nothing behind it is a fault, and not left out
  bool takes_list = false;                                 ///< whether a list is short for the key that a text is
};

}  // namespace mot::yaml
