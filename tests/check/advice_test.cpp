// Advice that is printed works: what is followed to the letter validates, and the answers it is about are read.
#include <doctest/doctest.h>

#include "mot/check/grouping.h"
#include "support/checked_workspace.h"

using namespace mot;
using mot::testing::Folder;
using mot::testing::Reviewed;

namespace {

/// What stands between two texts in a message; empty where they don't.
std::string between(const std::string& message, std::string_view before, std::string_view behind) {
  const std::size_t begin = message.find(before);
  if (begin == std::string::npos) return {};
  const std::size_t end = message.find(behind, begin + before.size());
  return end == std::string::npos ? std::string() : message.substr(begin + before.size(), end - begin - before.size());
}

Reviewed reviewed(const std::string& cells, const std::string& scale) {
  Folder folder;
  folder.with("m.csv", cells)
      .with("mot.yaml", fmt::format("touchpoints: [{{ id: a, name: A, desired: 8 }}]\n"
                                    "sources: [{{ id: s, file: m.csv, {}columns: {{ a: q }} }}]\n",
                                    scale.empty() ? "" : scale + ", "));
  return Reviewed(folder);
}

std::string said_of_answers(const Reviewed& reviewed) {
  for (const Finding& finding : reviewed.all.findings) {
    if (finding.rule.id() == "answers-lost" || finding.rule.id() == "off-scale-answers") return finding.message;
  }
  return {};
}

/// The source's scale once the advice is followed; empty where there is none.
std::string scale_by_advice(const std::string& message, const std::string& ends) {
  if (const std::string scale = between(message, "are read with '", "'"); !scale.empty()) return scale;
  if (const std::string line = between(message, "with the line '", ": NUMBER'"); !line.empty())
    return fmt::format("scale: {{ {}values: {{ {}: 3 }} }}", ends, line);
  if (message.find("'missing'") != std::string::npos)
    return fmt::format("scale: {{ {}missing: [{}] }}", ends, between(message, "left out: '", "'"));
  return {};
}

}  // namespace

TEST_CASE("advice on answers that could not be used makes a workspace in which they are") {
  for (const std::string ends : {"", "min: 1, max: 5, ", "min: 5, max: 1, "}) {
    for (const char* cell : {"5 - Excellent", "4: good", "Satisfied", "très bien", "99", "-1", "3 * 4", "'quoted'", "a: b", "yes", "~"}) {
      const std::string cells = fmt::format("q\n{0}\n{0}\n3\n", cell);
      const Reviewed before = reviewed(cells, ends.empty() ? "" : "scale: { " + ends.substr(0, ends.size() - 2) + " }");
      const std::string message = said_of_answers(before);
      CAPTURE(message);
      REQUIRE(message != "");
      const std::string scale = scale_by_advice(message, ends);
      REQUIRE(scale != "");
      CAPTURE(scale);
      const Reviewed after = reviewed(cells, scale);
      CHECK(said_of_answers(after) == "");
      for (const Finding& finding : after.all.findings) {
        CAPTURE(finding.message);
        CHECK_FALSE(finding.rule.rule().is_about_files());
      }
    }
  }
}

TEST_CASE("a scale that leaves its ends out has those of the source, else the project's") {
  const std::string cells = "q\n9 - good\n7 - fair\n";
  CHECK(said_of_answers(reviewed(cells, "scale: { labels: leading-number }")) == "");
  CHECK(reviewed(cells, "scale: { labels: leading-number, min: 1 }").of("missing-key") == "labels");
  CHECK(said_of_answers(reviewed("q\n9\n99\n99\n", "scale: { missing: [99] }")) == "");
}

TEST_CASE("columns of a source that lose their answers alike are one finding") {
  Folder folder;
  folder.with("m.csv", "q1,q2,q3\nSatisfied,Good,x\nGood,Good,y\n")
      .with("mot.yaml",
            "touchpoints: [{ name: A }, { name: B }, { name: C }]\n"
            "sources: [{ id: s, file: m.csv, columns: { a: q1, b: q2, c: q3 } }]\n");
  const Reviewed wide(folder);
  Findings told = grouped(wide.all.findings, wide.loaded.workspace);
  std::size_t lost = 0;
  for (const Finding& finding : told) {
    if (finding.rule.id() != "answers-lost") continue;
    ++lost;
    CHECK(finding.message.ends_with("; so are cells of 'q2', 'q3'"));
    CHECK(finding.notes.size() == 2);
  }
  CHECK(lost == 1);
}
