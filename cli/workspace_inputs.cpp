#include "workspace_inputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <stdexcept>

#include "finding_outputs.h"
#include "mot/write/findings_text.h"

namespace mot {
namespace {

bool forbids_figures(const Finding& finding) {
  const Tier tier = finding.rule.rule().tier;
  return finding.severity == Severity::error && (tier == Tier::shape || tier == Tier::links);
}

WorkspaceRead read(const Session& session, const Inputs& inputs) {
  const Today today = today_of(session);
  Loaded loaded = load(inputs);
  Review reviewed = review(loaded, {.today = today.date});
  return {std::move(loaded), today, std::move(reviewed)};
}

}  // namespace

Inputs inputs_of(const Session& session) {
  const Arguments& arguments = session.arguments;
  return {.directory = arguments.text_of("--directory"),
          .paths = arguments.operands(),
          .stdin_filename = arguments.text_of("--stdin-filename"),
          .in = &session.streams.in};
}

WorkspaceRead read_workspace(const Session& session) {
  return read(session, inputs_of(session));
}

bool forbids_figures(const WorkspaceRead& read) {
  return std::any_of(read.review.findings.begin(), read.review.findings.end(),
                     [](const Finding& finding) { return forbids_figures(finding); });
}

WorkspaceRead read_for_figures(const Session& session) {
  return read_for_figures(session, inputs_of(session));
}

WorkspaceRead read_for_figures(const Session& session, const Inputs& inputs) {
  WorkspaceRead workspace = read(session, inputs);
  Findings errors;
  for (const Finding& finding : workspace.review.findings) {
    if (forbids_figures(finding)) errors.add(finding);
  }
  if (errors.empty()) return workspace;
  FindingReport report = report_on(workspace.loaded, errors);
  report.ink = ink_of_err(session);
  report.closing = Closing::none;
  session.streams.err << findings_text(report) << "\n";
  const std::string them = errors.size() == 1 ? "it" : "them";
  throw std::runtime_error(
      fmt::format("a workspace with {} has no figures and no pictures; mend {} first", counted(errors.size(), "error"), them));
}

}  // namespace mot
