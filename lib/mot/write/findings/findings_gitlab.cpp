#include "mot/write/findings/findings_gitlab.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <string_view>

#include "mot/text/utf8.h"

namespace mot {
namespace {

using Json = nlohmann::ordered_json;

std::string_view degree_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "major";
    case Severity::warning:
      return "minor";
    case Severity::info:
    case Severity::ignore:
      return "info";
  }
  return "info";
}

}  // namespace

std::string findings_gitlab(const FindingReport& report) {
  const Sources& sources = report.sources;
  std::map<std::string, std::size_t> times_seen;
  Json issues = Json::array();
  for (const Finding& finding : report.findings) {
    std::string fingerprint = fingerprint_of(finding, sources);
    if (const std::size_t times = ++times_seen[fingerprint]; times > 1) fingerprint += fmt::format("#{}", times);
    const Json lines = {{"begin", sources.begin_of(finding.span).line}, {"end", sources.end_of(finding.span).line}};
    issues.push_back({{"description", printable(finding.message)},
                      {"check_name", finding.rule.id()},
                      {"fingerprint", fingerprint},
                      {"severity", degree_of(finding.severity)},
                      {"location", {{"path", sources[finding.span.file].name}, {"lines", lines}}}});
  }
  return issues.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace mot
