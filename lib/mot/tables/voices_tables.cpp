#include "mot/tables/voices_tables.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <tuple>

#include "mot/analysis/contrasts.h"
#include "mot/analysis/interval_names.h"
#include "mot/analysis/scores.h"
#include "mot/tables/distribution_table.h"
#include "mot/tables/figure.h"

namespace mot {
namespace {

Column points(std::string key, std::string header, const Scale& scale, ColumnKind kind = ColumnKind::number) {
  return {std::move(key), std::move(header), kind, decimals_on(scale)};
}

/// A touchpoint at which personas differ.
struct Uneven {
  std::size_t touchpoint;
  GroupGap gap;
};

std::vector<Uneven> uneven_ones(const Workspace& workspace, const Answers& answers) {
  std::vector<Uneven> found;
  const auto gaps = persona_gaps(workspace, answers);
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    if (gaps[i]) found.push_back({i, *gaps[i]});
  }
  std::ranges::stable_sort(found, {}, [&](const Uneven& one) {
    return std::tuple(!one.gap.is_established, -one.gap.difference, std::string_view(workspace.touchpoints[one.touchpoint].id.value));
  });
  return found;
}

Row uneven_row(const Workspace& workspace, const Answers& answers, const Uneven& uneven, const Wording& wording) {
  const auto& [touchpoint, gap] = uneven;
  const auto& by_persona = answers.of(touchpoint).by_persona;
  const auto n = [&](std::size_t persona) { return Cell{static_cast<double>(by_persona[persona].n)}; };
  return {{workspace.touchpoints[touchpoint].id.value},
          {workspace.touchpoints[touchpoint].name.value},
          {workspace.personas[gap.better].name.value},
          {by_persona[gap.better].mean},
          n(gap.better),
          {workspace.personas[gap.worse].name.value},
          {by_persona[gap.worse].mean},
          n(gap.worse),
          {gap.difference},
          cell_of(gap.interval),
          {wording(gap.is_established ? "yes" : "no")},
          {gap.interval ? std::string(welch_interval) : ""}};
}

Table thumbs_table(const Workspace& workspace, const Analysis& analysis, const Wording& wording) {
  Table table{.title = wording("Thumbs"),
              .columns = {{"id", ""},
                          {"touchpoint", wording("touchpoint")},
                          {"up", wording("up"), ColumnKind::number},
                          {"of", wording("of"), ColumnKind::number},
                          {"share", wording("% up"), ColumnKind::number, 1},
                          {"interval", "95 %", ColumnKind::interval, 1},
                          {"interval_kind", ""}},
              .sections = {{}},
              .notes = {wording("intervals are Wilson's")},
              .speech = speech_of(wording)};
  for (std::size_t i = 0; i < analysis.touchpoints.size(); ++i) {
    const auto& thumbs = analysis.touchpoints[i].thumbs;
    if (!thumbs) continue;
    table.sections[0].rows.push_back({{workspace.touchpoints[i].id.value},
                                      {workspace.touchpoints[i].name.value},
                                      {static_cast<double>(thumbs->count)},
                                      {static_cast<double>(thumbs->of)},
                                      {100 * thumbs->value},
                                      {Interval{100 * thumbs->interval.low, 100 * thumbs->interval.high}},
                                      {std::string(wilson_interval)}});
  }
  if (table.sections[0].rows.empty()) table.notes = {wording("no source asks for thumbs")};
  return table;
}

Row quote_row(const Touchpoint& touchpoint, std::string verdict, const std::string& text, const std::string& from) {
  return {{touchpoint.id.value}, {touchpoint.name.value}, {std::move(verdict)}, {text}, {from}};
}

Table quotes_table(const Workspace& workspace, const Answers& answers, const std::optional<std::size_t>& persona, const Wording& wording) {
  Table table{.title = wording("Quotes"),
              .columns = {{"id", ""},
                          {"touchpoint", wording("touchpoint")},
                          {"verdict", wording("thumb")},
                          {"quote", wording("quote")},
                          {"from", wording("from"), ColumnKind::text, 0, 1}},
              .sections = {{}},
              .notes = {},
              .speech = speech_of(wording)};
  const auto said = [&](const std::optional<Verdict>& verdict) { return verdict ? wording(name_of(*verdict)) : ""; };
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) {
    const Touchpoint& touchpoint = workspace.touchpoints[i];
    for (const Quote& quote : answers.of(i).quotes) {
      if (persona && quote.persona != persona) continue;
      const std::string from = quote.persona ? workspace.personas[*quote.persona].name.value : "";
      table.sections[0].rows.push_back(quote_row(touchpoint, said(quote.verdict), quote.text, from));
    }
    for (const Evidence& evidence : touchpoint.evidence) {
      if (persona || !evidence.quote) continue;  // evidence names no persona
      const auto verdict = evidence.verdict ? std::optional(evidence.verdict->value) : std::nullopt;
      table.sections[0].rows.push_back(
          quote_row(touchpoint, said(verdict), evidence.quote->value, evidence.from ? evidence.from->value : ""));
    }
  }
  if (table.sections[0].rows.empty()) table.notes = {wording("none")};
  return table;
}

Table performers_table(const Workspace& workspace, const Wording& wording) {
  const Scale& scale = workspace.project.scale;
  Table table{.title = wording("What top performers reach and do"),
              .columns = {{"id", ""},
                          {"touchpoint", wording("touchpoint")},
                          points("top", wording("top"), scale),
                          {"top_n", wording("n"), ColumnKind::number},
                          points("typical", wording("typical"), scale),
                          {"typical_n", wording("n"), ColumnKind::number},
                          points("difference", wording("more"), scale),
                          points("interval", "95 %", scale, ColumnKind::interval),
                          {"top_practices", wording("they do")},
                          {"only_top", wording("only they"), ColumnKind::text, 0, 1},
                          {"interval_kind", ""}},
              .sections = {{}},
              .notes = {wording("intervals are Welch's")},
              .speech = speech_of(wording)};
  for (const Touchpoint& touchpoint : workspace.touchpoints) {
    const auto gap = practice_gap(touchpoint, scale);
    const Practices practices = practices_at(touchpoint);
    if (!gap && practices.top.empty()) continue;
    const auto mean = [&](Measurement PracticeGap::*which) { return gap ? Cell{((*gap).*which).mean} : Cell{Unknown{}}; };
    const auto n = [&](Measurement PracticeGap::*which) { return gap ? Cell{static_cast<double>(((*gap).*which).n)} : Cell{Unknown{}}; };
    table.sections[0].rows.push_back({{touchpoint.id.value},
                                      {touchpoint.name.value},
                                      mean(&PracticeGap::top),
                                      n(&PracticeGap::top),
                                      mean(&PracticeGap::typical),
                                      n(&PracticeGap::typical),
                                      gap ? Cell{gap->difference} : Cell{Unknown{}},
                                      gap ? cell_of(gap->interval) : Cell{Unknown{}},
                                      {fmt::format("{}", fmt::join(practices.top, "; "))},
                                      {fmt::format("{}", fmt::join(practices.only_top, "; "))},
                                      {gap && gap->interval ? std::string(welch_interval) : ""}});
  }
  if (table.sections[0].rows.empty()) table.notes = {wording("no evidence of voice top-performer tells")};
  return table;
}

Table flags_table(const Workspace& workspace, const std::optional<std::size_t>& persona, const Wording& wording) {
  Table table{.title = wording("How moments honour what customers are proud of"),
              .columns = {{"id", ""},
                          {"touchpoint", wording("touchpoint")},
                          {"persona", wording("persona")},
                          {"flag", wording("flag")},
                          {"proud_of", wording("proud of"), ColumnKind::text, 0, 1}},
              .sections = {{}},
              .notes = {},
              .speech = speech_of(wording)};
  for (const Touchpoint& touchpoint : workspace.touchpoints) {
    for (const auto& [whose, honours] : touchpoint.flags) {
      if (!whose.index || (persona && whose.index != persona)) continue;
      const Persona& proud = workspace.personas[*whose.index];
      table.sections[0].rows.push_back(
          {{touchpoint.id.value}, {touchpoint.name.value}, {proud.name.value}, {honours.value}, {proud.flag ? proud.flag->value : ""}});
    }
  }
  if (table.sections[0].rows.empty()) table.notes = {wording("no moment flies a customer's flag (flags)")};
  return table;
}

/// What a touchpoint says in words; nothing where it says none.
using WordsOf = std::optional<std::string> (*)(const Touchpoint&);

std::optional<std::string> why_it_decides(const Touchpoint& touchpoint) {
  return touchpoint.moment_of_truth.why ? std::optional(touchpoint.moment_of_truth.why->value) : std::nullopt;
}

std::optional<std::string> worth_noting(const Touchpoint& touchpoint) {
  std::string text;
  for (const Text& detail : touchpoint.remember) text += (text.empty() ? "" : "; ") + detail.value;
  return text.empty() ? std::nullopt : std::optional(text);
}

/// A touchpoint a row; without any the note.
Table words_table(const Workspace& workspace, Table table, WordsOf words_of) {
  table.sections = {{}};
  for (const Touchpoint& touchpoint : workspace.touchpoints) {
    if (const auto words = words_of(touchpoint))
      table.sections[0].rows.push_back({{touchpoint.id.value}, {touchpoint.name.value}, {*words}});
  }
  if (!table.sections[0].rows.empty()) table.notes.clear();
  return table;
}

Table decisive_table(const Workspace& workspace, const Wording& wording) {
  return words_table(workspace,
                     {.title = wording("Why a moment decides"),
                      .columns = {{"id", ""}, {"touchpoint", wording("touchpoint")}, {"why", wording("why")}},
                      .sections = {},
                      .notes = {wording("no moment of truth says why it is one")},
                      .speech = speech_of(wording)},
                     why_it_decides);
}

Table remembered_table(const Workspace& workspace, const Wording& wording) {
  return words_table(workspace,
                     {.title = wording("Worth noting for the next contact"),
                      .columns = {{"id", ""}, {"touchpoint", wording("touchpoint")}, {"remember", wording("remember")}},
                      .sections = {},
                      .notes = {wording("no moment says what is worth noting (remember)")},
                      .speech = speech_of(wording)},
                     worth_noting);
}

}  // namespace

Table uneven_table(const Workspace& workspace, const Answers& answers, const Wording& wording) {
  const Scale& scale = workspace.project.scale;
  Table table{.title = wording("Uneven treatment: the widest difference between two personas"),
              .columns = {{"id", ""},
                          {"touchpoint", wording("touchpoint")},
                          {"better", wording("better for"), ColumnKind::text, 0, 1},
                          points("better_actual", wording("actual"), scale),
                          {"better_n", wording("n"), ColumnKind::number},
                          {"worse", wording("worse for")},
                          points("worse_actual", wording("actual"), scale),
                          {"worse_n", wording("n"), ColumnKind::number},
                          points("difference", wording("difference"), scale),
                          points("interval", wording("interval"), scale, ColumnKind::interval),
                          {"established", wording("established")},
                          {"interval_kind", ""}},
              .sections = {{}},
              .notes = {wording("intervals are Welch's, at 95 % for all pairs of personas of a touchpoint together (Bonferroni)")},
              .speech = speech_of(wording)};
  for (const Uneven& uneven : uneven_ones(workspace, answers))
    table.sections[0].rows.push_back(uneven_row(workspace, answers, uneven, wording));
  if (table.sections[0].rows.empty()) table.notes = {wording("at no touchpoint two personas answered")};
  return table;
}

std::vector<Table> voices_tables(const Workspace& workspace, const Answers& answers, const Analysis& analysis, const Wording& wording) {
  return {distribution_table(workspace, answers, analysis.persona, wording),
          thumbs_table(workspace, analysis, wording),
          quotes_table(workspace, answers, analysis.persona, wording),
          performers_table(workspace, wording),
          flags_table(workspace, analysis.persona, wording),
          decisive_table(workspace, wording),
          remembered_table(workspace, wording)};
}

}  // namespace mot
