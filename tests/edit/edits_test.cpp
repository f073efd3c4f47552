// Edits of files' own texts: what changes, and that nothing else does.
#include "mot/edit/edits.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "mot/text/errors.h"
#include "mot/write/edited_files.h"
#include "support/edited_text.h"
#include "support/edited_workspace.h"
#include "support/folder.h"
#include "support/program.h"

using namespace mot;
using mot::testing::after;
using mot::testing::Folder;
using mot::testing::set;
using mot::testing::text_of;

namespace {

const std::string journey =
    "mot: 1\n"
    "touchpoints: [{ id: a, name: A }, { id: b, name: B }, { id: c, name: C }]\n"
    "journey:\n"
    "  id: j\n"
    "  name: J\n"
    "  stages:\n"
    "    - { id: one, name: One, touchpoints: [a, b] }  # first\n"
    "    - id: two\n"
    "      name: Two\n"
    "      touchpoints:\n"
    "        # about c\n"
    "        - c   # last\n";

}  // namespace

TEST_CASE("a touchpoint moves along its journey with its comments") {
  const auto moved = [](const char* what, const edit::StagePlace& place) {
    return after(journey, [&](edit::Draft& draft) { move_touchpoint(draft, what, place); }).substr(journey.find("  stages:\n") + 10);
  };
  const std::string first = "    - { id: one, name: One, touchpoints: [a, b] }  # first\n";
  const std::string rest = "    - id: two\n      name: Two\n      touchpoints:\n";
  const std::string last = "        # about c\n        - c   # last\n";
  CHECK(moved("a", {.stage = "one"}) == "    - { id: one, name: One, touchpoints: [b, a] }  # first\n" + rest + last);
  CHECK(moved("b", {.stage = "j/one", .before = "a"}) == "    - { id: one, name: One, touchpoints: [b, a] }  # first\n" + rest + last);
  CHECK(moved("a", {.stage = "two", .before = "c"}) ==
        "    - { id: one, name: One, touchpoints: [b] }  # first\n" + rest + "        - a\n" + last);
  CHECK(moved("a", {.stage = "two"}) == "    - { id: one, name: One, touchpoints: [b] }  # first\n" + rest + last + "        - a\n");
  CHECK(moved("b", {.stage = "one"}) == first + rest + last);
  CHECK_THROWS_WITH_AS(moved("a", {.stage = "three"}), "no stage has the id 'three'", NotFound);
  CHECK_THROWS_WITH_AS(moved("a", {.stage = "one", .after = "c"}), "'c' does not stand in the stage 'one'", NotFound);
}

TEST_CASE("a list that is left empty stands on the line of its key, where every reader takes it") {
  const std::string head =
      "touchpoints: [{ id: a, name: A }, { id: b, name: B }]\njourney:\n  name: J\n  stages:\n"
      "  - id: one\n    touchpoints:\n    - a\n  - id: two\n";
  const struct {
    const char* before;
    const char* after;
  } cases[] = {
      {"    touchpoints:\n    - b\n", "    touchpoints: []\n"},
      {"    touchpoints:\n      - b", "    touchpoints: []\n"},
      {"    touchpoints:  # which\n    - b\n    name: Two\n", "    touchpoints: []  # which\n    name: Two\n"},
      {"    touchpoints:\n    # of all\n\n    # about b\n    - b  # tail\n    # below\n",
       "    touchpoints: []\n    # of all\n\n    # below\n"},
      {"    touchpoints: &all\n    - b\n", "    touchpoints: &all []\n"},
      {"    \"touchpoints\":\n\n      # far\n\n      - b\n", "    \"touchpoints\": []\n\n      # far\n\n"},
  };
  for (const auto& [before, expected] : cases) {
    CAPTURE(before);
    const std::string text = after(head + before, [](edit::Draft& draft) { move_touchpoint(draft, "b", {.stage = "one"}); });
    CHECK(text.substr(std::min(text.find("  - id: two\n"), text.size())) == "  - id: two\n" + std::string(expected));
  }
  CHECK(set("- id: a\n    pains:  # two\n    - slow\n    notes: x", "pains.1", "") == "- id: a\n    pains: []  # two\n    notes: x");
  CHECK(set("- id: a\n    evidence:\n      - { id: e, quote: q }  # e", "evidence.e", "") == "- id: a\n    evidence: []");
}

TEST_CASE("comments in lists and mappings in brackets stay where they stand, whatever is moved or taken out between them") {
  const std::string head =
      "touchpoints: [{ id: a, name: A }, { id: b, name: B }, { id: c, name: C }, { id: e, name: E }]\n"
      "journey:\n  name: J\n  stages:\n    - id: one\n      touchpoints:\n        # about a\n        - a  # tail a\n        - b\n"
      "    - id: two\n      touchpoints: [\n";
  const std::string before =
      head + "        c,   # tail c\n        # about e\n        e    # tail e\n      ]\n    - id: three\n      touchpoints:\n      - x\n";
  const auto moved = [&](const char* what, const edit::StagePlace& place) {
    const std::string text = after(before, [&](edit::Draft& draft) { move_touchpoint(draft, what, place); });
    return text.starts_with("refused") ? text : text.substr(text.find("    - id: two"));
  };
  const std::string third = "      ]\n    - id: three\n      touchpoints:\n      - x\n", second = "    - id: two\n      touchpoints: [\n";
  CHECK(moved("c", {.stage = "one"}) == second + "           # tail c\n        # about e\n        e    # tail e\n" + third);
  CHECK(moved("e", {.stage = "one"}) == second + "        c   # tail c\n        # about e\n            # tail e\n" + third);
  CHECK(moved("e", {.stage = "two", .before = "c"}) ==
        second + "        e, c   # tail c\n        # about e\n            # tail e\n" + third);
  CHECK(moved("b", {.stage = "two", .before = "e"}) ==
        second + "        c,   # tail c\n        b,\n        # about e\n        e    # tail e\n" + third);
  CHECK(moved("b", {.stage = "two"}) == second + "        c,   # tail c\n        # about e\n        e,    # tail e\n        b\n" + third);
  // Comments of a list with dashes go along, and where they can't, nothing does.
  CHECK(moved("a", {.stage = "three"}).ends_with("      - x\n      # about a\n      - a  # tail a\n"));
  CHECK(moved("a", {.stage = "two"}).starts_with("refused: mot.yaml:8: a comment stands at it, which would be lost"));
  CHECK(set("{ id: a, desired: 8,  # why 8\n    actual: 7 }", "actual", "") == "{ id: a, desired: 8  # why 8\n     }");
}

TEST_CASE("what follows from a touchpoint stays behind it, whatever moves") {
  const std::string head =
      "touchpoints: [{ id: a, name: A }, { id: b, name: B }, { id: c, name: C }, { id: d, name: D }]\n"
      "journey:\n  name: J\n  stages:\n    - name: One\n      touchpoints:\n";
  const std::string branch = "        - when: it is late   # why\n          touchpoints: [d]\n";
  const std::string before = head + "        - a\n" + branch + "        - b\n        - c\n    - { name: Two, touchpoints: [a] }\n";
  const auto moved = [&](const char* what, const edit::StagePlace& place) {
    const std::string text = after(before, [&](edit::Draft& draft) { move_touchpoint(draft, what, place); }).substr(head.size());
    return text.substr(0, text.find("    - {"));
  };
  CHECK(moved("c", {.stage = "one", .after = "a"}) == "        - a\n" + branch + "        - c\n        - b\n");
  CHECK(moved("c", {.stage = "one", .before = "b"}) == "        - a\n" + branch + "        - c\n        - b\n");
  CHECK(moved("a", {.stage = "one", .after = "b"}) == "        - b\n        - a\n" + branch + "        - c\n");
  CHECK(moved("a", {.stage = "one"}) == "        - b\n        - c\n        - a\n" + branch);
  CHECK(moved("a", {.stage = "one", .before = "b"}) == "        - a\n" + branch + "        - b\n        - c\n");
  CHECK(after(before, [](edit::Draft& draft) { move_touchpoint(draft, "a", {.stage = "two"}, {.stage = "one"}); }) ==
        "refused: branches follow from 'a', and would follow from another; move them in the file itself");
}

TEST_CASE("what is added stands where it belongs, in the list's own layout") {
  const std::string two_files =
      "mot: 1\ndepartments:\n  - { id: d, name: D }\n  - id: e\n    name: E\n    touchpoints:\n\n      - id: a\n        name: A\n\n      - "
      "id: b\n        name: B\n";
  const auto add = [&](const std::vector<edit::FieldText>& fields) {
    return after(two_files, [&](edit::Draft& draft) { add_touchpoint(draft, "New: one", fields, std::nullopt); });
  };
  CHECK(add({{"department", "e"}, {"importance", "4"}}) ==
        two_files + "\n      - id: new-one\n        name: \"New: one\"\n        importance: 4\n");
  CHECK(add({{"department", "d"}, {"id", "m"}}) == two_files + "\ntouchpoints:\n  - id: m\n    name: \"New: one\"\n    department: d\n");
  CHECK(add({}) == "refused: say whose it is, as in department=ID");
  CHECK(add({{"department", "e"}, {"id", "a"}}) == "refused: there is a touchpoint 'a' already; say another id, as in id=a-2");
  const std::string one = "mot: 1\ntouchpoints:\n- id: a\n  name: A";
  CHECK(after(one, [](edit::Draft& draft) {
          add_evidence(draft, "a", {{"quote", "[sic] so"}, {"voice", "customer"}});
        }) == one + "\n  evidence:\n    - { voice: customer, quote: \"[sic] so\" }\n");
  CHECK(after(one, [](edit::Draft& draft) {
          add_evidence(draft, "a", {{"quote", "a"}, {"quote", "b"}});
        }) == "refused: 'quote' is given twice, and would stand once");
  CHECK(add({{"department", "e"}, {"actual.score", "3"}, {"actual", "slow"}}) == "refused: 'actual' is given twice, and would stand once");
  CHECK(add({{"department", "e"}, {"actual", "3"}, {"actual.experience", "slow"}}) ==
        "refused: nothing can stand below what comes before 'experience'");
  CHECK(add({{"department", "e"}, {"name", "Other"}}) == "refused: 'name' is given twice, and would stand once");
  CHECK(after(one, [](edit::Draft& draft) {
          add_action(draft, "Do it", {{"touchpoints", "[a]"}, {"lift", "2"}});
        }) == one + "\n\nactions:\n  - id: do-it\n    name: Do it\n    touchpoints: [a]\n    lift: 2\n");
}

TEST_CASE("an id is replaced wherever it is written, and nowhere else") {
  const std::string text =
      "mot: 1\n"
      "x-desk: &desk desk\n"
      "touchpoints:\n"
      "  - { id: desk, name: desk, tags: [desk] }  # desk\n"
      "  - { id: b, name: B, recovery: [*desk], visibility: backstage, supports: 'desk' }\n"
      "  - { name: Front desk }\n"
      "  - { id: c, name: C, recovery: front-desk }\n"
      "journey: { id: desk, name: J, stages: [{ id: s, name: S, touchpoints: [desk, b, desk] }] }\n"
      "actions:\n"
      "  - { id: x, name: X, touchpoints: [desk], lift: { desk: 2 } }\n";
  const auto renamed = [&](const char* from, std::optional<ThingKind> kind, const char* to) {
    return after(text, [&](edit::Draft& draft) { rename(draft, edit::thing_called(draft.workspace(), from, kind), to); });
  };
  CHECK(renamed("desk", std::nullopt, "counter") ==
        "mot: 1\n"
        "x-desk: &desk desk\n"
        "touchpoints:\n"
        "  - { id: counter, name: desk, tags: [desk] }  # desk\n"
        "  - { id: b, name: B, recovery: [counter], visibility: backstage, supports: 'counter' }\n"
        "  - { name: Front desk }\n"
        "  - { id: c, name: C, recovery: front-desk }\n"
        "journey: { id: desk, name: J, stages: [{ id: s, name: S, touchpoints: [counter, b, counter] }] }\n"
        "actions:\n"
        "  - { id: x, name: X, touchpoints: [counter], lift: { counter: 2 } }\n");
  const std::string own = renamed("front-desk", std::nullopt, "lobby");
  CHECK(own.find("  - { id: lobby, name: Front desk }\n  - { id: c, name: C, recovery: lobby }\n") != std::string::npos);
  CHECK(renamed("desk", ThingKind::journey, "way").find("journey: { id: way, name: J,") != std::string::npos);
  CHECK(renamed("b", std::nullopt, "desk") == "refused: there is a touchpoint 'desk' already");
  CHECK(renamed("b", std::nullopt, "B b").starts_with("refused: 'B b' can't be an id"));
}

TEST_CASE("a comment below the last item, indented as what it holds, stays its own") {
  const std::string text =
      "touchpoints:\n"
      "  - id: a\n"
      "    name: A\n"
      "    # A is measured by the survey\n"
      "  # and that is all\n"
      "actions: []\n";
  const std::string added = after(text, [](edit::Draft& draft) { add_touchpoint(draft, "B", {}, std::nullopt); });
  const std::size_t own = added.find("    # A is measured"), fresh = added.find("id: b"), end = added.find("  # and that is all");
  CHECK(own < fresh);
  CHECK(fresh < end);
  CHECK(end != std::string::npos);
}

TEST_CASE("a saved view follows what it names to its new id") {
  const std::string text =
      "project: { views: [{ id: v, name: V, journey: j, persona: p, department: d }] }\n"
      "departments: [{ id: d, name: D }]\npersonas: [{ id: p, name: P }]\n"
      "touchpoints: [{ id: a, name: A, department: d }]\n"
      "journey: { id: j, name: J, stages: [{ id: s, name: S, touchpoints: [a] }] }\n";
  for (const auto& [id, view] : {std::pair("j", "journey: new, persona: p, department: d"),
                                 {"p", "journey: j, persona: new, department: d"},
                                 {"d", "journey: j, persona: p, department: new"}}) {
    CAPTURE(id);
    const std::string renamed = after(text, [&](edit::Draft& draft) { rename(draft, edit::thing_called(draft.workspace(), id), "new"); });
    CHECK(renamed.find(view) != std::string::npos);
  }
}

TEST_CASE("rows that name a touchpoint by its old id go on counting") {
  Folder folder;
  folder.with("mot.yaml",
              "mot: 1\ntouchpoints: [{ id: a, name: A }]\nsources:\n  - { id: s, file: s.csv, long: { touchpoint: where, score: s } }\n");
  folder.with("s.csv", "where,s\na,7\na,8\n");
  edit::Draft draft({.directory = folder.path()});
  rename(draft, edit::thing_called(draft.workspace(), "a"), "z");
  save_edited(draft.edited_files());
  CHECK(text_of(folder / "mot.yaml") ==
        "mot: 1\ntouchpoints: [{ id: z, name: A }]\nsources:\n  - { id: s, file: s.csv, long: { touchpoint: { column: where, values: { a: "
        "z } }, score: s } }\n");
}

TEST_CASE("a baseline knows a renamed thing by its new id") {
  CHECK(edit::baseline_renamed("{\"format_version\": 1, \"findings\": [\"no-owner/pay\", \"no-owner/pay-later\", \"x/pay/a\"]}", "pay",
                               "till") ==
        "{\"format_version\": 1, \"findings\": [\"no-owner/till\", \"no-owner/pay-later\", \"x/till/a\"]}");
  CHECK(edit::baseline_renamed("[\"pay\", \"a\\\"/pay\"", "pay", "till") == "[\"pay\", \"a\\\"/till\"");
}

TEST_CASE("a file that changed meanwhile is left alone, and so are the others") {
  Folder folder;
  folder.with("mot.yaml", "mot: 1\ninclude: [b.yaml]\ntouchpoints: [{ id: a, name: A, recovery: b }]\n");
  folder.with("b.yaml", "touchpoints: [{ id: b, name: B }]\n");
  edit::Draft draft({.directory = folder.path()});
  rename(draft, edit::thing_called(draft.workspace(), "b"), "z");
  folder.with("b.yaml", "touchpoints: [{ id: b, name: Bee }]\n");
  CHECK_THROWS_AS(save_edited(draft.edited_files()), edit::Refused);
  CHECK(text_of(folder / "mot.yaml").find("recovery: b") != std::string::npos);
  CHECK(text_of(folder / "b.yaml").find("Bee") != std::string::npos);
}

TEST_CASE("a file with a fault is not edited; the others can be") {
  Folder folder;
  folder.with("mot.yaml", "mot: 1\ninclude: [b.yaml]\ntouchpoints: [{ id: a, name: A }]\n");
  folder.with("b.yaml", "touchpoints:\n  - { id: b, name: B }\n  - { id: c, name: [ }\n");
  edit::Draft draft({.directory = folder.path()});
  set_field(draft, edit::thing_called(draft.workspace(), "a"), {"importance", "2"});
  CHECK(draft.edited_files().size() == 1);
  CHECK_THROWS_AS(set_field(draft, edit::thing_called(draft.workspace(), "b"), {"importance", "2"}), edit::Refused);
}

TEST_CASE("of those who write one file at once, each is told it is saved, or that the file changed meanwhile") {
  Folder folder;
  folder.with("mot.yaml", "mot: 1\ntouchpoints: [{ id: a, name: A }]\n");
  std::atomic<int> saved = 0;
  std::vector<std::thread> writers;
  for (int writer = 0; writer < 4; ++writer) {
    writers.emplace_back([&folder, &saved, writer] {
      for (int i = 0; i < 10; ++i) {
        try {
          edit::Draft draft({.directory = folder.path()});
          add_evidence(draft, "a", {{"quote", fmt::format("w{}-{}.", writer, i)}});
          save_edited(draft.edited_files());
          ++saved;
        } catch (const ChangedMeanwhile&) {
        }
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  CHECK(saved > 0);
  CHECK(load({.directory = folder.path()}).workspace.touchpoints[0].evidence.size() == static_cast<std::size_t>(saved));
}

TEST_CASE("a file with another name is not replaced behind that") {
  Folder folder;
  folder.with("mot.yaml", "mot: 1\ntouchpoints: [{ id: a, name: A }]\n");
  std::filesystem::create_hard_link(folder / "mot.yaml", folder / "same.txt");
  edit::Draft draft({.directory = folder.path()});
  set_field(draft, edit::thing_called(draft.workspace(), "a"), {"importance", "2"});
  CHECK_THROWS_AS(save_edited(draft.edited_files()), edit::Refused);
  CHECK(text_of(folder / "mot.yaml") == text_of(folder / "same.txt"));
}

TEST_CASE("of a touchpoint that stands several times on a journey the one is moved that is meant") {
  const std::string head =
      "touchpoints: [{ id: q, name: Q }, { id: a, name: A }, { id: b, name: B }, { id: c, name: C }]\n"
      "journey:\n  id: j\n  name: J\n  stages:\n";
  const std::string one = "    - { id: one, touchpoints: [q, a] }\n", two = "    - { id: two, touchpoints: [b, q, c] }\n";
  const std::string three = "    - { id: three, touchpoints: [c, { when: late, touchpoints: [q] }, q, a, q] }\n";
  const auto moved = [&](const edit::StagePlace& place, const edit::StageVisit& visit) {
    const std::string text = after(head + one + two + three, [&](edit::Draft& draft) { move_touchpoint(draft, "q", place, visit); });
    return text.starts_with("refused") ? text : text.substr(head.size());
  };
  CHECK(moved({.stage = "two", .before = "b"}, {}) == one + "    - { id: two, touchpoints: [q, b, c] }\n" + three);
  CHECK(moved({.stage = "two", .before = "b"}, {.stage = "j/one"}) ==
        "    - { id: one, touchpoints: [a] }\n    - { id: two, touchpoints: [q, b, q, c] }\n" + three);
  CHECK(moved({.stage = "two", .after = "q", .number = 0}, {.stage = "one", .number = 0}) ==
        "    - { id: one, touchpoints: [a] }\n    - { id: two, touchpoints: [b, q, q, c] }\n" + three);
  CHECK(moved({.stage = "one"}, {.stage = "three", .number = 2}) ==
        "    - { id: one, touchpoints: [q, a, q] }\n" + two +
            "    - { id: three, touchpoints: [c, { when: late, touchpoints: [q] }, q, a] }\n");
  CHECK(moved({.stage = "three", .after = "q", .number = 2}, {.stage = "three", .number = 1}) ==
        one + two + "    - { id: three, touchpoints: [c, { when: late, touchpoints: [q] }, a, q, q] }\n");
  CHECK(moved({.stage = "two", .after = "q"}, {.stage = "two"}) == "refused: a touchpoint can't stand beside itself");
  CHECK(moved({.stage = "one"}, {.stage = "three", .number = 0}) ==
        "refused: 'q' stands in a branch of 'three'; move it in the file itself");
  CHECK(moved({.stage = "one"}, {.stage = "three"}) ==
        "refused: 'q' stands in the stage 'three' 2 times, and which is meant is not known; change that in the file itself");
  CHECK_THROWS_WITH_AS(moved({.stage = "one"}, {.stage = "two", .number = 1}), "'q' does not stand in the stage 'two' that often any more",
                       NotFound);
  CHECK_THROWS_WITH_AS(moved({.stage = "one"}, {.stage = "four"}), "the journey 'j' has no stage 'four'", NotFound);
  CHECK(after(head + one + two + "    - { id: end, touchpoints: [c] }\n",
              [&](edit::Draft& draft) { move_touchpoint(draft, "q", {.stage = "end"}); }) ==
        "refused: 'q' stands several times on the journey 'j', in the stages one and two; say which is to be moved, as in --from one");
}
