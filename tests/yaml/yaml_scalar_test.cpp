#include <doctest/doctest.h>

#include <cmath>

#include "mot/yaml/diagnose/hint.h"
#include "mot/yaml/scalar.h"
#include "support/yaml_reading.h"

using namespace mot;

namespace {

std::string number(std::string_view text) {
  const Reading reading(text);
  const auto found = yaml::number_of(reading.root());
  return found ? fmt::format("{}", *found) : "none";
}

std::string integer(std::string_view text) {
  const Reading reading(text);
  const auto found = yaml::integer_of(reading.root());
  return found ? fmt::format("{}", *found) : "none";
}

}  // namespace

TEST_CASE("plain scalars mean what the core schema of YAML 1.2 says") {
  // clang-format off
  const struct { const char* text; const char* kind; } cases[] = {
      {"null", "null"}, {"Null", "null"}, {"NULL", "null"}, {"~", "null"}, {"", "null"}, {"nULL", "text"}, {"'null'", "text"}, {"\"\"", "text"},
      {"true", "true"}, {"True", "true"}, {"TRUE", "true"}, {"tRUE", "text"}, {"false", "false"}, {"False", "false"}, {"FALSE", "false"},
      {"\"true\"", "text"}, {"yes", "text"}, {"no", "text"}, {"on", "text"}, {"off", "text"}, {"y", "text"},
      {"1", "number"}, {"-1.5", "number"}, {"0x1F", "number"}, {"0o17", "number"}, {"'1'", "text"}, {"!!str 1", "text"}, {"|\n 1", "text"}, {".inf", "number"},
      {"1_000", "text"}, {"12:30", "text"}, {"2026-03-12", "text"}, {"1,5", "text"}, {"1 2", "text"}, {"0b1", "text"}, {"1.2.3", "text"}, {"- 1", "other"},
  };
  // clang-format on
  for (const auto& [text, kind] : cases) {
    CAPTURE(text);
    const Reading reading(text);
    const yaml::Value value = reading.root();
    const auto truth = yaml::boolean_of(value);
    CHECK(std::string(yaml::is_null(value)     ? "null"
                      : truth                  ? (*truth ? "true" : "false")
                      : yaml::number_of(value) ? "number"
                      : yaml::is_text(value)   ? "text"
                                               : "other") == kind);
  }
}

TEST_CASE("numbers are read whole, in any locale") {
  // clang-format off
  const struct { std::string text; const char* number; const char* integer; } cases[] = {
      {"0", "0", "0"}, {"-0", "-0", "0"}, {"+7", "7", "7"}, {"-19", "-19", "-19"}, {"010", "10", "10"}, {"0o10", "8", "8"}, {"0x1f", "31", "31"}, {"0xG", "none", "none"},
      {"-0x1", "none", "none"}, {"0o8", "none", "none"}, {"0o", "none", "none"}, {"1.", "1", "none"}, {".5", "0.5", "none"}, {"-.5e1", "-5", "none"}, {"1e3", "1000", "none"},
      {"1E-2", "0.01", "none"}, {"+1.5", "1.5", "none"}, {"+-1", "none", "none"}, {"1e", "none", "none"}, {".", "none", "none"}, {"-", "none", "none"}, {"e3", "none", "none"},
      {"9223372036854775807", "9223372036854775807", "9223372036854775807"}, {"9223372036854775808", "9223372036854775808", "none"},
      {"1e999", "inf", "none"}, {"-1e999", "-inf", "none"}, {"1e-999", "0", "none"}, {"-0." + std::string(400, '0') + "1", "0", "none"}, {std::string(400, '9') + ".5", "inf", "none"}, {".inf", "inf", "none"}, {"-.Inf", "-inf", "none"}, {"inf", "none", "none"}, {"nan", "none", "none"}, {"0x", "none", "none"}, {"1e5_0", "none", "none"},
  };
  // clang-format on
  for (const auto& [text, expected_number, expected_integer] : cases) {
    CAPTURE(text);
    const std::string found = number(text);
    const bool is_same =
        found == expected_number || (found != "none" && found != "inf" && found != "-inf" && std::string(expected_number) != "none" &&
                                     std::stod(found) == std::stod(expected_number));
    CHECK_MESSAGE(is_same, found);
    CHECK(integer(text) == expected_integer);
  }
  const Reading nan(".NaN");
  CHECK(std::isnan(yaml::number_of(nan.root()).value()));
}

TEST_CASE("where older YAML meant something else there is a hint") {
  // clang-format off
  const struct { const char* text; const char* hint; } cases[] = {
      {"no", "'no' is a text in YAML 1.2; a truth value is true or false"}, {"On", "'On' is a text in YAML 1.2; a truth value is true or false"}, {"'no'", ""}, {"nO", ""},
      {"010", "'010' is decimal in YAML 1.2; octal is written 0o10"}, {"-017", "'-017' is decimal in YAML 1.2; octal is written 0o17"}, {"0", ""}, {"08", ""}, {"10", ""},
      {"1_000", "'1_000' is a text in YAML 1.2; a number has no '_'"}, {"_1", ""}, {"a_1", ""},
      {"12:30", "'12:30' is a text in YAML 1.2, no number in base 60"}, {"12:30:45", "'12:30:45' is a text in YAML 1.2, no number in base 60"}, {"12:300", ""}, {"12:", ""},
      {"- no", ""}, {"yes sir", ""},
  };
  // clang-format on
  for (const auto& [text, hint] : cases) {
    CAPTURE(text);
    CHECK(yaml::hint_of_older_meaning(Reading(text).root()) == hint);
  }
}

TEST_CASE("what people type when they mean something else has a hint") {
  // clang-format off
  const struct { const char* text; const char* hint; } cases[] = {
      {"-x", ""}, {"a:b", ""}, {"a", ""}, {"\"9\"", ""}, {"'true'", ""},
      {"“a”", "'“' quotes nothing; use \""}, {"„a“", "'„' quotes nothing; use \""}, {"a “b”", ""},
      {"a\u00A0b", "it has a no-break space (U+00A0)"}, {"\"a\u00A0b\"", "it has a no-break space (U+00A0)"}, {"a\u3000b", "it has an ideographic space (U+3000)"},
      {"'nine'", ""}, {"no", "'no' is a text in YAML 1.2; a truth value is true or false"},
      {"[-x]", ""}, {"9", ""}, {"", ""}, {"|\n a:b", ""},
  };
  // clang-format on
  for (const auto& [text, hint] : cases) {
    CAPTURE(text);
    CHECK(yaml::hint_for(Reading(text).root()) == hint);
  }
}

TEST_CASE("where a list, a mapping or a key is meant, a missing blank has a hint") {
  const struct {
    const char* text;
    const char* hint;
  } cases[] = {
      {"-x", "a blank is missing after '-'"},
      {"-5", ""},
      {"--", "a blank is missing after '-'"},
      {"-", ""},
      {"a:b", "a blank is missing after ':'"},
      {"http://x.org", ""},
      {"a", ""},
      {"a：b", "'：' is no ':'"},
      {"'a:b'", ""},
      {"[-x]", ""},
  };
  for (const auto& [text, hint] : cases) {
    CAPTURE(text);
    CHECK(yaml::hint_of_missing_blank(Reading(text).root()) == hint);
  }
}
