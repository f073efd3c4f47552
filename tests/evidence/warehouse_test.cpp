// The same answers give the same figures, wherever they lie.
#include "support/warehouse.h"

#include <doctest/doctest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <span>

namespace mot::testing {
namespace {

using Json = nlohmann::json;

/// Where two documents differ by more than rounding; empty where they don't.
std::string difference(const Json& a, const Json& b, const std::string& path = "") {
  if (a.is_number() && b.is_number()) {
    const double x = a.get<double>(), y = b.get<double>();
    const bool is_close = std::abs(x - y) <= 1e-9 * std::max({1.0, std::abs(x), std::abs(y)});
    return is_close ? "" : fmt::format("{}: {} and {}", path, x, y);
  }
  if (a.type() != b.type() || a.size() != b.size()) return path + ": " + a.dump() + " and " + b.dump();
  if (a.is_object()) {
    for (const auto& [key, value] : a.items()) {
      if (auto found = b.contains(key) ? difference(value, b[key], path + "/" + key) : path + "/" + key; !found.empty()) return found;
    }
    return "";
  }
  if (!a.is_array()) return a == b ? "" : path + ": " + a.dump() + " and " + b.dump();
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (auto found = difference(a[i], b[i], fmt::format("{}/{}", path, i)); !found.empty()) return found;
  }
  return "";
}

/// What a database cannot know: lines, the rows that it passes over, and where between its ends a scale was used.
Json without_lines(Json data) {
  for (Json& source : data["sources"]) {
    if (!source["left_out"]["by_where"].is_null() && source["left_out"]["by_where"] != 0) {
      source["rows"] = source["rows"].get<std::size_t>() - source["left_out"]["by_where"].get<std::size_t>();
    }
    source["left_out"].erase("by_where");
    for (Json& stray : source["strays"]) stray.erase("first_line");
    std::sort(source["strays"].begin(), source["strays"].end());
    for (Json& column : source["columns"]) column.erase("lowest"), column.erase("highest");
    // What else a table has is known of files alone; an engine is asked for the columns that are used.
    Json& columns = source["columns"];
    columns.erase(std::remove_if(columns.begin(), columns.end(), [](const Json& column) { return column["used"].is_null(); }),
                  columns.end());
    // Whether a cell's word is `4` or `4.0` is the driver's to say.
  }
  return data;
}

const std::string picture = R"(
project: { name: Trip, scale: { min: 0, max: 10 }PERIOD }
personas: [{ id: ines, name: Ines }, { id: amara, name: Amara }]
touchpoints:
  - { id: desk, name: Desk, importance: 5, desired: 9 }
  - { id: belt, name: Belt, importance: 4, desired: 8 }
  - { id: lounge, name: Lounge, importance: 2, desired: 7 }
sources:
  - { id: s, SOURCE }
)";

struct Layout {
  const char* name;
  const char* table;
  const char* rest;
};
const Layout layouts[] = {
    {"wide, plain", "wide", "scale: {min: 1, max: 5, missing: [0, 6, Blank]}, columns: {desk: Q1, belt: 'Q 2', lounge: Ü3}"},
    {"wide, with everything", "wide",
     "scale: {min: 1, max: 5, missing: [0, 6, Blank]}, weight: W, date: {column: DAY}, where: {LAND: [PT, ES, \"O'Neil\"]}, "
     "persona: {column: SEG, values: {X: ines, geschäftlich: amara}}, "
     "columns: {desk: {actual: Q1, desired: 'Q 2', importance: Q1}, belt: {column: 'Q 2', scale: {min: 5, max: 1, missing: [n/a]}}, "
     "lounge: Ü3}, "
     "outcomes: [{id: overall, kind: score, column: ALL, derives_importance: true}, {id: recommend, kind: nps, column: NPS}]"},
    {"wide, on a scale far wider than its answers", "wide",
     "scale: {min: -100, max: 100}, weight: W, columns: {desk: Q1, lounge: Ü3}, outcomes: [{id: o, column: ALL, "
     "derives_importance: true}]"},
    {"wide, by flights", "wide",
     "scale: {min: 1, max: 5, missing: [0, 6, Blank]}, weight: W, cluster: FLIGHT, persona: {column: SEG, values: {X: ines}}, "
     "columns: {desk: {actual: Q1, desired: 'Q 2'}, lounge: Ü3}, "
     "outcomes: [{id: overall, kind: score, column: ALL}, {id: recommend, kind: nps, column: NPS}]"},
    {"wide, of few", "wide",
     "scale: {min: 1, max: 5, missing: [0, 6, Blank]}, design_effect: 1.4, population: 900, asked: 800, "
     "columns: {desk: {actual: Q1, desired: 'Q 2'}, lounge: Ü3}"},
    {"long, by people", "long",
     "scale: {min: 0, max: 10, missing: [11]}, long: {touchpoint: {column: tp, values: {Gepäck: belt}}, score: score, respondent: person, "
     "weight: w, verdict: {column: thumb, values: {ja: up}}, persona: {column: seg, values: {X: ines, Y: amara}}}, "
     "outcomes: [{id: recommend, kind: nps, derives_importance: true, where: {item: nps}}]"},
    {"long, by clusters", "long",
     "scale: {min: 0, max: 10, missing: [11]}, cluster: person, long: {touchpoint: {column: tp, values: {Gepäck: belt}}, score: score, "
     "weight: w, verdict: {column: thumb, values: {ja: up}}, persona: {column: seg, values: {X: ines, Y: amara}}}, "
     "outcomes: [{id: recommend, kind: nps, where: {item: nps}}, {id: again, kind: score, where: {item: nps}}]"},
    {"long", "long",
     "scale: {min: 0, max: 10, missing: [11]}, long: {touchpoint: {column: tp, values: {Gepäck: belt}}, score: score, "
     "verdict: {column: thumb, values: {ja: up}}, date: {column: day}, persona: {column: seg, values: {X: ines, Y: amara}}}, "
     "outcomes: [{id: recommend, kind: nps, where: {item: nps}}]"},
    {"long, of a score", "long", "long: {touchpoint: tp, score: score}, where: {item: score, seg: X}"},
    {"summary", "summary",
     "scale: {min: 0, max: 100}, summary: {touchpoint: item, n: base, mean: mean, sd: sd}, where: {item: [desk, belt, pool]}"},
};

std::string workspace(const Place& place, const Layout& layout, std::string_view period) {
  std::string text = picture;
  const std::string source = fmt::format(fmt::runtime(place.source), layout.table) + ", " + layout.rest;
  text.replace(text.find("SOURCE"), 6, source);
  text.replace(text.find("PERIOD"), 6, period);
  // A column's own scale is written as an actual.
  for (std::size_t at; (at = text.find("belt: {column:")) != std::string::npos;) {
    const std::size_t end = text.find("}}", at);
    text.insert(end + 1, "}");
    text.replace(at, 6, "belt: {actual: ");
  }
  return text;
}

Json json_of(const Ran& ran) {
  INFO(ran.err);
  REQUIRE(ran.code == 0);
  return Json::parse(ran.out);
}

/// A database gives the weights of rows by group, so that what is lost there weighs as a row of its group does.
Json without_lost(Json figures) {
  figures["summary"].erase("answers_lost");
  for (const char* list : {"touchpoints", "outcomes"}) {
    for (Json& figure : figures[list]) figure.erase("lost");
  }
  return figures;
}

}  // namespace

TEST_CASE("CSV, SQLite, PostgreSQL and ODBC give the same figures for the same answers") {
  const std::vector<std::vector<std::string>> commands = {
      {"gaps", "--format", "json"}, {"gaps", "--by", "persona", "--format", "json"}, {"gaps", "--persona", "ines", "--format", "json"}};
  for (const Layout& layout : layouts) {
    const bool has_personas = std::string_view(layout.rest).find("persona: {") != std::string_view::npos;
    for (const std::string_view period : {"", ", period: { last: 9 months }", ", period: { from: 2026-02-01, to: 2026-11-30 }"}) {
      for (const auto& command : std::span(commands).first(has_personas ? commands.size() : 1)) {
        const Json expected = without_lost(json_of(warehouse().run(workspace(places[0], layout, period), command)));
        CHECK(expected["summary"]["measured"].get<int>() >= 1);
        CHECK_FALSE(expected["summary"]["delivered_interval"].is_null());
        for (const Place& place : places) {
          INFO("answers in ", std::string(place.name));
          INFO("layout ", std::string(layout.name));
          INFO("period ", std::string(period));
          CHECK(difference(expected, without_lost(json_of(warehouse().run(workspace(place, layout, period), command)))) == "");
        }
      }
    }
  }
}

TEST_CASE("what became of every column is told the same way") {
  for (const Layout& layout : layouts) {
    const std::string_view period = ", period: { last: 9 months }";
    const Json expected = without_lines(json_of(warehouse().run(workspace(places[0], layout, period), {"data", "--format", "json"})));
    for (const Place& place : places) {
      INFO("answers in ", std::string(place.name));
      INFO("layout ", std::string(layout.name));
      CHECK(difference(expected, without_lines(json_of(warehouse().run(workspace(place, layout, period), {"data", "--format", "json"})))) ==
            "");
    }
  }
}

TEST_CASE("names are quoted as the engine quotes them, and nothing in them is SQL") {
  const std::string evil = R"(Q1: "Desk's" \ -- ; DROP TABLE wide)";
  const std::string make = "CREATE TABLE {}\"an\"\"swers; x\" ({} INTEGER); INSERT INTO {}\"an\"\"swers; x\" VALUES (7), (8), (9);";
  warehouse().server.query(fmt::format(fmt::runtime(make), "survey.", quoted(evil, '"'), "survey."));
  warehouse().sqlite_query(fmt::format(fmt::runtime(make), "", quoted(evil, '"'), ""));
  for (const Place& place : places) {
    if (place.name == std::string("csv")) continue;
    INFO("answers in ", std::string(place.name));
    Layout layout{"", "an\"swers; x", ""};
    std::string text = picture;
    text.replace(text.find("PERIOD"), 6, "");
    std::string source = fmt::format(fmt::runtime(place.source), "@");
    source.replace(source.find("table: "), std::string::npos,
                   "table: '" + std::string(contains(source, "survey.") ? "survey." : "") + layout.table + "', columns: {desk: '" +
                       "Q1: \"Desk''s\" \\ -- ; DROP TABLE wide'}");
    text.replace(text.find("SOURCE"), 6, source);
    const Ran ran = warehouse().run(text, {"gaps", "--format", "json"});
    if (place.name == std::string("odbc to sqlite")) {  // where SOCI would take the colon for a parameter
      CHECK(ran.code == 2);
      CHECK(contains(ran.err, "has a name with a colon or an apostrophe"));
    } else {
      CHECK(json_of(ran)["touchpoints"][0]["n"] == 3);
      CHECK(json_of(ran)["touchpoints"][0]["actual"] == doctest::Approx(8));
    }
  }
}

TEST_CASE("values are bound, so that no word of a workspace is SQL") {
  const Layout layout{
      "", "wide",
      "scale: {min: 1, max: 5, missing: [\"') OR 1=1 --\"]}, where: {LAND: [\"O'Neil\", \"'; DROP TABLE wide; --\"]}, columns: {desk: Q1}"};
  const Json expected = json_of(warehouse().run(workspace(places[0], layout, ""), {"gaps", "--format", "json"}));
  CHECK(expected["touchpoints"][0]["n"].get<int>() > 50);
  for (const Place& place : places) {
    INFO("answers in ", std::string(place.name));
    CHECK(difference(expected, json_of(warehouse().run(workspace(place, layout, ""), {"gaps", "--format", "json"}))) == "");
  }
}

}  // namespace mot::testing
