#include "mot/write/findings/findings_github.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "mot/text/utf8.h"
#include "mot/write/findings/findings_text.h"

namespace mot {
namespace {

std::string_view command_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
    case Severity::ignore:
      return "notice";
  }
  return "notice";
}

/// The text with each character of `special` as `%` and its number: how the runner expects what would end a command or a property.
std::string percent_escaped(std::string_view text, std::string_view special) {
  std::string escaped;
  for (const char c : printable(text)) {
    const bool is_special = special.find(c) != std::string_view::npos;
    escaped += is_special ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
  }
  return escaped;
}

std::string as_property(std::string_view text) {
  return percent_escaped(text, "%\r\n:,");
}

std::string as_data(std::string_view text) {
  return percent_escaped(text, "%\r\n");
}

/// Columns only where begin and end share a line: GitHub refuses others.
std::string annotation(const Finding& finding, const Sources& sources) {
  const Position begin = sources.begin_of(finding.span), end = sources.end_of(finding.span);
  std::string place = fmt::format("file={},line={},endLine={}", as_property(sources[finding.span.file].name), begin.line, end.line);
  if (begin.line == end.line) place += fmt::format(",col={},endColumn={}", begin.column, end.column);
  return fmt::format("::{} {},title={}::{}\n", command_of(finding.severity), place, as_property(finding.rule.id()),
                     as_data(finding.message));
}

/// Markdown in which nothing is markup: every character with a meaning as its number.
std::string markdown(std::string_view text) {
  std::string escaped;
  for (const char c : printable(text)) {
    const bool is_special = std::string_view("&<>|`*_[]()@#\\~!:").find(c) != std::string_view::npos;
    escaped += is_special ? fmt::format("&#{};", static_cast<int>(c)) : std::string(1, c);
  }
  return escaped;
}

std::string summary_row(const Finding& finding, const Sources& sources) {
  const Position begin = sources.begin_of(finding.span);
  return fmt::format("| {} | {}, line {} | {} | {} |\n", name_of(finding.severity), markdown(sources[finding.span.file].name), begin.line,
                     markdown(finding.message), finding.rule.id());
}

}  // namespace

std::string findings_github(const FindingReport& report) {
  std::array<std::size_t, 4> annotated = {};  // by severity
  std::size_t plain = 0;
  std::string text;
  for (const Finding& finding : report.findings) {
    if (annotated[static_cast<std::size_t>(finding.severity)]++ < most_annotations) {
      text += annotation(finding, report.sources);
    } else {
      text += headline_of(finding, report.sources) + "\n";
      ++plain;
    }
  }
  text += summary_of(report) + "\n";
  if (plain > 0) text += fmt::format("{} of them stand only in this log: GitHub annotates {} of a level\n", plain, most_annotations);
  return text;
}

std::string github_step_summary(const FindingReport& report) {
  std::string text = fmt::format("### {}\n\n", markdown(summary_of(report)));
  if (report.findings.empty()) return text;
  text += "| severity | place | finding | rule |\n| --- | --- | --- | --- |\n";
  std::size_t rows = 0;
  for (const Finding& finding : report.findings) {
    if (++rows <= most_summary_rows) text += summary_row(finding, report.sources);
  }
  if (rows > most_summary_rows) text += fmt::format("\nand {} more\n", rows - most_summary_rows);
  return text + "\n";
}

}  // namespace mot
