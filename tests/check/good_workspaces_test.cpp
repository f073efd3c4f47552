// Workspaces as newcomers write them, plausible and good: nothing is to be said about any of them, and a fault in one of them is told.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "support/checked_workspace.h"

using namespace mot;
using mot::testing::Folder;
using mot::testing::Reviewed;

namespace {

const std::filesystem::path good = MOT_SOURCE_DIR "/tests/check/good";

std::vector<std::string> names() {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(good)) found.push_back(entry.path().filename().string());
  std::ranges::sort(found);
  return found;
}

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Writes a file of `folder` anew with `to` in place of every `from`.
void change(const Folder& folder, const char* file, std::string_view from, std::string_view to) {
  std::string text = text_of(folder / file);
  std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  for (; at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  std::ofstream(folder / file, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("nothing is said about a good workspace") {
  CHECK(names() == std::vector<std::string>{"airline", "bank", "clinic", "council", "software"});
  for (const std::string& name : names()) {
    CAPTURE(name);
    Folder folder;
    std::filesystem::copy(good / name, folder.path(), std::filesystem::copy_options::recursive);
    const Reviewed reviewed(folder);
    CHECK(reviewed.by_text() == "");
    CHECK(reviewed.all.analysis.touchpoints.size() >= 4);
    CHECK(std::ranges::all_of(reviewed.all.analysis.touchpoints, [](const Figures& figures) { return figures.actual.has_value(); }));
  }
}

TEST_CASE("a slip in a good workspace is told, by the rule that it breaks") {
  const struct {
    const char* workspace;
    const char* file;
    const char* from;
    const char* to;
    const char* rule;
  } slips[] = {
      {"airline", "mot.yaml", "scale: { min: 1, max: 5, missing: [0, Blank] }\n", "scale: { missing: [Blank] }\n", "scale-looks-wrong"},
      {"airline", "mot.yaml", "missing: [0, Blank]", "missing: [0, 1, Blank]", "bad-value"},
      {"airline", "evidence/survey.csv", "business", "Business", "off-scale-answers"},
      {"bank", "feedback.csv", ";client;first-home", ";Client ;first-home", "answers-lost"},
      {"bank", "feedback.csv", ";recommend;", ";Recommend;", "answers-lost"},
      {"clinic", "departments/doctors.yaml", "recovery: complaints", "recovery: complaint", "unknown-touchpoint"},
      {"clinic", "actions.yaml", "2026-09-30", "2026-05-30", "overdue-action"},
      {"council", "umfrage.csv", "am-schalter", "schalter", "answers-lost"},
      {"council", "mot.yaml", "scale: { min: 1, max: 7 }", "scale: { min: 1, max: 5 }", "score-off-scale"},
      {"software", "mot.yaml", "customer: { score: 7, heard: calls }", "customer: TBD", "placeholder"},
  };
  for (const auto& [workspace, file, from, to, rule] : slips) {
    CAPTURE(std::string(workspace));
    CAPTURE(std::string(to));
    Folder folder;
    std::filesystem::copy(good / workspace, folder.path(), std::filesystem::copy_options::recursive);
    change(folder, file, from, to);
    const std::string told = Reviewed(folder).by_text();
    CHECK(fmt::format(", {}", told).find(fmt::format(", {} ", rule)) != std::string::npos);
  }
}
