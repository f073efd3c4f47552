#include "finding_outputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>

#include "mot/analysis/compare/plausible.h"
#include "mot/check/aim_findings.h"
#include "mot/check/baseline.h"
#include "mot/check/gate_findings.h"
#include "mot/check/grouping.h"
#include "mot/load/files/files.h"
#include "mot/text/utf8.h"
#include "mot/write/file.h"
#include "mot/write/findings/findings_github.h"
#include "mot/write/findings/findings_text.h"

namespace mot {
namespace {

/// The project's name, else the folder's.
std::string name_of(const Loaded& loaded) {
  if (loaded.workspace.project.name) return loaded.workspace.project.name->value;
  std::error_code error;
  const std::string folder = std::filesystem::weakly_canonical(loaded.root, error).filename().string();
  return folder.empty() ? "workspace" : folder;
}

bool is_of_the_day(const Finding& finding) {
  return finding.rule.rule().depends_on == DependsOn::day;
}

constexpr std::size_t most_baseline_bytes = 256u << 20;  // bytes: more findings than anybody starts from

/// Whether nothing can hide behind what could not be read.
bool is_read_whole(const WorkspaceRead& read) {
  const auto hides_others = [](const Finding& finding) { return finding.rule.rule().is_about_files() || takes_figures_away(finding); };
  return std::none_of(read.review.findings.begin(), read.review.findings.end(), hides_others);
}

/// Whether what is not found any more is mended: nothing was left out either.
bool is_everything_seen(const Session& session, const WorkspaceRead& read) {
  const auto& is_shown = read.loaded.is_shown;
  return !session.arguments.has("--select") && !session.arguments.has("--ignore") &&
         std::all_of(is_shown.begin(), is_shown.end(), [](bool shown) { return shown; }) && is_read_whole(read);
}

/// What figures are held against.
struct HeldAgainst {
  KnownAims aims = {};
  Yardsticks yardsticks = {};
};

HeldAgainst held_against_of(const WorkspaceRead& read, const JudgedGates& gates) {
  const Workspace& workspace = read.loaded.workspace;
  return {aims_of(workspace, read.review.analysis), yardsticks_of(workspace, gates.results)};
}

/// What is held against less than the baseline knows: of the files that are shown, and whatever is in none of them any more.
Findings lowered_aims(const Session& session, const WorkspaceRead& read, const JudgedGates& gates, const HeldAgainst& held_against,
                      const Baseline& known) {
  const Workspace& workspace = read.loaded.workspace;
  Findings findings = shown_findings(session, read.loaded, aim_findings(known.aims, workspace, read.review.analysis));
  if (!is_read_whole(read)) return findings;
  findings.append(gone_findings(known.aims, workspace));
  findings.append(diluted_findings(known.aims, known.gates, gates.results, workspace, read.review.analysis));
  findings.append(yardstick_findings(known.aims, known.yardsticks, held_against.yardsticks, workspace));
  return findings;
}

std::string what_is_mended(std::size_t fixed, bool is_all_seen) {
  if (fixed == 0) return "";
  if (!is_all_seen) return fmt::format("; {} not found now, which may be mended or only out of sight", fixed);
  return fmt::format("; {} {} mended and can be pruned with --write-baseline", fixed, fixed == 1 ? "is" : "are");
}

/// What stands now, for `--write-baseline`; nothing where none is asked for.
std::optional<Baseline> baseline_to_write(const Session& session, const WorkspaceRead& read, const std::optional<JudgedGates>& gates,
                                          HeldAgainst held_against, const Findings& findings) {
  if (!session.arguments.has("--write-baseline")) return std::nullopt;
  Baseline baseline = baseline_of(findings, read.loaded.sources);
  if (gates) {
    baseline.gates = known_gates_of({gates->results.begin(), gates->results.end()}, read.loaded.workspace);
    baseline.aims = std::move(held_against.aims);
    baseline.yardsticks = std::move(held_against.yardsticks);
  }
  return baseline;
}

/// Beside `--baseline` it prunes: what fails now would be known from then on, which nobody has said.
void write_baseline(const Session& session, const Baseline& baseline, bool is_more_than_known) {
  const std::string file = *session.arguments.text("--write-baseline");
  if (is_more_than_known) {
    say(session, fmt::format("'{}' is left as it is: it would know what fails here; write it without --baseline where that is meant",
                             printable(file)));
    return;
  }
  deliver(session, file, to_json(baseline));
  say(session, fmt::format("'{}' knows {} now{}; --baseline lets them pass", printable(file),
                           counted(baseline.fingerprints.size(), "finding"), baseline.gates.empty() ? "" : " and how the gates stand"));
}

/// Parts what the baseline knows from the rest.
BaselineComparison held_against_baseline(const Session& session, const WorkspaceRead& read, const std::optional<Baseline>& known,
                                         bool is_all_seen, Findings findings) {
  if (!known) return {std::move(findings), {}, 0};
  BaselineComparison compared = compare(std::move(findings), *known, read.loaded.sources);
  compared.known = grouped(std::move(compared.known), read.loaded.workspace);
  const std::string mended = what_is_mended(compared.fixed, is_all_seen);
  say(session, fmt::format("{} known to the baseline{}", counted(compared.known.size(), "finding"), mended));
  return compared;
}

/// Gates that don't hold, but for those that a baseline knows to be as bad, which are kept apart.
Findings fresh_gates(const Session& session, JudgedGates& gates, const std::optional<Baseline>& baseline) {
  const std::vector<KnownGate> known = baseline ? baseline->gates : std::vector<KnownGate>{};
  // A sound baseline may be of another scale, which is told.
  const Scale& scale = baseline && baseline->yardsticks.scale ? *baseline->yardsticks.scale : gates.workspace->project.scale;
  if (const std::string fault = fault_of(known, scale); !fault.empty()) refuse_baseline(fault);
  std::vector<GateResult> fresh;
  std::vector<std::string> why_not_covered;
  for (const GateResult& gate : gates.results) {
    const auto why = mot::why_not_covered(gate, known, *gates.workspace);
    if (!why) {
      say(session, gate_text(gate, *gates.workspace) + (gate.holds == true ? "" : "; the baseline knows it"));
      if (gate.holds != true) gates.known.push_back(&gate);
      continue;
    }
    fresh.push_back(gate);
    why_not_covered.push_back(baseline ? printable(*why) : "");
  }
  return gate_findings(fresh, *gates.workspace, why_not_covered);
}

/// Whether the options name the rule or its tier.
bool names(const Arguments& arguments, std::string_view option, const Rule& rule) {
  const auto& values = arguments.all(option);
  return std::any_of(values.begin(), values.end(),
                     [&](const std::string& value) { return value == rule.id || value == name_of(rule.tier); });
}

bool is_chosen(const Arguments& arguments, const Finding& finding) {
  const Rule& rule = finding.rule.rule();
  if (rule.is_locked()) return true;
  return (!arguments.has("--select") || names(arguments, "--select", rule)) && !names(arguments, "--ignore", rule);
}

void refuse_to_ignore_what_is_locked(const Arguments& arguments) {
  for (const std::string& value : arguments.all("--ignore")) {
    const auto rule = RuleId::named(value);
    const bool is_locked = (rule && rule->rule().is_locked()) || value == name_of(Tier::shape) || value == name_of(Tier::links);
    if (is_locked)
      throw UsageError(fmt::format("'{}' can't be ignored: what it reports takes figures away; mend that instead", value),
                       arguments.command);
  }
}

/// The format of a destination; of `auto` the one that whatever runs the program understands.
const FindingFormat& format_of(const Session& session, const Destination& destination) {
  const auto formats = finding_formats();
  if (destination.format < formats.size()) return formats[destination.format];
  const std::string_view name = variable(session, "GITHUB_ACTIONS") == "true" ? "github" : "text";
  return *std::find_if(formats.begin(), formats.end(), [&](const FindingFormat& format) { return format.name == name; });
}

void add_step_summary(const Session& session, const FindingReport& report) {
  if (const auto file = variable(session, "GITHUB_STEP_SUMMARY")) append_to_file(*file, github_step_summary(report));
}

}  // namespace

std::vector<std::string_view> severity_choices() {
  return {name_of(Severity::error), name_of(Severity::warning), name_of(Severity::info), never_fails};
}

std::vector<std::string_view> rules_and_tiers() {
  std::vector<std::string_view> names;
  for (const Rule& rule : rules) names.push_back(rule.id);
  names.insert(names.end(), tier_names().begin(), tier_names().end());
  return names;
}

Findings shown_findings(const Session& session, const Loaded& loaded, Findings findings) {
  refuse_to_ignore_what_is_locked(session.arguments);
  const auto is_shown = [&](const Finding& finding) { return loaded.is_shown[finding.span.file] && is_chosen(session.arguments, finding); };
  if (std::ranges::all_of(findings, is_shown)) return findings;
  Findings shown;
  for (Finding& finding : findings) {
    if (is_shown(finding)) shown.add(std::move(finding));
  }
  return shown;
}

std::span<const FindingFormat> finding_choices() {
  static const std::vector<FindingFormat> choices = [] {
    std::vector<FindingFormat> all(finding_formats().begin(), finding_formats().end());
    all.push_back({"auto", "", "github in a GitHub workflow, else text", nullptr});
    return all;
  }();
  return choices;
}

FindingReport report_on(const Loaded& loaded, const Findings& findings) {
  return {.sources = loaded.sources,
          .findings = findings,
          .workspace = name_of(loaded),
          .files = loaded.files,
          .touchpoints = loaded.workspace.touchpoints.size(),
          .version = std::string(version())};
}

std::optional<Baseline> baseline_given(const Session& session) {
  const auto file = session.arguments.text("--baseline");
  return file ? std::optional(baseline_from_json(read_file(*file, most_baseline_bytes))) : std::nullopt;
}

namespace {

/// Text on standard output goes there in portions: of 10 000 touchpoints it may be 10 MB.
void deliver(const Session& session, const std::string& file, const FindingFormat& format, const FindingReport& report) {
  if (file == "-" && format.write == findings_text)
    write_findings_text(report, [&](std::string_view portion) { print(session, portion); });
  else
    deliver(session, file, format.write(report));
}

/// What is read or written as a baseline is not to become something else.
void refuse_to_overwrite_baselines(const Session& session, std::span<const Destination> destinations) {
  for (const Destination& destination : destinations) {
    for (const std::string_view option : {"--baseline", "--write-baseline"}) {
      const auto file = session.arguments.text(option);
      if (file && destination.file != "-" && is_same_file(destination.file, *file))
        throw UsageError(fmt::format("-o and {} name one file, '{}'", option, printable(*file)), session.arguments.command);
    }
  }
}

}  // namespace

int deliver_findings(const Session& session, WorkspaceRead& read, std::span<const Destination> destinations,
                     std::optional<JudgedGates> gates) {
  refuse_to_overwrite_baselines(session, destinations);
  const auto known = baseline_given(session);
  const bool is_all_seen = is_everything_seen(session, read);
  HeldAgainst held_against = gates ? held_against_of(read, *gates) : HeldAgainst();
  Findings lowered = gates && known ? lowered_aims(session, read, *gates, held_against, *known) : Findings();
  Findings findings = shown_findings(session, read.loaded, std::exchange(read.review, {}).findings);
  const std::optional<Baseline> new_baseline = baseline_to_write(session, read, gates, std::move(held_against), findings);
  BaselineComparison compared = held_against_baseline(session, read, known, is_all_seen, std::move(findings));
  findings = grouped(std::move(compared.fresh), read.loaded.workspace);
  if (gates) findings.append(fresh_gates(session, *gates, known));
  findings.append(std::move(lowered));
  findings.sort();
  FindingReport report = report_on(read.loaded, findings);
  const auto fails_at = severity_named(session.arguments.text_of("--fail-on"));
  report.fails_at = fails_at.value_or(out_of_reach);
  report.gates = gates;
  report.known = compared.known.size() + (gates ? gates->known.size() : 0);
  report.today = read.today.date;
  if (session.arguments.has("--quiet")) report.closing = Closing::none;
  bool is_on_screen = false;
  for (const Destination& destination : destinations) {
    const FindingFormat& format = format_of(session, destination);
    report.ink = destination.file == "-" ? ink_of_out(session) : Ink::plain;
    report.columns = destination.file == "-" ? session.streams.out_columns : 0;
    is_on_screen |= destination.file == "-";
    deliver(session, destination.file, format, report);
    if (format.write == findings_github) add_step_summary(session, report);
  }
  if (!is_on_screen) say(session, summary_of(report));
  if (std::any_of(findings.begin(), findings.end(), is_of_the_day)) {
    say(session, fmt::format("today is {}, says {}", to_string(read.today.date), read.today.said_by));
  }
  const bool fails = findings.any_at_least(report.fails_at);
  // An error stays one whatever --fail-on lets pass: else a baseline would learn it that way.
  if (new_baseline) write_baseline(session, *new_baseline, known && (fails || findings.any_at_least(Severity::error)));
  return fails ? 1 : 0;
}

}  // namespace mot
