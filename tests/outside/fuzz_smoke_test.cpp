// What the fuzzers look for during hours, for seconds: workspaces that rules show, changed a little, go through everything.
#include <doctest/doctest.h>

#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "fuzz/workspace_promises.h"
#include "support/program.h"

using namespace mot;

namespace {

std::vector<std::string> seeds() {
  std::vector<std::string> all = {testing::text_of(MOT_SOURCE_DIR "/examples/corner-bakery.yaml")};
  for (const Rule& rule : rules) {
    all.emplace_back(rule.bad);
    all.emplace_back(rule.good);
  }
  return all;
}

constexpr std::string_view pieces[] = {"\n",         "  ",
                                       ": ",         "- ",
                                       "\"",         "[",
                                       "]",          "{",
                                       "}",          ", ",
                                       "# ",         "~",
                                       "null",       ".nan",
                                       ".inf",       "1e308",
                                       "-1",         "0",
                                       "\xC2\xA0",   "\xFF",
                                       "yes",        "8/10",
                                       "4,5",        "30.12.26",
                                       "score: ",    "id: a\n",
                                       "<<: *a",     "&a ",
                                       "*a",         "# mot: ignore no-owner\n",
                                       "when: ",     "name:",
                                       "旅客",       "👩🏽‍✈️",
                                       "\u202E",     "score",
                                       "importence", "recovery: a",
                                       "journeys:",  "# mot: ignore x until 2026-13-01 because"};

}  // namespace

TEST_CASE("any bytes go through everything as a workspace without a crash or a broken promise") {
  const auto all = seeds();
  for (const std::string& seed : all) REQUIRE_NOTHROW(WorkspacePromises::check(seed));
  std::mt19937 random(20260312);
  const auto below = [&](std::size_t bound) { return random() % bound; };
  for (int round = 0; round < 600; ++round) {
    std::string text = all[below(all.size())];
    for (std::size_t changes = 1 + below(3); changes > 0; --changes) {
      const std::size_t at = below(text.size() + 1);
      if (below(2) == 0) text.erase(at, 1 + below(6));
      if (below(3) > 0) text.insert(std::min(at, text.size()), pieces[below(std::size(pieces))]);
    }
    CAPTURE(text);
    REQUIRE_NOTHROW(WorkspacePromises::check(text));
  }
}
