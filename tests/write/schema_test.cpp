#include "mot/write/schema.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

using nlohmann::json;

namespace {

std::string text_of(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("the schema in the repository is the one the field tables give") {
  const char* path = MOT_SOURCE_DIR "/schemas/mot.schema.json";
  if (std::getenv("MOT_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << mot::workspace_schema();
  CHECK(text_of(path) == mot::workspace_schema());
}

TEST_CASE("every reference of the schema leads to a definition, and every key says what it means") {
  const json schema = json::parse(mot::workspace_schema());
  std::size_t references = 0;
  const auto walk = [&](const auto& self, const json& node) -> void {
    if (node.is_object() && node.contains("$ref")) {
      ++references;
      CHECK(schema.contains(json::json_pointer(node["$ref"].get<std::string>().substr(1))));
    }
    if (node.is_object() && node.contains("properties") && node.contains("additionalProperties")) {
      for (const auto& [key, property] : node["properties"].items()) {
        CAPTURE(key);
        CHECK(property.value("description", "").size() >= 8);
      }
    }
    for (const auto& child : node) {
      if (child.is_structured()) self(self, child);
    }
  };
  walk(walk, schema);
  CHECK(references > 20);
  CHECK(schema["definitions"]["touchpoint"]["required"] == json{"name"});
  CHECK(schema["definitions"]["touchpoint"]["properties"]["visibility"]["enum"] == json{"frontstage", "backstage", "support", nullptr});
}
