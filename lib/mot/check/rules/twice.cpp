// Rules of what stands twice and counts twice: columns, entries of evidence, names.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "mot/analysis/scores.h"
#include "mot/check/rule_context.h"
#include "mot/text/phrase_match.h"

namespace mot {
namespace {

/// Where a column was read for the first time, and for which touchpoint.
struct FirstUse {
  const Text* column;
  const Link<Touchpoint>* touchpoint;
};

/// What `uses` knows of a column, or nothing where this is its first use, which it knows from now on.
std::optional<FirstUse> used_before(std::map<std::vector<std::string>, FirstUse>& uses, std::vector<std::string> key, const FirstUse& use) {
  const auto [first, is_new] = uses.try_emplace(std::move(key), use);
  return is_new ? std::nullopt : std::optional(first->second);
}

void report_used_twice(const SurveySource& source, const FirstUse& first, const FirstUse& use, const Report& report) {
  const std::string& one = first.touchpoint->value;
  const std::string& other = use.touchpoint->value;
  const std::string uses =
      one == other ? fmt::format("for two things at '{}': name for each the column that asks about it", shown(one))
                   : fmt::format("for '{}' and for '{}': name for each the column that asks about it", shown(one), shown(other));
  report(use.column->span, fmt::format("the column '{}' of '{}' is read {}", shown(use.column->value), source.id.value, uses),
         {source.id.value, one, other})
      .notes.push_back({first.column->span, "first used here"});
}

/// What people call the place where a source's answers lie.
const std::string& place_name_of(const SurveySource& source) {
  return source.table ? source.table->value : source.file ? source.file->value : source.id.value;
}

/// Where a source's answers lie: a file, its sheet, a table of a database.
std::string place_of(const SurveySource& source) {
  std::string place;
  if (source.path) place = std::filesystem::path(*source.path).lexically_normal().string();
  for (const auto* part : {&source.connect, &source.table, &source.sheet}) {
    if (*part) place += '\n' + (*part)->value;
  }
  return place;
}

/// Whether no row counts in both, as far as they say themselves: of a column each keeps other values.
bool keep_other_rows(const Filter& one, const Filter& other) {
  const auto is_kept_by_other = [&](const Entry<Text, std::vector<Text>>& kept) {
    const auto same = std::ranges::find(other, kept.key.value, [](const auto& entry) { return entry.key.value; });
    if (same == other.end()) return true;
    return std::ranges::any_of(
        kept.value, [&](const Text& word) { return std::ranges::find(same->value, word.value, &Text::value) != same->value.end(); });
  };
  return !std::ranges::all_of(one, is_kept_by_other);
}

/// A column of answers as a source reads it.
struct Reading {
  const Text* column = nullptr;
  const SurveySource* source = nullptr;
};

/// By place and what is read there.
using Readings = std::map<std::vector<std::string>, std::vector<Reading>>;

/// Another source's reading of the same that may count the same rows; null where there is none. This one is known from now on.
const Text* read_before(Readings& readings, std::vector<std::string> key, const Reading& now) {
  std::vector<Reading>& before = readings[std::move(key)];
  const auto same =
      std::ranges::find_if(before, [&](const Reading& one) { return !keep_other_rows(one.source->where, now.source->where); });
  const Text* const column = same == before.end() ? nullptr : same->column;
  before.push_back(now);
  return column;
}

void report_read_twice(const SurveySource& source, const Text& first, const FirstUse& use, const Report& report) {
  report(use.column->span,
         fmt::format("the column '{}' of '{}' is read for '{}' by another source too, so that its answers count twice: take one out, or "
                     "say which rows are whose (where)",
                     shown(use.column->value), shown(place_name_of(source)), shown(use.touchpoint->value)),
         {source.id.value, use.touchpoint->value})
      .notes.push_back({first.span, "first used here"});
}

/// Columns that hold what was answered.
std::vector<std::string_view> answer_columns(const SurveySource& source) {
  std::vector<std::string_view> names;
  const auto add = [&](const auto& column) {
    if (!column) return;
    names.push_back(column->column.value);
    for (const Text& other : column->others) names.push_back(other.value);
  };
  for (const auto& [touchpoint, columns] : source.columns) add(columns.actual), add(columns.desired), add(columns.importance);
  if (source.long_layout) add(source.long_layout->score);
  if (source.summary) {
    for (const auto* column : {&source.summary->n, &source.summary->mean, &source.summary->sd}) {
      if (*column) names.push_back((*column)->value);
    }
    for (const auto& [answer, column] : source.summary->shares) names.push_back(column.value);
  }
  for (const SourceOutcome& outcome : source.outcomes) {
    if (outcome.column) names.push_back(outcome.column->value);
  }
  return names;
}

/// The columns of a table with a row an answer or a touchpoint: which touchpoint, and what was answered. Null where there is none.
std::pair<const Text*, const Text*> columns_of_table(const SurveySource& source) {
  if (const auto& rows = source.long_layout)
    return {&rows->touchpoint.column, rows->score ? &rows->score->column : rows->verdict ? &rows->verdict->column : nullptr};
  if (const auto& rows = source.summary)
    return {&rows->touchpoint.column, rows->mean ? &*rows->mean : rows->shares.empty() ? nullptr : &rows->shares.front().value};
  return {};
}

/// Two sources of one such table count all of it twice.
void report_tables_read_twice(const std::vector<SurveySource>& sources, const Report& report) {
  Readings tables;  // by place and columns
  for (const SurveySource& source : sources) {
    const auto [touchpoint, answer] = columns_of_table(source);
    const std::string place = place_of(source);
    if (!answer || place.empty()) continue;
    const Text* const first = read_before(tables, {place, touchpoint->value, answer->value}, {answer, &source});
    if (!first) continue;
    report(answer->span,
           fmt::format("the column '{}' of '{}' is read by another source too, so that its answers count twice: take one out, or say which "
                       "rows are whose (where)",
                       shown(answer->value), shown(place_name_of(source))),
           {source.id.value, answer->value})
        .notes.push_back({first->span, "first used here"});
  }
}

/// Rows that count by what they answer: figures that are chosen.
void report_chosen_rows(const SurveySource& source, const Report& report) {
  const auto answers = answer_columns(source);
  const auto is_answer = [&](const Text& column) { return std::ranges::find(answers, column.value) != answers.end(); };
  for (const auto& [column, words] : source.where) {
    if (!is_answer(column)) continue;
    report(
        column.span,
        fmt::format("rows of '{}' are kept by what they answer in '{}', so that its figures tell of these answers alone; what is no answer "
                    "is said under 'missing'",
                    source.id.value, shown(column.value)),
        {source.id.value, column.value});
  }
  for (const auto* weight : {&source.weight, source.long_layout ? &source.long_layout->weight : nullptr}) {
    if (!weight || !*weight || !is_answer(**weight)) continue;
    report((*weight)->span,
           fmt::format("answers of '{}' count by what they say, for '{}' is their weight too: name the column of weights", source.id.value,
                       shown((*weight)->value)),
           {source.id.value, (*weight)->value});
  }
}

void column_used_twice(const RuleContext& context, const Report& report) {
  report_tables_read_twice(context.workspace.sources, report);
  Readings everywhere;  // by place, column, touchpoint and aspect
  for (const SurveySource& source : context.workspace.sources) {
    report_chosen_rows(source, report);
    std::map<std::vector<std::string>, FirstUse> here;  // by column
    const std::string place = place_of(source);
    for (const auto& [touchpoint, columns] : source.columns) {
      for (const auto& [aspect, column] :
           {std::pair("actual", &columns.actual), std::pair("desired", &columns.desired), std::pair("importance", &columns.importance)}) {
        if (!*column || (*column)->column.value.empty()) continue;
        const FirstUse use{&(*column)->column, &touchpoint};
        if (const auto first = used_before(here, {use.column->value}, use)) {
          report_used_twice(source, *first, use, report);
        } else if (!place.empty()) {
          const Text* const elsewhere =
              read_before(everywhere, {place, use.column->value, touchpoint.value, aspect}, {use.column, &source});
          if (elsewhere) report_read_twice(source, *elsewhere, use, report);
        }
      }
    }
  }
}

void same_name(const RuleContext& context, const Report& report) {
  const auto& touchpoints = context.workspace.touchpoints;
  std::map<std::pair<std::string_view, std::vector<std::string>>, std::size_t> named;
  for (std::size_t i = 0; i < touchpoints.size(); ++i) {
    const Touchpoint& touchpoint = touchpoints[i];
    auto words = words_of(touchpoint.name.value);
    if (words.empty()) continue;
    const auto [first, is_new] = named.try_emplace({touchpoint.department.value, std::move(words)}, i);
    const Touchpoint& other = touchpoints[first->second];
    if (is_new || other.id.value == touchpoint.id.value) continue;
    report(touchpoint.name.span,
           fmt::format("'{}' and '{}' are both called '{}': give each a name that tells them apart, or take one out", other.id.value,
                       touchpoint.id.value, shown(touchpoint.name.value)),
           {other.id.value, touchpoint.id.value})
        .notes.push_back({other.name.span, "first used here"});
  }
}

/// What tells entries of evidence apart; a quote or a practice beside the numbers plays no part.
using EntryFacts =
    std::tuple<std::optional<std::string>, std::optional<Date>, std::optional<double>, std::optional<std::size_t>, std::optional<double>>;

EntryFacts facts_of(const Evidence& evidence) {
  const auto value = [](const auto& placed) { return placed ? std::optional(placed->value) : std::nullopt; };
  return {value(evidence.from), value(evidence.date), value(evidence.score), value(evidence.n), value(evidence.sd)};
}

/// Several answers in one number: two people may well say the same, two groups hardly do.
bool is_of_several(const Evidence& evidence) {
  return is_customers_score(evidence) && evidence.n && evidence.n->value > 1;
}

/// The source that gave answers at a touchpoint and is named as where an entry comes from.
const SurveySource* source_behind(const TouchpointContext& touchpoint, const Evidence& evidence) {
  if (!evidence.from) return nullptr;
  for (const std::size_t index : touchpoint.answers().sources) {
    const SurveySource& source = touchpoint.context.workspace.sources[index];
    const bool is_file = source.file && evidence.from->value == source.file->value;
    if (is_file || words_of(evidence.from->value) == words_of(source.id.value)) return &source;
  }
  return nullptr;
}

void evidence_twice(const TouchpointContext& touchpoint, const Report& report) {
  std::map<EntryFacts, const Evidence*> entries;
  for (const Evidence& evidence : touchpoint.written().evidence) {
    if (!is_of_several(evidence)) continue;
    const auto [first, is_new] = entries.emplace(facts_of(evidence), &evidence);
    if (const SurveySource* const source = source_behind(touchpoint, evidence)) {
      report(evidence.from->span,
             fmt::format("the answers of '{}' are read here too, and count twice with this entry: take it out", source->id.value),
             {touchpoint.id(), source->id.value});
    } else if (!is_new) {
      report(evidence.score->span, "this entry says what another one here says, and its answers count twice: take one out",
             {touchpoint.id()})
          .notes.push_back({first->second->score->span, "the other one"});
    }
  }
}

constexpr RuleEntry repetition_entries[] = {
    {"column-used-twice", column_used_twice},
    {"same-name", same_name},
    {"evidence-twice", each<evidence_twice>},
};

}  // namespace

std::span<const RuleEntry> twice_checks() {
  return repetition_entries;
}

}  // namespace mot
