// Journey maps with stages across: what becomes of each row, and what is no such map.
#include "mot/import/journey_grid.h"

#include <doctest/doctest.h>

#include "support/imported_workspace.h"
#include "support/text_parts.h"
#include "support/workbooks.h"

using namespace mot;
using namespace mot::testing;
using importing::Fate;

namespace {

const std::string guest_map =
    "Stages,Discover,Book,Stay\n"
    "Touchpoints,Website; Ads,Web shop,\"Check-in\nRoom\"\n"
    "Doing,looks around,\"\u2022 picks a date\n\u2022 pays\",arrives; sleeps\n"
    "Thinking,Is it for me?,Is it safe?,Nice\n"
    "Feeling,curious,tense,happy\n"
    "Pain points,slow site,\"too many fields\nno PayPal\",\n"
    "Opportunities,,one-click,\n";

}  // namespace

TEST_CASE("a journey map with stages across is a journey: its rows are what is done, thought, felt and hurts in each stage") {
  const auto imported = imported_from("map.csv", guest_map);
  const Loaded loaded = loaded_from(imported);
  CHECK(errors_of(loaded) == "");
  CHECK(outline_of(loaded.workspace) == "map: Discover [website ?, ads ?] Book [web-shop ?] Stay [check-in ?, room ?]");
  const Stage& book = loaded.workspace.journeys[0].stages[1];
  REQUIRE(book.customer_does.size() == 2);
  CHECK(book.customer_does[1].value == "pays");
  CHECK(book.customer_thinks[0].value == "Is it safe?");
  CHECK(book.customer_feels[0].value == "tense");
  CHECK(book.pains[1].text.value == "no PayPal");
  CHECK(
      contains(notes_of(imported, Fate::converted), "row 'Opportunities': has no place of its own; kept as x-opportunities of the stages"));
  CHECK_FALSE(contains(notes_of(imported, Fate::converted), "names that stand in several stages"));
}

TEST_CASE("titles, personas, goals, scores, merged stages and other languages of a journey map") {
  const struct {
    const char *what, *csv, *outline;
  } cases[] = {
      {"title", "The trip,,\nPersona,Ines,\n,Before,After\nActions,a,b\nThoughts,c,d\nTouchpoints,Ad,Shop\n",
       "The trip: Before [ad ?] After [shop ?]"},
      {"scores", "Stage,A,B\nTouchpoints,Desk,Room\nDoing,p,q\nSatisfaction,4,\"2,5\"\n", "map: A [desk 4] B [room 2.5]"},
      {"feelings in numbers", "Stage,A,B\nTouchpoints,Desk,Room\nEmotions,4,2\n", "map: A [desk 4] B [room 2]"},
      {"merged", "Phase,Before,,During,\nTouchpoint,Ad,Shop,Desk,Room\nDoing,a,b,c,d\n",
       "map: Before [ad ?, shop ?] During [desk ?, room ?]"},
      {"no touchpoints", ",Aware,Buy\nDoing,a,b\nFeeling,c,d\n", "map: Aware [aware ?] Buy [buy ?]"},
      {"shared", ",Aware,Buy\nDoing,a,b\nTouchpoints,Website,Website; Shop\n", "map: Aware [website ?] Buy [website ?, shop ?]"},
      {"German", "Phase,Entdecken,Buchen\nKontaktpunkte,Anzeige,Webshop\nHandlungen,a,b\nGedanken,c,d\n",
       "map: Entdecken [anzeige ?] Buchen [webshop ?]"},
      {"French", "\u00c9tapes,Avant,Apr\u00e8s\nPoints de contact,Site,Guichet\nActions du client,a,b\nPens\u00e9es,c,d\n",
       "map: Avant [site ?] Apr\u00e8s [guichet ?]"},
      {"Spanish", "Fases,Antes,Luego\nPuntos de contacto,Web,Mostrador\nAcciones,a,b\nPensamientos,c,d\n",
       "map: Antes [web ?] Luego [mostrador ?]"},
      {"Portuguese", "Fases,Antes,Depois\nPontos de contato,Site,Balc\u00e3o\nA\u00e7\u00f5es,a,b\nPensamentos,c,d\n",
       "map: Antes [site ?] Depois [balcao ?]"},
  };
  for (const auto& [what, csv, outline] : cases) {
    CAPTURE(what);
    const Loaded loaded = loaded_from(imported_from("map.csv", csv));
    CHECK(errors_of(loaded) == "");
    CHECK(outline_of(loaded.workspace) == outline);
  }
  CHECK(contains(notes_of(imported_from("map.csv", ",Aware,Buy\nDoing,a,b\nTouchpoints,Website,Website; Shop\n"), Fate::converted),
                 "names that stand in several stages are one touchpoint each: 'Website'\n"));
  const Loaded titled = loaded_from(imported_from("map.csv", cases[0].csv));
  CHECK(titled.workspace.project.name->value == "The trip");
  CHECK(titled.workspace.personas.at(0).name.value == "Ines");
  CHECK(titled.workspace.journeys[0].personas.size() == 1);
}

TEST_CASE("scores of a stage with several touchpoints stand in comments, and are told") {
  const auto imported = imported_from("map.csv", "Stage,A,B\nTouchpoints,Desk; Bar,Room\nDoing,p,q\nSatisfaction,4,2\n");
  CHECK(outline_of(loaded_from(imported).workspace) == "map: A [desk ?, bar ?] B [room 2]");
  CHECK(contains(notes_of(imported, Fate::undecided), "the scores of stages with several touchpoints stand in comments: 'A'"));
  CHECK(contains(importing::workspace_text(imported.workspace), "# Satisfaction of A was 4"));
}

TEST_CASE("surveys and tables are no journey maps") {
  for (const char* csv :
       {"Question,Wave 1,Wave 2\nHow was the room?,3,4\nPain,2,1\n", "Touchpoint,Stage,Doing\nDesk,Arrive,queues\nDoing,Stay,x\n",
        "Stage,A,B\nTouchpoints,Desk,Room\nBudget,1,2\nHours,1,2\nRooms,3,4\n", "Doing,3,4\nThinking,2,1\nFeeling,2,2\n"}) {
    CAPTURE(csv);
    CHECK_FALSE(importing::stages_row(importing::front_rows_of_csv(csv)).has_value());
  }
}

TEST_CASE("a journey map in a workbook is the one that it is in a file, with merged stages too") {
  const std::string map =
      xlsx_of({{"Stages", "Discover", "Book"}, {"Touchpoints", "Ads", "Web shop"}, {"Doing", "looks", "pays"}, {"Thinking", "hm", "ok"}});
  CHECK(outline_of(loaded_from(imported_from("map.xlsx", map)).workspace) == "map: Discover [ads ?] Book [web-shop ?]");
  const std::string merged = zip_of(xlsx_parts(
      {{"Map", "<sheetData>" + xlsx_row({"Phase", "Before", "", "After", ""}) + xlsx_row({"Touchpoints", "Ad", "Shop", "Desk", "Room"}) +
                   xlsx_row({"Doing", "a", "b", "c", "d"}) + R"(</sheetData><mergeCells><mergeCell ref="B1:C1"/></mergeCells>)"}}));
  CHECK(outline_of(loaded_from(imported_from("map.xlsx", merged)).workspace) == "map: Before [ad ?, shop ?] After [desk ?, room ?]");
}

TEST_CASE("headings in two rows of a workbook, with cells that are merged, are one row") {
  const std::string table =
      zip_of(xlsx_parts({{"T", "<sheetData>" + xlsx_row({"Touchpoint", "Stage", "Scores", ""}) + xlsx_row({"", "", "Desired", "Actual"}) +
                                   xlsx_row({"Desk", "Arrive", "9", "8"}) +
                                   R"(</sheetData><mergeCells><mergeCell ref="C1:D1"/><mergeCell ref="A1:A2"/></mergeCells>)"}}));
  const auto imported = imported_from("t.xlsx", table);
  CHECK(outline_of(loaded_from(imported).workspace) == "t: Arrive [desk 8]");
  CHECK(contains(notes_of(imported, Fate::converted), "headings in two rows"));
}
