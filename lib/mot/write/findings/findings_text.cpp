#include "mot/write/findings/findings_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "mot/text/utf8.h"
#include "mot/write/findings/excerpt.h"

namespace mot {
namespace {

/// ANSI's Select Graphic Rendition.
constexpr std::string_view bold = "1", dim = "2", red = "1;31", yellow = "1;33", blue = "34", cyan = "1;36";

struct Pen {
  Ink ink = Ink::plain;

  std::string operator()(std::string_view colour, std::string_view text) const {
    return ink == Ink::plain ? std::string(text) : fmt::format("\x1b[{}m{}\x1b[0m", colour, text);
  }
};

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return red;
    case Severity::warning:
      return yellow;
    case Severity::info:
    case Severity::ignore:
      return cyan;
  }
  return cyan;
}

/// `path:line:column`. A path that looks like a command of a CI system (`::error::`) is led by `./`, which means the same.
std::string place_of(Span span, const Sources& sources) {
  const std::string name = printable(sources[span.file].name);
  const Position begin = sources.begin_of(span);
  const std::string_view lead = name.find_first_not_of(' ') == name.find("::") && name.find("::") != std::string::npos ? "./" : "";
  return fmt::format("{}{}:{}:{}", lead, name, begin.line, begin.column);
}

/// What stands at one place: the first line of a finding or of its note.
struct Remark {
  Span span;
  std::string_view kind;  // a severity's name, or `note`
  std::string_view colour;
  std::string message;
};

std::string first_line(const Remark& remark, const FindingReport& report) {
  const Pen pen{report.ink};
  return fmt::format("{} {} {}", pen(bold, place_of(remark.span, report.sources) + ":"),
                     pen(remark.colour, fmt::format("{}:", remark.kind)), printable(remark.message));
}

/// Columns left for a line beside its number, the bar, and ellipses on both sides; a terminal narrower than that must wrap.
std::size_t columns_beside(std::size_t digits, const FindingReport& report) {
  constexpr std::size_t fewest = 20;
  const std::size_t taken = digits + 5;
  if (report.columns == 0) return excerpt_columns;
  return std::clamp(report.columns, fewest + taken, excerpt_columns + taken) - taken;
}

std::string excerpt_lines(const Remark& remark, const FindingReport& report) {
  const Pen pen{report.ink};
  const std::string number = fmt::to_string(report.sources.begin_of(remark.span).line);
  const Excerpt excerpt = excerpt_of(report.sources, remark.span, columns_beside(number.size(), report));
  const std::string margin = pen(blue, std::string(number.size(), ' ') + " |");
  const std::string text = excerpt.text.empty() ? "" : " " + excerpt.text;
  const std::size_t blanks = excerpt.underline.find('^');
  return fmt::format("{}\n{}{}\n{} {}{}\n", margin, pen(blue, number + " |"), text, margin, excerpt.underline.substr(0, blanks),
                     pen(remark.colour, excerpt.underline.substr(blanks)));
}

/// Of one further place its line is shown; several are a list.
std::string finding_lines(const Finding& finding, const FindingReport& report) {
  const Remark remark{finding.span, name_of(finding.severity), colour_of(finding.severity), finding.message};
  const std::string rule = Pen{report.ink}(dim, fmt::format("[{}]", finding.rule.id()));
  std::string lines = fmt::format("{} {}\n{}", first_line(remark, report), rule, excerpt_lines(remark, report));
  for (const Note& note : finding.notes) {
    const Remark second{note.span, "note", cyan, note.message};
    lines += first_line(second, report) + "\n";
    if (finding.notes.size() == 1) lines += excerpt_lines(second, report);
  }
  return lines;
}

}  // namespace

std::string headline_of(const Finding& finding, const Sources& sources) {
  return fmt::format("{}: {}: {} [{}]", place_of(finding.span, sources), name_of(finding.severity), printable(finding.message),
                     finding.rule.id());
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string summary_of(const FindingReport& report) {
  const std::string touchpoints = counted(report.touchpoints, "touchpoint");
  const std::string files = counted(report.files, "file");
  std::vector<std::string> counts;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
    const std::size_t count = report.findings.count(severity);
    if (count > 0) counts.push_back(counted(count, name_of(severity)));
  }
  if (counts.empty()) {
    return fmt::format("{}: {} in {}, nothing {}to mend", printable(report.workspace), touchpoints, files, report.known > 0 ? "new " : "");
  }
  return fmt::format("{} in {}, {}", fmt::join(counts, ", "), files, touchpoints);
}

void write_findings_text(const FindingReport& report, const std::function<void(std::string_view)>& write) {
  constexpr std::size_t portion = 64u << 10;
  std::string text;
  bool is_first = true;
  const auto add = [&](std::string_view block) {
    text.append(std::exchange(is_first, false) ? "" : "\n").append(block);
    if (text.size() < portion) return;
    write(text);
    text.clear();
  };
  for (const Finding& finding : report.findings) add(finding_lines(finding, report));
  if (report.closing == Closing::summary) add(summary_of(report) + "\n");
  write(text);
}

std::string findings_text(const FindingReport& report) {
  constexpr std::size_t usual_length = 640;  // more than most take; what is never written to is no memory
  std::string text;                          // in one piece from the start: of 10 000 touchpoints it may be 10 MB
  text.reserve(report.findings.size() * usual_length);
  write_findings_text(report, [&](std::string_view portion) { text.append(portion); });
  return text;
}

}  // namespace mot
