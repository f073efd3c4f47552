// What `mot init --template` makes: a start in each trade and language, with questions where customers have not been asked.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "support/folder.h"
#include "support/program.h"
#include "templates.h"

using namespace mot;
using namespace mot::testing;

namespace {

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

TEST_CASE("every template is quiet in every language, and begins with what is not known") {
  const Folder folder;
  const WorkingDirectory here(folder.path());
  for (const TradeTemplate& of : templates()) {
    for (const std::string_view language : names_of<Language>) {
      const std::string name = std::string(of.name) + "-" + std::string(language);
      CAPTURE(name);
      CHECK(run_mot({"init", name, "--template", std::string(of.name), "--language", std::string(language)}).code == 0);
      const Ran validated = run_mot({"-C", name, "validate", "--fail-on", "info"});
      CHECK(validated.code == 0);
      CHECK(has(validated.out, ": 6 touchpoints in 1 file, nothing to mend\n"));
      const auto summary = nlohmann::json::parse(run_mot({"-C", name, "gaps", "--format", "json"}).out)["summary"];
      CHECK(summary["touchpoints"] == 6);
      CHECK(summary["delivered_known"] == 0);
    }
  }
}

TEST_CASE("a template scores nothing, and asks about each of its moments") {
  const std::string text = template_file(templates().front(), Language::de);
  CHECK_FALSE(has(text, "\n    desired:"));
  CHECK_FALSE(has(text, "\n    actual:"));
  std::size_t questions = 0;
  for (std::size_t at = text.find("# Fragen Sie: "); at != std::string::npos; at = text.find("# Fragen Sie: ", at + 1)) ++questions;
  CHECK(questions == 6);
  CHECK(has(text, "  language: de\n"));
}

TEST_CASE("a template that lacks a step says so once its rule is heard again") {
  const Folder folder;
  const WorkingDirectory here(folder.path());
  CHECK(run_mot({"init", "--template", "clinic"}).code == 0);
  std::string text = text_of("mot.yaml");
  const std::string rule = "  missing-customer-voice: ignore";
  text.erase(text.find(rule), rule.size());
  std::ofstream("mot.yaml") << text;
  CHECK(has(run_mot({"validate"}).out, "[missing-customer-voice]"));
}

TEST_CASE("English where no language is asked for; a language alone is a mistake") {
  const Folder folder;
  const WorkingDirectory here(folder.path());
  CHECK(run_mot({"init", "a", "--template", "retail"}).code == 0);
  CHECK(has(text_of("a/mot.yaml"), "name: Our shop\n"));
  const Ran ran = run_mot({"init", "b", "--language", "fr"});
  CHECK(ran.code == 2);
  CHECK(has(ran.err, "'--language' is that of a template: name one with --template"));
}
