// What is told of values of the wrong kind: their right form, once for one cause.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <sstream>

#include "mot/load/load.h"
#include "support/folder.h"

using namespace mot;
using mot::testing::Folder;

namespace {

Loaded load_text(const std::string& text) {
  const Folder folder;
  std::istringstream in(text);
  return load({.directory = folder.path(), .paths = {"-"}, .in = &in});
}

/// "line:column rule" for each finding, in order.
std::string compact(const Loaded& loaded) {
  std::string list;
  for (const Finding& finding : loaded.findings) {
    const Position at = loaded.sources.begin_of(finding.span);
    list += fmt::format("{}{}:{} {}", list.empty() ? "" : ", ", at.line, at.column, finding.rule.id());
  }
  return list;
}

std::string first_message(const Loaded& loaded) {
  return loaded.findings.empty() ? "" : loaded.findings.begin()->message;
}

}  // namespace

TEST_CASE("a value of the wrong kind is told its right form") {
  const struct {
    const char* text;
    const char* message;
  } cases[] = {
      {"journey: {name: J, stages: [Book]}\n",
       "expected a stage as 'key: value' lines, found a text, 'Book'; write its name as 'name: Book'"},
      {"touchpoints: [\"A: b\"]\n",
       "expected a touchpoint as 'key: value' lines, found a text, 'A: b'; write its name as 'name: \"A: b\"'"},
      {"touchpoints: {pay: {name: Pay}}\n",
       "expected a list, found a mapping; each is an item of its own: '- name: pay', with what belongs to it below"},
      {"personas: ines\n", "expected a list, found a text, 'ines'; write '[{ name: ines }]'"},
      {"touchpoints: [{name: A, owner: [b, c]}]\n", "expected a text, found a list; only one text can stand here, as 'b, c'"},
      {"touchpoints: [{name: A, tangibles: {b: c}}]\n", "expected a list, found a mapping; each of its items is one text"},
      {"touchpoints: [{name: A, actual: [4, 5]}]\n",
       "expected a number, a text or an experience as 'key: value' lines, found a list; its keys are 'experience' or 'score'"},
      {"touchpoints: [{name: A, actual: {score: good}}]\n", "expected a number from 0 to 10, found a text, 'good'"},
      {"touchpoints: [{name: A, flags: ines}]\n",
       "expected 'key: value' lines, found a text, 'ines'; write something behind it, 'ines: …'"},
      {"project: {scale: 10}\n", "expected a scale as 'key: value' lines, found a number, '10'; its keys are 'min' or 'max'"},
      {"rules: no-owner\n", "expected 'rule: severity' lines, found a text, 'no-owner'; write something behind it, 'no-owner: …'"},
  };
  for (const auto& [text, message] : cases) {
    CAPTURE(text);
    CHECK(first_message(load_text(text)) == message);
    CHECK(load_text(text).findings.size() == 1);
  }
}

TEST_CASE("what is only named is called by that name elsewhere") {
  CHECK(compact(load_text("touchpoints: [Pay]\njourney: {name: J, stages: [{name: S, touchpoints: [pay]}]}\n")) == "1:15 wrong-type");
  CHECK(compact(load_text("journey: {name: J, stages: [Book, Fly]}\n")) == "1:29 wrong-type, 1:35 wrong-type");
}

TEST_CASE("what is in a list that can't be read is not missed elsewhere") {
  const std::string journey = "journey: {name: J, stages: [{name: S, touchpoints: [pay]}]}\n";
  CHECK(compact(load_text("touchpoints:\n  pay: {name: Pay}\n" + journey)) == "2:3 wrong-type");
  CHECK(compact(load_text("touchpoints:\n  -name: Pay\n" + journey)) == "2:3 wrong-type");
}

TEST_CASE("a name where a key is asked is one finding") {
  const Loaded loaded = load_text("touchpoints: [{name: Gate}]\njourney:\n  name: J\n  stages:\n    - Fly: [gate]\n");
  CHECK(compact(loaded) == "5:7 unknown-key");
  CHECK(first_message(loaded) == "a stage has no key 'Fly'; if that is its name, write 'name: Fly' and what belongs to it below");
}

TEST_CASE("a long list of keys is told once a file") {
  const Loaded loaded = load_text("touchpoints:\n- {name: A, wobble: 1, quux: 2}\n- {name: B, frobnicate: 3}\n");
  std::size_t lists = 0;
  for (const Finding& finding : loaded.findings) lists += finding.message.find("the keys are") != std::string::npos ? 1 : 0;
  CHECK(loaded.findings.size() == 3);
  CHECK(lists == 1);
}
