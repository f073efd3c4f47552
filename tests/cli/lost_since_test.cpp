// What was left out of a run and might make it worse: nothing is green by it.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "support/folder.h"
#include "support/program.h"

using mot::testing::contains;
using mot::testing::Folder;
using mot::testing::Ran;
using mot::testing::run_mot;
using mot::testing::text_of;
using mot::testing::WorkingDirectory;

TEST_CASE("with a database left out, what is typed decides no gate") {
  Folder folder;
  const WorkingDirectory here(folder.path());
  const auto with = [&](const char* layout) {
    folder.with("mot.yaml", fmt::format("project: {{ name: P, gates: {{ gap_at_most: 3, delivered_at_least: 70 }} }}\n"
                                        "touchpoints: [{{ id: a, name: A, desired: 9, importance: 3, actual: 8 }}]\n"
                                        "sources: [{{ id: s, database: postgresql, connect: 'host=nowhere.invalid', table: t, {} }}]\n",
                                        layout));
  };
  for (const char* const layout :
       {"long: { touchpoint: tp, score: q }", "columns: { a: q }", "summary: { touchpoint: tp, n: n, mean: q }"}) {
    CAPTURE(layout);
    with(layout);
    const Ran check = run_mot({"check", "--offline"}), gaps = run_mot({"gaps", "--offline"});
    CHECK(check.code == 1);
    for (const std::string& said : {check.out, gaps.out}) {
      CHECK(contains(said, "gate 'gap_at_most: 3' cannot be decided"));
      CHECK(contains(said, "gate 'delivered_at_least: 70' cannot be decided"));
      CHECK(contains(said, "answers that could not be used might break it: a"));
    }
    REQUIRE(run_mot({"report", "--offline", "-o", "r.md"}).code == 0);
    CHECK(contains(text_of("r.md"), "cannot be decided"));
  }
  with("columns: { a: { quote: q } }");
  CHECK(contains(run_mot({"check", "--offline"}).err, "gate 'gap_at_most: 3' holds"));  // it measures nothing
}
