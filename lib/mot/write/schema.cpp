#include "mot/write/schema.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "mot/load/document.h"
#include "mot/yaml/number_words.h"

namespace mot {
namespace {

using Json = nlohmann::ordered_json;
using yaml::FieldShape;
using yaml::RecordShape;
using yaml::Shape;

constexpr double largest_number = 1e9;

/// "the customer's wish" -> "customers-wish"
std::string definition_name(std::string_view name) {
  for (const std::string_view article : {"a ", "an ", "the "}) {
    if (name.starts_with(article)) name.remove_prefix(article.size());
  }
  std::string slug;
  for (const char c : name) {
    if (c == ' ') slug += '-';
    if (c >= 'a' && c <= 'z') slug += c;
    if (c >= 'A' && c <= 'Z') slug += static_cast<char>(c - 'A' + 'a');
  }
  return slug;
}

class SchemaMaker {
 public:
  Json make(const RecordShape& root) {
    Json body = object_of(root);
    body["type"] = {"object", "null"};  // an empty file is a workspace file too
    Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                   {"$id", "mot.schema.json"},
                   {"title", "mot workspace file"},
                   {"description", "Moments of truth as code: touchpoints per department, journeys, evidence and actions."}};
    schema.update(body);
    schema["definitions"] = definitions_;
    return schema;
  }

 private:
  Json object_of(const RecordShape& record) {
    Json required = Json::array();
    Json properties = Json::object();
    for (const FieldShape& field : record.fields) {
      if (field.is_required) required.push_back(field.key);
      Json property = {{"description", field.meaning}};
      const bool has_value = field.is_required || record.needs_values;
      property.update(has_value ? json_of(field.shape()) : or_unwritten(json_of(field.shape())));
      properties[std::string(field.key)] = std::move(property);
    }
    Json object = {{"type", "object"}, {"additionalProperties", false}};
    object["patternProperties"] = {{"^" + std::string(yaml::foreign_prefix), Json::object()}};
    if (!required.empty()) object["required"] = std::move(required);
    object["properties"] = std::move(properties);
    for (const std::string_view key : record.at_least_one) object["anyOf"].push_back(is_written(key));
    if (!record.both_or_neither.empty()) {
      const std::string one(record.both_or_neither[0]), other(record.both_or_neither[1]);
      object["dependencies"] = {{one, together(one, other)}, {other, together(other, one)}};
    }
    return object;
  }

  // Where `key` is written, `other` is too.
  static Json together(const std::string& key, const std::string& other) {
    return {{"anyOf", {Json{{"properties", {{key, {{"type", "null"}}}}}}, is_written(other)}}};
  }

  static Json is_written(std::string_view key) {
    return {{"required", {key}}, {"properties", {{std::string(key), {{"not", {{"type", "null"}}}}}}}};
  }

  // A key with nothing behind its colon counts as not written.
  static Json or_unwritten(Json value) {
    if (value.contains("enum")) {
      value["enum"].push_back(nullptr);
    } else if (value.contains("anyOf")) {
      value["anyOf"].push_back({{"type", "null"}});
    } else if (value.contains("$ref")) {
      return {{"anyOf", {value, {{"type", "null"}}}}};
    } else if (value["type"].is_array()) {
      value["type"].push_back("null");
    } else {
      value["type"] = {value["type"], "null"};
    }
    return value;
  }

  Json reference_to(const RecordShape& record) {
    const std::string name = definition_name(record.name);
    if (!definitions_.contains(name)) {
      definitions_[name] = nullptr;  // holds the place while records that hold each other are described
      definitions_[name] = object_of(record);
    }
    return {{"$ref", "#/definitions/" + name}};
  }

  Json record_of(const RecordShape& record) {
    Json alternatives = Json::array({reference_to(record)});
    for (const FieldShape& field : record.fields) {
      const bool for_number = field.key == record.shorthand.number, for_text = field.key == record.shorthand.text;
      Json types = Json::array();
      if (for_number) types.push_back("number");
      if (for_text) types.insert(types.end(), {"string", "boolean"});
      if (for_text && record.takes_list) types.push_back("array");
      if (types.empty()) continue;
      Json alternative = {{"type", types}, {"allOf", {json_of(field.shape())}}};
      const bool is_number_text = for_number && field.shape().kind == Shape::Kind::text;  // as an id of digits is
      if (for_text && !is_number_text && !record.shorthand.number.empty())
        alternative["not"] = {{"type", "string"}, {"pattern", yaml::number_in_words_pattern()}};
      alternatives.push_back(std::move(alternative));
    }
    return alternatives.size() == 1 ? alternatives.front() : Json{{"anyOf", alternatives}};
  }

  Json json_of(const Shape& shape) {
    switch (shape.kind) {
      case Shape::Kind::text:
        return {{"type", {"string", "number", "boolean"}}, {"pattern", "\\S"}};
      case Shape::Kind::words:
        return {{"type", "string"}, {"pattern", "\\S"}};
      case Shape::Kind::number:
        return {{"type", "number"},
                {"minimum", shape.low ? *shape.low : -largest_number},
                {"maximum", shape.high ? *shape.high : largest_number}};
      case Shape::Kind::count:
        return {{"type", "integer"}, {"minimum", shape.low.value_or(0)}};
      case Shape::Kind::boolean:
        return {{"type", "boolean"}};
      case Shape::Kind::choice:
        return {{"enum", shape.choices}};
      case Shape::Kind::matching:
        return {{"type", "string"}, {"pattern", shape.pattern}};
      case Shape::Kind::list:
        return {{"type", "array"}, {"items", json_of(shape.parts[0])}};
      case Shape::Kind::map:
        return {{"type", "object"}, {"propertyNames", key_of(shape.parts[0])}, {"additionalProperties", json_of(shape.parts[1])}};
      case Shape::Kind::record:
        return record_of(shape.describe());
      case Shape::Kind::any_of:
        return any_of(shape);
    }
    return nullptr;
  }

  // To JSON every key is a string: of alternatives the first says what it looks like.
  Json key_of(const Shape& shape) {
    if (shape.kind == Shape::Kind::any_of) return key_of(shape.parts[0]);
    Json key = json_of(shape);
    key.erase("type");
    return key;
  }

  Json any_of(const Shape& shape) {
    Json alternatives = Json::array();
    for (const Shape& part : shape.parts) alternatives.push_back(json_of(part));
    return {{"anyOf", alternatives}};
  }

  Json definitions_ = Json::object();
};

}  // namespace

std::string workspace_schema() {
  return SchemaMaker().make(document_shape()).dump(2) + "\n";
}

}  // namespace mot
