// Numbers as people write them: which are one, what is said of the others, and what is a text after all.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <sstream>

#include "mot/load/load.h"
#include "support/folder.h"

using namespace mot;
using mot::testing::Folder;

namespace {

Loaded load_text(const std::string& text) {
  const Folder folder;
  std::istringstream in(text);
  return load({.directory = folder.path(), .paths = {"-"}, .in = &in});
}

std::string first_message(const Loaded& loaded) {
  return loaded.findings.empty() ? "" : loaded.findings.begin()->message;
}

}  // namespace

// A scale, what stands for a score, and what is said about it behind "expected a number, found a text, '…'".
TEST_CASE("a number in words is converted only where it can be one number alone") {
  const struct {
    const char* scale;
    const char* written;
    const char* advice;
    const char* fix = "";
  } cases[] = {
      {"0, max: 10", "3/5", "; a score is in points of the project's scale, 0 to 10, where 3 of 5 is 6"},
      {"0, max: 10", "90%", "; a score is in points of the project's scale, 0 to 10, where 90 % is 9", "9"},
      {"0, max: 10", "90 per cent", "; a score is in points of the project's scale, 0 to 10, where 90 % is 9", "9"},
      {"0, max: 10", "66%", "; a score is in points of the project's scale, 0 to 10, where 66 % is 6.6", "6.6"},
      {"0, max: 10", "4-5", "; a range is not one number"},
      {"0, max: 10", "7 or 8", "; a range is not one number"},
      {"0, max: 10", "~7", "; an estimate is a number like every other; write 7", "7"},
      {"0, max: 10", "ca. 7", "; an estimate is a number like every other; write 7", "7"},
      {"0, max: 10", "8 points", "; a number has no unit; write 8", "8"},
      {"0, max: 10", "8 Punkte", "; a number has no unit; write 8", "8"},
      {"0, max: 10", "12 points", "; a number has no unit"},
      {"0, max: 10", "8/10", "; only the points are asked; write 8", "8"},
      {"0, max: 10", "8 out of 10", "; only the points are asked; write 8", "8"},
      {"0, max: 10", "12/10", "; a score is in points of the project's scale, 0 to 10"},
      {"0, max: 10", "'8,5'", "; write a decimal point, 8.5", "8.5"},
      {"0, max: 10", "'85,5'", "; a ',' is no decimal point"},
      {"0, max: 10", "'9'", "; in quotes it is a text; write 9", "9"},
      {"0, max: 10", "“9”", "; these quotes quote nothing; write 9", "9"},
      {"0, max: 10", "4 stars", "; a number has no unit"},
      {"1, max: 5", "4 stars", "; a number has no unit; write 4", "4"},
      {"0, max: 10", "'>7'", "; a bound is not one number"},
      {"0, max: 10", "★★★", "; stars are not a number; write how many, on the project's scale"},
      {"0, max: 10", "'**'", "; stars are not a number; write how many, on the project's scale"},
      {"0, max: 10", "seven", "; a number is written in digits; write 7", "7"},
      {"1, max: 5", "seven", "; a number is written in digits"},
      {"1, max: 5", "3 von 5", "; only the points are asked; write 3", "3"},
      {"0, max: 10", "3 sur 5", "; a score is in points of the project's scale, 0 to 10, where 3 of 5 is 6"},
      {"0, max: 10", "８", "; a number is written in the digits 0 to 9; write 8", "8"},
      {"0, max: 10", "٨", "; a number is written in the digits 0 to 9; write 8", "8"},
      {"0, max: 10", "½", "; a number is written in the digits 0 to 9; write 0.5", "0.5"},
      {"0, max: 10", "8½", "; a number is written in the digits 0 to 9; write 8.5", "8.5"},
      {"0, max: 10", "12½", "; a number is written in the digits 0 to 9"},
      {"0, max: 10", "(8)", "; a number stands alone, without words and signs; write 8", "8"},
      {"0, max: 10", "'Score: 8'", "; a number stands alone, without words and signs; write 8", "8"},
      {"0, max: 10", "Note 8", "; a number stands alone, without words and signs; write 8", "8"},
      {"0, max: 10", "９+", "; a number stands alone, without words and signs"},
      {"0, max: 10", "9+", "; a number stands alone, without words and signs"},
      {"0, max: 100", "90%", "; a number has no '%'; write 90", "90"},
      {"1, max: 5", "4/5", "; only the points are asked; write 4", "4"},
      {"1, max: 5", "8/10", "; a score is in points of the project's scale, 1 to 5"},
      {"1, max: 5", "80 %", "; a score is in points of the project's scale, 1 to 5"},
      {"1, max: x", "8/10", "; a score is in points of the project's scale"},
  };
  for (const auto& [scale, written, advice, fix] : cases) {
    CAPTURE(written);
    const Loaded loaded = load_text(
        fmt::format("touchpoints: [{{id: a, name: A, actual: {{score: {}}}}}]\nproject: {{ scale: {{ min: {} }} }}\n", written, scale));
    REQUIRE_FALSE(loaded.findings.empty());
    const Finding& finding = *loaded.findings.begin();
    CHECK(finding.message.substr(finding.message.find('\'', finding.message.find('\'') + 1) + 1) == advice);
    CHECK((finding.fix ? finding.fix->replacement : "") == fix);
  }
}

TEST_CASE("where a text may stand for a score, a number with a sign, a remark or a label behind it is a number that slipped") {
  const auto findings = [](std::string_view written) {
    return load_text(fmt::format("touchpoints: [{{id: a, name: A, actual: '{}'}}]\nproject: {{ scale: {{ min: 0, max: 10 }} }}\n", written))
        .findings.size();
  };
  for (const char* number : {"8?",
                             "8!",
                             "7 ★",
                             "8 (good)",
                             "7/10 (2025)",
                             "8 - good",
                             "8 – gut bis sehr",
                             "8: good",
                             "~7 (a guess)?",
                             "7½",
                             "½",
                             "８",
                             "٨/١٠",
                             "(8)",
                             "(8 / 10)",
                             "score 8",
                             "Score: 8 (good)",
                             "Note 2",
                             "rating = 4/5",
                             "7-ish",
                             "8 of 10 - good",
                             "4 stars",
                             "3 Sterne",
                             "3 von 5",
                             "3 sur 5",
                             "4 de 5",
                             "4 sobre 5",
                             ">7",
                             "≥ 7",
                             "over 7",
                             "mindestens 7",
                             "★★★",
                             "★★★☆☆",
                             "**",
                             "*",
                             "Seven",
                             "sieben",
                             "sept",
                             "siete",
                             "sete"}) {
    CAPTURE(number);
    CHECK(findings(number) == 1);
  }
  for (const char* text : {"24/7",
                           "24/7!",
                           "3 agents for 200 people",
                           "8 - the queue stood to the door",
                           "Nobody came (2 of 3)",
                           "20 minutes",
                           "2 hours (and more)",
                           "Gate 4: closed",
                           "why? 3 times",
                           "7 up",
                           "½ hour in the rain",
                           "(8 people)",
                           "(closed) 8 (again)",
                           "score",
                           "Score board 8 is dark",
                           "Note the sign",
                           "８階",
                           "Seven people wait",
                           "over 7 minutes",
                           "4 stars and a smile",
                           "Two of them wait",
                           "** sold out **",
                           "5-star service",
                           "neuf ou vieux",
                           "> the door",
                           "Nobody came: 3 von 5 Kassen zu",
                           "Uno más"}) {
    CAPTURE(text);
    CHECK(findings(text) == 0);
  }
}

TEST_CASE("what is no score has a sense of its own") {
  const struct {
    const char* text;
    const char* message;
  } cases[] = {
      {"project: {gates: {coverage_at_least: 80 %}}\n", "expected a number, found a text, '80 %'; a number has no '%'; write 80"},
      {"project: {gates: {gap_at_most: 2 points}}\n", "expected a number, found a text, '2 points'; a number has no unit; write 2"},
      {"actions: [{id: a, name: A, lift: 3/5}]\n", "expected a number, found a text, '3/5'; a number is asked, and no part of one"},
      {"touchpoints: [{id: a, name: A, evidence: [{n: '1,200'}]}]\n",
       "expected a whole number, found a text, '1,200'; write the digits alone, 1200"},
      {"touchpoints: [{id: a, name: A, evidence: [{n: '8,5'}]}]\n",
       "expected a whole number, found a text, '8,5'; a ',' is no decimal point"},
      {"touchpoints: [{id: a, name: A, standard: {kept: {count: 1, of: 9223372036854775807}}}]\n",
       "'9223372036854775807' is more than can be meant here"},
      {"touchpoints: [{id: a, name: A, importance: a:b}]\n", "expected a number from 1 to 5, found a text, 'a:b'"},
      {"touchpoints: [{id: a, name: A, importance: 'true'}]\n", "expected a number from 1 to 5, found a text, 'true'"},
      {"touchpoints: [{id: a, name: A, importance: -x}]\n", "expected a number from 1 to 5, found a text, '-x'"},
      {"channels: [{id: a, self_service: 'true'}]\n", "expected true or false, found a text, 'true'; in quotes it is a text; write true"},
  };
  for (const auto& [text, message] : cases) {
    CAPTURE(text);
    const Loaded loaded = load_text(text);
    CHECK(first_message(loaded) == message);
    CHECK(loaded.findings.size() == 1);
  }
}
