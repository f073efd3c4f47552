// Journeys to draw: a short one whose every part is known, and long ones made to measure.
#pragma once

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mot/load/load.h"
#include "mot/picture/canvas.h"
#include "mot/typesetting/typesetter.h"
#include "mot/view/views.h"

namespace mot::testing {

inline const Typesetter& typesetter() {
  static const Typesetter one;
  return one;
}

/// What the program draws for --view.
inline Scene drawn_view(std::string_view name, const PictureInput& input, const PictureOptions& options = {}) {
  const auto views = picture_views();
  const auto view = std::find_if(views.begin(), views.end(), [&](const PictureView& known) { return known.name == name; });
  REQUIRE(view != views.end());
  return view->draw(input, options);
}

inline Workspace workspace_from(const std::string& yaml) {
  std::istringstream in("mot: 1\n" + yaml);
  Inputs inputs;
  inputs.paths = {"-"};
  inputs.in = &in;
  Loaded loaded = load(inputs);
  for (const Finding& finding : loaded.findings) FAIL(finding.message);
  return std::move(loaded.workspace);
}

/// In lanes, unless a layout is asked for.
inline Scene scene_of(const Workspace& workspace, PictureOptions options = {}, Answers answers = {}) {
  answers.touchpoints.resize(workspace.touchpoints.size());
  if (!options.layout) options.layout = Layout::lanes;
  return drawn_view("journey", {workspace, analyse(workspace, answers), answers, light_theme(), typesetter()}, options);
}

inline Scene scene_from(const std::string& yaml, const PictureOptions& options = {}) {
  return scene_of(workspace_from(yaml), options);
}

inline Scene story_from(const std::string& yaml, PictureOptions options = {}) {
  options.layout = Layout::story;
  return scene_from(yaml, options);
}

/// `a=4/9 b=/9!`: lived and wanted, either may be left out; `!` is conditional.
inline std::string touchpoints_from(const std::string& notation) {
  std::string yaml = "touchpoints:\n";
  std::istringstream in(notation);
  for (std::string word; in >> word;) {
    const bool conditional = word.back() == '!';
    if (conditional) word.pop_back();
    const auto equals = word.find('='), of = word.find('/');
    const std::string id = word.substr(0, equals), lived = word.substr(equals + 1, of - equals - 1), wanted = word.substr(of + 1);
    yaml += fmt::format("  - {{id: {}, name: Moment {}{}{}{}}}\n", id, id, lived.empty() ? "" : ", actual: " + lived,
                        wanted.empty() ? "" : ", desired: " + wanted, conditional ? ", when: it rains" : "");
  }
  return yaml;
}

/// `a b|-|c`: touchpoints in stages; `-` is a stage without.
inline std::string journey_from(const std::string& notation) {
  std::string yaml = "journey:\n  id: j\n  name: J\n  stages:\n";
  if (notation.empty()) return "journey: {id: j, name: J}\n";
  std::istringstream stages(notation);
  std::size_t count = 0;
  for (std::string stage; std::getline(stages, stage, '|');) {
    yaml += fmt::format("    - {{id: s{0}, name: Stage {0}, touchpoints: [", ++count);
    std::istringstream ids(stage == "-" ? "" : stage);
    std::string separator;
    for (std::string id; ids >> id; separator = ", ") yaml += separator + id;
    yaml += "]}\n";
  }
  return yaml;
}

/// Names to put on touchpoints, stages and departments, each with words that are hard to set.
inline const std::vector<std::string> plain_names = {"Search a fare", "Rebook", "Find the counter", "Greeting", "Bag drop"};
inline const std::vector<std::string> hard_names = {
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz und Reklamationsbearbeitung",
    "旅客在柜台前等待的时间不应该超过一分钟而且有人主动问候并说明下一步该怎么做",
    "يستقبل الموظف المسافر باسمه خلال دقيقة واحدة ويشرح له ما سيحدث بعد ذلك",
    "👩‍👩‍👧‍👦🧳✈️ Familie mit 🧸 und 🚼 am Schalter 🛄🛃",
    "यात्री को पहले से बताया जाता है कि आगे क्या होगा और कौन मदद करेगा",
    "x",
    "A very long English name that goes on and on until nobody remembers where it began or why it was written at all, honestly",
};

struct Many {
  std::size_t touchpoints = 3;
  std::size_t departments = 2;
  std::size_t a_stage = 4;  ///< touchpoints in each
  bool is_measured = true;
  std::size_t aside_every = 0;  ///< each so manieth one is conditional
  std::vector<std::string> names = plain_names;
};

inline std::string yaml_of_journey(const Many& many) {
  std::string yaml = "departments:\n";
  const auto name = [&](std::size_t i) { return "'" + many.names[i % many.names.size()] + "'"; };
  for (std::size_t i = 0; i < many.departments; ++i) yaml += fmt::format("  - {{id: d{}, name: {}}}\n", i, name(i));
  yaml += "touchpoints:\n";
  for (std::size_t i = 0; i < many.touchpoints; ++i) {
    yaml += fmt::format("  - id: t{}\n    name: {}\n    department: d{}\n    importance: {}\n", i, name(i), (i * 7 / 3) % many.departments,
                        1 + i % 5);
    if (i % 3 == 0) yaml += "    moment_of_truth: true\n";
    yaml += fmt::format("    desired: {{company: {{experience: {0}, score: {1}}}, customer: {{experience: {0}, score: {2}}}}}\n",
                        name(i + 1), 6 + i % 4, 5 + i % 6);
    if (many.is_measured && i % 6 != 4) yaml += fmt::format("    actual: {}\n", static_cast<double>(i * 37 % 101) / 10);
    if (many.aside_every > 0 && i % many.aside_every == 1) yaml += fmt::format("    when: {}\n", name(i + 2));
    yaml += fmt::format("    policy: {{rule: {}, protects: company}}\n", name(i));
    if (i % 3 != 2)
      yaml += fmt::format("    evidence: [{{from: talks, voice: customer, verdict: {}, quote: {}}}, {{voice: customer, quote: {}}}]\n",
                          i % 4 == 0 ? "up" : "down", name(i + 3), name(i + 4));
  }
  yaml += fmt::format("journey:\n  id: long\n  name: {}\n  stages:\n", name(7));
  for (std::size_t i = 0; i < many.touchpoints; i += many.a_stage) {
    yaml += fmt::format("    - {{id: s{}, name: {}, touchpoints: [", i, name(i));
    for (std::size_t k = i; k < std::min(many.touchpoints, i + many.a_stage); ++k) yaml += fmt::format("{}t{}", k > i ? ", " : "", k);
    yaml += "]}\n";
  }
  return yaml;
}

inline constexpr const char* short_trip = R"(project: {name: Skyline Air, words: {company: the airline, customer: passenger}}
departments: [{id: desk, name: Reservations}, {id: gate, name: Airport services}]
personas: [{id: ines, name: "Ines, car exporter"}]
touchpoints:
  - id: search
    name: Search a fare
    department: desk
    importance: 3
    desired: {company: {experience: The first price is the price paid., score: 8}}
    actual: 7
  - id: rebook
    name: Rebook after a change
    department: desk
    importance: 5
    moment_of_truth: A plan has just fallen apart.
    desired:
      company: {experience: One call settles it., score: 7}
      customer: {experience: Do not punish me., score: 9, adequate: 6}
    policy: {rule: No change within 24 hours, protects: company}
    evidence: [{from: interviews, voice: customer, verdict: down, quote: Three days late and nobody could decide., score: 4, n: 40, sd: 1}]
  - id: greeting
    name: Greeting at check-in
    department: gate
    importance: 4
    moment_of_truth: true
    desired: {company: {experience: Greeted by name within a minute., score: 9}}
    empowerment: {may: [waive a bag fee]}
  - id: late-desk
    name: Late desk
    department: gate
    when: the passenger is late
    desired: 8
    actual: 2
  - id: bag-drop
    name: Bag drop
    department: gate
    importance: 3
    desired: 6
    actual: 8
    promise: {text: Two minutes, kept: {count: 190, of: 300}}
journey:
  id: trip
  name: A short trip
  persona: ines
  stages:
    - {id: book, name: Plan and book, touchpoints: [search, rebook]}
    - {id: check-in, name: Check in, touchpoints: [greeting, late-desk, bag-drop]}
)";

}  // namespace mot::testing
