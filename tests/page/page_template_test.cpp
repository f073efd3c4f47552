#include <doctest/doctest.h>

#include <stdexcept>

#include "mot/page/fill_in.h"

using namespace mot;

TEST_CASE("a template is filled in as mustache(5) says") {
  const nlohmann::json content = nlohmann::json::parse(
      R"({"a":"<A>","none":"","no":false,"yes":true,"null":null,"list":[{"x":"1"},{"x":"2","a":"own"}],"empty":[],"object":{"a":"inner"},"words":["p"]})");
  const struct {
    const char* text;
    const char* filled;
  } cases[] = {
      {"{{a}} {{{a}}}", "&lt;A&gt; <A>"},
      {"[{{none}}{{no}}{{null}}{{unheard-of}}{{list}}]", "[]"},
      {"{{#a}}there{{/a}}{{#none}}not{{/none}}{{#yes}}yes{{/yes}}{{#no}}no{{/no}}{{#null}}not{{/null}}", "thereyes"},
      {"{{^a}}not{{/a}}{{^none}}none{{/none}}{{^empty}}empty{{/empty}}{{^unheard-of}}unheard{{/unheard-of}}", "noneemptyunheard"},
      {"{{#list}}{{x}}{{{a}}} {{/list}}", "1<A> 2own "},
      {"{{#object}}{{a}}{{/object}}", "inner"},
      {"{{#words}}{{{a}}}{{/words}}", "<A>"},
      {"1\n{{#yes}}\n2\n  {{/yes}}\n3\n", "1\n2\n3\n"},
      {"{{#list}}\n{{x}}\n{{/list}}\nend", "1\n2\nend"},
      {"{{#no}}\n2\n{{/no}}\n3", "\n3"},
  };
  for (const auto& [text, filled] : cases) {
    CAPTURE(text);
    CHECK(fill_in(text, content, html_text) == filled);
  }
  CHECK(html_text("\u2068الزبون\u2069 2026-03-12, +3 (a-1)") == "&#8296;الزبون&#8297; &#8294;2026-03-12&#8297;, &#8294;+3&#8297; (a-1)");
  CHECK(html_text("since 2026-03-12, +3") == "since 2026-03-12, +3");
  for (const char* faulty : {"{{a", "{{#a}}", "{{/a}}", "{{#a}}{{/b}}"}) {
    CAPTURE(faulty);
    CHECK_THROWS_AS(fill_in(faulty, content, html_text), std::logic_error);
  }
}
