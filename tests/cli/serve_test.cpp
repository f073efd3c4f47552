// What `mot serve` refuses before it serves; tests/outside/page/serve.mjs asks one that serves.
#include <doctest/doctest.h>

#include "support/folder.h"
#include "support/program.h"

using namespace mot::testing;

TEST_CASE("what can't be served is told in a sentence") {
  Folder folder;
  folder.with("mot.yaml", "mot: 1\n");
  const struct {
    std::vector<std::string> arguments;
    const char* said;
  } cases[] = {
      {{"serve", "--edit", "--open", "-"}, "what is served is followed as it changes, and '-' is no file"},
      {{"serve", "--port", "70000"}, "'--port'"},
      {{"serve", "nothing-here.yaml"}, "nothing-here.yaml"},
      {{"serve", "--editt"}, "--edit"},
  };
  for (const auto& [arguments, said] : cases) {
    CAPTURE(said);
    std::vector<std::string> words = {"-C", folder.path().string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    const Ran ran = run_mot(words);
    CHECK(ran.code == 2);
    CHECK_MESSAGE(contains(ran.err, said), ran.err);
  }
}
