// Rows that a room adds to a sheet, and the stages they stand in.
#include <doctest/doctest.h>

#include <string>

#include "support/folder.h"
#include "support/program.h"

using namespace mot;
using namespace mot::testing;

TEST_CASE("a row that a room adds stands in the stage that it names, where one is called so, and else that is told") {
  Folder folder;
  folder
      .with("mot.yaml",
            "project: { name: Shop }\ntouchpoints:\n  - { id: pay, name: Pay }\njourneys:\n"
            "  - { id: visit, name: Visit, stages: [{ id: in, name: Way in, touchpoints: [pay] }, { id: out, name: Way out }] }\n"
            "  - { id: claim, name: Claim, stages: [{ id: out, name: Way out }] }\n")
      .with("t.md",
            "| id | Touchpoint | Journey | Stage |\n|--|--|--|--|\n| pay | Pay | | |\n| | Ring the bell | | way in |\n"
            "| | Wave | | Way out |\n| | Leave | Claim | Way out |\n| | Sit | | Rest |\n");
  const std::string root = folder.path().string();
  const Ran ran = run_mot({"-C", root, "import", "t.md", "--update"});
  CHECK(contains(ran.out, "mot.yaml; it stands at the end of visit/in\n"));
  CHECK(contains(ran.out, "mot.yaml; it stands at the end of claim/out\n"));
  CHECK(contains(ran.out, "more than one journey has a stage 'Way out', so it stands on none; 'mot move' puts it on one\n"));
  CHECK(contains(ran.out, "no journey has a stage 'Rest', so it stands on none; 'mot move' puts it on one\n"));
  CHECK(contains(text_of(folder / "mot.yaml"), "touchpoints: [pay, ring-the-bell]"));
  CHECK(run_mot({"-C", root, "move", "wave", "visit/out"}).code == 0);
  CHECK(run_mot({"-C", root, "move", "sit", "visit/in", "--before", "pay"}).code == 0);
  CHECK(contains(text_of(folder / "mot.yaml"), "touchpoints: [sit, pay, ring-the-bell]"));
  CHECK(contains(text_of(folder / "mot.yaml"), "name: Way out, touchpoints: [wave] }"));
  const Ran nobody = run_mot({"-C", root, "move", "nobody", "visit/in"});
  CHECK(nobody.code == 2);
  CHECK(contains(nobody.err, "nobody"));
}
