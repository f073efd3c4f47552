#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "mot/findings/rules.h"
#include "mot/text/utf8.h"
#include "support/program.h"

using mot::Rule;
using mot::testing::Ran;
using mot::testing::run_mot;

namespace {

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

TEST_CASE("a rule is explained: what it looks at, why, bad, good, and how to turn it off") {
  const Ran ran = run_mot({"explain", "overdue-action"});
  CHECK(ran.code == 0);
  CHECK(ran.err == "");
  CHECK(ran.out ==
        "overdue-action: the service itself (service, warning unless the project says otherwise)\n"
        "\n"
        "An action past its day is a promise to ourselves that is not kept. Done, dropped or a new day: each\n"
        "is an answer, silence is none.\n"
        "\n"
        "Breaks it:\n"
        "\n"
        "    action: { id: second-till, name: A second till at seven, owner: Rosa, status: doing, due: 2020-01-31 }\n"
        "\n"
        "Mended:\n"
        "\n"
        "    action: { id: second-till, name: A second till at seven, owner: Rosa, status: done, due: 2020-01-31 }\n"
        "\n"
        "Turn it off in mot.yaml, with any of error, warning, info and ignore:\n"
        "\n"
        "    rules: { overdue-action: ignore }\n"
        "\n"
        "or silence one finding, by a comment on the line above it:\n"
        "\n"
        "    # mot: ignore overdue-action until 2027-01-31 because ...\n");
}

TEST_CASE("a rule that is off is explained with how to turn it on") {
  const Ran ran = run_mot({"explain", "no-lasting-relationship"});
  CHECK(contains(ran.out, "(coverage, ignored unless the project asks for it)"));
  CHECK(contains(
      ran.out,
      "Turn it on in mot.yaml, with any of error, warning, info and ignore:\n\n    rules: { no-lasting-relationship: warning }\n"));
}

TEST_CASE("every rule can be explained, in lines that a terminal can show") {
  for (const Rule& rule : mot::rules) {
    CAPTURE(rule.id);
    const Ran ran = run_mot({"explain", std::string(rule.id)});
    CHECK(ran.code == 0);
    CHECK(ran.out.starts_with(std::string(rule.id) + ": "));
    CHECK_FALSE(mot::first_invalid_byte(ran.out));
    CHECK(nlohmann::json::parse(run_mot({"explain", std::string(rule.id), "--format", "json"}).out)["why"] == rule.why);
  }
  CHECK(contains(run_mot({"explain", "invalid-utf8"}).out, "Caf\\xe9"));
}

TEST_CASE("a rule is explained to other programs as JSON") {
  const auto json = nlohmann::json::parse(run_mot({"explain", "no-owner", "--format", "json", "-o", "-"}).out);
  CHECK(json["format_version"] == 1);
  CHECK(json["rule"] == "no-owner");
  CHECK(json["tier"] == "coverage");
  CHECK(json["severity"] == "warning");
  CHECK(json["bad"].get<std::string>().starts_with("touchpoint:\n"));
  CHECK(json["good"].get<std::string>().starts_with("department:"));
}

TEST_CASE("a rule that does not exist is answered with the one that was meant") {
  const Ran ran = run_mot({"explain", "no-ownr"});
  CHECK(ran.code == 2);
  CHECK(ran.out == "");
  CHECK(ran.err == "mot: no rule has the id 'no-ownr'; did you mean 'no-owner'?\nsee: mot explain --help\n");
}
