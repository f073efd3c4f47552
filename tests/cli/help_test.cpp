// Help as a command, as manual pages, and what is found on the machine.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "command.h"
#include "mot/write/reference.h"
#include "support/program.h"

using namespace mot;
using namespace mot::testing;

TEST_CASE("help on a command is what the command says with --help") {
  CHECK(run_mot({"help"}).out == run_mot({}).out);
  for (const Command& command : commands()) {
    CAPTURE(command.name);
    const std::string name(command.name);
    CHECK(run_mot({"help", name}).out == run_mot({name, "--help"}).out);
  }
  const Ran wrong = run_mot({"help", "gapps"});
  CHECK(wrong.code == 2);
  CHECK(contains(wrong.err, "did you mean 'gaps'?"));
}

TEST_CASE("help on the workspace has every key of the field tables, with its form") {
  const std::string help = run_mot({"help", "workspace"}).out;
  std::size_t keys = 0;
  for (const RecordReference& record : workspace_reference()) {
    CHECK(contains(help, "\n" + record.name + ":\n"));
    for (const KeyReference& key : record.keys) {
      ++keys;
      CHECK(contains(help, "\n  " + key.key + " "));
      CHECK_FALSE(key.form.empty());
      CAPTURE(key.key);
      CHECK_FALSE(key.shown.empty());
    }
  }
  CHECK(keys > 100);
  CHECK(contains(help, "(number from 1 to 5"));
}

TEST_CASE("the reference in the documentation is what the field tables say") {
  const std::string file = std::string(MOT_SOURCE_DIR) + "/docs/reference.md", page = run_mot({"help", "workspace", "--format", "md"}).out;
  if (std::getenv("MOT_GOLDEN") != nullptr) std::ofstream(file, std::ios::binary) << page;
  CHECK(text_of(file) == page);
  CHECK(contains(page, "## a touchpoint\n"));
  CHECK(contains(page, "| `then` |"));
}

TEST_CASE("a manual page has no line that roff would take for its own") {
  for (const char* topic : {"gaps", "map", "workspace"}) {
    CAPTURE(topic);
    const std::string page = run_mot({"help", topic, "--format", "man"}).out;
    CHECK(page.starts_with(".TH MOT\\-"));
    CHECK(contains(page, "\n.SH NAME\nmot\\-"));
    for (std::size_t at = 0; (at = page.find("\n.", at)) != std::string::npos; ++at) {
      const std::string request = page.substr(at + 1, 3);
      CAPTURE(page.substr(at + 1, 40));
      CHECK((request == ".TH" || request == ".SH" || request == ".TP" || request == ".B " || request == ".nf" || request == ".fi"));
    }
  }
}

TEST_CASE("doctor names every part, and what it costs where one is missing") {
  const Ran ran = run_mot({"doctor", "--format", "json"});
  CHECK(contains(ran.out, "\"format_version\": 1"));
  CHECK(ran.code == 0);
  const auto parts = nlohmann::json::parse(ran.out)["parts"];
  CHECK(parts.size() > 10);
  for (const auto& part : parts) {
    CAPTURE(part.dump());
    CHECK((part["part"] == "mot" || part["without_it"] != ""));
  }
  CHECK(contains(run_mot({"doctor"}).out, "Graphviz"));
  const auto font = std::ranges::find_if(parts, [](const auto& part) { return part["part"] == "a font"; });
  REQUIRE(font != parts.end());
  CHECK(contains((*font)["without_it"].template get<std::string>(), "no picture can be drawn at all"));
}

namespace {

/// An environment with these variables and no others.
template <int no_color, int forced>
char* variable_of(const char* name) {
  static char values[][2] = {"", "0", "1"};
  if (std::string_view(name) == "NO_COLOR") return values[no_color];
  return std::string_view(name) == "CLICOLOR_FORCE" ? values[forced] : nullptr;
}
constexpr int unset = 0, zero = 1, one = 2;

}  // namespace

TEST_CASE("colour can be asked for and refused by the environment") {
  const struct {
    char* (*variable)(const char*);
    bool is_coloured;
  } cases[] = {{variable_of<unset, unset>, false},
               {variable_of<unset, one>, true},
               {variable_of<unset, zero>, false},
               {variable_of<one, one>, false}};
  for (const auto& [variable, is_coloured] : cases) {
    const Ran ran = run_mot({"validate", "-"}, {.in = faulty, .variable = variable});
    CHECK(contains(ran.out + ran.err, "\x1b[") == is_coloured);
  }
}
