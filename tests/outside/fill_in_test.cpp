// `mot export --fill-in`, a spreadsheet program, `mot import --update`: what a workshop writes down reaches the files. LibreOffice fills
// the workbook in, where it is installed.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "support/folder.h"
#include "support/program.h"

namespace fs = std::filesystem;
using namespace mot::testing;

namespace {

const std::string before =
    "# Of the desk, by the desk.\r\n"
    "department: { id: desk, name: Desk }\r\n"
    "touchpoints:\r\n"
    "  - id: pay          # at the till\r\n"
    "    name: 'Pay'\r\n"
    "    importance: 4\r\n"
    "    desired: 9       # said the board\r\n"
    "  - { id: wait, name: Wait }\r\n";

const std::string after =
    "# Of the desk, by the desk.\r\n"
    "department: { id: desk, name: Desk }\r\n"
    "touchpoints:\r\n"
    "  - id: pay          # at the till\r\n"
    "    name: 'Pay'\r\n"
    "    importance: 4\r\n"
    "    desired: { company: 9, customer: { experience: \"{quick: yes}\", score: 7.5, adequate: 6.5 } }       # said the board\r\n"
    "    actual: { score: 7.5 }\r\n"
    "    evidence:\r\n"
    "      - { from: w.xlsx, voice: customer, quote: \"- never: again\" }\r\n"
    "  - { id: wait, name: Wait, importance: 2, actual: { experience: \"seats\\nand coffee\" } }\r\n"
    "  - id: leave\r\n"
    "    name: Leave\r\n"
    "    importance: 1\r\n";

/// Fills the first sheet in as people do: a comma where they write one, another importance, an id that can't be changed; what it finds
/// out on the way goes to a file.
constexpr std::string_view macro = R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub FillIn(path As String, found As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(path), "_blank", 0, hidden())
  sheet = document.Sheets.getByIndex(0)
  Open found For Output As #1
  Print #1, sheet.Name
  Print #1, sheet.isProtected()
  Print #1, sheet.getCellByPosition(0, 1).CellProtection.IsLocked
  Print #1, sheet.getCellByPosition(3, 1).CellProtection.IsLocked
  Print #1, sheet.getCellByPosition(3, 1).Validation.Type = com.sun.star.sheet.ValidationType.LIST
  Print #1, sheet.getCellByPosition(5, 1).Validation.Type = com.sun.star.sheet.ValidationType.LIST
  Print #1, sheet.getCellByPosition(5, 1).getValue()
  Close #1
  sheet.getCellByPosition(3, 1).setValue(5)
  sheet.getCellByPosition(7, 1).setString("4/5")
  sheet.getCellByPosition(8, 1).setString("{quick: yes}")
  sheet.getCellByPosition(9, 1).setString("7,5")
  sheet.getCellByPosition(10, 1).setValue(6.5)
  sheet.getCellByPosition(11, 1).setString("- never: again")
  sheet.getCellByPosition(3, 2).setValue(2)
  sheet.getCellByPosition(6, 2).setString("seats" &amp; Chr(10) &amp; "and coffee")
  sheet.getCellByPosition(7, 2).setValue(77)
  sheet.getCellByPosition(1, 3).setString("Leave")
  sheet.getCellByPosition(3, 3).setValue(1)
  document.store()
  document.close(True)
End Sub
</script:module>
)";

/// LibreOffice makes a profile of its own at its first start, and brings what stands there to its beginning.
void make_profile(Folder& folder) {
  const std::string make = fmt::format(
      "timeout 120 soffice -env:UserInstallation=file://{}/profile --headless --norestore "
      "--terminate_after_init >/dev/null 2>&1",
      folder.path().string());
  CHECK(std::system(make.c_str()) == 0);
  folder.with("profile/user/basic/Standard/Module1.xba", macro);
}

bool has_calc() {
  return std::system("command -v soffice >/dev/null && ls /usr/lib*/libreoffice/program/libsclo.so >/dev/null 2>&1") == 0;
}

}  // namespace

TEST_CASE("LibreOffice fills a workbook in, and what it says stands in the files: once, and over nothing that stood there") {
  if (!has_calc()) {
    MESSAGE("LibreOffice Calc is not installed");
    return;
  }
  Folder folder;
  folder.with("w/mot.yaml", "project: { name: Shop, scale: { min: 0, max: 10 } }\ninclude: [desk.yaml]\n").with("w/desk.yaml", before);
  make_profile(folder);
  const std::string at = folder.path().string(), workspace = at + "/w";
  CHECK(run_mot({"-C", workspace, "export", "--fill-in", at + "/w.xlsx"}).code == 0);
  CHECK(run_mot({"-C", workspace, "import", at + "/w.xlsx", "--update"}).err == "nothing to change: the files say so already\n");
  const std::string call = fmt::format(
      "timeout 120 soffice -env:UserInstallation=file://{0}/profile --headless --norestore "
      "'macro:///Standard.Module1.FillIn(\"{0}/w.xlsx\",\"{0}/found\")' >{0}/log 2>&1",
      at);
  CHECK(std::system(call.c_str()) == 0);
  CHECK(text_of(folder / "found") == "1 Desk\nTrue\nTrue\nFalse\nTrue\nTrue\n 9\n");

  const Ran dry = run_mot({"-C", workspace, "import", at + "/w.xlsx", "--update", "--dry-run"});
  CHECK(contains(dry.out, "score: 7.5, adequate: 6.5 } }"));
  CHECK(text_of(folder / "w/desk.yaml") == before);
  const Ran ran = run_mot({"-C", workspace, "import", at + "/w.xlsx", "--update"});
  CHECK(ran.code == 0);
  CHECK(text_of(folder / "w/desk.yaml") == after);
  CHECK(contains(ran.out, "disagrees, and was left as it is\n  pay: importance is '4' in "));
  CHECK(contains(ran.out, "desk.yaml:4, '5' in w.xlsx\n"));
  CHECK(contains(ran.out, "'Wait': actual.score 77 is not on the scale 0 to 10"));
  CHECK(contains(ran.out, "added\n  leave: 'Leave', in "));
  CHECK(contains(ran.out, "converted\n  scores in per cent, stars or fractions, on the scale 0 to 10: '4/5' is 7.5\n"));
  // The same as an OpenDocument workbook, on files that say nothing yet.
  const std::string as_ods = fmt::format(
      "timeout 120 soffice -env:UserInstallation=file://{0}/profile --headless --convert-to ods --outdir {0} {0}/w.xlsx >{0}/log 2>&1", at);
  CHECK(std::system(as_ods.c_str()) == 0);
  folder.with("o/mot.yaml", text_of(folder / "w/mot.yaml")).with("o/desk.yaml", before);
  CHECK(run_mot({"-C", at + "/o", "import", at + "/w.ods", "--update"}).code == 0);
  std::string of_ods = after;
  of_ods.replace(of_ods.find("w.xlsx"), 6, "w.ods");
  CHECK(text_of(folder / "o/desk.yaml") == of_ods);
  const Ran again = run_mot({"-C", workspace, "import", at + "/w.xlsx", "--update"});
  CHECK_FALSE(contains(again.out, "added"));
  CHECK_FALSE(contains(again.out, "filled in"));
  CHECK(contains(again.err, "nothing to change"));
  CHECK(text_of(folder / "w/desk.yaml") == after);
}
