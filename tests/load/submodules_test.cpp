// Files of a workspace that lie in a submodule of its repository.
#include <doctest/doctest.h>

#include "support/git_folder.h"
#include "support/program.h"

using namespace mot;
using namespace mot::testing;

TEST_CASE("a submodule's files are missed by name, in a revision and where it is not checked out") {
  GitFolder parts, folder;
  Folder elsewhere;
  parts.write("a.yaml", "touchpoints: [{ id: a, name: A, importance: 3, desired: 9, actual: 4 }]\n").commit("one");
  folder.write("mot.yaml", "project: { name: Shop }\ninclude: [parts/*.yaml]\n");
  folder.git("-c protocol.file.allow=always submodule add -q '" + parts.path().string() + "' parts").commit("one");
  CHECK(run_mot({"-C", folder.path().string(), "validate"}).code == 0);
  const Ran of_revision = run_mot({"-C", folder.path().string(), "diff", "HEAD", "HEAD"});
  CHECK(of_revision.code == 2);
  CHECK_MESSAGE(contains(of_revision.err,
                         "cannot read 'HEAD:parts': it is a submodule, and its files are not in this revision; name the folders that hold "
                         "yours, or check the "
                         "revision out"),
                of_revision.err);
  folder.git("clone -q . '" + (elsewhere / "clone").string() + "'");
  const Ran of_clone = run_mot({"-C", (elsewhere / "clone").string(), "check"});
  CHECK(of_clone.code == 1);
  CHECK_MESSAGE(contains(of_clone.out, "parts': it is a submodule that is not checked out; run 'git submodule update --init'"),
                of_clone.out);
}
