#include "mot/edit/set_field.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "mot/edit/text_changes.h"
#include "mot/text/nearest.h"
#include "mot/text/utf8.h"
#include "mot/yaml/number_words.h"
#include "mot/yaml/scalar.h"

namespace mot::edit {
namespace {

using yaml::RecordShape;
using yaml::Shape;

/// The part of a shape that is of a kind, if it may be one of several; nothing where it has none.
std::optional<Shape> part_of_kind(const Shape& shape, Shape::Kind kind) {
  if (shape.kind == kind) return shape;
  if (shape.kind != Shape::Kind::any_of) return std::nullopt;
  for (const Shape& part : shape.parts) {
    if (const auto found = part_of_kind(part, kind)) return found;
  }
  return std::nullopt;
}

const RecordShape* record_in(const Shape& shape) {
  const auto record = part_of_kind(shape, Shape::Kind::record);
  return record ? &record->describe() : nullptr;
}

std::vector<std::string> steps_of(std::string_view field) {
  std::vector<std::string> steps;
  while (true) {
    const std::size_t dot = std::min(field.find('.'), field.size());
    steps.emplace_back(field.substr(0, dot));
    if (dot == field.size()) return steps;
    field.remove_prefix(dot + 1);
  }
}

std::vector<std::string_view> keys_of(const RecordShape& record) {
  std::vector<std::string_view> keys;
  for (const yaml::FieldShape& field : record.fields) keys.push_back(field.key);
  return keys;
}

[[noreturn]] void refuse_depth(std::string_view key) {
  throw Refused(fmt::format("nothing can stand below what comes before '{}'", printable(key)));
}

/// A value alone stands where a key is to be set, and which key it means nobody says.
[[noreturn]] void refuse_widening(const RecordShape& record, std::string_view key) {
  throw Refused(fmt::format("a value alone stands where '{}' is to be set; give the whole in braces, with {}", printable(key),
                            fmt::join(keys_of(record), ", ")));
}

/// What may stand one step down.
Shape shape_below(const Shape& shape, std::string_view key) {
  const auto list = part_of_kind(shape, Shape::Kind::list);
  const bool is_number = !key.empty() && key.find_first_not_of("0123456789") == std::string_view::npos;
  if (list && is_number) return list->parts[0];
  if (const RecordShape* record = record_in(shape)) return shape_of_field(*record, key);
  if (const auto map = part_of_kind(shape, Shape::Kind::map)) return map->parts[1];
  if (list) return list->parts[0];
  refuse_depth(key);
}

using Steps = std::span<const std::string>;

/// A value with the mappings around it that its keys ask for.
Plain nested(Steps steps, const Shape& shape, Plain value) {
  if (steps.empty()) return value;
  if (!record_in(shape) && !part_of_kind(shape, Shape::Kind::map)) refuse_depth(steps.front());
  Plain mapping = Plain::mapping();
  mapping.put(steps.front(), nested(steps.subspan(1), shape_below(shape, steps.front()), std::move(value)));
  return mapping;
}

/// As the files read it: `1e0` is one.
std::optional<double> number_in(std::string_view text) {
  if (text.empty() || text.find_first_not_of("+-.0123456789abcdefABCDEFoxinIN") != std::string_view::npos) return std::nullopt;
  const YamlText read("VALUE", std::string(text));
  if (!read.is_sound() || read.root().kind() != yaml::Kind::scalar) return std::nullopt;
  return yaml::number_of(read.root());
}

bool is_number(std::string_view text) {
  return number_in(text).has_value();
}

/// `7` and `7.50` as they were typed; `07`, `1e1`, `+5`, `.5` as people write such a number.
std::string plain_number(const std::string& text, double number) {
  const std::string_view digits = std::string_view(text).substr(text.starts_with('-') ? 1 : 0);
  const bool is_plain = digits.find_first_not_of("0123456789.") == std::string_view::npos && !digits.starts_with('.') &&
                        !digits.ends_with('.') && !(digits.size() > 1 && digits[0] == '0' && digits[1] != '.');
  return is_plain || !std::isfinite(number) ? text : fmt::format("{}", number);
}

std::string_view stands_for(const Plain& scalar, const RecordShape& record) {
  return scalar.kind == Plain::Kind::word && is_number(scalar.value) ? record.shorthand.number : record.shorthand.text;
}

/// Whether a text that stands alone for a record would be read as its number: `7`, `4,5`.
bool would_be_a_number(const Plain& value, const RecordShape& record) {
  const bool may_be =
      value.kind == Plain::Kind::text && !record.shorthand.number.empty() && record.shorthand.number != record.shorthand.text;
  return may_be && yaml::is_number_in_words(value.value);
}

/// What a value alone becomes that stands for a record of which another key is to be set.
Plain widened(const Plain& scalar, const Shape& shape, Steps steps, Plain value) {
  if (steps.empty()) return value;
  const RecordShape* record = record_in(shape);
  const std::string_view key = record ? stands_for(scalar, *record) : std::string_view();
  if (key.empty() && record) refuse_widening(*record, steps.front());
  if (key.empty()) refuse_depth(steps.front());
  const Shape below = shape_below(shape, steps.front());
  Plain mapping = Plain::mapping();
  if (key == steps.front()) {
    Plain inner = widened(scalar, below, steps.subspan(1), std::move(value));
    if (inner.kind == scalar.kind && !would_be_a_number(inner, *record)) return inner;
    mapping.put(key, std::move(inner));
    return mapping;
  }
  for (const std::string_view name : keys_of(*record)) {
    if (name == key) mapping.put(key, scalar);
    if (name == steps.front()) mapping.put(name, nested(steps.subspan(1), below, value));
  }
  return mapping;
}

/// The index of an item: by its number from one, or by its id.
std::size_t item_called(const yaml::Value& list, std::string_view called) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto id = list.item(i).kind() == yaml::Kind::mapping ? value_of(list.item(i), "id") : std::nullopt;
    if (id && id->text() == called) return i;
  }
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(called.data(), called.data() + called.size(), number);
  const bool is_item = error == std::errc() && end == called.data() + called.size() && number >= 1 && number <= list.size();
  if (is_item) return number - 1;
  throw Refused(
      fmt::format("'{}' is not an item of this list, which has {}: name one by its id or its number", printable(called), list.size()));
}

/// Whether a value alone is all of a list of which an item is named by its number.
bool stands_for_list(const yaml::Value& value, const Shape& shape, std::string_view step) {
  const bool is_number = !step.empty() && step.find_first_not_of("0123456789") == std::string_view::npos;
  if (!is_number || !part_of_kind(shape, Shape::Kind::list) || value.kind() == yaml::Kind::sequence) return false;
  if (step != "1") throw Refused(fmt::format("'{}' is not an item of this list, which has 1", printable(step)));
  return true;
}

/// Goes down to what is there.
class Setter {
 public:
  Setter(const YamlText& text, const std::string& typed, ValueReading reading) : text_(text), typed_(typed), reading_(reading) {}

  std::string set(const Path& path, const Shape& shape, Steps steps, std::span<const std::string_view> order) const {
    const auto value = text_.at(path);
    const bool is_nothing = !value || value->kind() == yaml::Kind::null;
    if (steps.empty() && typed_.empty()) return without(path, is_nothing);
    if (steps.empty()) return put(path, shape, order);
    const Shape target = shape_at(shape, steps);
    if (!is_nothing && stands_for_list(*value, shape, steps.front())) return set(path, shape_below(shape, "1"), steps.subspan(1), order);
    if (is_nothing) return typed_.empty() ? text_.text() : with_value(text_, path, nested(steps, shape, meant(target)), order);
    if (value->kind() == yaml::Kind::scalar) return set_in_scalar(path, shape, steps);
    refuse_alias(*value);
    if (value->kind() == yaml::Kind::sequence) {
      const std::size_t item = item_called(*value, steps.front());
      return set(path / item, shape_below(shape, steps.front()), steps.subspan(1), {});
    }
    const RecordShape* record = record_in(shape);
    const auto keys = record ? keys_of(*record) : std::vector<std::string_view>();
    refuse_merged(*value, steps);
    return set(path / Step(std::string_view(steps.front())), shape_below(shape, steps.front()), steps.subspan(1), keys);
  }

 private:
  /// A number or a text over a mapping is what it is short for; over a list of several it would throw the others away.
  std::string put(const Path& path, const Shape& shape, std::span<const std::string_view> order) const {
    const auto value = text_.at(path);
    const Plain given = meant(shape);
    const bool is_alone = given.kind == Plain::Kind::word || given.kind == Plain::Kind::text;
    if (is_alone && value && value->kind() == yaml::Kind::mapping) return put_in_mapping(path, shape, given);
    if (is_alone && value && value->kind() == yaml::Kind::sequence) refuse_to_empty(path, *value);
    return with_value(text_, path, given, order);
  }

  std::string put_in_mapping(const Path& path, const Shape& shape, const Plain& given) const {
    const RecordShape* record = record_in(shape);
    const std::string_view key = record ? stands_for(given, *record) : std::string_view();
    const yaml::Value mapping = *text_.at(path);
    refuse_alias(mapping);
    const auto around = text_.at(above(path));
    if (around && around->kind() == yaml::Kind::mapping && !stands_in(mapping, *around)) refuse_merged(*around, mapping, path.back().key);
    if (key.empty()) {
      std::vector<std::string_view> keys = record ? keys_of(*record) : std::vector<std::string_view>();
      for (std::size_t i = 0; i < mapping.size() && !record; ++i) keys.push_back(mapping.key(i).text());
      throw Refused(fmt::format("{}:{}: a mapping stands here, and '{}' alone would take its place; say which of its fields you mean: {}",
                                printable(text_.name()), text_.line_of(mapping.span().begin), printable(shortened(given.value, 60)),
                                below(path, keys)));
    }
    if (would_be_a_number(given, *record)) {
      throw Refused(
          fmt::format("{}:{}: '{}' reads like a number and is none; set {} to a number in points of the project's scale, or {} to "
                      "that text",
                      printable(text_.name()), text_.line_of(mapping.span().begin), printable(shortened(given.value, 60)),
                      below(path, std::array{record->shorthand.number}), below(path, std::array{key})));
    }
    const std::vector<std::string> steps{std::string(key)};
    return set(path, shape, steps, {});
  }

  /// `policy.rule, policy.protects`
  static std::string below(const Path& path, std::span<const std::string_view> keys) {
    std::string list;
    for (const std::string_view key : keys)
      list += fmt::format("{}{}{}", list.empty() ? "" : ", ", path.back().index ? "" : path.back().key + ".", printable(key));
    return list;
  }

  void refuse_to_empty(const Path& path, const yaml::Value& list) const {
    const bool is_one = list.size() == 0 || (list.size() == 1 && list.item(0).kind() == yaml::Kind::scalar);
    if (is_one) return;
    const std::string key = path.back().index ? std::to_string(*path.back().index + 1) : path.back().key;
    throw Refused(
        fmt::format("{}:{}: '{}' is a list of {}, and one value would take its place; name an item by its number, as in {}.1, or "
                    "give the whole list in brackets",
                    printable(text_.name()), text_.line_of(list.span().begin), printable(key), list.size(), printable(key)));
  }

  std::string without(const Path& path, bool is_nothing) const {
    if (is_nothing && !text_.at(path)) return text_.text();
    return path.back().index ? without_item(text_, above(path), *path.back().index) : without_key(text_, path);
  }

  std::string set_in_scalar(const Path& path, const Shape& shape, Steps steps) const {
    const Plain scalar = plain_of(*text_.at(path));
    if (typed_.empty()) {
      // Only what it stands for can be taken out of it.
      const RecordShape* record = record_in(shape);
      const bool is_it = record && stands_for(scalar, *record) == steps.front();
      if (!is_it) return text_.text();
      const Shape below = shape_below(shape, steps.front());
      return steps.size() == 1 ? without(path, false) : set_in_scalar(path, below, steps.subspan(1));
    }
    return with_value(text_, path, widened(scalar, shape, steps, meant(shape_at(shape, steps))));
  }

  Plain meant(const Shape& shape) const { return reading_ == ValueReading::as_text ? Plain::text(typed_) : value_meant(shape, typed_); }

  static Shape shape_at(Shape shape, Steps steps) {
    for (const std::string& step : steps) shape = shape_below(shape, step);
    return shape;
  }

  void refuse_alias(const yaml::Value& value) const {
    if (!value.node().is_alias) return;
    throw Refused(fmt::format("{}:{}: this stands behind an alias, which other places share; write it out there first",
                              printable(text_.name()), text_.line_of(value.span().begin)));
  }

  /// Of what is merged in only all can be set, which then stands in the mapping itself.
  void refuse_merged(const yaml::Value& mapping, Steps steps) const {
    const auto value = value_of(mapping, steps.front());
    const bool is_merged = value && !value->node().is_alias && !stands_in(*value, mapping);
    if (is_merged && (steps.size() > 1 || typed_.empty())) refuse_merged(mapping, *value, steps.front());
  }
  [[noreturn]] void refuse_merged(const yaml::Value& mapping, const yaml::Value& value, std::string_view key) const {
    throw Refused(fmt::format("{}:{}: '{}' is merged in from line {}; write it out here first", printable(text_.name()),
                              text_.line_of(mapping.span().begin), printable(key), text_.line_of(value.span().begin)));
  }

  const YamlText& text_;
  const std::string& typed_;
  ValueReading reading_;
};

}  // namespace

Plain value_meant(const Shape& shape, const std::string& value) {
  const bool may_be_collection = record_in(shape) || part_of_kind(shape, Shape::Kind::list) || part_of_kind(shape, Shape::Kind::map);
  if (may_be_collection && (value.starts_with('[') || value.starts_with('{'))) {
    const YamlText read("VALUE", value);
    if (read.is_sound()) return plain_of(read.root());
  }
  const RecordShape* record = record_in(shape);
  const bool may_be_number =
      part_of_kind(shape, Shape::Kind::number) || part_of_kind(shape, Shape::Kind::count) || (record && !record->shorthand.number.empty());
  if (const auto number = may_be_number ? number_in(value) : std::nullopt) return Plain::word(plain_number(value, *number));
  const bool is_truth = value == "true" || value == "false";
  if (is_truth && part_of_kind(shape, Shape::Kind::boolean)) return Plain::word(value);
  if (const auto list = part_of_kind(shape, Shape::Kind::list)) return value_meant(list->parts[0], value);
  return Plain::text(value);
}

Shape shape_of_field(const RecordShape& record, std::string_view key) {
  for (const yaml::FieldShape& field : record.fields) {
    if (field.key == key) return field.shape();
  }
  const std::vector<std::string_view> keys = keys_of(record);
  throw Refused(fmt::format("{} has no field '{}'{}{}", record.name, printable(key), did_you_mean(key, keys),
                            nearest(key, keys) ? "" : fmt::format("; there are {}", fmt::join(keys, ", "))));
}

std::string with_field(const YamlText& text, const FieldPlace& place, const std::string& value) {
  const std::vector<std::string> steps = steps_of(place.field);
  return Setter(text, value, place.reading).set(place.record, place.shape, steps, {});
}

void put_field(Plain& record, const Shape& shape, std::string_view field, const std::string& value) {
  const std::vector<std::string> steps = steps_of(field);
  Shape here = shape;
  Plain* place = &record;
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
    here = shape_below(here, steps[i]);
    if (place->find(steps[i]) == nullptr) place->put(steps[i], Plain::mapping());
    place = place->find(steps[i]);
    if (place->kind != Plain::Kind::mapping) refuse_depth(steps[i + 1]);
  }
  if (place->find(steps.back()) != nullptr) throw Refused(fmt::format("'{}' is given twice, and would stand once", printable(field)));
  place->put(steps.back(), value_meant(shape_below(here, steps.back()), value));
}

}  // namespace mot::edit
