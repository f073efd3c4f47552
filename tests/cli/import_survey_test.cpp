// `mot import` of surveys: what it writes reads them.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>

#include "support/folder.h"
#include "support/program.h"

namespace fs = std::filesystem;
using namespace mot::testing;

namespace {

std::string answers() {
  std::string csv = "date,Q1Desk,Q1Belt,Q1Lounge,Q2 overall\n";
  for (int i = 0; i < 40; ++i)
    csv += fmt::format("2026-03-{:02},{},{},{},{}\n", 1 + i % 28, 1 + i % 5, 1 + i / 2 % 5, i % 6, 1 + i / 3 % 5);
  return csv;
}

const std::string shop =
    "project: { name: Shop, scale: { min: 0, max: 10 } }\ninclude: [\"*.yaml\"]\n"
    "touchpoints: [{ id: desk, name: Check-in desk }, { id: belt, name: Bags at the belt }]\n";

}  // namespace

TEST_CASE("a survey is read by the source that import writes for the workspace") {
  Folder folder;
  folder.with("mot.yaml", shop).with("evidence/a.csv", answers());
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"import", "evidence/a.csv", "-o", "sources.yaml"});
  CHECK(ran.err == "");
  CHECK(ran.code == 0);
  CHECK(contains(ran.out, "'Q1Desk': scores 1 to 5"));
  CHECK(contains(text_of("sources.yaml"), "file: \"evidence/a.csv\""));
  CHECK(contains(text_of("sources.yaml"), "# TOUCHPOINT: Q1Lounge"));
  const Ran data = run_mot({"data", "--format", "json"});
  CHECK(data.code == 0);
  CHECK(contains(data.out, "\"use\": \"actual of desk\""));
  CHECK(contains(data.out, "\"used\": 40"));
  CHECK(run_mot({"import", "evidence/a.csv", "-o", "sources.yaml"}).code == 2);
  CHECK(contains(run_mot({"import", "evidence/a.csv"}).out, "id: a-2\n"));
}

TEST_CASE("where there is no workspace, one is made of the questions") {
  Folder folder;
  folder.with("a.csv", answers());
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"import", "a.csv", "-o", "."});
  CHECK(ran.err == "");
  CHECK(ran.code == 0);
  CHECK(contains(ran.out, "no workspace stands here: one is made, with 3 touchpoints"));
  CHECK(run_mot({"validate"}).code == 0);
  CHECK(contains(run_mot({"gaps", "--format", "json"}).out, "\"id\": \"lounge\""));
  CHECK(run_mot({"map", "-o", "a.svg"}).code == 0);
}

TEST_CASE("a survey outside the workspace, or several at once, is refused with the way out") {
  Folder folder;
  folder.with("w/mot.yaml", shop).with("a.csv", answers());
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"-C", "w", "import", "../a.csv"});
  CHECK(ran.code == 2);
  CHECK(contains(ran.err, "lies outside the workspace's folder 'w', which sources are read from; copy it there first"));
  CHECK(contains(run_mot({"import", "a.csv", "a.csv", "--as", "survey"}).err, "surveys are imported one at a time"));
  CHECK(contains(run_mot({"import", "-", "--as", "survey"}).err, "from a file"));
  CHECK(contains(run_mot({"import", "a.csv", "--as", "touchpoints"}).err, "has no headings of a touchpoint table"));
}

TEST_CASE("of an airport's survey of 2017 it finds the scale, the codes, the weight and the questions") {
  const fs::path answers_of_2017 = fs::path(MOT_SOURCE_DIR) / "../shared/data/sfo-2017.csv";
  if (!fs::exists(answers_of_2017)) return;
  Folder folder;
  fs::copy_file(answers_of_2017, folder / "sfo-2017.csv");
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"import", "sfo-2017.csv", "-o", "."});
  CHECK(ran.code == 0);
  const std::string sources = text_of("sources.yaml");
  CHECK(contains(sources, "scale: { min: 1, max: 5, missing: [0, 6, Blank] }"));
  CHECK(contains(sources, "# or scale: { min: 0, max: 6 }, if 0 is the worst answer"));
  CHECK(contains(sources, "weight: WEIGHT"));
  CHECK(contains(sources, "kind: score, column: Q7ALL, derives_importance: true"));
  CHECK(contains(sources, "kind: nps, column: NETPRO, scale: { min: 0, max: 10, missing: [11] }"));
  CHECK(contains(sources, "      screens: Q7SCREENS"));
  CHECK(run_mot({"validate"}).code == 0);
}
