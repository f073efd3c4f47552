// The page: its templates show what its content holds, and nothing else; ids are its own; what people write stays text.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "mot/page/content.h"
#include "mot/page/drawn_pictures.h"
#include "mot/page/fill_in.h"
#include "mot/page/page_text.h"
#include "mot/page/palette.h"
#include "mot/page/parts.h"
#include "mot/page/picture_styles.h"
#include "mot/page/sha256.h"
#include "page/pages.h"
#include "support/checked_workspace.h"
#include "support/program.h"

using namespace mot;
using mot::testing::contains;
using mot::testing::Folder;
using mot::testing::input_of;
using mot::testing::Reviewed;
using mot::testing::skyline;
using mot::testing::values_of;
using mot::testing::without_programs;

namespace {

/// A tag of a template: `#` or `^` opens a section, `/` closes one, a blank shows a value.
struct Tag {
  char kind = ' ';
  std::string key;
};

std::vector<Tag> tags_of(const std::string& text) {
  std::vector<Tag> tags;
  for (auto at = text.find("{{"); at != std::string::npos; at = text.find("{{", at)) {
    const bool is_raw = text.compare(at, 3, "{{{") == 0;
    at += is_raw ? 3 : 2;
    const auto end = text.find(is_raw ? "}}}" : "}}", at);
    std::string key = text.substr(at, end - at);
    const char kind = key.find_first_of("#^/") == 0 ? key[0] : ' ';
    if (kind != ' ') key.erase(0, 1);
    tags.push_back({kind, key});
    at = end + (is_raw ? 3 : 2);
  }
  return tags;
}

/// Holds a template against the content it is filled with, section by section.
struct Comparison {
  std::vector<Tag> tags;
  std::vector<std::string> faults = {};
  std::map<std::string, std::set<std::string>> used = {};   ///< keys that the template shows, by section
  std::map<std::string, std::set<std::string>> given = {};  ///< keys that there are, by section

  /// From the tag at `at` to the one that closes the section; `things` are what it is filled with. Returns what follows.
  std::size_t compare(std::size_t at, const std::string& path, const std::vector<const Json*>& things) {
    for (const Json* thing : things) {
      for (const auto& [key, value] : thing->items()) given[path].insert(key);
    }
    while (at < tags.size() && tags[at].kind != '/') at = compare_tag(at, path, things);
    return at + 1;
  }

  std::size_t compare_tag(std::size_t at, const std::string& path, const std::vector<const Json*>& things) {
    const auto& [kind, key] = tags[at];
    // What the whole page is, its sections see too.
    if (key == "is_live" && !path.empty()) return compare(at + 1, path, things);
    used[path].insert(key);
    std::vector<const Json*> inner;
    bool is_nested = false;
    for (const Json* thing : things) {
      if (!thing->contains(key)) {
        faults.push_back(path + " has no " + key);
        continue;
      }
      const Json& value = thing->at(key);
      if (value.is_object()) inner.push_back(&value);
      if (value.is_array()) std::ranges::for_each(value, [&](const Json& one) { inner.push_back(&one); });
      is_nested = is_nested || value.is_structured();
    }
    if (kind == ' ') return at + 1;
    if (kind == '^' || !is_nested) return compare(at + 1, path, things);
    return compare(at + 1, path + "/" + key, inner);
  }
};

std::string joined(const std::set<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += text + " ";
  return all;
}

constexpr const char* hostile = "\"><script>alert(1)</script>' onload=x `${1}` {{title}} {{{svg}}} &amp; </svg> \\u202e";

/// A workspace in which every text a user may write is hostile.
std::string hostile_workspace() {
  const std::string text = "'" + [] {
    std::string doubled;
    for (const char* sign = hostile; *sign != '\0'; ++sign) doubled += *sign == '\'' ? std::string("''") : std::string(1, *sign);
    return doubled;
  }() + "'";
  std::string yaml =
      "mot: 1\n"
      "project: { name: X, words: { company: X, customer: X } }\n"
      "channels: [X]\n"
      "personas: [{ id: p, name: X, needs: [X], flag: X, advocate: X }]\n"
      "departments: [{ id: d, name: X, lead: X }]\n"
      "touchpoints:\n"
      "  - id: a\n    name: X\n    department: d\n    channel: X\n    moment_of_truth: X\n    importance: 5\n    owner: X\n    role: X\n"
      "    customer_does: X\n    tangibles: [X]\n    dimension: X\n    when: X\n"
      "    desired: { company: { experience: X, score: 9 }, customer: { experience: X, score: 9, adequate: 5, heard: [X], by: { p: { "
      "experience: X } } } }\n"
      "    standard: { text: X, score: 8, kept: { count: 1, of: 2 } }\n    promise: { text: X, score: 8 }\n"
      "    actual: { experience: X, score: 3 }\n    policy: { rule: X, protects: company, exceptions: [X] }\n"
      "    empowerment: { may: [X], limit: X, knows: [X], asks: X }\n    flags: { p: X }\n    remember: [X]\n"
      "    evidence: [{ from: X, quote: X, voice: customer, verdict: down }, { from: X, voice: top-performer, score: 7, n: 20, sd: 1, "
      "practice: X }]\n"
      "  - { id: b, name: X, department: d }\n"
      "journeys: [{ id: j, name: X, personas: [p], stages: [{ id: s, name: X, touchpoints: [a, b] }] }]\n"
      "actions: [{ id: c, name: X, touchpoints: [a], owner: X }]\n";
  std::string all;
  for (std::size_t i = 0; i < yaml.size(); ++i) all += yaml[i] == 'X' ? text : std::string(1, yaml[i]);
  return all;
}

}  // namespace

TEST_CASE("the template shows every part of the content, and the content has every part that the template shows") {
  Comparison comparison{tags_of(template_named("page.mustache"))};
  const Json content = page_content(input_of(skyline()));
  comparison.compare(0, "", {&content});
  CHECK(comparison.faults.empty());
  for (const std::string& fault : comparison.faults) CHECK(fault == "");
  CHECK(comparison.given.size() > 20);
  for (const auto& [path, given] : comparison.given) {
    CAPTURE(path);
    CHECK(joined(given) == joined(comparison.used[path]));
  }
}

TEST_CASE("a page whose items are filled in one by one, and kept from the page before, is the same page") {
  DrawnPictures drawn;
  const Reviewed small("touchpoints: [{ id: bags-at-the-belt, name: Bags, desired: 9, actual: 3 }, { id: b, name: B }]\n");
  for (const PageUse use : {PageUse::handed_over, PageUse::live, PageUse::edited}) {
    for (const Reviewed* workspace : {&skyline(), &small, &skyline()}) {
      ReportInput input = input_of(*workspace);
      input.use = use;
      const std::string whole = fill_in(in_words(template_named("page.mustache"), input.wording()), page_content(input), html_text);
      CHECK(report_html(input) == whole);
      input.drawn = &drawn;
      CHECK(report_html(input) == whole);
    }
  }
}

TEST_CASE("an item that says something else is filled in anew, wherever it stands") {
  FilledItems items;
  const auto filled = [&](const char* json) { return items.filled_in("list", "<{{x}}>", Json::parse(json)); };
  CHECK(filled(R"([{"x":"a"},{"x":"b"}])") == "<a><b>");
  CHECK(filled(R"([{"x":"b"},{"x":"c"},{"x":"b"},{"x":"a"}])") == "<b><c><b><a>");
  CHECK(filled("[]").empty());
  CHECK(items.filled_in("list", "[{{x}}]", Json::parse(R"([{"x":"a"}])")) == "[a]");
}

TEST_CASE("no two things of a page share an id, and every link within it leads somewhere") {
  const std::string page = without_programs(report_html(input_of(skyline())));
  const auto ids = values_of(page, "id");
  const std::set<std::string> unlike(ids.begin(), ids.end());
  CHECK(ids.size() == unlike.size());
  CHECK(ids.size() > 50);
  CHECK_FALSE(contains(page, "xlink:"));
  for (const char* attribute : {"href"}) {
    const auto links = values_of(page, attribute);
    CHECK(links.size() > 20);
    for (const std::string& link : links) {
      CAPTURE(link);
      if (link.starts_with("data:image/png;base64,")) continue;  // a logo within a picture
      REQUIRE(link.starts_with("#"));
      CHECK((link == "#touchpoint=a" || unlike.count(link.substr(1)) == 1));
    }
  }
}

TEST_CASE("what people write stays text in every field") {
  const Reviewed reviewed{hostile_workspace()};
  const std::string page = without_programs(report_html(input_of(reviewed)));
  REQUIRE(contains(page, "alert(1)"));
  CHECK_FALSE(contains(page, "<script"));
  CHECK_FALSE(contains(page, "`"));
  CHECK_FALSE(contains(page, "\"&gt;\" onload"));
  CHECK(contains(page, "{{title}}"));
  const auto ids = values_of(page, "id");
  CHECK(ids.size() == std::set<std::string>(ids.begin(), ids.end()).size());
}

TEST_CASE("the report's actions name their touchpoints, on the page and in Markdown") {
  const Reviewed reviewed(
      "mot: 1\nproject: { name: P }\ntouchpoints:\n"
      "  - { id: bags-at-the-belt, name: Bags at the belt, importance: 4, actual: 3, desired: 8 }\n  - { id: lost-bag-desk, name: Lost | "
      "bag }\n"
      "actions: [{ id: x, name: Do it, owner: O, effort: 2, lift: 2, touchpoints: [bags-at-the-belt, lost-bag-desk] }]\n");
  const std::string page = report_html(input_of(reviewed)), markdown = report_markdown(input_of(reviewed));
  CHECK(contains(markdown, "| Do it | Bags at the belt, Lost \\| bag | O |"));
  CHECK(contains(markdown, "gap or importance unknown at Lost \\| bag |"));
  CHECK(contains(page, "Bags at the belt, Lost | bag"));
  CHECK_FALSE(contains(markdown, "bags-at-the-belt lost-bag-desk"));
}

TEST_CASE("what is written of personas, and in notes and links, stands in the report") {
  const Reviewed reviewed(
      "mot: 1\nproject: { name: P, notes: Begun in May }\n"
      "personas: [{ id: a, name: Ana, age: 46, about: A nurse, goals: [be home], fears: [a night outside], share: 31, flag: Never late }]\n"
      "departments: [{ id: d, name: Desk, links: { text: Rules, url: https://example.org/rules } }]\n"
      "touchpoints: [{ id: t, name: T, department: d }]\n"
      "journey: { id: j, name: Trip, persona: a, goal: Home by ten, owner: Care, notes: Twice a month, stages: [{ id: s, name: Out, "
      "notes: Nobody owns it, touchpoints: [t] }] }\n");
  const std::string page = report_html(input_of(reviewed)), markdown = report_markdown(input_of(reviewed));
  for (const char* text : {"A nurse", "be home", "a night outside", "31 % of customers", "Never late", "Begun in May", "Twice a month",
                           "Trip: Out", "Nobody owns it", "Rules ("}) {
    CAPTURE(text);
    CHECK(contains(page, text));
    CHECK(contains(markdown, text));
  }
  CHECK(contains(page, "Goal: Home by ten"));
  CHECK(contains(page, "Owner: Care"));
  CHECK_FALSE(contains(report_html(input_of(Reviewed("mot: 1\nproject: { name: P }\n"))), "Notes and links"));
}

TEST_CASE("the same workspace gives the same page, and one that is small enough to mail") {
  const std::string page = report_html(input_of(skyline()));
  CHECK(page == report_html(input_of(skyline())));
  CHECK(page.size() < 1'500'000);
}

TEST_CASE("arithmetic says once what both ends of an interval share, and what every moment shares") {
  const Json content = page_content(input_of(skyline()));
  std::size_t of_all = 0, both = 0;
  for (const Json& moment : content.at("moments")) {
    for (const Json& part : moment.at("arithmetic")) {
      for (const Json& step : part.at("steps")) {
        const auto numbers = step.at("numbers").get<std::string>();
        of_all += step.at("is_of_all").get<bool>() ? 1 : 0;
        both += contains(numbers, " -+ ") ? 1 : 0;
        CAPTURE(numbers);
        CHECK_FALSE(contains(numbers, ") to min("));
      }
    }
  }
  CHECK(of_all > 100);
  CHECK(both > 100);
  const Json& all = content.at("arithmetic_of_all");
  REQUIRE(all.size() == 14);
  CHECK(all[0].at("name") == "cross-hair, importance");
  CHECK(std::ranges::any_of(all, [](const Json& step) { return contains(step.at("numbers").get<std::string>(), "min(max("); }));
  const std::string page = report_html(input_of(skyline()));
  CHECK(contains(page, "<li><b><a href=\"#of-all\">delivered %</a></b>"));
  CHECK(contains(page, "<h3 id=\"of-all\">The same for every moment</h3>"));
  CHECK(contains(page, "<p class=\"note\">Written at departments/"));
  CHECK(contains(page, "<i>heard; line "));
}

TEST_CASE("a page asks for nothing, and only what stands in it may run") {
  const std::string page = report_html(input_of(skyline()));
  CHECK(contains(page, "default-src 'none'; script-src 'sha256-"));
  CHECK_FALSE(contains(page, "unsafe-inline"));
  std::string text = without_programs(page);
  const std::string_view embedded = " src=\"data:image/png;base64,";
  for (std::size_t at = 0; (at = text.find(embedded, at)) != std::string::npos;) text.erase(at, embedded.size());
  for (const char* asking : {" src=", "url(", "@import", "<link", "<iframe", "<object", " style=", " onclick="}) {
    CAPTURE(asking);
    CHECK_FALSE(contains(text, asking));
  }
}

TEST_CASE("a workspace with nothing in it has a page that says so") {
  const Reviewed reviewed("mot: 1\nproject: { name: Empty }\n");
  const std::string page = report_html(input_of(reviewed));
  CHECK(contains(page, "No journey is written down yet"));
  CHECK(contains(page, "is not known yet"));
}

namespace {

/// A moment of truth for each: what it is lived at, and the least that is accepted where somebody wrote it.
std::string told_below(const std::vector<std::pair<const char*, const char*>>& moments) {
  std::string yaml = "mot: 1\nproject: { name: A }\ntouchpoints:\n";
  char id = 'a';
  for (const auto& [lived, least] : moments) {
    const std::string adequate = *least ? std::string(", adequate: ") + least : "",
                      actual = *lived ? std::string(", actual: ") + lived : "";
    yaml += std::string("  - { id: ") + id + ", name: N, moment_of_truth: true, desired: { customer: { score: 9" + adequate + " } }" +
            actual + " }\n";
    ++id;
  }
  return verdict_content(input_of(Reviewed{yaml})).at("below").get<std::string>();
}

}  // namespace

TEST_CASE("how many moments of truth fall below the least that is accepted is told of those where somebody wrote it") {
  CHECK(told_below({{"5", ""}}) == "");
  CHECK(told_below({{"", "6"}, {"", "6"}}) == "");
  CHECK(told_below({{"5", "6"}, {"7", "6"}}) == "One of two moments of truth falls below the least that is accepted.");
  CHECK(told_below({{"5", "6"}, {"3", ""}, {"", "6"}}) ==
        "One of three moments of truth falls below the least that is accepted; of two that is not known.");
  CHECK(told_below({{"8", "6"}, {"7", "6"}}) == "None of two moments of truth falls below the least that is accepted.");
  CHECK(told_below({{"5", "6"}}) == "The one moment of truth falls below the least that is accepted.");
  CHECK(told_below({{"7", "6"}}) == "No moment of truth falls below the least that is accepted.");
}

TEST_CASE("the figure of the whole says that it is of all moments where a journey has another") {
  const auto told = [](const char* on_journey) {
    const Reviewed reviewed(
        std::string("mot: 1\nproject: { name: A }\ntouchpoints:\n  - { id: a, name: A, importance: 3, desired: 9, actual: 3 }\n") +
        "  - { id: b, name: B, importance: 3, desired: 8, actual: 8 }\njourney: { id: j, name: J, stages: [{ id: s, name: S, "
        "touchpoints: " +
        on_journey + " }] }\n");
    return std::pair(verdict_content(input_of(reviewed)).at("whole").get<std::string>(),
                     key_figures_content(input_of(reviewed))[0].at("label").get<std::string>());
  };
  CHECK(told("[a, b]") == std::pair<std::string, std::string>("", "Experience delivered"));
  CHECK(told("[a]") == std::pair<std::string, std::string>("all its 2 moments", "Experience delivered, all moments"));
}

TEST_CASE("figures of the page are as exact as the tables', and nobody's are not 0") {
  const Reviewed reviewed(
      "mot: 1\nproject: { name: A, words: { customer: guest } }\n"
      "touchpoints:\n  - { id: a, name: A, importance: 5, moment_of_truth: true, desired: { company: 9 } }\n"
      "  - { id: b, name: B, importance: 3, desired: { customer: 8 }, actual: 1, when: it rains }\n"
      "journey: { id: j, name: J, stages: [{ id: s, name: S, touchpoints: [a, b] }] }\n");
  const ReportInput input = input_of(reviewed);
  const Json figures = key_figures_content(input);
  CHECK(figures[1].at("value") == "?");
  CHECK(figures[1].at("note") == "1 not known");
  CHECK(verdict_content(input).at("customer") == "");
  CHECK(verdict_content(input).at("worst").at("gap") == "7 points");
  CHECK(ranking_content(input)[0].at("gap") == "7.0");
  const std::string page = without_programs(report_html(input));
  CHECK(contains(page, "? not known, wanted 9"));
  CHECK(contains(page, "<em>if it rains</em>"));
  CHECK(contains(page, "of what is wanted"));
  const auto delivered =
      key_figures_content(input_of(Reviewed("mot: 1\ntouchpoints: [{ id: a, name: A, importance: 5, desired: 9, actual: "
                                            "3 }]\n")))[0];
  CHECK(delivered.at("note") == "1 of 1 known, 1 judged");
}

TEST_CASE("a hash is that of FIPS 180-4") {
  const struct {
    std::string bytes;
    const char* hash;
  } cases[] = {
      {"", "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="},
      {"abc", "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "sha256-JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="},
      {std::string(1000, 'a'), "sha256-Qe3s5C1j6Nm/UVqbppMuHCDLyfWl0TRkWttdsblzfqM="},
  };
  for (const auto& [bytes, hash] : cases) {
    CAPTURE(bytes);
    CHECK(content_hash(bytes) == hash);
  }
}

TEST_CASE("a live page has marks around its parts, each once and beside its own end; a page to hand over has none") {
  ReportInput input = input_of(skyline());
  CHECK_FALSE(contains(report_html(input), "<!--"));
  input.use = PageUse::live;
  const std::string page = without_programs(report_html(input));
  constexpr std::string_view mark = "<!--part:";
  std::set<std::string> keys;
  std::size_t open = 0;
  for (auto at = page.find(mark); at != std::string::npos; at = page.find(mark, at + 1)) {
    const std::string key = page.substr(at + mark.size(), page.find("-->", at) - at - mark.size());
    CAPTURE(key);
    const bool is_next_moment = open == 1 && key.starts_with("moment/");
    CHECK((key.empty() ? open == 1 : open == 0 || is_next_moment));
    open = key.empty() ? 0 : 1;
    if (!key.empty()) CHECK(keys.insert(key).second);
  }
  CHECK(open == 0);
  for (const char* key : {"verdict", "filters", "ranks", "moment/rebook", "journey/same-day-trip", "figure-story-same-day-trip"})
    CHECK(keys.count(key) == 1);
}

TEST_CASE("whiskers that go below 0 are whole, and all bars of the ranking stand on one axis") {
  const Scale scale;
  const GapBar bars[] = {{6.0, Interval{5, 7}, "red"}, {0.5, Interval{-1.5, 2.5}, "green"}, {-1.0, std::nullopt, "green"}};
  const Interval axis = axis_of(bars, scale);
  CHECK(axis == Interval{-1.5, 10});
  const double point = (120.0 - 16) / 11.5;
  const Json short_by = bar_drawing(bars[0], axis, 120), unsure = bar_drawing(bars[1], axis, 120), over = bar_drawing(bars[2], axis, 120);
  CHECK(short_by["left"] == unsure["left"]);
  CHECK(unsure["left"] == fmt::format("{:.1f}", -1.5 * point - 1));
  CHECK(unsure["whisker"]["low"] == fmt::format("{:.1f}", -1.5 * point + 1));
  CHECK(over["length"] == "-9");
  CHECK(axis_of(std::span(bars).first(1), scale) == Interval{0, 10});
  CHECK(bar_drawing(bars[0], {0, 10}, 120)["goes_below"] == false);
}

TEST_CASE("the cover of a print has what to mend first, and nothing where all is well") {
  const std::string page = report_html(input_of(skyline()));
  const auto from = page.find("<section class=\"first\">");
  REQUIRE(from != std::string::npos);
  const std::string cover = page.substr(from, page.find("</section>", from) - from);
  CHECK(cover.find("<td>1</td>") != std::string::npos);
  CHECK(cover.find("tone green") == std::string::npos);
  const Reviewed well("touchpoints: [{ id: a, name: A, importance: 3, desired: 9, actual: 9 }]\n");
  CHECK(report_html(input_of(well)).find("<section class=\"first\">") == std::string::npos);
}

TEST_CASE("what can't be asked of a moment is not said to be lacking") {
  const Reviewed reviewed(
      "mot: 1\ntouchpoints:\n  - { id: a, name: A, moment_of_truth: true, not_applicable: { recovery: this is the recovery, empowerment: a "
      "machine, evidence: nobody is there } }\n  - { id: b, name: B }\n");
  const std::string page = without_programs(report_html(input_of(reviewed)));
  for (const char* told :
       {"Recovery: not asked: this is the recovery", ">not asked: a machine<", ">not asked: nobody is there<", "Recovery: none"})
    CHECK_MESSAGE(contains(page, told), told);
}

TEST_CASE("a page is read from the right where its workspace's name is") {
  CHECK(contains(report_html(input_of(skyline())), "<html lang=\"en\">"));
  const Reviewed arabic("mot: 1\nproject: { name: \"\u0631\u062d\u0644\u0629\" }\ntouchpoints: [{ name: Bag }]\n");
  CHECK(contains(report_html(input_of(arabic)), "<html lang=\"en\" dir=\"rtl\">"));
}

TEST_CASE("the head of a page has the version of the workspace where it has one") {
  ReportInput input = input_of(skyline());
  CHECK_FALSE(contains(report_html(input), "<dt>Version</dt>"));
  input.revision = WorkspaceRevision{"7f3a2c1", false};
  CHECK(contains(report_html(input), "<dt>Version</dt><dd>7f3a2c1</dd>"));
  input.revision = WorkspaceRevision{"7f3a2c1", true};
  CHECK(contains(report_html(input), "<dd>7f3a2c1, changed since</dd>"));
  CHECK(contains(report_markdown(input), "Version: `7f3a2c1`, changed since\n"));
}

TEST_CASE("where the figure of a journey counts branches by share, the page says why it is not that of the whole") {
  const char* const text =
      "project: { name: A, scale: { min: 0, max: 10 } }\n"
      "touchpoints:\n"
      "  - { id: a, name: A, importance: 5, desired: 10, actual: 8 }\n"
      "  - { id: b, name: B, importance: 5, desired: 10, actual: 2 }\n"
      "journey: { id: j, name: Way, stages: [{ id: s, name: S, touchpoints: [a, SECOND] }] }\n";
  const auto page_of = [&](std::string_view second) {
    std::string all = text;
    const Reviewed reviewed(all.replace(all.find("SECOND"), 6, second));
    return without_programs(report_html(input_of(reviewed))) + report_markdown(input_of(reviewed));
  };
  const std::string walked = page_of("{ when: it rains, share: 20, touchpoints: [b] }"), even = page_of("b");
  for (const std::string& said : std::vector<std::string>{
           "The 50\u00a0% counts every moment in full, as if everybody came to it. As customers walk it, with moments on branches "
           "counted by the share who come there: Way 70.0 %.",
           "70.0 % delivered as customers walk it (2 moments, 1 of them counted by the share who come there)",
           "each counted in full, as if everybody came to it; 2 of 2 known", "over all its 2 moments",
           "experience delivered 70\u00a0% as customers walk it (2 of 2 known",
           "experience delivered 50\u00a0%, every moment counted in full (2 of 2 known"}) {
    CAPTURE(said);
    CHECK(contains(walked, said));
    CHECK_FALSE(contains(even, said));
  }
  CHECK(contains(even, "delivered on a journey"));  // the glossary
}

TEST_CASE("a number in the bar of sections counts what stands in the section") {
  const std::string page = without_programs(report_html(input_of(skyline())));
  const std::string ranked = fmt::format("{}", skyline().all.analysis.ranking.size());
  CHECK(contains(page, "<a href=\"#ranking\">Ranking <span>" + ranked + "</span></a>"));
  CHECK(contains(page, "<a href=\"#coverage\">Coverage</a>"));  // a number would be read as per cent
}

TEST_CASE("a share is told of as many moments as it is known of, and for the part that the page is about") {
  const Reviewed reviewed(
      "project: { name: Acme, scale: { min: 0, max: 10 } }\n"
      "touchpoints:\n"
      "  - { id: a, name: A, importance: 4, desired: 8, actual: 8 }\n"
      "  - { id: b, name: B, importance: 5, desired: 10, moment_of_truth: true }\n"
      "  - { id: c, name: C, importance: 5, desired: 10 }\n"
      "journey: { id: j, name: Way, stages: [{ id: s, name: S, touchpoints: [a, b, c] }] }\n");
  const std::string page = without_programs(report_html(input_of(reviewed))), markdown = report_markdown(input_of(reviewed));
  for (const char* said :
       {"of what is wanted, over the 1 of its 3 moments that are known.", "delivered by its own 3 moments, 1 of them known",
        "Experience delivered: 100\u00a0% (1 of 3 known, 1 judged)."}) {
    CAPTURE(said);
    CHECK(contains(page, said));
  }
  CHECK(contains(markdown, "**100 %** of what is wanted, over the 1 of its 3 moments that are known."));
  ReportInput narrowed = input_of(reviewed);
  narrowed.only = "at the desk";
  CHECK(contains(without_programs(report_html(narrowed)), "Acme (at the desk only)</bdi> delivers"));
}

TEST_CASE("the page tells the touchpoints of an action by their names") {
  const PageTables tables = page_tables(input_of(skyline()));
  const std::string text = tables_content(skyline().loaded.workspace, tables.plan).dump();
  CHECK(contains(text, "Bags at the belt, Lost-bag desk"));
  CHECK_FALSE(contains(text, "bags-at-the-belt"));
}
