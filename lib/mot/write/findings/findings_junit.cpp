#include "mot/write/findings/findings_junit.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "mot/check/gate_findings.h"
#include "mot/write/findings/findings_text.h"
#include "mot/write/xml.h"

namespace mot {
namespace {

/// How many tests there are and how many failed, as attributes.
std::string counts(std::size_t tests, std::size_t failures) {
  return fmt::format("tests=\"{}\" failures=\"{}\"", tests, failures);
}

std::string test_case(const Finding& finding, const FindingReport& report) {
  const Sources& sources = report.sources;
  const Position begin = sources.begin_of(finding.span);
  const std::string file = xml_text(sources[finding.span.file].name);
  const std::string headline = xml_text(headline_of(finding, sources));
  const std::string outcome = finding.severity >= report.fails_at ? fmt::format("<failure type=\"{}\" message=\"{}\">{}</failure>",
                                                                                finding.rule.id(), xml_text(finding.message), headline)
                                                                  : fmt::format("<system-out>{}</system-out>", headline);
  return fmt::format("    <testcase classname=\"{0}\" name=\"{1} at {2}:{3}\" file=\"{0}\" line=\"{2}\">\n      {4}\n    </testcase>\n",
                     file, finding.rule.id(), begin.line, begin.column, outcome);
}

std::string test_suite(const std::vector<const Finding*>& findings, const FindingReport& report) {
  const auto failures = std::count_if(findings.begin(), findings.end(), [&](const Finding* f) { return f->severity >= report.fails_at; });
  const std::string& file = report.sources[findings.front()->span.file].name;
  std::string text =
      fmt::format("  <testsuite name=\"{}\" {}>\n", xml_text(file), counts(findings.size(), static_cast<std::size_t>(failures)));
  for (const Finding* finding : findings) text += test_case(*finding, report);
  return text + "  </testsuite>\n";
}

std::string passing_suite(const FindingReport& report) {
  const std::string name = xml_text(report.workspace);
  return fmt::format("  <testsuite name=\"{0}\" {1}>\n    <testcase classname=\"{0}\" name=\"{2}\"/>\n  </testsuite>\n", name, counts(1, 0),
                     report.known > 0 ? "nothing new to mend" : "nothing to mend");
}

bool is_known(const GateResult& gate, const FindingReport& report) {
  return std::ranges::count(report.gates->known, &gate) > 0;
}

/// The gates that hold, those that a baseline knows and those that are not judged, a case each; the others are findings.
std::vector<const GateResult*> gates_with_a_case(const FindingReport& report) {
  std::vector<const GateResult*> gates;
  if (!report.gates) return gates;
  for (const GateResult& gate : report.gates->results) {
    if (gate.holds == true || !gate.is_judged || is_known(gate, report)) gates.push_back(&gate);
  }
  return gates;
}

std::string suite_of_gates(const std::vector<const GateResult*>& gates, const FindingReport& report) {
  std::string text = fmt::format("  <testsuite name=\"gates\" {}>\n", counts(gates.size(), 0));
  for (const GateResult* gate : gates) {
    const std::string name = xml_text(fmt::format("{}: {}", gate->name, gate->limit));
    const std::string line =
        xml_text(gate_text(*gate, *report.gates->workspace) + (is_known(*gate, report) ? "; the baseline knows it" : ""));
    const std::string outcome = gate->is_judged ? fmt::format("<system-out>{}</system-out>", line)  //
                                                : fmt::format("<skipped message=\"{}\"/>", line);
    text += fmt::format("    <testcase classname=\"gates\" name=\"{}\">\n      {}\n    </testcase>\n", name, outcome);
  }
  return text + "  </testsuite>\n";
}

}  // namespace

std::string findings_junit(const FindingReport& report) {
  std::map<std::uint32_t, std::vector<const Finding*>> by_file;
  std::size_t failures = 0;
  for (const Finding& finding : report.findings) {
    by_file[finding.span.file].push_back(&finding);
    failures += finding.severity >= report.fails_at ? 1 : 0;
  }
  const auto gates = gates_with_a_case(report);
  const std::size_t cases = report.findings.size() + gates.size();
  std::string text = fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"mot\" {}>\n",
                                 counts(std::max<std::size_t>(1, cases), failures));
  for (const auto& [file, findings] : by_file) text += test_suite(findings, report);
  if (!gates.empty()) text += suite_of_gates(gates, report);
  if (cases == 0) text += passing_suite(report);
  return text + "</testsuites>\n";
}

}  // namespace mot
