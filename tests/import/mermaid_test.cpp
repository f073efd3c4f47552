// Mermaid's journeys, as they are and as people write them.
#include <doctest/doctest.h>

#include "support/imported_workspace.h"
#include "support/text_parts.h"

using namespace mot;
using namespace mot::testing;
using importing::Fate;

namespace {

std::string outline(const std::string& text, const std::string& name = "way.mmd") {
  const Loaded loaded = loaded_from(imported_from(name, text));
  CHECK(errors_of(loaded) == "");
  return outline_of(loaded.workspace);
}

std::string refusal(const std::string& text, const std::string& name = "way.mmd") {
  try {
    imported_from(name, text);
  } catch (const importing::CannotImport& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a German diagram makes a German workspace, with ids as Germans write them") {
  const auto imported =
      imported_from("way.mmd", "journey\n title Weg zur \u00c4rztin\n section Zu Hause\n  \u00dcberweisung suchen: 2: Ich\n");
  CHECK(imported.workspace.language == "de");
  CHECK(outline("journey\n title Weg zur \u00c4rztin\n section Zu Hause\n  \u00dcberweisung suchen: 2: Ich\n") ==
        "Weg zur \u00c4rztin: Zu Hause [ueberweisung-suchen 2]");
  CHECK(imported_from("way.mmd", "journey\n section S\n Zahlung: 4\n").workspace.language.empty());
}

TEST_CASE("a diagram's title, sections, tasks and scores are a journey, its stages and touchpoints") {
  const struct {
    const char* text;
    const char* outline;
  } cases[] = {
      {"journey\n title My day\n section Go\n  Make tea: 5: Me\n  Walk: 3: Me, Cat\n section Home\n  Sit: 1\n",
       "My day: Go [make-tea 5, walk 3] Home [sit 1]"},
      {"journey\n section S\n A: 3\n", "way: S [a 3]"},
      {"---\ntitle: Front\nconfig: {theme: dark}\n---\njourney\n section S\n A: 3\n", "Front: S [a 3]"},
      {"---\ntitle: \"Front\"\n---\njourney\n title Line\n A: 3\n", "Line: Start [a 3]"},
      {"%%{init: {'theme': 'base'}}%%\n%% about\n\njourney\n%% more\n section S %% trailing\n A: 3: Me %% x\n", "way: S [a 3]"},
      {"\xEF\xBB\xBFjourney\r\n section S\r\n A: 3\r\n", "way: S [a 3]"},
      {"JOURNEY\n SECTION S\n A: 3\n", "way: S [a 3]"},
      {"journey\n A: 2\n section S\n B: 4\n", "way: Start [a 2] S [b 4]"},
      {"journey\n section S\n A: 3\n section T\n B: 3\n section S\n C: 3\n", "way: S [a 3] T [b 3] S [c 3]"},
      {"journey\n section S\n A: 3\n A: 4\n A: 5\n", "way: S [a 3, a-2 4, a-3 5]"},
      {"journey\n section \xE5\x8E\xBB\n \xE6\xB3\xA1\xE8\x8C\xB6: 4: \xE6\x88\x91\n", "way: \xE5\x8E\xBB [moment 4]"},
      {"journey\n section S\n Zahlung pr\xC3\xBC"
       "fen: 4\n",
       "way: S [zahlung-prufen 4]"},
      {"journey\n section Two<br/>lines\n Make<br>tea: 4\n", "way: Two lines [make-tea 4]"},
      {"journey\n section S\n Say #quot;no#quot;: 4\n", "way: S [say-no 4]"},
      {"journey\n", "way:"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(outline(text) == expected);
  }
}

TEST_CASE("a score that is not one of 1 to 5 is unknown, never 0, and stands in a comment") {
  const auto imported = imported_from("way.mmd", "journey\n A: 7: Me\n B: 0\n C: good: Me\n D: : Me\n E\n F: -1\n G: 3.5\n H:\n");
  CHECK(outline_of(loaded_from(imported).workspace) == "way: Start [a ?, b ?, c ?, d ?, e ?, f ?, g 3.5, h ?]");
  const std::string text = importing::workspace_text(imported.workspace);
  CHECK(contains(text, "# rated 7 in the diagram"));
  CHECK(contains(text, "# rated good in the diagram"));
  const std::string dropped = notes_of(imported, Fate::dropped);
  CHECK(contains(dropped, "line 2: the score '7' of 'A' is off the scale of 1 to 5"));
  CHECK(contains(dropped, "line 4: the score 'good' of 'C' is not a number"));
  CHECK(contains(dropped, "line 5: 'D' has no score"));
  CHECK(contains(dropped, "line 6: 'E' has no score"));
}

TEST_CASE("what looks like a title and is a task among tasks is a task, and that is told") {
  CHECK(outline("journey\n title T\n section S\n title page: 3: Me\n titles: 4\n Title: 2\n") == "T: S [title-page 3, titles 4, title 2]");
  CHECK(outline("journey\n title page: 3: Me\n section S\n A: 1\n") == "page: 3: Me: S [a 1]");
  CHECK(outline("journey\n section Section 5: 3: Me\n section: 4\n sections: 2\n") ==
        "way: Start [section-section-5 3, section 4, sections 2]");
  const auto imported = imported_from("way.mmd", "journey\n section S\n title page: 3: Me\n");
  CHECK(contains(notes_of(imported, Fate::converted), "line 3: 'title page: 3: Me' is a task by its looks"));
  CHECK(contains(notes_of(imported_from("a.mmd", "journey\n title A\n title B\n"), Fate::dropped), "line 2: the title 'A' gave way"));
}

TEST_CASE("actors are personas, and stand beside each task") {
  const auto imported = imported_from("way.mmd", "journey\n A: 3: Me , Cat,\n B: 3: Cat: more\n");
  const Loaded loaded = loaded_from(imported);
  REQUIRE(loaded.workspace.personas.size() == 2);
  CHECK(loaded.workspace.personas[1].name.value == "Cat");
  CHECK(loaded.workspace.journeys[0].personas.size() == 2);
  CHECK(contains(importing::workspace_text(imported.workspace), "x-actors: \"Me, Cat\""));
  CHECK(contains(notes_of(imported, Fate::dropped), "line 3: ': more', which stands behind the actors"));
}

TEST_CASE("accessible titles and comments are told of and never become anything else") {
  const auto imported =
      imported_from("way.mmd", "journey\n accTitle: A day\n accDescr { two\n lines }\n A: 3 #remark: 4\n # all of it\n %% x: 3: Me\n");
  CHECK(outline_of(loaded_from(imported).workspace) == "way: Start [a 3]");
  const std::string text = importing::workspace_text(imported.workspace);
  CHECK(contains(text, "# accTitle: A day"));
  CHECK(contains(text, "# accDescr: lines"));
  CHECK(contains(notes_of(imported, Fate::dropped), "line 5: '#remark: 4', which Mermaid takes for a comment"));
  CHECK(contains(notes_of(imported, Fate::dropped), "3 comments"));
}

TEST_CASE("names that say nothing, and numbers that no YAML reader may take for a number") {
  CHECK(outline("journey\n section\n : 3\n TBD: 3\n") == "way: Section 1 [task-1 3, task-2-tbd 3]");
  CHECK(outline("journey\n section 010\n 007: 3\n nul: 3\n true: 2\n yes: 1\n") == "way: 010 [007 3, nul 3, true 2, yes 1]");
}

TEST_CASE("every journey of a Markdown file is taken, whatever fences it") {
  const std::string markdown =
      "# Notes\n```mermaid\njourney\n section S\n A: 3\n```\ntext\n~~~~ {.mermaid}\njourney\n title T\n B: 4\n```\n C: 5\n~~~~\n"
      "```js\njourney\n section no\n X: 1\n```\n> ::: mermaid\n> journey\n> D: 2\n> :::\n```mermaid\nflowchart TD\n a-->b\n```\n";
  CHECK(outline(markdown, "way.md") == "way: S [a 3]; T: Start [b 4, moment ?, c 5]; way: Start [d 2]");
  CHECK(contains(notes_of(imported_from("way.md", markdown), Fate::dropped), "diagrams of other kinds: 'flowchart' in line 25"));
}

TEST_CASE("what is no journey is refused by name, with the way out") {
  CHECK(contains(refusal("flowchart TD\n journey-->b\n"),
                 "'way.mmd' begins with 'flowchart': only Mermaid's diagrams of the kind 'journey'"));
  CHECK(contains(refusal("---\ntitle: journey\n---\n%%{init: {}}%%\ngraph LR\n"), "begins with 'graph'"));
  CHECK(contains(refusal("```mermaid\ngantt\n```\n", "a.md"), "'gantt' in line 2"));
  CHECK(contains(refusal("", "a.md"), "holds neither"));
  CHECK(contains(refusal(""), "holds no diagram"));
  CHECK(contains(refusal("sequenceDiagram\n", "<stdin>"), "begins with 'sequenceDiagram'"));
  CHECK(contains(refusal("journey\n\xFF: 3\n"), "is not UTF-8: byte 0xff in line 2"));
  CHECK(contains(refusal("mot: 1\n", "a.yaml"), "is YAML already"));
}

TEST_CASE("a task whose score nobody knows comes back from the comment that stands in its place") {
  const auto imported =
      imported_from("way.mmd", "journey\n  section Go\n    Pay: 4\n    %% Leave: nobody knows how it is lived\n    %% a remark\n");
  const Loaded loaded = loaded_from(imported);
  CHECK(errors_of(loaded) == "");
  CHECK(outline_of(loaded.workspace) == "way: Go [pay 4, leave ?]");
}
