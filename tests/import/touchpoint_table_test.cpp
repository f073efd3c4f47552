// Tables with a touchpoint a row, from CSV and Markdown.
#include <doctest/doctest.h>

#include "support/imported_workspace.h"

using namespace mot;
using namespace mot::testing;
using importing::Fate;

namespace {

std::string outline(const std::string& text, const std::string& name = "way.csv") {
  const Loaded loaded = loaded_from(imported_from(name, text));
  CHECK(errors_of(loaded) == "");
  return outline_of(loaded.workspace);
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("headings are found in five languages, loosely") {
  const char* tables[] = {
      "Touchpoint,Stage,Department,Channel,Importance,Moment of truth,Owner,Customer expectation,Current experience\n",
      "Kontaktpunkt,Phase,Abteilung,Kanal,Wichtigkeit,Moment der Wahrheit,Verantwortlich,Kundenwunsch,IST\n",
      "Point de contact,\xC3\x89tape,Service,Canal,Importance (1-5),Moment de v\xC3\xA9rit\xC3\xA9,Responsable,Attentes du client,V\xC3\xA9"
      "cu\n",
      "Punto de contacto,Etapa,Departamento,Canal,Importancia,Momento de la verdad,Responsable,Deseo del cliente,Experiencia actual\n",
      "Ponto de contato,Fase,Setor,Canal,Import\xC3\xA2ncia,Momento da verdade,Respons\xC3\xA1vel,Desejo do cliente,Experi\xC3\xAAncia "
      "atual\n",
  };
  for (const std::string header : tables) {
    CAPTURE(header);
    const Loaded loaded = loaded_from(imported_from("way.csv", header + "Pay,Book,Sales,web,4,x,Ann,Fast,3\n"));
    CHECK(errors_of(loaded) == "");
    CHECK(outline_of(loaded.workspace) == "way: Book [pay 3]");
    const Touchpoint& pay = loaded.workspace.touchpoints.front();
    CHECK(pay.importance->value == 4);
    CHECK(pay.owner->value == "Ann");
    CHECK(pay.moment_of_truth.value);
    CHECK(pay.desired->customer->experience->value == "Fast");
    CHECK(pay.department.value == "sales");
  }
}

TEST_CASE("how a heading was taken is told, and a column without a place is kept under a key of its own") {
  const auto imported = imported_from("way.csv", "Step (short),Stage,Budget EUR,Nothing\nPay,Book,12k,\n");
  CHECK(has(notes_of(imported, Fate::converted), "column 'Step (short)': name, by a word of its heading"));
  CHECK(has(notes_of(imported, Fate::kept), "column 'Stage': stage"));
  CHECK(has(notes_of(imported, Fate::converted), "column 'Budget EUR': has no place of its own; kept as x-budget-eur"));
  CHECK(has(notes_of(imported, Fate::dropped), "column 'Nothing': empty"));
  CHECK(has(importing::workspace_text(imported.workspace), "x-budget-eur: \"12k\""));
}

TEST_CASE("who owns a touchpoint is a department where the heading says team or department, and a person where it says who") {
  const struct {
    const char* headings;  ///< with `|` between them
    const char* facet;
  } cases[] = {
      {"Responsible team|Responsible department|Owning team|Owner team|Accountable department|Verantwortliche Abteilung|Zust\u00e4ndiges "
       "Team|"
       "Verantwortlicher Bereich|Service responsable|\u00c9quipe responsable|Departamento responsable|Equipo responsable|Setor "
       "respons\u00e1vel|Equipe respons\u00e1vel",
       "department"},
      {"Responsible|Owner|Team owner|Responsible person|Department head|Team lead|Verantwortlich|Verantwortliche Person|Responsable|"
       "Responsable du service|Responsable del equipo|Respons\u00e1vel|Respons\u00e1vel da equipe",
       "owner"},
  };
  for (const auto& [headings, facet] : cases) {
    std::istringstream in(headings);
    for (std::string heading; std::getline(in, heading, '|');) {
      CAPTURE(heading);
      const auto imported = imported_from("way.csv", "Touchpoint,Stage," + heading + "\nPay,Book,Till\n");
      const std::string notes = notes_of(imported, Fate::kept) + notes_of(imported, Fate::converted);
      CHECK(has(notes, "column '" + heading + "': " + facet));
    }
  }
}

TEST_CASE("titles above the headings are passed over, and told") {
  const struct {
    const char* table;
    const char* told;
  } cases[] = {
      {"Journey of passengers\n\nStep,Stage\nA,S\n", "what stands above the headings in line 3: 'Journey of passengers'"},
      {"Customer journey;;\nAuthor;Ann;\n;;\nStep;Stage;Team\nA;S;\n",
       "what stands above the headings in line 4: 'Customer journey', 'Author', 'Ann'"},
      {"\xEF\xBB\xBFPassagiere, Stand Mai 2026\nSchritt\tPhase\tAbteilung\nA\tS\t\n", "in line 2: 'Passagiere', 'Stand Mai 2026'"},
      {"sep=;\nStep;Stage\nA;S\n", ""},
      {"\n\nStep;Stage\nA;S\n", ""},
      {",,Company,,Customer,\nStep,Stage,Desired,Desired score,Customer wish,Customer wish score\nA,S,,,,\n",
       "in line 2: 'Company', 'Customer'"},
  };
  for (const auto& [table, told] : cases) {
    CAPTURE(table);
    CHECK(outline(table) == "way: S [a ?]");
    const std::string dropped = notes_of(imported_from("way.csv", table), Fate::dropped);
    CHECK(has(dropped, *told ? told : ""));
    CHECK(has(dropped, "above the headings") == (*told != 0));
  }
  CHECK_THROWS_AS(imported_from("way.csv", "Anna,5,good\nStep,Stage,Team\nA,S,T\n"), importing::CannotImport);
}

TEST_CASE("comments are notes of ours, and only what is called the customer's is a quote") {
  const struct {
    const char* heading;
    const char* key;
  } cases[] = {{"Kommentar", "notes"},         {"Comments", "notes"},
               {"Bemerkung", "notes"},         {"Commentaire", "notes"},
               {"Kundenzitat", "quote"},       {"Customer comment", "quote"},
               {"Verbatim", "quote"},          {"Pain points", "pains"},
               {"Schmerzpunkte", "pains"},     {"Points de douleur", "pains"},
               {"Emotions", "customer_feels"}, {"Gedanken", "customer_thinks"},
               {"Begeisterung", "gains"},      {"Tags", "tags"}};
  for (const auto& [heading, key] : cases) {
    CAPTURE(heading);
    const auto imported = imported_from("way.csv", "Touchpoint,Phase," + std::string(heading) + "\nPay,Book,ask Tom\n");
    CHECK(errors_of(loaded_from(imported)) == "");
    CHECK(has(importing::workspace_text(imported.workspace), std::string(key) + ": ask Tom"));
  }
}

TEST_CASE("how long a touchpoint takes and customers wait is a length of time, or stands in a comment") {
  const auto imported = imported_from("way.csv", "Step,Dauer,Wartezeit\nA,5 min,2 h\nB,quick,\n");
  const Loaded loaded = loaded_from(imported);
  CHECK(errors_of(loaded) == "");
  CHECK(to_string(loaded.workspace.touchpoints[0].takes->actual->value) == "5 min");
  CHECK(to_string(loaded.workspace.touchpoints[0].waits->actual->value) == "2 h");
  CHECK(has(notes_of(imported, Fate::dropped), "line 3: takes 'quick' is no length of time such as '3 min' or '2 h'"));
}

TEST_CASE("the scale is asked of the scores") {
  const struct {
    const char* scores;
    const char* scale;
  } cases[] = {{"1 5 3", "1 to 5"}, {"0 5", "0 to 10"}, {"7,5 9", "0 to 10"}, {"80 20", "0 to 100"}};
  for (const auto& [scores, scale] : cases) {
    std::string table = "Step;Actual\n";
    std::istringstream in(scores);
    for (std::string score; in >> score;) table += "A" + score + ";" + score + "\n";
    CHECK_MESSAGE(has(notes_of(imported_from("way.csv", table), Fate::converted), std::string("the scale ") + scale), scores);
  }
  const auto wild = imported_from("way.csv", "Step;Actual\nA;1000\nB;-3\n");
  CHECK(has(notes_of(wild, Fate::dropped), "all scores: from -3 to 1000 they fit no usual scale"));
  CHECK(has(importing::workspace_text(wild.workspace), "# actual.score was 1000"));
}

TEST_CASE("a scale that the heading of a score tells holds, and feelings in numbers are how it is lived") {
  const struct {
    const char* table;
    const char* scale;
    const char* outline;
  } cases[] = {
      {"Schritt;Ist-Wert (0 bis 100)\nA;7\n", "the scale 0 to 100, as the headings say", "way: All [a 7]"},
      {"Step,Importance (1-5),Actual (0-10)\nA,5,3\n", "the scale 0 to 10, as the headings say", "way: All [a 3]"},
      {"Step,Stage,Emotion (1-5)\nA,S,2\nB,S,\n", "the scale 1 to 5, as the headings say", "way: S [a 2, b ?]"},
      {"Step,Stage,Emotion\nA,S,2\nB,S,cross\n", "", "way: S [a ?, b ?]"},
      {"Step,Actual,Emotion\nA,4,2\n", "", "way: All [a 4]"},
  };
  for (const auto& [table, scale, expected] : cases) {
    CAPTURE(table);
    CHECK(has(notes_of(imported_from("way.csv", table), Fate::kept), scale));
    CHECK(outline(table) == expected);
  }
}

TEST_CASE("cells are scores or texts, words are importance, and what is none of them stands in a comment") {
  const auto imported = imported_from("way.csv",
                                      "Step,Desired,Actual,Importance,Moment of truth\n"
                                      "A,9,Slow,high,no\nB,Be quick,4,9,decides all\nC,TBD,n/a,mittel,-\n");
  const Loaded loaded = loaded_from(imported);
  CHECK(errors_of(loaded) == "");
  const auto& touchpoints = loaded.workspace.touchpoints;
  CHECK(touchpoints[0].desired->company->score->value == 9);
  CHECK(touchpoints[0].actual->experience->value == "Slow");
  CHECK(touchpoints[0].importance->value == 5);
  CHECK(touchpoints[1].desired->company->experience->value == "Be quick");
  CHECK(touchpoints[1].actual->score->value == 4);
  CHECK_FALSE(touchpoints[1].importance);
  CHECK_FALSE(touchpoints[2].desired);
  CHECK(touchpoints[2].importance->value == 3);
  CHECK(has(notes_of(imported, Fate::dropped), "line 3: importance '9' is not 1 to 5"));
  CHECK(has(notes_of(imported, Fate::dropped), "2 cells that say nothing"));
}

TEST_CASE("rows: merged cells, repeats, names that collide, and what is left out") {
  CHECK(outline("Step,Stage\nA,S\nB,\nC,T\n") == "way: S [a ?, b ?] T [c ?]");
  CHECK(outline("Step,Stage,Role\nA,S,x\nA,T,x\n") == "way: S [a ?] T [a ?]");
  CHECK(outline("Step,Stage,Role\nA,S,x\nA,T,y\n") == "way: S [a ?] T [a-2 ?]");
  CHECK(outline("Step,Journey,Stage\nA,One,S\nB,Two,S\n") == "One: S [a ?]; Two: S [b ?]");
  CHECK(outline("Step,Actual\nA,1\nB,2\n") == "way: All [a 1, b 2]");
  CHECK(outline("Id,Step,Stage\nlast,A,S\nlast,B,S\nNo id!,C,S\n") == "way: S [last ?, last-2 ?, c ?]");
  const auto imported = imported_from("way.csv", "Step,Stage\nA,S\n,T\nB,S,x\n");
  CHECK(has(notes_of(imported, Fate::dropped), "line 3: a row without a name"));
  CHECK(has(notes_of(imported, Fate::dropped), "1 row with another number of cells than the header, the first in line 4"));
}

TEST_CASE("a table in Markdown is read like one in CSV") {
  CHECK(outline("# T\n\n| Step | Stage | Actual |\n|---|:-:|---|\n| A \\| B | S | 3 |\n| `c|d` | S |\n\n| x | y |\n|--|--|\n", "way.md") ==
        "way: S [a-b 3, c-d ?]");
  CHECK(outline("Step | Actual\n--- | ---\nA | 3\n", "<stdin>") == "Imported: All [a 3]");
}

TEST_CASE("a survey with the names of people in it is not a table of touchpoints") {
  for (const char* header : {"Respondent ID,Email Address,First Name,Comments", "Facility ID,Facility Name,Answer Description,Star Rating",
                             "Name,Score,Comments", "Name;Datum;Note;Kommentar", "Ticket ID,Title,Satisfaction,Group,Channel"}) {
    CAPTURE(header);
    CHECK_THROWS_AS(imported_from("way.csv", std::string(header) + "\n1,2,3,4\n"), importing::CannotImport);
  }
  CHECK(outline("Name,Stage\nA,S\n") == "way: S [a ?]");
  CHECK(outline("Task,Importance\nA,5\n") == "way: All [a ?]");
}

TEST_CASE("a table without headings of touchpoints is refused with what it needs") {
  CHECK_THROWS_WITH_AS(imported_from("way.csv", "Q1,Q2\n1,2\n"), doctest::Contains("has no headings of a touchpoint table"),
                       importing::CannotImport);
  CHECK_THROWS_WITH_AS(imported_from("way.csv", ""), doctest::Contains("is empty"), importing::CannotImport);
}
