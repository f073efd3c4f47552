// Whatever a name, a cell or a comment says, it is that text in the workspace and nothing else: no key, no list, no directive.
#include <doctest/doctest.h>

#include <random>

#include "mot/import/cell_texts.h"
#include "mot/import/plain_line.h"
#include "mot/import/touchpoint_table.h"
#include "support/imported_workspace.h"

using namespace mot;
using namespace mot::testing;
using importing::plain_line;

namespace {

/// Pieces of what YAML, Markdown, HTML and spreadsheets take for more than text.
const std::vector<std::string> pieces = {"a: {b",
                                         "- ",
                                         "- x",
                                         ": ",
                                         "#",
                                         " # ",
                                         "mot: ignore no-owner",
                                         "# mot: ignore all because x",
                                         "|",
                                         ">",
                                         "&x",
                                         "*x",
                                         "!",
                                         "!!str",
                                         "%YAML 1.1",
                                         "---",
                                         "...",
                                         "@",
                                         "`",
                                         "'",
                                         "\"",
                                         "\\",
                                         "{",
                                         "}",
                                         "[",
                                         "]",
                                         ",",
                                         "?",
                                         "? x",
                                         "~",
                                         "null",
                                         "true",
                                         "yes",
                                         "no",
                                         "0x1F",
                                         "010",
                                         "1e5",
                                         ".inf",
                                         "<<",
                                         "=cmd|' /C calc'!A0",
                                         "<b>",
                                         "&amp;",
                                         "\xC2\xA0",
                                         "\xE2\x80\xA8",
                                         "\xE2\x80\xAE",
                                         "\xF0\x9F\x98\x80",
                                         "\xE6\x97\xA5",
                                         "e\xCC\x81",
                                         "\t",
                                         "\n",
                                         "\r\n",
                                         "\x01",
                                         "\x7F",
                                         "\xC2\x85",
                                         "\xEF\xBF\xBE",
                                         "\xEF\xBB\xBF",
                                         "2026-01-01",
                                         "12:30:00",
                                         "1_000",
                                         "x",
                                         "word",
                                         " ",
                                         "  ",
                                         "${HOME}",
                                         "$(x)",
                                         "\xE2\x80\x8B",
                                         "about 5"};

std::string hostile(std::mt19937& random) {
  std::string text;
  const std::size_t count = 1 + random() % 5;
  for (std::size_t i = 0; i < count; ++i) text += pieces[random() % pieces.size()];
  return text;
}

/// What is loaded for a text that was given.
std::string loaded_text(const std::optional<Text>& text) {
  return text ? text->value : "";
}
/// One line each.
std::string loaded_text(const std::vector<Text>& texts) {
  std::string lines;
  for (const Text& text : texts) lines += (lines.empty() ? "" : "\n") + text.value;
  return lines;
}

/// The first that a cell names, of several with `; ` between or in lines of their own.
std::string first_persona(const std::string& cell) {
  std::string names = plain_line(cell);
  if (importing::plain_lines(cell).find('\n') != std::string::npos)
    names = fmt::format("{}", fmt::join(importing::list_in_cell(cell, ItemMarks::semicolon).items, "; "));
  return plain_line(names.substr(0, names.find("; ")));
}

}  // namespace

TEST_CASE("texts of a table come back as they are, wherever they stand") {
  std::mt19937 random(20261128);
  for (int round = 0; round < 150; ++round) {
    importing::TextTable table;
    table.header = {"Touchpoint", "Stage", "Department",           "Channel",      "Owner", "Role", "Customer does", "Quote", "Persona",
                    "Journey",    "When",  "Customer expectation", hostile(random)};
    importing::TableRow row{{}, 2};
    for (std::size_t i = 0; i < table.header.size(); ++i) row.cells.push_back("w" + hostile(random) + "w");
    table.rows = {row};
    importing::Imported imported;
    imported.workspace.name = plain_line("n" + hostile(random) + "n");
    importing::add_touchpoint_table(table, "t " + hostile(random), imported);
    const Loaded loaded = loaded_from(imported);
    const std::string yaml = importing::workspace_text(imported.workspace);
    CAPTURE(yaml);
    REQUIRE(errors_of(loaded) == "");
    REQUIRE(loaded.directives.empty());
    REQUIRE(loaded.workspace.touchpoints.size() == 1);
    const auto cell = [&](std::size_t i) { return plain_line(row.cells[i]); };
    const Touchpoint& touchpoint = loaded.workspace.touchpoints[0];
    CHECK(touchpoint.name.value == cell(0));
    CHECK(loaded.workspace.journeys[0].stages[0].name.value == cell(1));
    CHECK(loaded.workspace.departments[0].name.value == cell(2));
    CHECK(loaded_text(touchpoint.owner) == cell(4));
    CHECK(loaded_text(touchpoint.role) == cell(5));
    CHECK(loaded_text(touchpoint.customer_does) ==
          fmt::format("{}", fmt::join(importing::list_in_cell(row.cells[6], ItemMarks::semicolon).items, "\n")));
    CHECK(loaded_text(touchpoint.evidence[0].quote) == importing::plain_lines(row.cells[7]));
    CHECK(loaded.workspace.personas[0].name.value == first_persona(row.cells[8]));
    CHECK(loaded.workspace.journeys[0].name.value == cell(9));
    CHECK(loaded_text(touchpoint.when) == importing::plain_lines(row.cells[10]));
    CHECK(loaded_text(touchpoint.desired->customer->experience) == importing::plain_lines(row.cells[11]));
  }
}

TEST_CASE("any diagram made of such texts gives a workspace without errors") {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::string diagram = "journey\n";
    for (int line = 0; line < 8; ++line) {
      constexpr const char* starts[] = {"section ", "title ", "accTitle: ", "accDescr: ", "%% ", "", "", ""};
      diagram +=
          starts[random() % std::size(starts)] + hostile(random) + (random() % 2 ? ": 3: " + hostile(random) : hostile(random)) + "\n";
    }
    CAPTURE(diagram);
    const auto imported = imported_from("way.mmd", diagram);
    const Loaded loaded = loaded_from(imported);
    CAPTURE(importing::workspace_text(imported.workspace));
    REQUIRE(errors_of(loaded) == "");
    REQUIRE(loaded.directives.empty());
    REQUIRE(loaded.workspace.touchpoints.size() == imported.workspace.touchpoints.size());
    for (std::size_t i = 0; i < loaded.workspace.touchpoints.size(); ++i) {
      REQUIRE(loaded.workspace.touchpoints[i].name.value == imported.workspace.touchpoints[i].name);
    }
  }
}
