// How pictures look and what they are printed on, from the command line.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "mot/view/theme.h"
#include "program.h"

using namespace mot;
using namespace mot::testing;

namespace {

constexpr const char* visit =
    "project: { name: Shop }\n"
    "touchpoints:\n"
    "  - { id: greeting, name: Greeting, importance: 5, desired: 9, actual: 4 }\n"
    "  - { id: paying, name: Paying, importance: 3, desired: 8, actual: 8 }\n"
    "journey: { id: visit, name: A visit, stages: [{ id: come, name: Come, touchpoints: [greeting, paying] }] }\n";

Ran map(std::vector<std::string> words) {
  words.insert(words.begin(), {"map", "-"});
  return run_mot(words, {.in = visit});
}

}  // namespace

TEST_CASE("every theme is another picture, the first is the default, and the help says what each is for") {
  std::set<std::string> pictures;
  for (const NamedTheme& theme : themes()) {
    const Ran ran = map({"-o", "-", "--theme", std::string(theme.name)});
    CHECK(ran.code == 0);
    pictures.insert(ran.out);
  }
  CHECK(pictures.size() == themes().size());
  CHECK(map({"-o", "-"}).out == map({"-o", "-", "--theme", std::string(themes().front().name)}).out);
  CHECK(contains(map({"--theme", "sepia"}).err, "'sepia'"));
  CHECK(contains(run_mot({"map", "--help"}).out, "of fills (light, dark, print)"));
}
