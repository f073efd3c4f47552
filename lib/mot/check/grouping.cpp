#include "mot/check/grouping.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "mot/check/rule_context.h"
#include "mot/text/shortlist.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

/// The one rule about a source that may speak once for each of its columns, where it is the file that is another.
constexpr RuleId about_a_source = "unknown-column";

/// The department of each touchpoint by id, empty where it has none. Only looked up, never walked.
using Departments = std::unordered_map<std::string_view, std::string_view>;

Departments departments_of(const Workspace& workspace) {
  Departments departments;
  for (const Touchpoint& touchpoint : workspace.touchpoints) departments.emplace(touchpoint.id.value, touchpoint.department.value);
  return departments;
}

/// Whether a message begins as its rule's words for many do; one that knows more of its touchpoint is told alone.
bool says_what_many_say(const Finding& finding) {
  const std::string_view of_many = finding.rule.rule().of_many;
  return !of_many.empty() && finding.message.starts_with(of_many.substr(0, of_many.find("{}")));
}

/// The rules about cells of a column, which say the same of every column of a file that is read in a wrong way.
constexpr RuleId about_columns[] = {"answers-lost", "off-scale-answers"};

bool is_about_column(const Finding& finding) {
  return finding.subjects.size() == 2 && std::ranges::find(about_columns, finding.rule) != std::ranges::end(about_columns);
}

/// What is said of the cells of a column, without their number, its name and what they hold.
std::string_view said_of_cells(std::string_view message) {
  const std::size_t begin = message.find("' ");
  return begin == std::string_view::npos ? message : message.substr(begin, message.find(": ", begin) - begin);
}

/// What findings of a rule have in common if one cause is behind them; nothing where each is told alone.
std::optional<std::string> cause_of(const Finding& finding, const Departments& departments) {
  if (is_about_column(finding)) return fmt::format("{}\n{}", finding.subjects.front(), said_of_cells(finding.message));
  if (finding.subjects.size() != 1) return std::nullopt;
  if (finding.rule == about_a_source) return finding.subjects.front();
  const auto department = departments.find(finding.subjects.front());
  const bool is_alone = !says_what_many_say(finding) || department == departments.end();
  return is_alone ? std::nullopt : std::optional<std::string>(department->second);
}

/// What a message states, without what it advises.
std::string statement_of(const Finding& finding) {
  return finding.message.substr(0, std::min(finding.message.find(": "), finding.message.find("; ")));
}

void name_touchpoints(std::span<const Finding> findings, Finding& whole) {
  whole.subjects.clear();
  std::vector<std::string> quoted;
  for (const Finding& finding : findings) {
    whole.subjects.push_back(finding.subjects.front());
    quoted.push_back(fmt::format("'{}'", finding.subjects.front()));
  }
  whole.message = fmt::format(fmt::runtime(whole.rule.rule().of_many), shortlist(quoted));
}

void name_columns(std::span<const Finding> others, Finding& whole) {
  std::vector<std::string> quoted;
  for (const Finding& finding : others) quoted.push_back(fmt::format("'{}'", printable(finding.subjects.back())));
  whole.message += fmt::format("; so are cells of {}", shortlist(quoted));
}

/// One finding for all of one rule and cause, two or more.
Finding merged(std::span<const Finding> findings) {
  Finding whole = findings.front();
  const auto others = findings.subspan(1);
  if (whole.rule == about_a_source)
    whole.message +=
        fmt::format("; nor {} more that {} asked for: is it the right file?", others.size(), others.size() == 1 ? "is" : "are");
  else if (is_about_column(whole))
    name_columns(others, whole);
  else
    name_touchpoints(findings, whole);
  for (const Finding& finding : others) whole.notes.push_back({finding.span, statement_of(finding)});
  return whole;
}

/// Ids of what a part of a workspace may lack.
std::set<std::string_view> ids_in(const Workspace& workspace) {
  std::set<std::string_view> ids;
  for (const Touchpoint& touchpoint : workspace.touchpoints) ids.insert(touchpoint.id.value);
  for (const Journey& journey : workspace.journeys) ids.insert(journey.id.value);
  for (const Action& action : workspace.actions) ids.insert(action.id.value);
  return ids;
}

}  // namespace

Findings grouped(Findings findings, const Workspace& workspace) {
  const Departments departments = departments_of(workspace);
  std::map<std::pair<RuleId, std::string>, std::vector<std::size_t>> group_of;
  std::unordered_map<std::size_t, const std::vector<std::size_t>*> several;  // by each of theirs; only looked up, never walked
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& finding = findings.begin()[static_cast<std::ptrdiff_t>(i)];
    if (const auto cause = cause_of(finding, departments)) group_of[{finding.rule, *cause}].push_back(i);
  }
  for (const auto& [cause, group] : group_of) {
    for (const std::size_t i : group) {
      if (group.size() > 1) several.emplace(i, &group);
    }
  }
  if (several.empty()) return findings;
  const auto finding_at = [&](std::size_t i) { return std::move(findings.begin()[static_cast<std::ptrdiff_t>(i)]); };
  Findings told;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const auto group = several.find(i);
    if (group == several.end()) {
      told.add(finding_at(i));
    } else if (group->second->front() == i) {
      std::vector<Finding> all;
      std::ranges::transform(*group->second, std::back_inserter(all), finding_at);
      told.add(merged(all));
    }
  }
  return told;
}

Findings findings_about_part(const Findings& findings, const Workspace& whole, const Workspace& part) {
  const std::set<std::string_view> here = ids_in(part), anywhere = ids_in(whole);
  const auto is_left_out = [&](const std::string& subject) { return anywhere.contains(subject) && !here.contains(subject); };
  Findings kept;
  for (const Finding& finding : findings) {
    if (std::ranges::none_of(finding.subjects, is_left_out)) kept.add(finding);
  }
  return kept;
}

}  // namespace mot
