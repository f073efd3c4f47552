// Workspaces that are hard to draw: from nothing at all to 300 touchpoints, in every script, and with markup for names.
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "support/journeys.h"

namespace mot::testing {

/// A workspace in which every field that a picture shows is used somewhere.
struct Crowd {
  std::size_t touchpoints = 12;
  std::size_t departments = 3;
  std::size_t journeys = 2;
  std::size_t a_stage = 4;
  std::size_t personas = 2;
  std::vector<std::string> names = plain_names;
  enum class Scores { spread, all_equal, unknown } scores = Scores::spread;
};

inline std::string score_fields(const Crowd& crowd, std::size_t i) {
  const auto name = [&](std::size_t k) { return "'" + crowd.names[k % crowd.names.size()] + "'"; };
  if (crowd.scores == Crowd::Scores::unknown) return "";
  if (crowd.scores == Crowd::Scores::all_equal) return "    importance: 5\n    desired: 9\n    actual: 4\n";
  std::string yaml = fmt::format("    importance: {}\n    desired: {{company: {}, customer: {}}}\n", 1 + i % 5, 6 + i % 4, 5 + i % 6);
  if (i % 6 != 4) yaml += fmt::format("    actual: {}\n", static_cast<double>(i * 37 % 101) / 10);
  if (i % 4 == 1)
    yaml += fmt::format("    evidence: [{{voice: customer, score: {}, n: {}, sd: 2.5, quote: {}, outcome: leaves}}]\n", i * 31 % 10,
                        3 + i % 50, name(i + 5));
  return yaml;
}

inline std::string touchpoint_yaml(const Crowd& crowd, std::size_t i) {
  const auto name = [&](std::size_t k) { return "'" + crowd.names[k % crowd.names.size()] + "'"; };
  std::string yaml = fmt::format("  - id: t{}\n    name: {}\n", i, name(i));
  if (crowd.departments > 0) yaml += fmt::format("    department: d{}\n", (i * 7 / 3) % crowd.departments);
  yaml += score_fields(crowd, i);
  if (i % 3 == 0) yaml += "    moment_of_truth: true\n";
  if (i % 7 == 5) yaml += fmt::format("    when: {}\n", name(i + 2));
  if (i % 4 != 3) yaml += fmt::format("    role: {}\n    customer_does: wait and {}\n", name(i / 2 + 1), name(i + 1));
  if (i % 3 != 1) yaml += fmt::format("    tangibles: [{}, {}]\n", name(i), name(i + 3));
  if (i % 5 == 2) yaml += fmt::format("    policy: {{rule: {}, protects: company}}\n", name(i));
  if (i % 5 == 1)
    yaml += fmt::format("    empowerment: {{may: [{}, {}], limit: {}, knows: [{}], asks: {}}}\n", name(i), name(i + 1), name(i + 2),
                        name(i + 3), name(i / 6));
  if (i % 9 == 8) yaml += fmt::format("    visibility: {}\n    supports: [t{}, t{}]\n", i % 2 ? "support" : "backstage", i - 1, i - 5);
  return yaml;
}

inline std::string action_yaml(const Crowd& crowd, std::size_t i) {
  constexpr const char* statuses[] = {"proposed", "planned", "doing", "done", "dropped"};
  const auto name = [&](std::size_t k) { return "'" + crowd.names[k % crowd.names.size()] + "'"; };
  return fmt::format(
      "  - {{id: a{0}, name: {1}, touchpoints: [t{0}, t{2}], owner: {3}, status: {4}, due: 2027-01-31, effort: 2, lift: {5}}}\n", i,
      name(i + 1), i * 7 % crowd.touchpoints, name(i), statuses[i / 4 % 5], static_cast<double>(i % 5) / 2);
}

/// Each later journey begins a little further on and takes every second or third touchpoint.
inline std::string journey_yaml(const Crowd& crowd, std::size_t j) {
  const auto name = [&](std::size_t k) { return "'" + crowd.names[k % crowd.names.size()] + "'"; };
  std::string yaml = fmt::format("  - id: j{}\n    name: {}\n", j, name(j));
  if (crowd.personas > 0) yaml += fmt::format("    persona: p{}\n", j % crowd.personas);
  yaml += "    stages:\n";
  std::size_t stage = 0, in_stage = 0;
  for (std::size_t i = j; i < crowd.touchpoints; i += j + 1) {
    if (in_stage == 0) yaml += fmt::format("      - {{id: s{0}, name: {1}, touchpoints: [", stage, name(stage + 2));
    yaml += fmt::format("{}t{}", in_stage > 0 ? ", " : "", i);
    if (++in_stage < crowd.a_stage && i + j + 1 < crowd.touchpoints) continue;
    yaml += "]}\n";
    in_stage = 0, ++stage;
  }
  return yaml + fmt::format("      - {{id: last, name: {}}}\n", name(stage + 2));
}

inline std::string yaml_of(const Crowd& crowd) {
  const auto name = [&](std::size_t k) { return "'" + crowd.names[k % crowd.names.size()] + "'"; };
  std::string yaml = fmt::format("project: {{name: {}}}\n", name(0));
  if (crowd.departments > 0) yaml += "departments:\n";
  for (std::size_t i = 0; i < crowd.departments; ++i)
    yaml += fmt::format("  - {{id: d{}, name: {}{}}}\n", i, name(i), i % 3 == 2 ? "" : ", lead: " + name(i + 4));
  if (crowd.personas > 0) yaml += "personas:\n";
  for (std::size_t i = 0; i < crowd.personas; ++i)
    yaml += fmt::format("  - {{id: p{}, name: {}, needs: [{}, {}], flag: {}}}\n", i, name(i), name(i + 1), name(i + 2), name(i + 3));
  if (crowd.touchpoints > 0) yaml += "touchpoints:\n";
  for (std::size_t i = 0; i < crowd.touchpoints; ++i) yaml += touchpoint_yaml(crowd, i);
  if (crowd.touchpoints > 0) yaml += "actions:\n";
  for (std::size_t i = 0; i < crowd.touchpoints; i += 4) yaml += action_yaml(crowd, i);
  if (crowd.journeys > 0) yaml += "journeys:\n";
  for (std::size_t j = 0; j < crowd.journeys; ++j) yaml += journey_yaml(crowd, j);
  return yaml;
}

inline const std::vector<std::string> markup_names = {
    "<b>&amp;</b> ''quoted'' \"x\"", "]]> --> <script>alert(1)</script>", "\\N \\G \\l a\\nb", "${x} $(y) `z`", "a   b",
    "{{mustache}} #[x] ##[error]"};

/// Of a journey that runs from the right.
inline const std::vector<std::string> arabic_names = {"الترحيب بالمسافر", "تسليم الأمتعة (2)", "البحث عن مكتب الأمتعة المفقودة",
                                                      "رحلة IJ 204 إلى دبي", "إعادة الحجز"};

struct HardCase {
  const char* what;
  std::string yaml;
};

inline std::vector<HardCase> hard_cases() {
  using enum Crowd::Scores;
  return {
      {"nothing at all", "project: {name: Nothing}\n"},
      {"departments alone", yaml_of(Crowd{.touchpoints = 0, .journeys = 0})},
      {"a journey without stages", "journey: {id: j, name: J}\n"},
      {"one touchpoint on no journey", yaml_of(Crowd{.touchpoints = 1, .departments = 1, .journeys = 0, .personas = 0})},
      {"no departments", yaml_of(Crowd{.touchpoints = 8, .departments = 0})},
      {"one department", yaml_of(Crowd{.touchpoints = 9, .departments = 1})},
      {"nothing measured", yaml_of(Crowd{.touchpoints = 14, .scores = unknown})},
      {"all equal", yaml_of(Crowd{.touchpoints = 30, .departments = 5, .scores = all_equal})},
      {"thirty", yaml_of(Crowd{.touchpoints = 30, .departments = 6, .journeys = 3})},
      {"twenty-five departments", yaml_of(Crowd{.touchpoints = 60, .departments = 25, .journeys = 4, .personas = 7})},
      {"three hundred", yaml_of(Crowd{.touchpoints = 300, .departments = 12, .journeys = 6, .a_stage = 12})},
      {"every script", yaml_of(Crowd{.touchpoints = 40, .departments = 8, .journeys = 4, .a_stage = 3, .names = hard_names})},
      {"from the right", yaml_of(Crowd{.touchpoints = 20, .departments = 9, .journeys = 3, .names = arabic_names})},
      {"markup for names", yaml_of(Crowd{.touchpoints = 12, .departments = 6, .names = markup_names})},
      {"a scale to a million",
       "project: {scale: {min: -1000000, max: 1000000}}\n" + touchpoints_from("a=987654/1000000 b=0/1000000") + journey_from("a b")},
      {"a scale below 0", "project: {scale: {min: -5, max: 5}}\n" + touchpoints_from("a=-4.5/4.5 b=5/-5") + journey_from("a b")},
  };
}

}  // namespace mot::testing
