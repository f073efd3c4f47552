// Findings as the result of a command: their options, where they go, and the exit code they give.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "mot/check/baseline.h"
#include "mot/write/findings/finding_formats.h"
#include "mot/write/findings/finding_report.h"
#include "outputs.h"
#include "workspace_inputs.h"

namespace mot {

std::vector<std::string_view> severity_choices();

inline constexpr Option fail_on_option = {
    .long_name = "--fail-on",
    .short_name = "",
    .value = "SEVERITY",
    .help = "exit with 1 where a finding is at least this severe",
    .otherwise = "error",
    .choices = severity_choices,
};

inline constexpr Option baseline_option = {"--baseline", "", "FILE", "let pass what this file knows; only new findings count"};
inline constexpr Option write_baseline_option = {"--write-baseline", "", "FILE", "write down all findings there, to start from"};

/// What --format chooses among: the formats, and `auto`, the one that the surroundings read: github in a GitHub workflow, else text.
std::span<const FindingFormat> finding_choices();

/// The findings in the files that were asked for.
Findings shown_findings(const WorkspaceRead& read);

/// The report on `findings` in what was loaded; it refers to both, which must outlive it.
FindingReport report_on(const Loaded& loaded, const Findings& findings);

/// Writes the findings in the files that were asked for to every destination, and a summary for GitHub where its format is asked for and a
/// step wants one. What a --baseline knows is left out and counted; --write-baseline writes down all of them, and the gates. The exit code:
/// 1 where one is as severe as --fail-on, else 0.
int deliver_findings(const Session& session, const WorkspaceRead& read, std::span<const Destination> destinations,
                     std::vector<KnownGate> gates = {});

/// What the file of --baseline knows; nothing where none is given.
std::optional<Baseline> baseline_given(const Session& session);

}  // namespace mot
