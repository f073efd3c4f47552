// Figures in every JSON document: unknown is null, numbers are unrounded, keys keep their order.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "mot/analysis/analysis.h"
#include "mot/model/workspace.h"
#include "mot/tables/figure.h"

namespace mot {

using Json = nlohmann::ordered_json;

inline Json json_of(const std::optional<double>& number) {
  return number ? Json(*number) : Json(nullptr);
}
inline Json json_of(const std::optional<std::size_t>& number) {
  return number ? Json(*number) : Json(nullptr);
}

/// `[low, high]`.
inline Json json_of(const std::optional<Interval>& interval) {
  return interval ? Json::array({interval->low, interval->high}) : Json(nullptr);
}

template <Vocabulary Word>
Json json_of(const std::optional<Word>& word) {
  return word ? Json(name_of(*word)) : Json(nullptr);
}

struct FigureJson {
  Json operator()(const NothingToSay&) const { return nullptr; }
  Json operator()(const Unknown&) const { return nullptr; }
  Json operator()(const Interval& interval) const { return json_of(std::optional(interval)); }
  Json operator()(const FixedWord& word) const { return word.english; }
  template <class Value>
  Json operator()(const Value& value) const {
    return value;
  }
};

/// Puts what the figure says under its key, where it has a value.
template <class Row>
void put_figure(const Figure<Row>& figure, const Row& row, Json& object) {
  if (figure.value != nullptr) object[std::string(figure.key)] = std::visit(FigureJson{}, figure.value(row));
}

/// The ids of things by their indices.
template <class Thing>
Json ids_of(const std::vector<std::size_t>& indices, const std::vector<Thing>& things) {
  Json ids = Json::array();
  for (const std::size_t index : indices) ids.push_back(things[index].id.value);
  return ids;
}

/// The id of what a link stands for, null where it stands for nothing.
template <class Target>
Json id_of(const Link<Target>& link) {
  return link.index ? Json(link.value) : Json(nullptr);
}

/// A whole document: two blanks a level, a line feed at the end; bytes that are no UTF-8 become U+FFFD.
inline std::string document_text(const Json& document) {
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace mot
