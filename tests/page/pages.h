// Pages of the examples, and what stands in a page.
#pragma once

#include <string>
#include <vector>

#include "mot/page/content.h"
#include "support/checked_workspace.h"

namespace mot::testing {

inline const Reviewed& skyline() {
  static const Reviewed reviewed = [] {
    Reviewed one("project: { name: A }\n");
    one.loaded = load({.directory = std::string(MOT_SOURCE_DIR) + "/examples/skyline-air"});
    one.all = review(one.loaded, {.today = the_day});
    return one;
  }();
  return reviewed;
}

/// A page of the workspace, compared with itself so that the part about changes is there too.
inline ReportInput input_of(const Reviewed& reviewed) {
  const Table changed{"Changed", {{"id", ""}, {"touchpoint", "touchpoint"}}, {{"", {{{"a"}, {"A"}}}}}, {"a note"}};
  return {.loaded = reviewed.loaded, .review = reviewed.all, .today = the_day, .version = "1", .changes = {changed}, .since = "v1"};
}

/// All attribute values of a name, in order.
inline std::vector<std::string> values_of(const std::string& html, const std::string& attribute) {
  std::vector<std::string> values;
  const std::string begin = " " + attribute + "=\"";
  for (auto at = html.find(begin); at != std::string::npos; at = html.find(begin, at)) {
    at += begin.size();
    values.push_back(html.substr(at, html.find('"', at) - at));
  }
  return values;
}

/// Everything of a page but its styles and scripts, which are the program's own.
inline std::string without_programs(std::string html) {
  for (const char* tag : {"script", "style"}) {
    const std::string begin = std::string("<") + tag + ">", end = std::string("</") + tag + ">";
    for (auto at = html.find(begin); at != std::string::npos; at = html.find(begin)) html.erase(at, html.find(end, at) + end.size() - at);
  }
  return html;
}

}  // namespace mot::testing
