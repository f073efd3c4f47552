#include "mot/write/findings/findings_sarif.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>

#include "mot/text/utf8.h"

namespace mot {
namespace {

using Json = nlohmann::ordered_json;

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      return "note";
    case Severity::ignore:
      return "none";
  }
  return "none";
}

/// A path as a URI reference (RFC 3986): everything is encoded but letters, digits, `-._~` and the slashes.
std::string uri_of(std::string_view path) {
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    const bool is_plain = is_letter || std::string_view("-._~/").find(c) != std::string_view::npos;
    uri += is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

/// A message, in which `[text](address)` would be a link.
Json message_of(std::string_view text) {
  std::string plain;
  for (const char c : printable(text)) {
    if (c == '[' || c == ']') plain += '\\';
    plain += c;
  }
  return {{"text", plain}};
}

Json region_of(Span span, const Sources& sources) {
  const Position begin = sources.begin_of(span), end = sources.end_of(span);
  return {{"startLine", begin.line}, {"startColumn", begin.column}, {"endLine", end.line}, {"endColumn", end.column}};
}

Json artifact_of(Span span, const Sources& sources) {
  return {{"uri", uri_of(sources[span.file].name)}};
}

Json location_of(Span span, const Sources& sources) {
  return {{"physicalLocation", {{"artifactLocation", artifact_of(span, sources)}, {"region", region_of(span, sources)}}}};
}

Json rule_object(const Rule& rule) {
  const std::string text = fmt::format("{}\n\nBroken:\n\n{}\nMended:\n\n{}", rule.why, rule.bad, rule.good);
  const std::string markdown = fmt::format("{}\n\n```yaml\n# broken\n{}```\n\n```yaml\n# mended\n{}```\n", rule.why, rule.bad, rule.good);
  return {{"id", rule.id},
          {"shortDescription", {{"text", rule.why.substr(0, rule.why.find(". "))}}},
          {"fullDescription", {{"text", rule.why}}},
          {"help", {{"text", text}, {"markdown", markdown}}},
          {"defaultConfiguration", {{"enabled", rule.severity != Severity::ignore}, {"level", level_of(rule.severity)}}},
          {"properties", {{"tags", {name_of(rule.tier)}}}}};
}

Json fix_object(const Edit& fix, const Sources& sources) {
  const Json replacement = {{"deletedRegion", region_of(fix.span, sources)}, {"insertedContent", {{"text", fix.replacement}}}};
  return {{"artifactChanges", {{{"artifactLocation", artifact_of(fix.span, sources)}, {"replacements", {replacement}}}}}};
}

Json result_object(const Finding& finding, const Sources& sources) {
  Json result = {{"ruleId", finding.rule.id()},
                 {"ruleIndex", finding.rule.index()},
                 {"level", level_of(finding.severity)},
                 {"message", message_of(finding.message)},
                 {"locations", Json::array({location_of(finding.span, sources)})},
                 {"partialFingerprints", {{"mot/v1", fingerprint_of(finding, sources)}}}};
  for (const Note& note : finding.notes) {
    Json related = location_of(note.span, sources);
    related["message"] = message_of(note.message);
    result["relatedLocations"].push_back(std::move(related));
  }
  if (finding.fix) result["fixes"] = Json::array({fix_object(*finding.fix, sources)});
  return result;
}

}  // namespace

std::string findings_sarif(const FindingReport& report) {
  Json described = Json::array();
  for (const Rule& rule : rules) described.push_back(rule_object(rule));
  Json results = Json::array();
  for (const Finding& finding : report.findings) results.push_back(result_object(finding, report.sources));
  const Json driver = {{"name", "mot"}, {"version", report.version}, {"rules", std::move(described)}};
  const Json run = {{"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", std::move(results)}};
  const Json document = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}, {"runs", Json::array({run})}};
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace mot
