#include "mot/serve/page_parts.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

using mot::serve::PageParts;

namespace {

constexpr const char* first =
    "<head><meta http-equiv=\"x\" content=\"1\"><style>a{}</style></head><!--part:head-->Head<!--part:-->\n<nav>"
    "<!--part:moment/a-->A<!--part:moment/b-->B<!--part:-->end";

/// What is to be done to the first page to have another one, without the number.
std::string changes(std::string page, const char* from, const char* to) {
  const PageParts before(first, 1, {});
  const auto at = page.find(from);
  REQUIRE(at != std::string::npos);
  page.replace(at, std::string(from).size(), to);
  const PageParts after(page, 2, before);
  CHECK(nlohmann::json::parse(after.since(2)) == nlohmann::json::parse(R"({"anew":false,"page":2,"parts":[]})"));
  auto json = nlohmann::json::parse(after.since(1));
  CHECK(json["page"] == 2);
  json.erase("page");
  return json.dump();
}

}  // namespace

TEST_CASE("only the parts of a page that are others are told") {
  const struct {
    const char* from;
    const char* to;
    const char* told;
  } cases[] = {
      {"Head", "Head", R"({"anew":false,"parts":[]})"},
      {"content=\"1\"", "content=\"2\"", R"({"anew":false,"parts":[]})"},
      {"Head", "Other", R"({"anew":false,"parts":[["head","Other"]]})"},
      {"-->B", "-->C", R"({"anew":false,"parts":[["moment/b","C"]]})"},
      {"a{}", "b{}", R"({"anew":false,"parts":[],"styles":["b{}"]})"},
      {"<!--part:moment/a-->A<!--part:moment/b-->B", "<!--part:moment/b-->B<!--part:moment/a-->A",
       R"({"anew":false,"moments":["moment/b","moment/a"],"parts":[]})"},
      {"<!--part:moment/a-->A", "", R"({"anew":false,"moments":["moment/b"],"parts":[]})"},
      {"<!--part:moment/b-->B", "<!--part:moment/b-->B<!--part:moment/c-->C",
       R"({"anew":false,"moments":["moment/a","moment/b","moment/c"],"parts":[["moment/c","C"]]})"},
      {"<nav>", "<nav id>", R"({"anew":true})"},
      {"<!--part:head-->", "<!--part:foot-->", R"({"anew":true})"},
  };
  for (const auto& [from, to, told] : cases) {
    CAPTURE(to);
    CHECK(changes(first, from, to) == told);
  }
}

TEST_CASE("who has an older page gets all that changed since, and who has none of ours loads it") {
  const std::string second = "<!--part:a-->2<!--part:-->", third = "<!--part:a-->2<!--part:b-->3<!--part:-->";
  const PageParts one("<!--part:a-->1<!--part:-->", 1, {}), two(second, 2, one), three("<!--part:a-->3<!--part:-->", 3, two),
      four(third, 4, three);
  CHECK(nlohmann::json::parse(three.since(1))["parts"].size() == 1);
  CHECK(nlohmann::json::parse(three.since(9))["anew"] == true);
  CHECK(nlohmann::json::parse(three.since(0))["anew"] == true);
  CHECK(nlohmann::json::parse(four.since(3))["anew"] == true);
}
