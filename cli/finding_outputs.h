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
/// The ids of all rules, then the names of tiers.
std::vector<std::string_view> rules_and_tiers();

/// The value of --fail-on at which no finding fails a run.
inline constexpr std::string_view never_fails = "never";

inline constexpr Option fail_on_option = {
    .long_name = "--fail-on",
    .short_name = "",
    .value = "SEVERITY",
    .help = "exit with 1 where a finding is at least this severe; never: let findings pass",
    .otherwise = "error",
    .choices = severity_choices,
};

inline constexpr Option baseline_option = {"--baseline", "", "FILE", "let pass what this file knows; only new findings count"};
inline constexpr Option write_baseline_option = {"--write-baseline", "", "FILE",
                                                 "write down all findings there, to start from; beside --baseline, what is left of them"};

// What is shown, by rule or tier.
inline constexpr Option select_option = {
    .long_name = "--select",
    .value = "RULE",
    .help =
        "show and count only this rule, or the rules of this tier (shape, links, coverage, sense, service), and "
        "what can't be silenced; may stand several times",
    .choices = rules_and_tiers,
    .times = Times::any_number};
inline constexpr Option ignore_option = {.long_name = "--ignore",
                                         .value = "RULE",
                                         .help = "leave out this rule, or the rules of this tier; may stand several times",
                                         .choices = rules_and_tiers,
                                         .times = Times::any_number};

/// What --format chooses among: the formats, and `auto`, the one that the surroundings read: github in a GitHub workflow, else text.
std::span<const FindingFormat> finding_choices();

/// Those of the findings that are in the files that were asked for, as --select and --ignore choose among them. Throws UsageError where
/// --ignore names what can't be silenced.
Findings shown_findings(const Session& session, const Loaded& loaded, Findings findings);

/// The report on `findings` in what was loaded; it refers to both, which must outlive it.
FindingReport report_on(const Loaded& loaded, const Findings& findings);

/// Writes the findings in the files that were asked for to every destination, those of gates that don't hold with them, and a summary for
/// GitHub where its format is asked for and a step wants one. What a --baseline knows is left out and counted; --write-baseline writes down
/// all of them, and the gates, unless something fails that a --baseline does not know. The exit code: 1 where one is as severe as
/// --fail-on, else 0. Takes the review out of what was read, so that figures make room for what is written.
int deliver_findings(const Session& session, WorkspaceRead& read, std::span<const Destination> destinations,
                     std::optional<JudgedGates> gates = std::nullopt);

/// What the file of --baseline knows; nothing where none is given.
std::optional<Baseline> baseline_given(const Session& session);

}  // namespace mot
