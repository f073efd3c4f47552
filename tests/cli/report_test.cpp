// `mot report` from the command line.
#include <doctest/doctest.h>

#include <string>

#include "support/git_folder.h"
#include "support/program.h"

using namespace mot::testing;

namespace {

constexpr const char* shop =
    "mot: 1\n"
    "project: { name: Shop }\n"
    "departments: [{ id: sales, name: Sales, lead: Ann }]\n"
    "touchpoints:\n"
    "  - { id: greeting, name: Greeting, department: sales, importance: 5, desired: 9, actual: 4 }\n"
    "journey: { id: visit, name: A visit, stages: [{ id: come, name: Come, touchpoints: [greeting] }] }\n";

}  // namespace

TEST_CASE("a report is one page, and the same on the same day") {
  const Ran ran = run_mot({"report", "-", "-o", "-", "--today", "2026-11-25"}, {.in = shop});
  CHECK(ran.code == 0);
  CHECK(ran.err == "");
  CHECK(ran.out.starts_with("<!DOCTYPE html>\n"));
  CHECK(contains(ran.out, "<bdi>Shop</bdi> delivers <strong>44 %</strong>"));
  CHECK(contains(ran.out, "2026-11-25"));
  CHECK(ran.out == run_mot({"report", "-", "-o", "-", "--today", "2026-11-25"}, {.in = shop}).out);
}

TEST_CASE("without -o a report is written to report.html, and says so") {
  const Folder folder;
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"report", "-"}, {.in = shop});
  CHECK(ran.code == 0);
  CHECK(ran.err == "wrote report.html\n");
  CHECK(text_of("report.html").starts_with("<!DOCTYPE html>\n"));
}

TEST_CASE("a report for wikis says the same in Markdown") {
  const Ran ran = run_mot({"report", "-", "-o", "-", "--format", "md", "--today", "2026-11-25"}, {.in = shop});
  CHECK(ran.code == 0);
  CHECK(ran.out.starts_with("# Shop: moments of truth\n\nShop delivers **44 %** of what is wanted."));
  for (const char* part : {"**Greeting** falls furthest short, by **5 points**", "- Experience delivered: **44.4** %", "## Gaps in points",
                           "## Findings", "## Glossary"}) {
    CAPTURE(part);
    CHECK(contains(ran.out, part));
  }
  const Folder folder;
  const WorkingDirectory here(folder.path());
  CHECK(run_mot({"report", "-", "--format", "md"}, {.in = shop}).err == "wrote report.md\n");
}

TEST_CASE("errors leave no report, unless it is to show what could be read") {
  const std::string broken = std::string(shop) + "nonsense: 1\n";
  const Ran refused = run_mot({"report", "-", "-o", "-"}, {.in = broken});
  CHECK(refused.code == 2);
  CHECK(refused.out == "");
  const Ran shown = run_mot({"report", "-", "-o", "-", "--keep-going"}, {.in = broken});
  CHECK(shown.code == 1);
  CHECK(contains(shown.err, "the page lacks what 1 error takes away"));
  CHECK(contains(shown.out, "Shown as far as it could be read"));
  CHECK(contains(shown.out, "unknown-key"));
  CHECK_FALSE(contains(run_mot({"report", "-", "-o", "-", "--keep-going"}, {.in = shop}).out, "Shown as far"));
  // What leads nowhere and no figure needs is shown as it is written.
  const Ran lost = run_mot({"report", "-", "-o", "-"},
                           {.in = "channels: [phone]\ntouchpoint: { id: pay, name: Pay, channel: lost & found, desired: 9, actual: 6 }\n"});
  CHECK(lost.code == 0);
  CHECK(contains(lost.out, "<!DOCTYPE html>"));
  CHECK(lost.err == "'lost & found' leads nowhere: a picture shows no more of it than the name; 'mot validate' says where\n");
}

TEST_CASE("a report tells what changed since a revision") {
  GitFolder folder;
  folder.write("mot.yaml", shop).commit("then");
  std::string now = shop;
  now.replace(now.find("actual: 4"), 9, "actual: 7");
  folder.write("mot.yaml", now);
  const Ran ran = run_mot({"report", "-C", folder.path().string(), "-o", "-", "--since", "HEAD"});
  CHECK(ran.code == 0);
  CHECK(contains(ran.out, "What changed since HEAD"));
  CHECK(contains(ran.out, "<a href=\"#changes\">"));
  CHECK_FALSE(contains(run_mot({"report", "-C", folder.path().string(), "-o", "-"}).out, "What changed since"));
  const Ran lost = run_mot({"report", "-C", folder.path().string(), "-o", "-", "--since", "nowhere"});
  CHECK(lost.code == 2);
  CHECK(contains(lost.err, "'nowhere'"));
}
