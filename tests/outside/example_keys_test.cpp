// The examples are where people look a key up: each key of the field tables, as the schema has them, occurs in one of them.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "mot/write/schema.h"
#include "nlohmann/json.hpp"
#include "support/yaml_reading.h"

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using Keys = std::set<std::string>;

/// `touchpoint.channel`; of the file itself `.sources`.
std::string key_of(const std::string& record, std::string_view key) {
  return fmt::format("{}.{}", record, key);
}

class Walk {
 public:
  explicit Walk(const Json& schema) : schema_(schema) {}

  void file(const mot::yaml::Value& root) { value(root, schema_, ""); }
  const Keys& used() const { return used_; }

 private:
  void value(const mot::yaml::Value& node, const Json& form, const std::string& record) {
    if (form.contains("$ref")) {
      const std::string path = form["$ref"].get<std::string>().substr(1);
      return value(node, schema_.at(Json::json_pointer(path)), path.substr(path.rfind('/') + 1));
    }
    for (const char* either : {"anyOf", "allOf"}) {
      for (const Json& one : form.value(either, Json::array())) value(node, one, record);
    }
    if (node.kind() == mot::yaml::Kind::sequence && form.contains("items")) {
      for (std::size_t i = 0; i < node.size(); ++i) value(node.item(i), form["items"], record);
    }
    if (node.kind() == mot::yaml::Kind::mapping) entries(node, form, record);
  }
  void entries(const mot::yaml::Value& node, const Json& form, const std::string& record) {
    const Json properties = form.value("properties", Json::object());
    for (std::size_t i = 0; i < node.size(); ++i) {
      const std::string key(node.key(i).text());
      if (properties.contains(key)) {
        used_.insert(key_of(record, key));
        value(node.value(i), properties[key], record);
      } else if (form.contains("additionalProperties") && form["additionalProperties"].is_object()) {
        value(node.value(i), form["additionalProperties"], record);
      }
    }
  }

  const Json& schema_;
  Keys used_;
};

Keys keys_in(const Json& schema) {
  Keys keys;
  const auto add = [&](const std::string& record, const Json& form) {
    const Json properties = form.value("properties", Json::object());
    for (const auto& [key, property] : properties.items()) keys.insert(key_of(record, key));
  };
  add("", schema);
  for (const auto& [record, form] : schema["definitions"].items()) add(record, form);
  return keys;
}

Keys keys_in_examples(const Json& schema) {
  Walk walk(schema);
  const fs::path examples = fs::path(MOT_SOURCE_DIR) / "examples";
  for (const auto& entry : fs::recursive_directory_iterator(examples)) {
    const std::string below = fs::relative(entry.path(), examples).generic_string();
    const bool is_workspace = below.starts_with("skyline-air/") || below.starts_with("versicherung/") || below == "corner-bakery.yaml";
    if (!is_workspace || entry.path().extension() != ".yaml") continue;
    std::ostringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    const mot::Reading reading(text.str());
    CAPTURE(below);
    CHECK(reading.findings.empty());
    walk.file(reading.root());
  }
  return walk.used();
}

const std::map<std::string, std::string> reasons_to_lack = {
    {".persona", "a list of one, as 'journey' is, which an example has"},
    {".touchpoint", "a list of one, as 'journey' is"},
    {".action", "a list of one, as 'journey' is"},
    {".source", "a list of one, as 'journey' is"},
    {"source.database", "needs a server; docs/warehouse.md shows it"},
    {"source.connect", "needs a server; docs/warehouse.md shows it"},
    {"source.table", "needs a server; docs/warehouse.md shows it"},
    {"source.frozen", "needs a server; docs/warehouse.md shows it"},
};

}  // namespace

TEST_CASE("every key of the format occurs in an example, or there is a reason why it does not") {
  const Json schema = Json::parse(mot::workspace_schema());
  const Keys all = keys_in(schema), used = keys_in_examples(schema);
  CHECK(all.size() > 200);
  for (const std::string& key : all) {
    CAPTURE(key);
    CHECK(used.contains(key) != reasons_to_lack.contains(key));
  }
  for (const auto& [key, reason] : reasons_to_lack) CHECK(all.contains(key));
}
