// A field of a thing gets another value.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "mot/edit/plain.h"
#include "mot/edit/yaml_text.h"
#include "mot/yaml/shape.h"

namespace mot::edit {

/// Whether a value that somebody gave is a number, list or mapping where one may stand, or a text whatever it looks like.
enum class ValueReading : std::uint8_t { as_meant, as_text };

/// Where a field is: the record in its file, what such a record may hold, and the field below it: `desired.customer.score`,
/// `evidence.interviews-2026-03.quote`, `pains.1`.
struct FieldPlace {
  Path record;
  yaml::Shape shape;
  std::string_view field;
  ValueReading reading = ValueReading::as_meant;
};

/// The text with the field set; where a number or a text alone stands for a record, that becomes the record if it must. An empty value
/// takes the field out. Throws Refused where there is no such field, or it can't be done safely.
std::string with_field(const YamlText& text, const FieldPlace& place, const std::string& value);

/// What a value typed by somebody means at a place: a number where one may stand, a list or mapping where one may stand and it begins with
/// a bracket, else a text.
Plain value_meant(const yaml::Shape& shape, const std::string& value);

/// What a record may hold under a key. Throws Refused with the nearest key, and the keys there are.
yaml::Shape shape_of_field(const yaml::RecordShape& record, std::string_view key);

/// Sets a field, named as above, of a record that is not written yet.
void put_field(Plain& record, const yaml::Shape& shape, std::string_view field, const std::string& value);

}  // namespace mot::edit
