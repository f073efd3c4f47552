// What the reader of YAML makes of a file, as JSON, for comparison with other readers. Standard input is one text a line, each a JSON
// string; for each a line comes back: {"tree": …, "faults": ["rule line:column message", …]}, the tree only where nothing is wrong.
#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "mot/findings/finding.h"
#include "mot/text/source.h"
#include "mot/yaml/node.h"
#include "mot/yaml/scalar.h"

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const mot::yaml::Value& value) {
  switch (value.kind()) {
    case mot::yaml::Kind::null:
      return nullptr;
    case mot::yaml::Kind::sequence: {
      Json list = Json::array();
      for (std::size_t i = 0; i < value.size(); ++i) list.push_back(json_of(value.item(i)));
      return list;
    }
    case mot::yaml::Kind::mapping: {
      Json object = Json::object();
      for (std::size_t i = 0; i < value.size(); ++i) object[std::string(value.key(i).text())] = json_of(value.value(i));
      return object;
    }
    case mot::yaml::Kind::scalar:
      break;
  }
  if (const auto truth = mot::yaml::boolean_of(value)) return *truth;
  if (const auto integer = mot::yaml::integer_of(value)) return *integer;
  if (const auto number = mot::yaml::number_of(value)) return *number;
  return std::string(value.text());
}

Json reading_of(const std::string& text) {
  mot::Sources sources;
  mot::Findings findings;
  const auto file = sources.add({"a.yaml", text});
  const mot::yaml::Tree tree = mot::yaml::parse(sources, file, findings);
  findings.sort();
  Json faults = Json::array();
  for (const mot::Finding& finding : findings) {
    if (finding.severity != mot::Severity::error) continue;
    const mot::Position at = sources.begin_of(finding.span);
    faults.push_back(fmt::format("{} {}:{} {}", finding.rule.id(), at.line, at.column, finding.message));
  }
  Json reading = {{"faults", faults}};
  if (faults.empty()) reading["tree"] = json_of({tree, tree.root});
  return reading;
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) std::cout << reading_of(Json::parse(line).get<std::string>()).dump() << '\n';
}
