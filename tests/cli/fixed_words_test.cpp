// Tables in every language: no fixed word but those of the words tables, the same numbers written as each language writes them, and
// programs read English whatever people read.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "mot/text/utf8.h"
#include "support/brackets.h"
#include "support/folder.h"
#include "support/program.h"

using namespace mot;
using namespace mot::testing;

namespace {

using Arguments = std::vector<std::string>;

/// Every field that a table shows is used somewhere; what people name is Greek, ids are a letter and a digit.
constexpr std::string_view workspace = R"(
  name: Ξενοδοχείο
  scale: { min: 0, max: 10 }
  dimensions: [δ1]
  gates: { gap_at_most: 2, delivered_at_least: 90, coverage_at_least: 99, below_adequate_at_most: 0, known_at_least: 99 }
  kpis:
    - { id: k1, name: Κράτηση, value: 7.5, target: 8, better: higher, unit: "%", date: 2026-09-30, from: Σύστημα }
    - { id: k2, name: Αναμονή, value: -1.5, target: 5, better: lower }
    - { id: k3, name: Ώρα, target: 5, better: lower }
rules: { coverage: ignore, sense: ignore, service: ignore }
departments: [{ id: d1, name: Υποδοχή, lead: Άννα }, { id: d2, name: Κουζίνα }]
channels: [c1]
personas: [{ id: p1, name: Νίκος, flag: Ήταν πάντα εδώ, share: 40 }, { id: p2, name: Ελένη }]
touchpoints:
  - { id: t1, name: Άφιξη, department: d1, channel: c1, dimension: δ1, level: transaction, importance: 5, moment_of_truth: Η πρώτη εντύπωση,
      desired: { company: 9, customer: { score: 9, adequate: 6, heard: [s1], by: { p1: 8 } } }, standard: { score: 8, text: Ώρα, kept: { count: 40, of: 50 } },
      promise: { score: 9, text: Ναι, kept: { count: 30, of: 50 } }, waits: { actual: 25 h, wanted: 10 min }, takes: { actual: 3 days, wanted: 1 day },
      kpis: [{ id: k4, name: Σφάλματα, value: 1, target: 2, better: lower }],
      flags: { p1: Όνομα στην πόρτα }, remember: [Θέα], tags: [θ1], customer_does: Φτάνει,
      evidence: [{ voice: customer, quote: Ωραία, verdict: up, from: Άννα, date: 2026-03-01 },
                 { voice: top-performer, score: 9, n: 40, sd: 1, practice: Χαμόγελο }, { voice: typical-performer, score: 7, n: 60, sd: 1, practice: Νεύμα }] }
  - { id: t2, name: Δωμάτιο, department: d2, importance: 3, desired: { company: 8, customer: 7 }, waits: 2 h }
  - { id: t3, name: Πρωινό, department: d2, importance: 2, desired: { company: 7, customer: 9 }, actual: 6.5 }
  - { id: t4, name: Αποχώρηση, importance: 4, desired: 8, actual: Αργεί πολύ }
  - { id: t5, name: Λογαριασμός, desired: 6, actual: 7 }
actions:
  - { id: a1, name: Κλειδί, touchpoints: [t1], due: 2026-01-31, effort: 2, lift: 1.5, status: doing }
  - { id: a2, name: Ουρά, touchpoints: [t4, t5], owner: Άννα, status: proposed }
journeys:
  - { id: j1, name: Διαμονή, persona: p1, stages: [{ id: s1, name: Πρώτη, touchpoints: [t1, { when: Νύχτα, share: 20, touchpoints: [t5] }] }, { id: s2, name: Δεύτερη, touchpoints: [t2, t3] }] }
  - { id: j2, name: Επιστροφή, persona: p2, stages: [{ id: s1, name: Μόνη, touchpoints: [t4] }] }
sources:
  - id: s1
    file: q.csv
    scale: { min: 1, max: 5, missing: ["9"] }
    date: q1
    persona: { column: q2, values: { "1": p1, "2": p2 } }
    weight: q3
    asked: 90
    design_effect: 1.5
    columns: { t1: { actual: [q5, q6], desired: q7, importance: q8, verdict: q10, quote: q11 }, t2: q9 }
    outcomes: [{ id: o1, name: Σύσταση, kind: nps, column: q12, scale: { min: 0, max: 10 } }, { id: o2, kind: score, column: q9, derives_importance: true }]
)";

std::string answers() {
  std::string csv = "q1,q2,q3,q4,q5,q6,q7,q8,q9,q10,q11,q12\n";
  for (int i = 0; i < 60; ++i) {
    const int good = i % 2 == 0 ? 4 : 1;
    csv += fmt::format("2026-0{}-11,{},1.{},r{},{},{},5,{},{},{},{},{}\n", 1 + i % 8, 1 + i % 2, i % 3, i, good + i % 2, good, 4 + i % 2,
                       i == 7 ? 77 : 2 + i % 3, good > 2 ? "up" : "down", i < 3 ? "Λόγια" : "", i % 11);
  }
  return csv;
}

std::string project_with(std::string_view lines) {
  return "project:\n" + std::string(lines) + std::string(workspace.substr(1));
}

std::string brackets_yaml() {
  nlohmann::ordered_json phrases = nlohmann::ordered_json::object();
  for (const auto& [phrase, said] : bracketed_phrases()) phrases[phrase] = said;
  return "  words: { phrases: " + phrases.dump() + " }\n";
}

/// Every command that shows tables, and every option that adds one.
const std::vector<Arguments> commands = {
    {"gaps"},
    {"gaps", "--persona", "p1", "--department", "d1", "--top", "1"},
    {"gaps", "--method", "ipa"},
    {"gaps", "--method", "opportunity"},
    {"gaps", "--method", "servqual"},
    {"gaps", "--sensitivity", "--voices", "--times", "--kpis"},
    {"gaps", "--by", "department"},
    {"gaps", "--by", "journey"},
    {"gaps", "--by", "persona"},
    {"gaps", "--by", "dimension"},
    {"gaps", "--by", "stage"},
    {"gaps", "--by", "channel"},
    {"gaps", "--by", "level"},
    {"coverage"},
    {"plan"},
    {"plan", "--journey", "j1"},
    {"data"},
    {"list"},
};

Ran table_of(const Folder& folder, Arguments arguments, std::string_view format, std::size_t columns = 0) {
  for (const std::string& more : {std::string("--format"), std::string(format), std::string("-C"), folder.path().string()})
    arguments.push_back(more);
  if (arguments[0] != "list") arguments.insert(arguments.end(), {"--today", "2026-11-01"});
  return run_mot(arguments, {.in = {}, .out_is_terminal = false, .out_columns = columns});
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// Files, keys of the files, words of answers and signs of units are the same in every language.
std::string without_names_of_files(std::string text, const Folder& folder) {
  const std::string names[] = {
      folder.path().string(),   "mot.yaml",       "q.csv",    "--persona", "gap_at_most", "delivered_at_least", "coverage_at_least",
      "below_adequate_at_most", "known_at_least", "down, up", " h",        " min"};
  for (const std::string& name : names) {
    for (std::size_t at = 0; (at = text.find(name, at)) != std::string::npos;) text.erase(at, name.size());
  }
  return text;
}

/// A row without the cells that hold nothing but a key of the files: `actual`, `touchpoints`.
std::string without_keys(const std::string& line) {
  if (!line.starts_with("| ")) return line;
  std::string kept;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, '|');) {
    const bool is_key = cell.find_first_not_of("abcdefghijklmnopqrstuvwxyz_\\. ") == std::string::npos;
    kept += (is_key ? "" : cell) + "|";
  }
  return kept;
}

}  // namespace

TEST_CASE("in every table every fixed word is one of the words tables") {
  Folder folder;
  folder.with("mot.yaml", project_with(brackets_yaml())).with("q.csv", answers());
  for (const Arguments& command : commands) {
    for (const std::string_view format : {"table", "md"}) {
      const Ran ran = table_of(folder, command, format);
      CAPTURE(command);
      CAPTURE(format);
      REQUIRE(ran.code == 0);
      CHECK(lines_of(ran.out).size() > 3);
      for (const std::string& line : lines_of(without_brackets(without_names_of_files(ran.out, folder)))) {
        if (has_letter(line)) FAIL_CHECK(line);
      }
    }
  }
}

TEST_CASE("in what is explained every fixed word is one of the words tables, but for the signs of arithmetic") {
  Folder folder;
  folder.with("mot.yaml", project_with(brackets_yaml())).with("q.csv", answers());
  for (const char* thing : {"t1", "t2", "t3", "t4", "t5", "j1", "p1"}) {
    const Ran ran = run_mot({"explain", thing, folder.path().string(), "--today", "2026-11-01"});
    CAPTURE(thing);
    REQUIRE(ran.code == 0);
    for (std::string line : lines_of(without_brackets(without_names_of_files(ran.out, folder)))) {
      for (const std::string_view sign : {"sqrt(", "max(", "min(", "atanh(", "tanh(", "https:"}) {
        for (std::size_t at = 0; (at = line.find(sign, at)) != std::string::npos;) line.erase(at, sign.size());
      }
      if (has_letter(line)) FAIL_CHECK(line);
    }
  }
}

/// What a page says: between its tags, and in the attributes that are read out or shown; without pictures, which have a test of their own.
std::string text_of_page(std::string_view page) {
  std::string text;
  while (!page.empty()) {
    const std::size_t tag = page.find('<');
    text += std::string(page.substr(0, tag)) + "\n";
    if (tag == std::string_view::npos) break;
    page.remove_prefix(tag);
    std::size_t end = page.find('>');
    for (const std::string_view attribute : {" title=\"", " aria-label=\"", " placeholder=\"", " label=\""}) {
      const std::size_t at = page.substr(0, end).find(attribute);
      if (at == std::string_view::npos) continue;
      const std::string_view value = page.substr(at + attribute.size());
      text += std::string(value.substr(0, value.find('"'))) + "\n";
    }
    for (const std::string_view unread : {"<style", "<script", "<svg", "<kbd", "<code"}) {
      if (page.starts_with(unread)) end = page.find('>', page.find("</" + std::string(unread.substr(1))));
    }
    page.remove_prefix(end + 1);
  }
  return text;
}

TEST_CASE("in the report every fixed word is one of the words tables") {
  Folder folder;
  folder.with("mot.yaml", project_with(brackets_yaml())).with("q.csv", answers());
  for (const std::string& file : {(folder / "r.html").string(), (folder / "r.md").string()}) {
    const Ran ran = run_mot({"report", "-C", folder.path().string(), "--today", "2026-11-01", "-o", file});
    CAPTURE(file);
    CAPTURE(ran.err);
    REQUIRE(ran.code == 0);
    const std::string text = file.ends_with("html") ? text_of_page(text_of(file)) : text_of(file);
    CHECK(text.size() > 5000);
    for (std::string line : lines_of(without_brackets(without_names_of_files(text, folder)))) {
      for (const std::string_view name :
           {"sqrt(", "max(", "min(", "atanh(", "tanh(", "&#39;", "&quot;", "&lt;", "&gt;", "&amp;", "sortable-tablesort",
            "(public domain, unlicense.org)", "svg-pan-zoom", "(BSD-2-Clause, © 2009–2010 Andrea Leofreddi)"}) {
        for (std::size_t at = 0; (at = line.find(name, at)) != std::string::npos;) line.erase(at, name.size());
      }
      if (has_letter(line)) FAIL_CHECK(line);
    }
  }
}

TEST_CASE("what is explained has the decimal sign of the language, and its arithmetic that of calculators") {
  Folder german;
  german.with("mot.yaml", project_with("  language: de\n")).with("q.csv", answers());
  const std::string text = run_mot({"explain", "t3", german.path().string(), "--today", "2026-11-01"}).out;
  CHECK(contains(text, "Erlebtes = 6,5"));
  CHECK(contains(text, "Lücke = Ziel - Erlebtes = 9 - 6.5 = 2,5"));
  CHECK(contains(run_mot({"explain", "t3", german.path().string(), "--format", "json"}).out, "\"target - actual\""));
}

TEST_CASE("what differs between two states is told in the words tables too") {
  Folder folder;
  std::string after = project_with(brackets_yaml());
  const auto replace = [&](std::string_view old, std::string_view with) { after.replace(after.find(old), old.size(), with); };
  replace("actual: 6.5", "actual: 2");
  replace("id: t5, name: Λογαριασμός", "id: t6, name: Πληρωμή");
  replace("touchpoints: [t4, t5]", "touchpoints: [t4]");
  replace("touchpoints: [t5]", "touchpoints: [t6]");
  replace("name: Δωμάτιο, department: d2", "name: Δωμάτια, department: d1");
  replace(", { id: d2, name: Κουζίνα }]", ", { id: d2, name: Κουζίνα }, { id: d3, name: Κήπος }]");
  folder.with("old/mot.yaml", project_with(brackets_yaml())).with("old/q.csv", answers());
  folder.with("new/mot.yaml", after).with("new/q.csv", answers().substr(0, 1400));
  const Ran ran = run_mot({"diff", (folder / "old").string(), (folder / "new").string(), "--format", "md", "--today", "2026-11-01"});
  REQUIRE(ran.code == 0);
  const std::vector<std::string> lines = lines_of(ran.out);
  CHECK(lines.size() > 20);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool is_header = i + 1 < lines.size() && contains(lines[i + 1], "---");
    std::string line = is_header ? lines[i] : without_keys(lines[i]);
    for (const std::string& path : {(folder / "old").string(), (folder / "new").string()}) {
      for (std::size_t at = 0; (at = line.find(path, at)) != std::string::npos;) line.erase(at, path.size());
    }
    if (has_fixed_word(line)) FAIL_CHECK(line);
  }
}

TEST_CASE("numbers have the comma and the minus of the language, in tables and in sentences") {
  const struct {
    const char* language;
    const char* value;
    const char* sentence;
  } cases[] = {
      {"en", "−1.50", "delivered "},   {"de", "−1,50", "erfüllt "},  {"fr", "−1,50", "délivré "},
      {"es", "−1,50", "cumplido el "}, {"pt", "−1,50", "cumprido "},
  };
  for (const auto& [language, value, sentence] : cases) {
    CAPTURE(language);
    Folder folder;
    folder.with("mot.yaml", project_with(fmt::format("  language: {}\n", language))).with("q.csv", answers());
    for (const std::string_view format : {"table", "md"}) {
      const std::string out = table_of(folder, {"gaps", "--kpis"}, format).out;
      CHECK(contains(out, value));
      CHECK(contains(out, sentence));
      CHECK_FALSE(contains(out, "-1"));
      CHECK(contains(out, std::string_view(language) == "en" ? "(" : ","));
    }
  }
}

TEST_CASE("programs read English with a decimal point in every language") {
  Folder english, german;
  english.with("mot.yaml", project_with("")).with("q.csv", answers());
  german.with("mot.yaml", project_with("  language: de\n")).with("q.csv", answers());
  for (const Arguments& command : commands) {
    for (const std::string_view format : {"csv", "json"}) {
      CAPTURE(command);
      const std::string said = table_of(english, command, format).out;
      if (command[0] != "list") CHECK(said == table_of(german, command, format).out);
      CHECK_FALSE(said.empty());
    }
  }
}

TEST_CASE("in every language a table keeps to the width of the terminal") {
  for (const char* language : {"en", "de", "fr", "es", "pt"}) {
    Folder folder;
    folder.with("mot.yaml", project_with(fmt::format("  language: {}\n", language))).with("q.csv", answers());
    for (const Arguments& command : commands) {
      for (const std::size_t width : {100, 80}) {
        CAPTURE(language);
        CAPTURE(command);
        for (const std::string& line : lines_of(table_of(folder, command, "table", width).out)) {
          const bool is_row = contains(line, "  ");  // titles and notes are sentences, which terminals wrap
          if (is_row) CHECK(display_width(line) <= width);
        }
      }
    }
  }
}
