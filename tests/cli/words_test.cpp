// `language` and `words` as users meet them: what they may write, what they are told, and what they get.
#include <doctest/doctest.h>

#include "support/folder.h"
#include "support/program.h"

using namespace mot;
using namespace mot::testing;

namespace {

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string workspace_with(std::string_view project) {
  return "mot: 1\nproject: { name: N, " + std::string(project) +
         " }\n"
         "departments: [{ id: d, name: D, lead: L, touchpoints: [{ id: a, name: A, importance: 5, moment_of_truth: true,\n"
         "  desired: { customer: 9 }, actual: 4.5, evidence: [{ voice: customer, quote: Q, from: F, date: 2026-01-02 }] }] }]\n"
         "journeys: [{ id: j, name: J, stages: [{ id: s, name: S, touchpoints: [a] }] }]\n";
}

}  // namespace

TEST_CASE("explain words lists every fixed word, as the workspace says it") {
  Folder folder;
  folder.with("mot.yaml", workspace_with("language: de, words: { phrases: { moment of truth: Sternstunde } }"));
  const std::string out = run_mot({"-C", folder.path().string(), "explain", "words"}).out;
  CHECK(has(out, "\"moment of truth\": \"Sternstunde\"\n"));
  CHECK(has(out, "\"not measured\": \"nicht gemessen\"\n"));
  CHECK(has(out, "\"{count} moment\": \"{count} Moment\"\n"));
  CHECK(has(run_mot({"-C", folder.path().string(), "explain", "words", "--format", "json"}).out, "\"lived\": \"erlebt\""));
}

TEST_CASE("explain words speaks English where no workspace lies around") {
  const Folder folder;
  CHECK(has(run_mot({"-C", folder.path().string(), "explain", "words"}).out, "\"lived\": \"lived\"\n"));
}

TEST_CASE("explain words has those of the workspace's pictures in front, as a project's YAML") {
  Folder folder;
  folder.with("mot.yaml", workspace_with("language: de"));
  const std::string out = run_mot({"-C", folder.path().string(), "explain", "words"}).out;
  const auto others = out.find("# In other pictures");
  REQUIRE(others != std::string::npos);
  for (const char* used :
       {"moment of truth", "{moment} falls {points} points short ({basis}) of what {customer}s want", "Concentrate here"}) {
    CAPTURE(used);
    CHECK(out.find("\"" + std::string(used) + "\": ") < others);
  }
  for (const char* other : {"Every published figure", "overdue since {date}"}) {
    CAPTURE(other);
    const auto at = out.find("\"" + std::string(other));
    CHECK((at == std::string::npos || at > others));
  }
  // What is printed is a project that can be read.
  folder.with("mot.yaml", "mot: 1\n" + out);
  CHECK(run_mot({"-C", folder.path().string(), "validate"}).code == 0);
}

TEST_CASE("a phrase that no output says is a finding at its place, with the one that may be meant") {
  Folder folder;
  folder.with("mot.yaml", workspace_with("words: { phrases: { nothing writen down: M } }"));
  const Ran ran = run_mot({"-C", folder.path().string(), "validate"});
  CHECK(ran.code == 1);
  CHECK(has(ran.out, "mot.yaml:2:41: error: no output says 'nothing writen down'; did you mean 'nothing written down'? [unknown-key]"));
}

TEST_CASE("a language there is no table of is a finding that lists those there are") {
  Folder folder;
  folder.with("mot.yaml", workspace_with("language: nl"));
  const std::string out = run_mot({"-C", folder.path().string(), "validate"}).out;
  CHECK(has(out, "'en', 'de', 'fr', 'es' or 'pt'; for another one leave it out, and say its words under 'words: phrases:'"));
  CHECK_FALSE(has(out, "did you mean"));
}

TEST_CASE("pictures speak the project's language, with its comma and its quotation marks") {
  const struct {
    const char* language;
    const char* says;
  } cases[] = {{"en", "A falls 4.5 points short (judged) of what customers want."},
               {"de", "A bleibt 4,5 Punkte hinter dem Kundenwunsch zurück (eingeschätzt)."},
               {"fr", "A reste à 4,5 points de ce que les clients souhaitent (jugé)."},
               {"es", "A queda 4,5 puntos por debajo de lo que desean los clientes (valorado)."},
               {"pt", "A fica 4,5 pontos abaixo do que os clientes desejam (avaliado)."}};
  for (const auto& [language, says] : cases) {
    Folder folder;
    folder.with("mot.yaml", workspace_with("language: " + std::string(language)));
    CAPTURE(language);
    CHECK(run_mot({"-C", folder.path().string(), "map", "-o", (folder / "map.svg").string()}).code == 0);
    CHECK(has(text_of(folder / "map.svg"), says));
  }
}
