// Tables with a touchpoint a row, from CSV and Markdown.
#include <doctest/doctest.h>

#include <fstream>

#include "mot/import/headings.h"
#include "mot/import/settled_ids.h"
#include "support/imported_workspace.h"
#include "support/text_parts.h"

using namespace mot;
using namespace mot::testing;
using importing::Fate;

namespace {

std::string outline(const std::string& text, const std::string& name = "way.csv") {
  const Loaded loaded = loaded_from(imported_from(name, text));
  CHECK(errors_of(loaded) == "");
  return outline_of(loaded.workspace);
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

TEST_CASE("the page of the docs lists all headings that are known") {
  std::ifstream in(MOT_SOURCE_DIR "/docs/surveys.md");
  const std::string page{std::istreambuf_iterator<char>(in), {}};
  for (const importing::HeadingWords& words : importing::known_headings_of_facets()) {
    std::string row = fmt::format("\n| `{}` |", words.facet);
    for (const auto& phrases : words.phrases) row += fmt::format(" {} |", fmt::join(phrases, ", "));
    CHECK_MESSAGE(contains(page, row + "\n"), row);
  }
}

TEST_CASE("the rest of an owner's heading may name a department") {
  const struct {
    const char* heading;
    importing::Facet facet;
  } cases[] = {{"Responsible dept.", importing::Facet::department},
               {"Owner (team)", importing::Facet::department},
               {"Responsible function", importing::Facet::department},
               {"Process owner", importing::Facet::owner},
               {"Team lead", importing::Facet::owner},
               {"Owner", importing::Facet::owner},
               {"Service level", importing::Facet::standard}};
  for (const auto& [heading, facet] : cases) {
    CAPTURE(heading);
    const std::string_view cells[] = {heading};
    CHECK(importing::headings_of(cells).front().facet == facet);
  }
}

TEST_CASE("lines of a cell are items of a list, with or without bullets") {
  const auto imported = imported_from(
      "way.csv", "Touchpoint,Stage,Pains,Customer does,Notes\nPay,Book,\"- long\n- a: {b\",\"waits\npays; leaves\",\"one\ntwo\"\n");
  const Loaded loaded = loaded_from(imported);
  CHECK(errors_of(loaded) == "");
  const Touchpoint& pay = loaded.workspace.touchpoints.front();
  REQUIRE(pay.pains.size() == 2);
  CHECK(pay.pains[0].text.value == "long");
  CHECK(pay.pains[1].text.value == "a: {b");
  REQUIRE(pay.customer_does.size() == 2);
  CHECK(pay.customer_does[1].value == "pays; leaves");
  CHECK(pay.notes->value == "one\ntwo");
}

TEST_CASE("headings in two rows keep the upper one where the lower ones are alike") {
  const auto imported =
      imported_from("way.csv", "Touchpoint,Stage,Company,,Customer,\n,,Desired,Adequate,Desired,Adequate\nPay,Book,9,5,8,4\n");
  const Loaded loaded = loaded_from(imported);
  const Desired& desired = *loaded.workspace.touchpoints.front().desired;
  REQUIRE(desired.company);
  REQUIRE(desired.customer);
  CHECK(desired.company->score->value == 9);
  CHECK(desired.customer->score->value == 8);
  CHECK(desired.customer->adequate->value == 4);
}

TEST_CASE("scores of a table whose smallest number is the best are refused") {
  for (const char* heading : {"Ist (Schulnote)", "Ist (1 = sehr gut, 6 = ungen\u00fcgend)", "Actual (1 = best, 6 = worst)"}) {
    CAPTURE(heading);
    CHECK_THROWS_WITH_AS(imported_from("way.csv", std::string("Kontaktpunkt;Phase;") + heading + ";Soll\nBad;A;5;2\n"),
                         doctest::Contains("the smallest number is the best"), importing::CannotImport);
  }
}

TEST_CASE("how a heading was taken is told, and a column without a place is kept under a key of its own") {
  const auto imported = imported_from("way.csv", "Step (short),Stage,Budget EUR,Nothing\nPay,Book,12k,\n");
  CHECK(contains(notes_of(imported, Fate::converted), "column 'Step (short)': name, by a word of its heading"));
  CHECK(contains(notes_of(imported, Fate::kept), "column 'Stage': stage"));
  CHECK(contains(notes_of(imported, Fate::converted), "column 'Budget EUR': has no place of its own; kept as x-budget-eur"));
  CHECK(contains(notes_of(imported, Fate::dropped), "column 'Nothing': empty"));
  CHECK(contains(importing::workspace_text(imported.workspace), "x-budget-eur: \"12k\""));
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
      CHECK(contains(notes, "column '" + heading + "': " + facet));
    }
  }
}

TEST_CASE("a title above the headings names the journey and the project, and what else stands there is told") {
  const struct {
    const char* table;
    const char* name;
    const char* told;
  } cases[] = {
      {"Journey of passengers\n\nStep,Stage\nA,S\n", "Journey of passengers", ""},
      {"Customer journey;;\nAuthor;Ann;\n;;\nStep;Stage;Team\nA;S;\n", "Customer journey",
       "what stands above the headings in line 4: 'Author', 'Ann'"},
      {"\xEF\xBB\xBFPassagiere, Stand Mai 2026\nSchritt\tPhase\tAbteilung\nA\tS\t\n", "Passagiere, Stand Mai 2026", ""},
      {"sep=;\nStep;Stage\nA;S\n", "way", ""},
      {"\n\nStep;Stage\nA;S\n", "way", ""},
      {"TBD;\nStep;Stage\nA;S\n", "way", "'TBD'"},
      {",,Company,,Customer,\nStep,Stage,Desired,Desired score,Customer wish,Customer wish score\nA,S,,,,\n", "way",
       "in line 2: 'Company', 'Customer'"},
  };
  for (const auto& [table, name, told] : cases) {
    CAPTURE(table);
    const auto imported = imported_from("way.csv", table);
    CHECK(outline(table) == std::string(name) + ": S [a ?]");
    CHECK(imported.workspace.name == name);
    const bool has_title = std::string(name) != "way";
    CHECK(contains(notes_of(imported, Fate::converted), std::string("'") + name + "': the name of the project and of the journey") ==
          has_title);
    const std::string dropped = notes_of(imported, Fate::dropped);
    CHECK(contains(dropped, told));
    CHECK(contains(dropped, "above the headings") == (*told != 0));
  }
  CHECK_THROWS_AS(imported_from("way.csv", "Anna,5,good\nStep,Stage,Team\nA,S,T\n"), importing::CannotImport);
  CHECK(outline("Title;;\nStep;Journey;Stage\nA;Way;S\n") == "Way: S [a ?]");
}

TEST_CASE("the language of the headings is that of the workspace, and German names make German ids") {
  const struct {
    const char* headings;
    const char* language;
  } cases[] = {{"Kontaktpunkt;Phase;Wartezeit", "de"},
               {"Augenblick;Phase;Augenblick der Wahrheit", "de"},
               {"Point de contact;\u00c9tape;Attente", "fr"},
               {"Punto de contacto;Etapa;Momento de la verdad", "es"},
               {"Ponto de contato;Etapa;Momento da verdade", "pt"},
               {"Touchpoint;Stage;Actual score", "en"},
               {"Touchpoint;Canal;Phase", ""}};
  for (const auto& [headings, language] : cases) {
    CAPTURE(headings);
    const auto imported = imported_from("way.csv", std::string(headings) + "\nEssen w\u00e4hlen f\u00fcr Gr\u00f6\u00dfe;;\n");
    const Loaded loaded = loaded_from(imported);
    CHECK(errors_of(loaded) == "");
    CHECK(imported.workspace.language == language);
    CHECK(loaded.workspace.touchpoints[0].id.value ==
          (std::string(language) == "de" ? "essen-waehlen-fuer-groesse" : "essen-wahlen-fur-grosse"));
    const bool is_told = contains(notes_of(imported, Fate::converted), std::string("the language is '") + language + "'");
    CHECK(is_told == (*language != 0 && std::string(language) != "en"));
  }
}

TEST_CASE("a cell of a moment of truth is yes or no in five languages, or says why") {
  std::string yes = "Step,Moment of truth\n", no = yes;
  std::size_t count = 0;
  for (const char* word :
       {"WAHR", "Ja", "VRAI", "oui", "VERDADERO", "s\u00ed", "VERDADEIRO", "sim", "TRUE", "yes", "x", "1", "\u2713", "j"})
    yes += "A" + std::to_string(++count) + "," + word + "\n";
  for (const char* word : {"FALSCH", "Nein", "FAUX", "non", "FALSO", "no", "n\u00e3o", "FALSE", "0", "-", "n", "?", ""})
    no += "A" + std::to_string(++count) + "," + word + "\n";
  const Loaded decides = loaded_from(imported_from("way.csv", yes)), decides_not = loaded_from(imported_from("way.csv", no));
  for (const Touchpoint& touchpoint : decides.workspace.touchpoints) {
    CHECK_MESSAGE(touchpoint.moment_of_truth.value, touchpoint.id.value);
    CHECK_FALSE(touchpoint.moment_of_truth.why);
  }
  CHECK(decides_not.workspace.touchpoints.size() == 13);
  for (const Touchpoint& touchpoint : decides_not.workspace.touchpoints)
    CHECK_FALSE_MESSAGE(touchpoint.moment_of_truth.value, touchpoint.id.value);
  const Loaded reason = loaded_from(imported_from("way.csv", "Step,Moment of truth\nA,no second chance\n"));
  CHECK(reason.workspace.touchpoints[0].moment_of_truth.why->value == "no second chance");
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
    CHECK(contains(importing::workspace_text(imported.workspace), std::string(key) + ": ask Tom"));
  }
}

TEST_CASE("how long a touchpoint takes and customers wait is a length of time, or stands in a comment") {
  const auto imported = imported_from("way.csv", "Step,Dauer,Wartezeit\nA,5 min,2 h\nB,quick,\n");
  const Loaded loaded = loaded_from(imported);
  CHECK(errors_of(loaded) == "");
  CHECK(to_string(loaded.workspace.touchpoints[0].takes->actual->value) == "5 min");
  CHECK(to_string(loaded.workspace.touchpoints[0].waits->actual->value) == "2 h");
  CHECK(contains(notes_of(imported, Fate::dropped),
                 "line 3: takes 'quick' is no length of time such as '3 min' or '2 h' (units: s, min, h, days"));
}

TEST_CASE("lengths of time in other words are written as the workspace has them, and doubtful ones are told") {
  const auto imported =
      imported_from("way.csv", "Kontaktpunkt;Dauer (min);Wartezeit\nA;90;3 Wochen\nB;1 Std. 20 Min.;1:30\nC;1,5;10-15 min\nD;;90\n");
  const Loaded loaded = loaded_from(imported);
  CHECK(errors_of(loaded) == "");
  const auto& touchpoints = loaded.workspace.touchpoints;
  CHECK(to_string(touchpoints[0].takes->actual->value) == "1 h 30 min");
  CHECK(to_string(touchpoints[0].waits->actual->value) == "21 days");
  CHECK(to_string(touchpoints[1].takes->actual->value) == "1 h 20 min");
  CHECK(to_string(touchpoints[2].takes->actual->value) == "1 min 30 s");
  CHECK(contains(notes_of(imported, Fate::converted), "'3 Wochen' is '3 weeks'"));
  CHECK(contains(notes_of(imported, Fate::dropped), "line 3: waits '1:30' may mean '1 h 30 min' or '1 min 30 s'; it stands in a comment"));
  CHECK(contains(notes_of(imported, Fate::dropped), "line 4: waits '10-15 min' may mean '10 min' or '15 min'"));
  CHECK(contains(notes_of(imported, Fate::dropped), "line 5: waits '90' may mean '90 min', '90 h' or '90 days'"));
}

TEST_CASE("an Attente of lengths of time is a waiting time, and one of words a wish") {
  const Loaded waits =
      loaded_from(imported_from("way.csv", "\u00c9tape,Nom,Attente,Attente client\nP,A,1 h,vite\nP,B,2 semaines,\nP,C,-,\n"));
  CHECK(to_string(waits.workspace.touchpoints[1].waits->actual->value) == "14 days");
  CHECK(waits.workspace.touchpoints[0].desired->customer->experience->value == "vite");
  for (const char* cells : {"1 h\nB,P,vite", "9\nB,P,8", "\nB,P,vite"}) {
    CAPTURE(cells);
    const Loaded wish = loaded_from(imported_from("way.csv", std::string("Point de contact,Phase,Attente\nA,P,") + cells + "\n"));
    CHECK_FALSE(wish.workspace.touchpoints[1].waits);
    CHECK(wish.workspace.touchpoints[1].desired->customer);
  }
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
    CHECK_MESSAGE(contains(notes_of(imported_from("way.csv", table), Fate::converted), std::string("the scale ") + scale), scores);
  }
  const auto wild = imported_from("way.csv", "Step;Actual\nA;1000\nB;-3\n");
  CHECK(contains(notes_of(wild, Fate::dropped), "all scores: from -3 to 1000 they fit no usual scale"));
  CHECK(contains(importing::workspace_text(wild.workspace), "# actual.score was 1000"));
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
    CHECK(contains(notes_of(imported_from("way.csv", table), Fate::kept), scale));
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
  CHECK(contains(notes_of(imported, Fate::dropped), "line 3: importance '9' is not 1 to 5"));
  CHECK(contains(notes_of(imported, Fate::dropped), "2 cells that say nothing"));
}

TEST_CASE("rows: merged cells, repeats, names that collide, and what is left out") {
  CHECK(outline("Step,Stage\nA,S\nB,\nC,T\n") == "way: S [a ?, b ?] T [c ?]");
  CHECK(outline("Step,Stage,Role\nA,S,x\nA,T,x\n") == "way: S [a ?] T [a ?]");
  CHECK(outline("Step,Stage,Role\nA,S,x\nA,T,y\n") == "way: S [a ?] T [a-2 ?]");
  CHECK(outline("Step,Journey,Stage\nA,One,S\nB,Two,S\n") == "One: S [a ?]; Two: S [b ?]");
  CHECK(outline("Step,Actual\nA,1\nB,2\n") == "way: All [a 1, b 2]");
  CHECK(outline("Id,Step,Stage\nlast,A,S\nlast,B,S\nNo id!,C,S\n") == "way: S [last ?, last-2 ?, c ?]");
  const auto imported = imported_from("way.csv", "Step,Stage\nA,S\n,T\nB,S,x\n");
  CHECK(contains(notes_of(imported, Fate::dropped), "line 3: a row without a name: 'T'"));
  CHECK(contains(notes_of(imported, Fate::converted), "1 cell right of the last heading: 'x' in line 4"));
}

TEST_CASE("a cell that names several personas is of each of them, and a journey has those of its rows") {
  const Loaded loaded =
      loaded_from(imported_from("way.csv", "Step,Journey,Stage,Persona\nA,One,S,Ann; Bob\nB,One,S,Ann\nC,Two,S,Cy;Di\nD,Three,S,\n"));
  const auto& journeys = loaded.workspace.journeys;
  REQUIRE(journeys.size() == 3);
  CHECK(journeys[0].personas.size() == 2);
  CHECK(journeys[1].personas.size() == 1);
  CHECK(journeys[2].personas.empty());
  CHECK(loaded.workspace.personas.size() == 3);
  CHECK(loaded.workspace.personas[2].name.value == "Cy;Di");
}

TEST_CASE("a table in Markdown is read like one in CSV") {
  CHECK(outline("# T\n\n| Step | Stage | Actual |\n|---|:-:|---|\n| A \\| B | S | 3 |\n| `c|d` | S |\n\n| x | y |\n|--|--|\n", "way.md") ==
        "way: S [a-b 3, c-d ?]");
  CHECK(outline("Step | Actual\n--- | ---\nA | 3\n", "<stdin>") == "Imported: All [a 3]");
}

TEST_CASE("all tables of touchpoints in a Markdown file are read, below the headings of their sections") {
  const std::string departments =
      "# Front of house\n\n| Touchpoint | Stage | Desired |\n|---|---|---|\n| One | Arrive | 3 |\n\n"
      "# Back office\n\n| Touchpoint | Stage | Desired |\n|---|---|---|\n| Second | Arrive | 9 |\n| Third | Leave | 9 |\n";
  const auto imported = imported_from("way.md", departments);
  const Loaded loaded = loaded_from(imported);
  CHECK(outline_of(loaded.workspace) == "way: Arrive [one ?, second ?] Leave [third ?]");
  CHECK(loaded.workspace.touchpoints[0].department.value == "front-of-house");
  CHECK(loaded.workspace.touchpoints[2].department.value == "back-office");
  CHECK(loaded.workspace.project.scale == Scale{0, 10});  // of all tables together
  CHECK(contains(notes_of(imported, Fate::converted),
                 "the heading 'Back office' above the table in line 9: the department of its touchpoints"));
  CHECK(outline("T\n=\n\n## Arrive\n\n| Step | Owner |\n|--|--|\n| A | x |\n\nLeave\n-----\n\n| Step | Owner |\n|--|--|\n| B | x |\n",
                "way.md") == "way: Arrive [a ?] Leave [b ?]");
  // A heading that not all tables have a like of is told, and so is a table of something else.
  const auto other = imported_from("way.md",
                                   "| Step | Owner |\n|--|--|\n| A | x |\n\n## Back\n\n| Step | Owner |\n|--|--|\n| B | x |\n\n"
                                   "| x | y |\n|--|--|\n| 1 | 2 |\n");
  CHECK(outline_of(loaded_from(other).workspace) == "way: All [a ?, b ?]");
  CHECK(contains(notes_of(other, Fate::dropped), "the heading 'Back' above the table in line 7\n"));
  CHECK(contains(notes_of(other, Fate::dropped), "the table in line 11: its headings are not those of touchpoints\n"));
}

TEST_CASE("tables below each other are read each under its own headings, whatever their widths") {
  const auto stacked = imported_from("way.csv", "Touchpoint,Stage,Importance\nA,S,3\n,,\nTouchpoint,Stage,Actual\nB,S,4\n");
  const Loaded loaded = loaded_from(stacked);
  CHECK(outline_of(loaded.workspace) == "way: S [a ?, b 4]");
  CHECK(loaded.workspace.touchpoints[0].importance->value == 3);
  CHECK_FALSE(loaded.workspace.touchpoints[1].importance.has_value());
  CHECK(contains(notes_of(stacked, Fate::kept), "another table, whose headings stand in line 4\n"));
  CHECK(outline("Touchpoint,Stage\nA,S\n\nTouchpoint,Stage,Actual,Owner\nB,S,4,x\nC,T,3,\n") == "way: S [a ?, b 4] T [c 3]");
  const auto again = imported_from("way.csv", "Touchpoint,Stage\nA,S\nTouchpoint,Stage\nB,S\n");
  CHECK(outline_of(loaded_from(again).workspace) == "way: S [a ?, b ?]");
  CHECK(contains(notes_of(again, Fate::dropped), "1 row that only says the headings again, the first in line 3\n"));
  // Names of touchpoints may be words of headings.
  CHECK(outline("Step,Department,Owner\nA,Desk,x\nActivity,Service,\nB,Desk,y\n") == "way: All [a ?, activity ?, b ?]");
}

TEST_CASE("ids that are none or taken are told, with what stands in their place") {
  auto imported = imported_from("way.csv", "Id,Step,Stage\nlast,A,S\nlast,B,S\nNo id!,C,S\n,Last,S\n");
  importing::settle_ids(imported);
  CHECK(outline_of(loaded_from(imported).workspace) == "way: S [last ?, b ?, c ?, last-2 ?]");
  const std::string notes = notes_of(imported, Fate::converted);
  CHECK(contains(notes, "'B': the id 'last' is that of 'A' already; it gets 'b'\n"));
  CHECK(contains(notes, "'C': 'No id!' is no id (a to z, digits, hyphens); it gets 'c'\n"));
  CHECK(contains(notes, "'Last': has no id, and 'last' that its name makes is taken; it gets 'last-2'\n"));
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
