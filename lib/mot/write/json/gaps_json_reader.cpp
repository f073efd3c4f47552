#include "mot/write/json/gaps_json_reader.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace mot {
namespace {

using Json = nlohmann::json;

[[noreturn]] void refuse(std::string_view what) {
  throw std::runtime_error(fmt::format("the baseline {}; write a new one with 'mot gaps -o baseline.json'", what));
}

const Json& member(const Json& object, const char* key) {
  static const Json nothing;
  const auto found = object.find(key);
  return found == object.end() ? nothing : *found;
}

std::optional<double> number_in(const Json& object, const char* key) {
  const Json& value = member(object, key);
  if (value.is_null()) return std::nullopt;
  if (!value.is_number()) refuse(fmt::format("holds something in '{}' that is not a number", key));
  return finite(value.get<double>());
}

std::optional<std::string> text_in(const Json& object, const char* key) {
  const Json& value = member(object, key);
  if (value.is_null()) return std::nullopt;
  if (!value.is_string()) refuse(fmt::format("holds something in '{}' that is not a text", key));
  return value.get<std::string>();
}

std::string name_in(const Json& object, const char* key) {
  if (!object.is_object()) refuse("has an entry that is not an object");
  const auto text = text_in(object, key);
  if (!text) refuse(fmt::format("has an entry without '{}'", key));
  return *text;
}

std::optional<Measurement> measurement_in(const Json& object, std::optional<double> actual) {
  const auto n = number_in(object, "n"), n_effective = number_in(object, "n_effective");
  if (!actual || !n || !n_effective || !(*n >= 0) || !(*n < 1e15)) return std::nullopt;
  return Measurement{
      .n = static_cast<std::size_t>(*n), .n_effective = *n_effective, .mean = *actual, .sd = number_in(object, "sd"), .interval = {}};
}

KnownTouchpoint touchpoint_in(const Json& object) {
  KnownTouchpoint touchpoint{.id = name_in(object, "id"), .actual = {}, .kind = {}, .measurement = {}};
  touchpoint.actual = number_in(object, "actual");
  if (const auto kind = text_in(object, "actual_kind")) touchpoint.kind = word_from<ActualKind>(*kind);
  if (touchpoint.kind == ActualKind::measured) touchpoint.measurement = measurement_in(object, touchpoint.actual);
  return touchpoint;
}

const Json& list_in(const Json& document, const char* key) {
  const Json& list = member(document, key);
  if (!list.is_array()) refuse(fmt::format("has no list '{}'", key));
  return list;
}

}  // namespace

KnownFigures known_figures_from_json(std::string_view json) {
  const Json document = Json::parse(json, nullptr, false);
  if (document.is_discarded() || !document.is_object()) refuse("is not a JSON object");
  if (member(document, "format_version") != 1) refuse("is not of format version 1");
  const Json& scale = member(document, "scale");
  const auto min = scale.is_object() ? number_in(scale, "min") : std::nullopt,
             max = scale.is_object() ? number_in(scale, "max") : std::nullopt;
  if (!min || !max) refuse("has no scale");
  KnownFigures known{.scale = {*min, *max}, .persona = text_in(document, "persona"), .touchpoints = {}, .gates = {}};
  for (const Json& touchpoint : list_in(document, "touchpoints")) known.touchpoints.push_back(touchpoint_in(touchpoint));
  for (const Json& gate : list_in(document, "gates")) known.gates.push_back({name_in(gate, "name"), number_in(gate, "value")});
  return known;
}

}  // namespace mot
