#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "mot/evidence/added_rows.h"
#include "mot/import/plain_line.h"
#include "mot/import/survey/chosen_columns.h"
#include "mot/import/survey/sources_text.h"
#include "mot/text/numbers.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

/// The first few names of a list; all of those that are read no further.
std::string names_text(const std::vector<std::string>& names, Fate fate) {
  constexpr std::size_t few = 6;
  const std::size_t most = fate == Fate::converted ? few : names.size();
  std::string text;
  for (std::size_t i = 0; i < std::min(most, names.size()); ++i)
    text += fmt::format("{}{}", i == 0 ? "" : ", ", in_quotes(plain_line(names[i])));
  return names.size() > most ? fmt::format("{} and {} more", text, names.size() - most) : text;
}

/// Whether a row's touchpoint is known by what the row says, of one at least.
bool knows_rows(const Survey& survey, std::span<const KnownTouchpoint> touchpoints) {
  const std::size_t asked = survey.published ? survey.published->asked : *survey.question;
  return std::ranges::any_of(survey.columns[asked].values, [&](const auto& value) {
    const auto match = touchpoint_like(named_by_cell(survey.columns[asked], value.first), touchpoints);
    return match && match->is_sure;
  });
}

bool stands_in_comment(ColumnRole role) {
  constexpr std::array roles = {
      ColumnRole::segment,         ColumnRole::quote,         ColumnRole::possible_score, ColumnRole::possible_recommendation,
      ColumnRole::possible_weight, ColumnRole::possible_date, ColumnRole::importance,     ColumnRole::expectation,
      ColumnRole::repeated};
  return std::ranges::find(roles, role) != roles.end();
}

/// Columns that the source holds in comments alone.
std::set<std::size_t> columns_in_comments(const Survey& survey, std::span<const KnownTouchpoint> touchpoints) {
  const bool is_by_rows = survey.published || survey.question;
  const bool has_scale = !survey.published || survey.published->scale;
  const bool has_rows = is_by_rows && has_scale && !survey.counted && survey.off_scale.empty() && knows_rows(survey, touchpoints);
  const Chosen chosen = chosen_among(survey);
  std::set<std::size_t> columns;
  if (survey.broken_off) columns.insert(survey.broken_off->column);
  for (const ScoreColumn& score : survey.scores) {
    if (is_by_rows ? !has_rows : !is_among(chosen, score)) columns.insert(score.column);
  }
  for (std::size_t i = 0; i < survey.roles.size(); ++i) {
    const ColumnRole role = survey.roles[i];
    const bool is_of_rows = role == ColumnRole::question || role == ColumnRole::share || role == ColumnRole::respondent;
    if (stands_in_comment(role) || (is_of_rows && !has_rows)) columns.insert(i);
  }
  return columns;
}

/// What a sheet of codes says, and what of it is not used.
void note_codes(const CodeSheetUse& use, Notes& notes) {
  if (use.says_school_grades)
    notes.push_back({Fate::kept, fmt::format("{}: answers are school grades, 1 the best", use.place)});
  else
    notes.push_back({use.columns > 0 ? Fate::kept : Fate::undecided,
                     fmt::format("{}: what answers mean, of {}", use.place,
                                 use.columns > 0 ? count_text(use.columns, "column", "columns") : "no column that it names or fits")});
  if (!use.without_column.empty())
    notes.push_back({Fate::undecided, fmt::format("codes in {} of what no column is called: {}", use.place,
                                                  names_text(use.without_column, Fate::converted))});
  if (!use.not_understood.empty())
    notes.push_back(
        {Fate::undecided, fmt::format("rows in {} that list no codes: {}", use.place, names_text(use.not_understood, Fate::converted))});
}

/// How the file is written.
void note_form(const SurveyForm& form, Notes& notes) {
  if (!form.csv.encoding.empty())
    notes.push_back({Fate::converted, fmt::format("encoding {}: every byte can be read in it, and it is not UTF-8", form.csv.encoding)});
  if (!form.separator.empty())
    notes.push_back(
        {Fate::converted, fmt::format("separator {}: it cuts most rows into the same number of cells", in_quotes(form.separator))});
  if (form.csv.decimal)
    notes.push_back({Fate::converted, "decimal commas: cells such as \"4,5\" are numbers with a fraction, not two choices"});
  if (!form.csv.header.empty())
    notes.push_back(
        {Fate::converted, fmt::format("columns are named in row {}: {}", fmt::join(form.csv.header, " and "), ground_of_header(form))});
  if (form.csv.skipped_lines > 0)
    notes.push_back({Fate::converted, fmt::format("{} before the header", count_text(form.csv.skipped_lines, "line", "lines"))});
}

/// Rows that are not read.
void note_rows(const evidence::RowReport& report, Notes& notes) {
  if (report.ragged.count > 0) {
    notes.push_back({Fate::dropped, fmt::format("{} with another number of cells than the header, the first in line {}",
                                                count_text(report.ragged.count, "row", "rows"), report.ragged.first_line)});
  }
  for (const evidence::AddedKind kind : {evidence::AddedKind::statistic, evidence::AddedKind::codes}) {
    const std::string told = evidence::told_of_added(report.added, kind);
    if (!told.empty()) notes.push_back({Fate::dropped, told});
  }
  if (report.empty.count > 0) notes.push_back({Fate::dropped, count_text(report.empty.count, "empty row", "empty rows")});
}

}  // namespace

Notes notes_on(const Survey& survey, const SurveyFile& file, std::span<const KnownTouchpoint> touchpoints) {
  const std::set<std::size_t> in_comments = columns_in_comments(survey, touchpoints);
  using NamesByGround = std::pair<std::pair<Fate, std::string>, std::vector<std::string>>;
  std::vector<NamesByGround> by_ground;
  for (std::size_t i = 0; i < survey.columns.size(); ++i) {
    const ColumnRole role = survey.roles[i];
    const Fate fate = role == ColumnRole::unread ? Fate::dropped : in_comments.contains(i) ? Fate::undecided : Fate::converted;
    const std::pair key{fate, survey.grounds[i]};
    auto at = std::ranges::find(by_ground, key, &NamesByGround::first);
    if (at == by_ground.end()) at = by_ground.insert(at, {key, {}});
    at->second.push_back(survey.columns[i].name.empty() ? fmt::format("column {}", i + 1) : survey.columns[i].name);
  }
  Notes notes{{Fate::kept, fmt::format("{}: {}, {}", printable(file.name), count_text(survey.rows, "row", "rows"),
                                       count_text(survey.columns.size(), "column", "columns"))}};
  if (!file.form.csv.sheet.empty())
    notes.push_back({Fate::kept, fmt::format("the sheet {}: the first to be seen that holds answers, a cover or a list of codes aside",
                                             in_quotes(file.form.csv.sheet))});
  for (const CodeSheetUse& use : survey.code_sheets) note_codes(use, notes);
  if (!file.form.other_sheets.empty()) notes.push_back({Fate::dropped, fmt::format("sheets: {}", fmt::join(file.form.other_sheets, ", "))});
  note_form(file.form, notes);
  for (const auto& [key, names] : by_ground) notes.push_back({key.first, fmt::format("{}: {}", names_text(names, key.first), key.second)});
  if (!survey.off_scale.empty())
    notes.push_back({Fate::undecided, fmt::format("answers about {} go higher than those about all others: two scales, or one?",
                                                  names_text(survey.off_scale, Fate::converted))});
  if (survey.scale) {
    if (!survey.scale->otherwise.empty()) notes.push_back({Fate::undecided, "the scale: or " + survey.scale->otherwise});
    for (const std::string& words : survey.scale->alike) notes.push_back({Fate::undecided, words + " are worth the same"});
    for (const std::string& word : survey.scale->unknown) {
      const bool is_missing = std::ranges::find(survey.scale->missing, word) != survey.scale->missing.end();
      notes.push_back(
          {Fate::undecided, fmt::format("the word {}: of no scale like the others; {}", in_quotes(word),
                                        is_missing ? "taken for no answer (missing)" : "its answers are lost until it has a score")});
    }
  }
  note_rows(survey.report, notes);
  if (!survey.feet.empty())
    notes.push_back({Fate::dropped,
                     fmt::format("{} below the answers, from line {} on, by what {}: {}",
                                 count_text(survey.feet.size(), "row that sums them up", "rows that sum them up"), survey.first_foot_line,
                                 survey.feet.size() == 1 ? "it begins with" : "they begin with", names_text(survey.feet, Fate::dropped))});
  return notes;
}

}  // namespace mot::importing
