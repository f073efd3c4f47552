// What a workspace says goes to terminals and CI logs: no command lets it steer them, or hide in them.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "command.h"
#include "mot/text/utf8.h"
#include "support/folder.h"
#include "support/program.h"

using namespace mot;
using namespace mot::testing;

namespace {

/// Escape sequences, marks of direction, and what takes no room, in every text that a workspace can hold.
constexpr const char* workspace = R"(project:
  name: "P\e[31m\u061c"
  scale: { min: 0, max: 10 }
  language: en
  gates: { gap_at_most: 1 }
  kpis: [{ name: "K\e]0;x\a\u200b", value: 3, target: 5, better: higher, unit: "\e[1m", from: "F\u061c" }]
  lanes: ["L\e[7m\u200e"]
personas: [{ id: ann, name: "Ann\u202e\u061c", flag: "f\x9b31m\ufeff", quote: "q\u2066", needs: ["n\u200f"] }]
department: { id: ops, name: "O\r\nX: 1\e[2J\u061c", lead: "\u061cLea" }
touchpoints:
  - id: a
    name: "A\r::error::pwned \e[31m\u061c\u200b\u200e\u2060\ufeff"
    role: "r\u202a"
    importance: 3
    moment_of_truth: "w\e[1m\u061c"
    desired: { company: { score: 9, experience: "d\u061c" }, customer: { score: 9, heard: talks, experience: "h\u061c" } }
    actual: { score: 3, experience: "x\u2028\u0085\u009b31m\u061c" }
    evidence: [{ id: talks, from: "f\e[5m\u061c", voice: customer, quote: "q\n\n# H\u061c" }]
    pains: ["p\u061c", "\t\u061c"]
    notes: "n\u061c ##[add-mask]"
    links: ["https://example.com/?a=\u202e"]
    recovery: [b]
  - { id: b, supports: [a], name: "B\u061c", owner: "\u061cx\u2066y" }
journeys:
  - id: trip
    name: "J\n section\e[3m\u061c"
    persona: ann
    stages: [{ name: "S;\e[3m\u061c", touchpoints: [a, { when: "w\e[31m\u061c", touchpoints: [b] }] }]
actions: [{ id: mend, name: "M\e[3m\u061c", owner: "W\u061c", due: 2030-01-01, touchpoints: [a], lift: 1 }]
)";

bool steers(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); i += character_length(text, i)) {
    const bool is_line_of_ours = text[i] == '\n' || text[i] == '\t';
    if (!is_line_of_ours && printable_character(text, i) != text.substr(i, character_length(text, i))) return true;
  }
  return false;
}

/// The first line that steers, with enough before it to tell where it stands.
std::string steering_line(const std::string& text) {
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    if (steers(line)) return printable(line);
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
  }
  return "";
}

using Call = std::vector<std::string>;

const std::vector<Call> calls = {
    {"validate"},
    {"validate", "--fix", "--dry-run"},
    {"validate", "--format", "github"},
    {"validate", "--format", "gitlab"},
    {"validate", "--format", "junit"},
    {"validate", "--format", "sarif"},
    {"check"},
    {"gaps"},
    {"gaps", "--voices", "--times", "--kpis", "--sensitivity"},
    {"gaps", "--by", "stage", "--kpis"},
    {"gaps", "--by", "persona"},
    {"gaps", "--format", "csv"},
    {"gaps", "--format", "md"},
    {"coverage"},
    {"coverage", "--format", "csv"},
    {"coverage", "--format", "md"},
    {"data"},
    {"plan"},
    {"plan", "--format", "csv"},
    {"plan", "--format", "md"},
    {"list"},
    {"list", "--format", "csv"},
    {"list", "--format", "md"},
    {"explain", "a"},
    {"explain", "b"},
    {"explain", "trip"},
    {"explain", "ann"},
    {"explain", "ops"},
    {"explain", "mend"},
    {"explain", "trip", "--format", "md"},
    {"export", "--format", "csv"},
    {"export", "--format", "mermaid"},
    {"export", "--format", "drawio"},
    {"diff", "other.yaml", "mot.yaml"},
    {"diff", "mot.yaml", "other.yaml", "--format", "md"},
    {"report", "--format", "md", "-o", "-"},
    {"set", "b", "notes", "x\u061c", "--dry-run"},
    {"rename", "b", "c", "--dry-run"},
    {"fmt", "--dry-run"},
    {"doctor"},
    {"gaps", "--journey", "x\u061c\x1b[1m"},
    {"explain", "x\u061c\x1b[1m"},
    {"map", "--journey", "x\u061c\x1b[1m"},
    {"add", "touchpoint", "x\u061c\x1b[1m", "--dry-run"},
    {"move", "x\u061c\x1b[1m", "--to", "y\u061c", "--dry-run"},
    {"import", "x\u061c\x1b[1m"},
    {"pull", "--sources", "x\u061c\x1b[1m"},
    {"init", "--template", "x\u061c\x1b[1m"},
    {"serve", "--port", "x\u061c\x1b[1m"},
    {"schema", "x\u061c\x1b[1m"},
    {"completion", "x\u061c\x1b[1m"},
    {"help", "x\u061c\x1b[1m"},
};

}  // namespace

TEST_CASE("nothing a workspace says steers a terminal, whatever the command") {
  Folder folder;
  folder.with("mot.yaml", workspace);
  folder.with("other.yaml", "touchpoint: { id: a, name: A, notes: \"o\\u061c\" }\n");
  const WorkingDirectory here(folder.path());
  for (const Call& call : calls) {
    std::string line;
    for (const std::string& word : call) line += printable(word) + " ";
    CAPTURE(line);
    for (const bool is_terminal : {false, true}) {
      const Ran ran = run_mot(call, {.out_is_terminal = is_terminal});
      CHECK(steering_line(ran.err) == "");
      const bool is_patch = !is_terminal && contains(line, "--dry-run");  // of the file's own bytes
      if (is_patch) continue;
      if (!is_terminal) CHECK(steering_line(ran.out) == "");
      CHECK_FALSE(contains(ran.out, "\u061c"));
    }
  }
}

TEST_CASE("every command is tried with hostile text") {
  std::set<std::string_view> tried;
  for (const Call& call : calls) tried.insert(call.front());
  for (const Command& command : commands()) {
    CAPTURE(command.name);
    CHECK(tried.contains(command.name));
  }
}
