#include "mot/write/findings/findings_json.h"

#include <nlohmann/json.hpp>

#include "mot/write/json/gates_json.h"

namespace mot {
namespace {

/// Where a span lies, as keys of the object it is put into.
void put_place(Json& object, Span span, const Sources& sources) {
  const Position begin = sources.begin_of(span), end = sources.end_of(span);
  object["file"] = sources[span.file].name;
  object["line"] = begin.line;
  object["column"] = begin.column;
  object["end_line"] = end.line;
  object["end_column"] = end.column;
}

Json fix_of(const Finding& finding, const Sources& sources) {
  if (!finding.fix) return nullptr;
  Json fix;
  put_place(fix, finding.fix->span, sources);
  fix["replacement"] = finding.fix->replacement;
  return fix;
}

Json notes_of(const Finding& finding, const Sources& sources) {
  Json notes = Json::array();
  for (const Note& note : finding.notes) {
    Json object = {{"message", note.message}};
    put_place(object, note.span, sources);
    notes.push_back(std::move(object));
  }
  return notes;
}

Json finding_object(const Finding& finding, const Sources& sources) {
  Json object = {{"rule", finding.rule.id()}, {"severity", name_of(finding.severity)}, {"message", finding.message}};
  put_place(object, finding.span, sources);
  object["fix"] = fix_of(finding, sources);
  object["fingerprint"] = fingerprint_of(finding, sources);
  object["notes"] = notes_of(finding, sources);
  return object;
}

}  // namespace

std::string findings_json(const FindingReport& report) {
  Json findings = Json::array();
  for (const Finding& finding : report.findings) findings.push_back(finding_object(finding, report.sources));
  const Json today = report.today ? Json(to_string(*report.today)) : Json(nullptr);
  Json document = {{"format_version", 1},
                   {"today", today},
                   {"findings", std::move(findings)},
                   {"summary",
                    {{"errors", report.findings.count(Severity::error)},
                     {"warnings", report.findings.count(Severity::warning)},
                     {"infos", report.findings.count(Severity::info)},
                     {"files", report.files},
                     {"touchpoints", report.touchpoints}}}};
  if (report.gates) document["gates"] = gates_json(report.gates->results, *report.gates->workspace);
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace mot
