#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <ostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "figure_outputs.h"
#include "filter_options.h"
#include "mot/analysis/compare/regressions.h"
#include "mot/analysis/gates.h"
#include "mot/analysis/groups.h"
#include "mot/analysis/sensitivity.h"
#include "mot/check/gate_findings.h"
#include "mot/load/files/files.h"
#include "mot/tables/groups_table.h"
#include "mot/tables/kpis_table.h"
#include "mot/tables/sensitivity_table.h"
#include "mot/tables/sentences.h"
#include "mot/tables/times_tables.h"
#include "mot/tables/voices_tables.h"
#include "mot/text/utf8.h"
#include "mot/write/findings/findings_text.h"
#include "mot/write/json/gaps_json.h"
#include "table_of_commands.h"
#include "viewpoint_options.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr Option first_gaps_options[] = {
    format_option<table_formats>,
    output_option,
    {"--by", "", "WHAT", "a row for each of these", name_of(GroupBy::touchpoint), words_of_vocabulary<GroupBy>},
    method_option,
    importance_option,
    persona_option,
};

constexpr Option last_gaps_options[] = {
    top_option,
    {"--sensitivity", "", "", "show which ranks and quadrants flip: within intervals, by other methods, with the cross-hair elsewhere"},
    {"--voices", "", "", "add thumbs, quotes, and what top performers reach and do"},
    {"--times", "", "", "add how long customers wait and how long it takes, against what is wanted, and sums along journeys"},
    {"--kpis", "", "", "add the KPIs and outcomes against their targets; with --by under their departments, journeys or stages"},
    {"--baseline", "", "FILE", "exit with 1 where something got worse since this file, which 'mot gaps -o FILE.json' wrote"},
    today_option,
    stdin_filename_option,
};

constexpr auto gaps_options = options_from(first_gaps_options, place_options, narrowing_options, last_gaps_options);

constexpr std::size_t most_known_bytes = 256u << 20;  // bytes: figures of more touchpoints than anybody has

std::string value_text(const std::optional<double>& value) {
  return value ? number_text(*value, 2) : "unknown";
}

/// `'drei' (was 'three')`.
std::string touchpoint_text(const Regression& regression) {
  const std::string id = fmt::format("'{}'", printable(regression.id));
  return regression.id_before.empty() ? id : fmt::format("{} (was '{}')", id, printable(regression.id_before));
}

/// `thumbs up at 'rebook'`, `outcome 'recommend'`, `delivered`.
std::string figure_text(const Regression& regression) {
  const std::string_view name = name_of(regression.measure);
  if (regression.id.empty()) return std::string(name);
  return fmt::format("{}{} {}", name, regression.measure == Measure::outcome ? "" : " at", touchpoint_text(regression));
}

/// Of a touchpoint that was measured, what no test can hold anything against now.
std::string sentence_on_lost_measurement(const Regression& regression) {
  const std::string before =
      fmt::format("worse: {} was measured by n {} at {}", touchpoint_text(regression), regression.n_before, value_text(regression.before));
  if (regression.kind == RegressionKind::no_longer_measured) {
    const bool is_published = regression.kind_now == ActualKind::published;
    return fmt::format("{}, is {} now at {}", before, is_published ? "a published mean" : "judged", value_text(regression.after));
  }
  return fmt::format("{}, and can't be tested any more: n {} count as {}, or their spread is not known", before, regression.n_after,
                     value_text(regression.n_effective_after));
}

std::string sentence_on_figure(const Regression& regression) {
  const std::string_view unit = regression.measure == Measure::outcome ? "" : " %";
  const std::string before = value_text(regression.before) + std::string(unit);
  if (regression.kind == RegressionKind::figure_lost)
    return fmt::format("worse: nobody knows any more: {}, was {}", figure_text(regression), before);
  if (regression.kind == RegressionKind::figure_not_tested)
    return fmt::format("worse: {}, was {}, can't be tested any more: its answers count as {}", figure_text(regression), before,
                       value_text(regression.n_effective_after));
  return fmt::format("worse: {}: {}{}, was {}, p {:.2g}", figure_text(regression), value_text(regression.after), unit, before,
                     *regression.p);
}

std::string sentence_on_kpi(const Regression& regression) {
  const std::string id = fmt::format("KPI '{}'", printable(regression.id)), before = value_text(regression.before);
  if (regression.kind == RegressionKind::kpi_missed)
    return fmt::format("worse: {} misses its target at {}, was {}", id, value_text(regression.after), before);
  const std::string_view why = regression.kind == RegressionKind::kpi_gone ? ": it is not in the workspace" : "";
  return fmt::format("worse: nobody knows any more: {}, was {}{}", id, before, why);
}

std::string sentence_on(const Regression& regression) {
  switch (regression.kind) {
    case RegressionKind::lived_worse: {
      const std::string p = regression.p ? fmt::format(", p {:.2g}", *regression.p) : ", judged";
      return fmt::format("worse: {} is lived at {}, was {}{}", touchpoint_text(regression), value_text(regression.after),
                         value_text(regression.before), p);
    }
    case RegressionKind::no_longer_known:
    case RegressionKind::touchpoint_gone: {
      const std::string_view why = regression.kind == RegressionKind::touchpoint_gone ? ": it is not in the workspace" : "";
      return fmt::format("worse: nobody knows any more what customers live at {}, was {}{}", touchpoint_text(regression),
                         value_text(regression.before), why);
    }
    case RegressionKind::no_longer_measured:
    case RegressionKind::no_longer_tested:
      return sentence_on_lost_measurement(regression);
    case RegressionKind::figure_worse:
    case RegressionKind::figure_lost:
    case RegressionKind::figure_not_tested:
      return sentence_on_figure(regression);
    case RegressionKind::kpi_missed:
    case RegressionKind::kpi_lost:
    case RegressionKind::kpi_gone:
      return sentence_on_kpi(regression);
    case RegressionKind::aim_lowered:
      return fmt::format("worse: less is asked of {}: {}", touchpoint_text(regression), regression.what);
    case RegressionKind::yardstick_moved:
      return fmt::format("worse: '{}': {}", printable(regression.id), printable(regression.what));
    case RegressionKind::gate_broken:
      return fmt::format("worse: gate '{}' is broken at {}, was {}{}", regression.id, value_text(regression.after),
                         value_text(regression.before), regression.what.empty() ? "" : "; new: " + printable(regression.what));
  }
  return {};
}

/// What is worse only if answers that could not be used say the worst begins with that, and ends with how many they are.
std::string sentence(const Regression& regression) {
  const std::string as_it_is = sentence_on(regression);
  if (regression.lost == 0) return as_it_is;
  const std::string count = regression.lost < AnswerSums::uncounted
                                ? counted(static_cast<std::size_t>(std::ceil(regression.lost)), "answer")
                                : std::string("answers, nobody knows how many,");
  return fmt::format("might be {}, if {} that could not be used said the worst; mend them", as_it_is, count);
}

/// What a team may have meant to do.
bool may_be_meant(const Regression& regression) {
  return regression.kind == RegressionKind::touchpoint_gone || regression.kind == RegressionKind::kpi_gone ||
         regression.kind == RegressionKind::aim_lowered || regression.kind == RegressionKind::yardstick_moved;
}

void refuse_other_ground(const KnownFigures& known, const Workspace& workspace, const Analysis& analysis) {
  if (!known.narrowed_to.empty()) {
    throw std::runtime_error(fmt::format(
        "the baseline is about a part of a workspace, {}, and the figures about all of it; write a new one", printable(known.narrowed_to)));
  }
  const Scale& scale = workspace.project.scale;
  if (!(known.scale == scale)) {
    throw std::runtime_error(
        fmt::format("the baseline is on a scale from {} to {}, and the workspace on one from {} to {}; write a new one", known.scale.min,
                    known.scale.max, scale.min, scale.max));
  }
  const auto persona = analysis.persona ? std::optional(workspace.personas[*analysis.persona].id.value) : std::nullopt;
  if (known.persona == persona) return;
  throw std::runtime_error(fmt::format("the baseline is about {}, and the figures about {}; write a new one",
                                       printable(known.persona.value_or("everybody")), persona.value_or("everybody")));
}

/// Read before anything is written, so that no output takes its place.
std::optional<KnownFigures> baseline_given(const Session& session, const GapsDocument& document) {
  const auto file = session.arguments.text("--baseline");
  if (!file) return std::nullopt;
  KnownFigures known = known_figures_from_json(read_input(session, *file, most_known_bytes));
  refuse_other_ground(known, document.workspace, document.analysis);
  return known;
}

/// Says what got worse since the baseline; whether anything did, or could have and was lost.
bool is_worse_than_baseline(const Session& session, const KnownFigures& known, const GapsDocument& document, const Findings& errors) {
  const auto regressions = find_regressions(known, document.workspace, document.analysis, document.gates, document.answers);
  for (const Regression& regression : regressions) session.streams.err << sentence(regression) << "\n";
  if (std::ranges::any_of(regressions, may_be_meant)) say(session, "where something is gone or lower on purpose, write the baseline anew");
  if (!errors.empty()) session.streams.err << "answers are lost, so nobody can tell whether anything got worse; mend that first\n";
  if (regressions.empty() && errors.empty()) say(session, "nothing got worse since the baseline");
  return !regressions.empty() || !errors.empty();
}

std::vector<Table> tables_of(const Arguments& arguments, const GapsDocument& document, GroupBy by, const Wording& wording) {
  const Workspace& workspace = document.workspace;
  const TouchpointRow any{workspace, document.analysis, document.rank_ranges, 0, document.answers, wording};
  std::vector<Table> tables = {by == GroupBy::touchpoint ? gaps_table(any)
                                                         : groups_table(by, workspace.project.scale, document.groups, wording)};
  const auto add = [&](std::vector<Table> more) { std::ranges::move(more, std::back_inserter(tables)); };
  for (const GateResult& gate : document.gates) tables[0].notes.push_back(gate_text(gate, workspace, wording));
  if (by == GroupBy::persona) add({uneven_table(workspace, *document.answers, wording)});
  if (!document.otherwise.empty()) add({sensitivity_table(any, document.otherwise)});
  if (arguments.has("--voices")) add(voices_tables(workspace, *document.answers, document.analysis, wording));
  if (arguments.has("--times")) add(times_tables(workspace, times_of(workspace), times_along(workspace), wording));
  if (arguments.has("--kpis")) add({kpis_table({workspace, document.analysis, wording, document.groups, document.today.value_or(Date())})});
  return tables;
}

/// Of a list by touchpoint of the whole, those of the part.
template <class Item>
std::vector<Item> those_of(const std::optional<WorkspacePart>& part, std::vector<Item> all) {
  if (!part || all.empty()) return all;
  std::vector<Item> some;
  for (const std::size_t touchpoint : part->touchpoints) some.push_back(all[touchpoint]);
  return some;
}

void refuse_filtered_baseline(const Arguments& arguments, const std::optional<WorkspacePart>& part) {
  if (part && arguments.has("--baseline"))
    throw UsageError("--baseline is about the whole workspace; leave out what narrows it", arguments.command);
}

int gaps(const Session& session) {
  const Arguments& arguments = session.arguments;
  const auto destinations = destinations_in<table_formats>(arguments);
  const AnswersRead read = read_for_figures(session);
  const Workspace& whole = read.loaded.workspace;
  const Analysis of_whole = analyse(whole, read.answers, viewpoint_of(arguments, whole));
  const TouchpointFilter filter = filter_of(arguments, whole);
  const auto part = selected_part(filter, arguments, whole, read.answers, of_whole);
  refuse_filtered_baseline(arguments, part);
  const Workspace& workspace = part ? part->workspace : whole;
  const Answers& answers = part ? part->answers : read.answers;
  const Analysis& analysis = part ? part->analysis : of_whole;
  const auto by = word_of<GroupBy>(arguments, "--by");
  const bool is_whole = !part && !analysis.persona;  // which gates are about
  const bool is_sensitivity = arguments.has("--sensitivity");
  const GapsDocument document = {
      .workspace = workspace,
      .analysis = analysis,
      .groups = groups_by(by, workspace, answers, analysis),
      .gates = is_whole ? held_behind(read.errors, judge_gates(workspace, analysis)) : std::vector<GateResult>{},
      .rank_ranges = is_sensitivity ? those_of(part, rank_ranges(whole, of_whole)) : decltype(GapsDocument::rank_ranges){},
      .today = read.today.date,
      .answers = &answers,
      .otherwise = is_sensitivity ? those_of(part, looked_at_otherwise(whole, read.answers, of_whole)) : std::vector<Otherwise>{},
      .narrowed_to = part ? filter_text(Wording(), filter, whole) : std::string()};
  const auto baseline = baseline_given(session, document);
  const auto tables_in = [&](const Wording& wording) {
    std::vector<Table> tables = tables_of(arguments, document, by, wording);
    tell_whose({whole, filter, analysis.persona, part.has_value()}, tables, wording);
    cut_to_top(arguments, tables, wording);
    return tables;
  };
  deliver_figures(session, destinations, whole.project, {tables_in, [&] { return gaps_json(document); }});
  return baseline && is_worse_than_baseline(session, *baseline, document, read.errors) ? 1 : 0;
}

}  // namespace

constinit const Command gaps_command = {
    .name = "gaps",
    .does = "rank the gaps between what is wanted and what is lived, and say who can close them",
    .details =
        "Positive gaps are shortfalls. What nobody wrote down or measured is a blind spot and never enters a mean. Grouped by persona, "
        "the touchpoints at which personas are treated unevenly follow. With --baseline, worse is an actual that Welch's t says is lower "
        "(p under 0.05, adjusted by Holm), a judged one that is lower, one that is not known any more, one that was measured and is only "
        "judged now or by too few to be tested, one that would be worse if answers that could not be used since said the worst, a "
        "touchpoint, outcome or KPI that is gone (one under another id is compared under that), "
        "a broken gate whose value is worse or that something new breaks, a KPI that is worse and misses its target or the one it had, and "
        "all that 'mot check --baseline' calls aim-lowered: a wish, a target or a gate's limit that demands less, fewer than half of the "
        "answers, answers that are read otherwise or not any more. What demands more is not. What narrows the touchpoints leaves each its "
        "rank and figures of the whole, sums what is left, and judges no gates. Exit code 0: nothing got worse, or no baseline; 1: "
        "something did, or answers are lost and nobody can "
        "tell; 2: something could not "
        "be read or written.",
    .examples =
        "  mot gaps\n"
        "  mot gaps --by department -o gaps.csv\n"
        "  mot gaps --persona ines --format json\n"
        "  mot gaps --journey same-day-trip --moments-of-truth --top 5\n"
        "  mot gaps --times --kpis\n"
        "  mot gaps --sensitivity --voices -o gaps.xlsx\n"
        "  mot gaps -o then.json; mot gaps --baseline then.json\n",
    .options = gaps_options,
    .operand = workspace_operand,
    .run = gaps,
};

}  // namespace mot
