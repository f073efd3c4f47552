// How gates stand: each as a line, and those that do not hold as findings at the place that sets them.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "mot/analysis/gates.h"
#include "mot/findings/finding.h"
#include "mot/model/workspace.h"
#include "mot/words/wording.h"

namespace mot {

/// Whom a gate is told: who keeps the files finds it by its key and touchpoints by their ids; who reads the page knows neither.
enum class GateReader : unsigned char { of_files, of_the_page };

/// `gate 'gap_at_most: 4' is broken: 6.4, surely over 6.1, at rebook; over the limit too: claim; nobody gave a score: gate-change`, or
/// `No moment may fall short by more than 4 points. This does not hold: 6.4 points, surely over 6.1, at Rebook; …`. Touchpoints past the
/// fifth are counted. Findings say it in English.
std::string gate_text(const GateResult& gate, const Workspace& workspace, const Wording& wording = Wording(),
                      GateReader reader = GateReader::of_files);

/// Whether a finding is an error behind which figures are wrong: one of form or links, or answers that are lost.
bool takes_figures_away(const Finding& finding);

/// The gates as they stand behind what was found: where an error takes figures away, none of them is judged, for nobody can tell what
/// the answers that are lost would have said.
std::vector<GateResult> held_behind(const Findings& findings, std::vector<GateResult> gates);

/// `gate-broken` and `gate-undecided`, in the order of the gates. Where the project allows undecided gates they are told at severity info.
/// Gates that are not judged have one cause, and one finding, at the first of them. Where a baseline was given, `why_not_covered` says of
/// each gate why it does not pass for all that.
Findings gate_findings(std::span<const GateResult> gates, const Workspace& workspace, std::span<const std::string> why_not_covered = {});

}  // namespace mot
