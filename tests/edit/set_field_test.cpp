// A field of a thing set in its file's own text.
#include "mot/edit/set_field.h"

#include <doctest/doctest.h>

#include "support/edited_text.h"

using mot::testing::set;

TEST_CASE("a value is set where it stands, and written as its neighbours are") {
  const struct {
    const char* before;
    const char* field;
    const char* value;
    const char* after;
  } cases[] = {
      {"- { id: a, name: A, importance: 3 } # c", "importance", "4", "- { id: a, name: A, importance: 4 } # c"},
      {"- { id: a, name: A }", "importance", "4", "- { id: a, name: A, importance: 4 }"},
      {"- {id: a, name: A, notes: x}", "importance", "4", "- {id: a, name: A, importance: 4, notes: x}"},
      {"- id: a\n    name: A  # why\n    notes: x", "importance", "4", "- id: a\n    name: A  # why\n    importance: 4\n    notes: x"},
      {"- id: a\n    name: A\n    notes: x", "name", "B: \"b\" #1", "- id: a\n    name: \"B: \\\"b\\\" #1\"\n    notes: x"},
      {"- id: a\n    name: 'A'", "name", "it's", "- id: a\n    name: 'it''s'"},
      {"- id: a\n    name: \"A\"", "name", "it's", "- id: a\n    name: \"it's\""},
      {"- id: a\n    name: A\n    notes: |\n      x\n      y", "notes", "p\nq", "- id: a\n    name: A\n    notes: |-\n      p\n      q"},
      {"- id: a\n    name: A\n    notes: >\n      x\n      y\n    owner: O", "notes", "p",
       "- id: a\n    name: A\n    notes: >-\n      p\n    owner: O"},
      {"- id: a\n    name: A\n    notes:  # none yet\n    owner: O", "notes", "p",
       "- id: a\n    name: A\n    notes: p  # none yet\n    owner: O"},
      {"- id: a\n    name: A", "name", "7", "- id: a\n    name: \"7\""},
      {"- { id: a, name: A, desired: 9 }", "desired.company.score", "8", "- { id: a, name: A, desired: 8 }"},
      {"- { id: a, name: A, desired: 9 }", "desired.customer.score", "8",
       "- { id: a, name: A, desired: { company: 9, customer: { score: 8 } } }"},
      {"- { id: a, name: A, desired: 9 }", "desired.company.experience", "w",
       "- { id: a, name: A, desired: { company: { experience: w, score: 9 } } }"},
      {"- { id: a, name: A, actual: slow }", "actual.experience", "slower", "- { id: a, name: A, actual: slower }"},
      {"- { id: a, name: A, pains: [x, y] }", "pains.2", "z", "- { id: a, name: A, pains: [x, z] }"},
      {"- { id: a, name: A, evidence: [{ id: e, quote: q }] }", "evidence.e.quote", "r",
       "- { id: a, name: A, evidence: [{ id: e, quote: r }] }"},
      {"- { id: a, name: A, tags: [x] }", "tags", "[z, \"1\"]", "- { id: a, name: A, tags: [z, \"1\"] }"},
      {"- { id: a, name: A, moment_of_truth: true }", "moment_of_truth", "false", "- { id: a, name: A, moment_of_truth: false }"},
      {"- { id: a, name: A, importance: 3 } # c", "importance", "", "- { id: a, name: A } # c"},
      {"- { id: a, importance: 3, name: A }", "importance", "", "- { id: a, name: A }"},
      {"- id: a\n    name: A\n    actual:\n      score: 3\n    notes: x", "actual.score", "", "- id: a\n    name: A\n    notes: x"},
      {"- { id: a, name: A, actual: 3 }", "actual.score", "", "- { id: a, name: A }"},
      {"- { id: a, name: A }", "importance", "", "- { id: a, name: A }"},
      {"- { id: a, name: A, actual: 3 }", "actual.score", "05", "- { id: a, name: A, actual: 5 }"},
      {"- { id: a, name: A, actual: 3 }", "actual.score", "7.50", "- { id: a, name: A, actual: 7.50 }"},
      {"- { id: a, name: A, actual: 3 }", "actual.score", ".5", "- { id: a, name: A, actual: 0.5 }"},
      {"- { id: a, name: A, actual: 3 }", "actual.score", "1e1", "- { id: a, name: A, actual: 10 }"},
      {"- { id: a, name: A }", "name", "[sic]", "- { id: a, name: \"[sic]\" }"},
      {"- id: a\n    name: A", "name", "{a: b}", "- id: a\n    name: \"{a: b}\""},
      {"- id: a\n    actual: { experience: slow }", "actual.experience", "[sic], they said",
       "- id: a\n    actual: { experience: \"[sic], they said\" }"},
  };
  for (const auto& [before, field, value, expected] : cases) {
    CAPTURE(before);
    CAPTURE(field);
    CHECK(set(before, field, value) == std::string(expected));
  }
}

TEST_CASE("a number or a text over a mapping is what it is short for, and the rest of the mapping stays") {
  const struct {
    const char* before;
    const char* field;
    const char* value;
    const char* after;
  } cases[] = {
      {"- { id: a, name: A, actual: { experience: slow, score: 3 } }", "actual", "5",
       "- { id: a, name: A, actual: { experience: slow, score: 5 } }"},
      {"- { id: a, name: A, actual: { experience: slow, score: 3 } }", "actual", "1e0",
       "- { id: a, name: A, actual: { experience: slow, score: 1 } }"},
      {"- { id: a, name: A, actual: { score: 3 } }", "actual", "slow", "- { id: a, name: A, actual: { score: 3, experience: slow } }"},
      {"- { id: a, name: A, desired: { company: { experience: quick, score: 8 }, customer: { score: 9 } } }", "desired", "7",
       "- { id: a, name: A, desired: { company: { experience: quick, score: 7 }, customer: { score: 9 } } }"},
      {"- { id: a, name: A, standard: { text: in time, score: 8, kept: { count: 1, of: 2 } } }", "standard", "hi",
       "- { id: a, name: A, standard: { text: hi, score: 8, kept: { count: 1, of: 2 } } }"},
      {"- { id: a, name: A, policy: { rule: r, protects: company } }", "policy", "s",
       "- { id: a, name: A, policy: { rule: s, protects: company } }"},
      {"- { id: a, name: A, pains: [{ text: x, severity: 3 }] }", "pains.1", "z",
       "- { id: a, name: A, pains: [{ text: z, severity: 3 }] }"},
      {"- { id: a, name: A, actual: { experience: slow, score: 3 } }", "actual", "{ score: 4 }",
       "- { id: a, name: A, actual: { score: 4 } }"},
      {"- { id: a, name: A, tags: [x] }", "tags", "z", "- { id: a, name: A, tags: z }"},
      {"- { id: a, name: A, waits: 3 weeks }", "waits.wanted", "10 days",
       "- { id: a, name: A, waits: { actual: 3 weeks, wanted: 10 days } }"},
      {"- { id: a, name: A, waits: 3 weeks }", "waits.actual", "10 days", "- { id: a, name: A, waits: 10 days }"},
      {"- { id: a, name: A, waits: { actual: 3 weeks, wanted: 10 days } }", "waits", "2 days",
       "- { id: a, name: A, waits: { actual: 2 days, wanted: 10 days } }"},
      {"- { id: a, name: A, empowerment: { may: [x], limit: 5 EUR } }", "empowerment", "y",
       "refused: mot.yaml:4: a mapping stands here, and 'y' alone would take its place; say which of its fields you mean: empowerment.may, "
       "empowerment.limit, empowerment.knows, empowerment.asks"},
      {"- { id: a, name: A, policy: { rule: r, protects: company } }", "policy", "[s]",
       "refused: mot.yaml:4 would say: expected a text or a policy as 'key: value' lines, found a list; its keys are 'rule', 'protects' or "
       "'exceptions'"},
      {"- { id: a, name: A, lanes: { L: x } }", "lanes", "y",
       "refused: mot.yaml:4: a mapping stands here, and 'y' alone would take its place; say which of its fields you mean: lanes.L"},
      {"- { id: a, name: A, tags: [x, y] }", "tags", "z",
       "refused: mot.yaml:4: 'tags' is a list of 2, and one value would take its place; name an item by its number, as in tags.1, or give "
       "the whole list in brackets"},
      {"- { id: b, name: B, actual: &d { experience: x } }\n  - { id: a, name: A, actual: *d }", "actual", "4",
       "refused: mot.yaml:5: this stands behind an alias, which other places share; write it out there first"},
      {"- &b { id: b, name: B, actual: { experience: x } }\n  - { <<: *b, id: a, name: A }", "actual", "4",
       "refused: mot.yaml:5: 'actual' is merged in from line 4; write it out here first"},
  };
  for (const auto& [before, field, value, expected] : cases) {
    CAPTURE(before);
    CAPTURE(value);
    CHECK(set(before, field, value) == std::string(expected));
  }
}

TEST_CASE("what can't be set safely is refused with its place, and nothing changes") {
  const struct {
    const char* before;
    const char* field;
    const char* value;
    const char* why;
  } cases[] = {
      {"- { id: a, name: A }", "importence", "3", "refused: a touchpoint has no field 'importence'; did you mean 'importance'?"},
      {"- { id: a, name: A }", "importance", "9", "refused: mot.yaml:4 would say: '9' is not between 1 and 5"},
      {"- { id: a, name: A }", "recovery", "b", "refused: mot.yaml:4 would say: no touchpoint has the id 'b'"},
      {"- { id: a, name: A, importance: &i 3 }\n  - { id: b, name: B, importance: *i }", "importance", "4",
       "refused: mot.yaml:4: this can't be changed without changing more, for an anchor, a merge key or an unusual layout stands there; "
       "change "
       "it there by hand"},
      {"- { id: b, name: B, desired: &d { company: 9 } }\n  - { id: a, name: A, desired: *d }", "desired.company.score", "4",
       "refused: mot.yaml:5: this stands behind an alias, which other places share; write it out there first"},
      {"- &b { id: b, name: B, desired: { company: 9 } }\n  - { <<: *b, id: a, name: A }", "desired.company.score", "4",
       "refused: mot.yaml:5: 'desired' is merged in from line 4; write it out here first"},
      {"- { id: a, name: A, pains: [x] }", "pains.2", "y",
       "refused: '2' is not an item of this list, which has 1: name one by its id or its number"},
      {"- { id: a, name: A, owner: O }", "owner.name", "y", "refused: nothing can stand below what comes before 'name'"},
  };
  for (const auto& [before, field, value, why] : cases) {
    CAPTURE(before);
    CHECK(set(before, field, value) == std::string(why));
  }
}

TEST_CASE("an alias or a merged value gives way to a value of its own") {
  CHECK(set("- { id: b, name: B, importance: &i 3 }\n  - { id: a, name: A, importance: *i }", "importance", "4") ==
        "- { id: b, name: B, importance: &i 3 }\n  - { id: a, name: A, importance: 4 }");
  CHECK(set("- &b { id: b, name: B, importance: 3 }\n  - { <<: *b, id: a, name: A }", "importance", "4") ==
        "- &b { id: b, name: B, importance: 3 }\n  - { <<: *b, id: a, name: A, importance: 4 }");
}

TEST_CASE("a list or mapping below its key gives way to a value on the key's line, and loses no comment") {
  const struct {
    const char* before;
    const char* field;
    const char* value;
    const char* after;
  } cases[] = {
      {"- id: a\n    gains:\n    - x\n    - y\n    name: A", "gains", "[p, q]", "- id: a\n    gains: [p, q]\n    name: A"},
      {"- id: a\n    gains:\n      - x\n    name: A", "gains", "p", "- id: a\n    gains: p\n    name: A"},
      {"- id: a\n    gains:   # why\n    - x # y\n    name: A", "gains", "[p]", "- id: a\n    gains: [p]   # why # y\n    name: A"},
      {"- id: a\n    actual:\n      score: 3\n      experience: \"#1\"\n    name: A", "actual", "{ score: 4 }",
       "- id: a\n    actual: { score: 4 }\n    name: A"},
      {"- id: a\n    gains: &g !!seq # why\n    - x\n    name: A", "gains", "[p]", "- id: a\n    gains: &g !!seq [p] # why\n    name: A"},
      {"- id: a\n    gains: [x, y] # why\n    name: A", "gains", "[p]", "- id: a\n    gains: [p] # why\n    name: A"},
      {"- id: a\n    gains:\n    - x # y\n    - z\n    name: A", "gains", "[p]",
       "refused: mot.yaml:6: a comment stands in what would be replaced, and would be lost; change it there by hand"},
      {"- id: a\n    gains:\n    # about x\n    - x\n    name: A", "gains", "[p]",
       "refused: mot.yaml:6: a comment stands in what would be replaced, and would be lost; change it there by hand"},
      {"- id: a\n    gains: [x, # y\n      z]\n    name: A", "gains", "[p]",
       "refused: mot.yaml:5: a comment stands in what would be replaced, and would be lost; change it there by hand"},
  };
  for (const auto& [before, field, value, expected] : cases) {
    CAPTURE(before);
    CHECK(set(before, field, value) == std::string(expected));
  }
}

TEST_CASE("what other readers of YAML take for a line break or refuse is written as an escape") {
  const struct {
    const char* before;
    const char* value;
    const char* after;
  } cases[] = {
      {"name: A", "a\u2028b", "name: \"a\\u2028b\""},           {"name: A", "a\u0085b\u2029\uFEFF", "name: \"a\\x85b\\u2029\\ufeff\""},
      {"name: 'A'", "a\u2028b's", "name: \"a\\u2028b's\""},     {"name: \"A\"", "a\x7f\"b", "name: \"a\\x7f\\\"b\""},
      {"name: |-\n      A", "a\u2028b", "name: \"a\\u2028b\""}, {"name: A", "été 会計", "name: été 会計"},
  };
  for (const auto& [before, value, expected] : cases) {
    CAPTURE(value);
    CHECK(set(std::string("- id: a\n    ") + before, "name", value) == std::string("- id: a\n    ") + expected);
  }
}

TEST_CASE("a text that looks like a number stands below its key where a number may stand alone") {
  const std::string head = "- id: a\n    name: A\n    ";
  for (const std::string text : {"7", "4,5", "2026-01-01", "50 %", "8/10", "seven", "~7"}) {
    CAPTURE(text);
    const std::string all = set("- { id: a, actual: meh }", "actual.experience", text.c_str());
    const std::string written = all.substr(all.find("e: ") + 3, all.size() - all.find("e: ") - 7);
    CHECK((written == text || written == "\"" + text + "\""));
    CHECK(all == "- { id: a, actual: { experience: " + written + " } }");
    CHECK(set("- { id: a, actual: 4 }", "actual.experience", text.c_str()) ==
          "- { id: a, actual: { experience: " + written + ", score: 4 } }");
    for (const std::string mark : {"|", ">-"}) {
      CHECK(set((head + "desired:\n      customer: " + mark + "\n        good\n        so\n    notes: x").c_str(),
                "desired.customer.experience",
                text.c_str()) == head + "desired:\n      customer: { experience: " + written + " }\n    notes: x");
    }
    CHECK(set("- { id: a, desired: good }", "desired.company.experience", text.c_str()) ==
          "- { id: a, desired: { company: { experience: " + written + " } } }");
    CHECK(set("- { id: a, standard: x }", "standard.text", text.c_str()) == "- { id: a, standard: { text: " + written + " } }");
  }
  CHECK(set("- { id: a, actual: meh }", "actual.experience", "12:30") == "- { id: a, actual: \"12:30\" }");
  CHECK(set("- { id: a, actual: meh }", "actual.experience", "") == "- { id: a }");
}

TEST_CASE("a text that readers of YAML 1.1 take for something else stands in quotation marks") {
  const char* const quoted[] = {
      "yes",   "No",    "ON",  "off",        "y",          "N",     "true",
      "NULL",  "~",     "<<",  "=",          "-",          "12:30", "190:20:30",
      "0b11",  "0x1F",  "0o7", "017",        "1_000",      "1,5",   "1e5",
      "-5",    "1.2.3", ".",   "2026-01-01", "2026-1-1 8", "+1",    "2026-1-1T1",
      "@home", "`x`",   "%x",  "&a",         "*a",         "!x",    "|x",
      ">x",    "?x",    ":x",  "x:",         "x: y",       "x #y",  ",x",
      "#x",    "]x",    "'x'", "0800-1",     "12:30:15.5", ".5",    "2026-01-01 10:00:00Z",
  };
  for (const char* text : quoted) {
    CAPTURE(text);
    CHECK(set("- id: a\n    name: A", "notes", text) == "- id: a\n    name: A\n    notes: \"" + std::string(text) + "\"");
    CHECK(set("- { id: a, tags: [x] }", "tags.1", text) == "- { id: a, tags: [\"" + std::string(text) + "\"] }");
  }
  const char* const bare[] = {"yes, sir", "nobody", "one = 1", "x!", "-x", "8 %", "8/10", "v1.2", "http://a.b/c", "$5", "(x)"};
  for (const char* text : bare) {
    CAPTURE(text);
    CHECK(set("- id: a\n    name: A", "notes", text) == "- id: a\n    name: A\n    notes: " + std::string(text));
  }
  CHECK(set("- id: a\n    name: A", "notes", "Why? It is") == "- id: a\n    name: A\n    notes: Why? It is");
  CHECK(set("- { id: a, name: A }", "name", "Why?") == "- { id: a, name: \"Why?\" }");
  CHECK(set("- { id: a, actual: 3 }", "actual.score", "5e0") == "- { id: a, actual: 5 }");
  CHECK(set("- { id: a, evidence: [{ id: e, score: 3 }] }", "evidence.e.n", "40") == "- { id: a, evidence: [{ id: e, score: 3, n: 40 }] }");
}
