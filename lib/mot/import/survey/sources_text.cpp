#include "mot/import/survey/sources_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "mot/import/plain_line.h"
#include "mot/load/fields/codecs.h"
#include "mot/text/numbers.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

bool is_number(const std::string& text) {
  return evidence::number_from(text).has_value();
}

/// A cell's text as YAML: a number stays one.
std::string cell_text(const std::string& text) {
  return is_number(text) ? text : yaml_text(plain_line(text));
}

/// `{ min: 1, max: 5, missing: [0, 6, Blank] }`
std::string scale_text(const ScoreGuess& scores) {
  std::string text = fmt::format("{{ min: {}, max: {}", scores.min, scores.max);
  std::string list;
  for (const std::string& code : scores.missing) list += (list.empty() ? "" : ", ") + cell_text(code);
  if (!list.empty()) text += fmt::format(", missing: [{}]", list);
  list.clear();
  for (const auto& [word, score] : scores.values)
    list += fmt::format("{}{}: {}", list.empty() ? "" : ", ", yaml_text(plain_line(word)), score);
  if (!list.empty()) text += fmt::format(", values: {{ {} }}", list);
  if (scores.labels) text += fmt::format(", labels: {}", mot::name_of(*scores.labels));
  return text + " }";
}

std::string_view ground_of_header(const SurveyForm& form) {
  return form.csv.header.front() == 1 ? "the second says what the first leaves blank" : "by the first alone no question is read";
}

bool is_on_scale(const Survey& survey, const ScoreColumn& score) {
  return survey.scale && survey.scale->min == score.scores.min && survey.scale->max == score.scores.max;
}

/// Columns by the touchpoint that they surely ask about: each touchpoint once, those on the scale of most questions before others.
using Chosen = std::map<std::size_t, const ScoreColumn*>;

Chosen chosen_among(const Survey& survey) {
  const auto rank = [&](const ScoreColumn& score) {
    return std::tuple(is_on_scale(survey, score), score.is_in_battery, score.match->likeness);
  };
  Chosen chosen;
  for (const ScoreColumn& score : survey.scores) {
    if (!score.match || !score.match->is_sure) continue;
    const auto [at, is_new] = chosen.emplace(score.match->touchpoint, &score);
    if (!is_new && rank(score) > rank(*at->second)) at->second = &score;
  }
  return chosen;
}

bool is_among(const Chosen& chosen, const ScoreColumn& score) {
  return score.match && chosen.contains(score.match->touchpoint) && chosen.at(score.match->touchpoint) == &score;
}

class SourceWriter {
 public:
  SourceWriter(const Survey& survey, const SurveyFile& file, std::span<const KnownTouchpoint> touchpoints)
      : survey_(survey), file_(file), touchpoints_(touchpoints) {}

  std::string text() {
    text_ = fmt::format("# What {} seems to hold. Each guess has its ground beside it: correct it here.\nsources:\n",
                        printable(plain_line(file_.name)));
    text_ += fmt::format("  - id: {}\n    file: {}\n", yaml_text(file_.id), yaml_text(file_.path));
    if (!file_.form.csv.sheet.empty()) line("sheet: " + yaml_text(file_.form.csv.sheet), ground_of_sheet());
    if (!file_.form.csv.encoding.empty())
      line("encoding: " + yaml_text(file_.form.csv.encoding), "every byte can be read in it, and it is not UTF-8");
    if (!file_.form.separator.empty())
      line(fmt::format("separator: \"{}\"", file_.form.separator), "cuts most rows into the same number of cells");
    if (!file_.form.csv.header.empty())
      line(fmt::format("header: [{}]", fmt::join(file_.form.csv.header, ", ")),
           fmt::format("rows that name the columns: {}", ground_of_header(file_.form)));
    if (file_.form.csv.skipped_lines > 0)
      line(fmt::format("skip: {}", file_.form.csv.skipped_lines), "lines before the one that names the columns");
    write_scale();
    write_rows_to_keep();
    write_date();
    if (survey_.distribution || survey_.question) {
      write_rows();
      write_outcomes();
      return text_;
    }
    if (survey_.weight) line("weight: " + name_of(*survey_.weight), survey_.grounds[*survey_.weight]);
    write_segments();
    write_columns();
    write_outcomes();
    return text_;
  }

 private:
  void line(const std::string& text, const std::string& ground) {
    constexpr std::size_t column_of_comments = 56;
    const std::size_t width = text.size() + 4;
    text_ += fmt::format("    {}{}# {}\n", text, std::string(width < column_of_comments ? column_of_comments - width : 2, ' '),
                         printable(plain_line(ground)));
  }
  void comment(const std::string& text, const std::string& ground = {}) {
    const std::string depth(std::min(text.find_first_not_of(' '), text.size()), ' ');
    text_ +=
        fmt::format("    # {}{}{}{}\n", depth, printable(plain_line(text)), ground.empty() ? "" : "    # ", printable(plain_line(ground)));
  }

  std::string ground_of_sheet() const {
    const std::string ground = "the first to be seen that holds answers, a cover or a list of codes aside";
    return file_.form.other_sheets.empty() ? ground : fmt::format("{}; there are {}", ground, fmt::join(file_.form.other_sheets, ", "));
  }

  std::string name_of(std::size_t column) const { return yaml_text(plain_line(survey_.columns[column].name)); }

  void write_scale() {
    if (!survey_.scale) {
      comment("scale: { min: 1, max: 5 }", "which? no column's values are those of a usual scale");
      return;
    }
    line("scale: " + scale_text(*survey_.scale), survey_.scale->ground);
    if (!survey_.scale->otherwise.empty()) comment("or scale: " + survey_.scale->otherwise);
    for (const std::string& word : survey_.scale->unknown)
      comment(fmt::format("{} is no word of this scale, and taken for no answer; is it one? then give it a score in 'values'",
                          in_quotes(word)));
  }

  std::string kept_values(const KeptRowsOf& kept) const {
    std::string list;
    for (const std::string& value : kept.values) list += (list.empty() ? "" : ", ") + cell_text(value);
    return fmt::format("{}: [{}]", name_of(kept.column), list);
  }

  void write_rows_to_keep() {
    const auto& previews = survey_.previews;
    const auto& broken_off = survey_.broken_off;
    if (previews)
      line(fmt::format("where: {{ {} }}", kept_values(*previews)), survey_.grounds[previews->column] + ", which no customer wrote");
    if (!broken_off) return;
    const std::string both = (previews ? kept_values(*previews) + ", " : "") + kept_values(*broken_off);
    comment(fmt::format("{}where: {{ {} }}", previews ? "or " : "", both),
            survey_.grounds[broken_off->column] + "; do answers count that were broken off?");
  }

  void write_date() {
    if (!survey_.date) {
      comment("date: 2026-03-31", "when were these answers given? no column tells");
      return;
    }
    const std::string column = name_of(*survey_.date);
    const auto date = [&](const std::string& format) {
      return format.empty() ? fmt::format("date: {{ column: {} }}", column)
                            : fmt::format("date: {{ column: {}, format: \"{}\" }}", column, format);
    };
    line(date(survey_.date_format), survey_.grounds[*survey_.date]);
    if (!survey_.date_otherwise.empty()) comment("or " + date(survey_.date_otherwise));
  }

  void write_segments() {
    for (std::size_t i = 0; i < survey_.columns.size(); ++i) {
      if (survey_.roles[i] != ColumnRole::segment) continue;
      std::string values;
      for (const auto& [value, count] : survey_.columns[i].values)
        values += fmt::format("{}{}: none", values.empty() ? "" : ", ", cell_text(value));
      comment(fmt::format("persona: {{ column: {}, values: {{ {} }} }}", name_of(i), values),
              "are customers told apart by it? put a persona's id for none");
    }
  }

  std::string table_of_rows(const std::string& touchpoint) const {
    if (survey_.distribution) {
      std::string shares;
      for (const auto& [column, score] : survey_.distribution->shares)
        shares += fmt::format("{}{}: {}", shares.empty() ? "" : ", ", score, name_of(column));
      return fmt::format("summary: {{ touchpoint: {}, shares: {{ {} }} }}", touchpoint, shares);
    }
    const std::string who = survey_.respondent ? ", respondent: " + name_of(*survey_.respondent) : "";
    const std::string weight = survey_.weight ? ", weight: " + name_of(*survey_.weight) : "";
    return fmt::format("long: {{ touchpoint: {}, score: {}{}{} }}", touchpoint, name_of(survey_.scores[0].column), who, weight);
  }

  /// Tables that say in each row what it is about.
  void write_rows() {
    const std::size_t asked = survey_.distribution ? survey_.distribution->asked : *survey_.question;
    std::string values, others;
    for (const auto& [value, count] : survey_.columns[asked].values) {
      const auto match = touchpoint_like(value, touchpoints_);
      if (match && match->is_sure)
        values += fmt::format("{}{}: {}", values.empty() ? "" : ", ", cell_text(value), yaml_text(touchpoints_[match->touchpoint].id));
      else
        others += fmt::format("{}{}: TOUCHPOINT", others.empty() ? "" : ", ", cell_text(value));
    }
    const std::string table = table_of_rows(fmt::format("{{ column: {}, values: {{ {} }} }}", name_of(asked), values));
    const bool lacks_answers =
        survey_.distribution && survey_.distribution->shares.size() < static_cast<std::size_t>(survey_.distribution->points);
    if (lacks_answers) return comment(table, "which columns say how many gave the other answers? name all under 'shares'");
    values.empty() ? comment(table, survey_.grounds[asked]) : line(table, survey_.grounds[asked]);
    if (!others.empty())
      comment(fmt::format("values: {{ {} }}", others), "no touchpoint has a name like these; put them among the values above");
  }

  /// The columns that are sure, each touchpoint once, those on the scale of most questions before others; the rest as comments.
  void write_columns() {
    const Chosen chosen = chosen_among(survey_);
    if (!chosen.empty()) text_ += "    columns:\n";
    if (chosen.empty()) comment("columns:", "take this comment away with those of the columns you choose");
    for (const ScoreColumn& score : survey_.scores) {
      is_among(chosen, score) ? write_column(score) : write_possible(score);
    }
    write_quotes();
  }

  /// Columns of words belong to a touchpoint that nobody but people can tell.
  void write_quotes() {
    for (std::size_t i = 0; i < survey_.columns.size(); ++i) {
      if (survey_.roles[i] == ColumnRole::quote) comment(fmt::format("  TOUCHPOINT: {{ quote: {} }}", name_of(i)), survey_.grounds[i]);
    }
  }

  std::string with_own_scale(const ScoreColumn& score) const {
    return is_on_scale(survey_, score) ? name_of(score.column)
                                       : fmt::format("{{ column: {}, scale: {} }}", name_of(score.column), scale_text(score.scores));
  }

  void write_column(const ScoreColumn& score) {
    std::string value = with_own_scale(score);
    if (value.starts_with('{')) value = fmt::format("{{ actual: {} }}", value);
    line(fmt::format("  {}: {}", yaml_text(touchpoints_[score.match->touchpoint].id), value), survey_.grounds[score.column]);
  }

  void write_possible(const ScoreColumn& score) {
    const std::string id = score.match ? touchpoints_[score.match->touchpoint].id : "TOUCHPOINT";
    comment(fmt::format("  {}: {}", id, with_own_scale(score)), survey_.grounds[score.column]);
  }

  void write_outcomes() {
    if (!survey_.overall && !survey_.recommendation) return;
    text_ += "    outcomes:\n";
    if (survey_.overall) {
      const std::string scale = is_on_scale(survey_, *survey_.overall) ? "" : ", scale: " + scale_text(survey_.overall->scores);
      line(fmt::format("  - {{ id: overall, kind: score, column: {}{}, derives_importance: true }}", name_of(survey_.overall->column),
                       scale),
           survey_.grounds[survey_.overall->column]);
    }
    if (survey_.recommendation) {
      line(fmt::format("  - {{ id: recommend, kind: nps, column: {}, scale: {} }}", name_of(survey_.recommendation->column),
                       scale_text(survey_.recommendation->scores)),
           survey_.grounds[survey_.recommendation->column]);
    }
  }

  const Survey& survey_;
  const SurveyFile& file_;
  std::span<const KnownTouchpoint> touchpoints_;
  std::string text_;
};

/// The first few names of a list.
std::string first_names(const std::vector<std::string>& names) {
  constexpr std::size_t most = 6;
  std::string text;
  for (std::size_t i = 0; i < std::min(most, names.size()); ++i)
    text += fmt::format("{}{}", i == 0 ? "" : ", ", in_quotes(plain_line(names[i])));
  return names.size() > most ? fmt::format("{} and {} more", text, names.size() - most) : text;
}

}  // namespace

std::string sources_text(const Survey& survey, const SurveyFile& file, std::span<const KnownTouchpoint> touchpoints) {
  return SourceWriter(survey, file, touchpoints).text();
}

/// One for each value of the column that says what a row is about.
std::vector<KnownTouchpoint> touchpoints_in_rows(const ColumnProfile& column) {
  std::vector<KnownTouchpoint> touchpoints;
  std::set<std::string> taken;
  for (const auto& [value, count] : column.values) {
    const std::string name = plain_line(value);
    if (!says_something(name)) continue;
    std::string id = yaml::id_like(name);
    if (id.empty()) id = "moment";
    const std::string stem = id;
    for (std::size_t number = 2; !taken.insert(id).second; ++number) id = fmt::format("{}-{}", stem, number);
    touchpoints.push_back({std::move(id), name});
  }
  return touchpoints;
}

std::vector<KnownTouchpoint> touchpoints_asked_about(Survey& survey) {
  if (survey.distribution) return touchpoints_in_rows(survey.columns[survey.distribution->asked]);
  if (survey.question) return touchpoints_in_rows(survey.columns[*survey.question]);
  const bool has_battery = std::ranges::any_of(survey.scores, &ScoreColumn::is_in_battery);
  std::vector<KnownTouchpoint> touchpoints;
  std::set<std::string> taken;
  for (ScoreColumn& score : survey.scores) {
    if (has_battery && !score.is_in_battery) continue;
    std::string name = plain_line(score.item);
    if (!says_something(name)) name = fmt::format("Question {}", score.column + 1);
    std::string id = yaml::id_like(name);
    if (id.empty()) id = "moment";
    const std::string stem = id;
    for (std::size_t number = 2; !taken.insert(id).second; ++number) id = fmt::format("{}-{}", stem, number);
    const auto is_called_so = [&](const KnownTouchpoint& other) { return other.name == name; };
    if (std::ranges::any_of(touchpoints, is_called_so)) name += fmt::format(" ({})", plain_line(survey.columns[score.column].name));
    score.match = TouchpointMatch{touchpoints.size(), 1, true};
    touchpoints.push_back({std::move(id), std::move(name)});
  }
  return touchpoints;
}

namespace {

/// Whether a row's touchpoint is known by what the row says, of one at least.
bool knows_rows(const Survey& survey, std::span<const KnownTouchpoint> touchpoints) {
  const std::size_t asked = survey.distribution ? survey.distribution->asked : *survey.question;
  return std::ranges::any_of(survey.columns[asked].values, [&](const auto& value) {
    const auto match = touchpoint_like(value.first, touchpoints);
    return match && match->is_sure;
  });
}

/// Columns that the source holds in comments alone.
std::set<std::size_t> columns_in_comments(const Survey& survey, std::span<const KnownTouchpoint> touchpoints) {
  const bool is_by_rows = survey.distribution || survey.question;
  const bool has_rows = is_by_rows && knows_rows(survey, touchpoints);
  const Chosen chosen = chosen_among(survey);
  std::set<std::size_t> columns;
  if (survey.broken_off) columns.insert(survey.broken_off->column);
  for (const ScoreColumn& score : survey.scores) {
    if (is_by_rows ? !has_rows : !is_among(chosen, score)) columns.insert(score.column);
  }
  for (std::size_t i = 0; i < survey.roles.size(); ++i) {
    const ColumnRole role = survey.roles[i];
    const bool is_of_rows = role == ColumnRole::question || role == ColumnRole::share || role == ColumnRole::respondent;
    if (role == ColumnRole::segment || role == ColumnRole::quote || (is_of_rows && !has_rows)) columns.insert(i);
  }
  return columns;
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
    at->second.push_back(survey.columns[i].name);
  }
  Notes notes{{Fate::kept, fmt::format("{}: {}, {}", printable(file.name), count_text(survey.rows, "row", "rows"),
                                       count_text(survey.columns.size(), "column", "columns"))}};
  if (!file.form.csv.sheet.empty())
    notes.push_back({Fate::kept, fmt::format("the sheet {}: the first to be seen that holds answers, a cover or a list of codes aside",
                                             in_quotes(file.form.csv.sheet))});
  if (!file.form.other_sheets.empty()) notes.push_back({Fate::dropped, fmt::format("sheets: {}", fmt::join(file.form.other_sheets, ", "))});
  if (!file.form.csv.encoding.empty())
    notes.push_back(
        {Fate::converted, fmt::format("encoding {}: every byte can be read in it, and it is not UTF-8", file.form.csv.encoding)});
  if (!file.form.separator.empty())
    notes.push_back(
        {Fate::converted, fmt::format("separator {}: it cuts most rows into the same number of cells", in_quotes(file.form.separator))});
  if (!file.form.csv.header.empty())
    notes.push_back({Fate::converted, fmt::format("columns are named in row {}: {}", fmt::join(file.form.csv.header, " and "),
                                                  ground_of_header(file.form))});
  if (file.form.csv.skipped_lines > 0)
    notes.push_back({Fate::converted, fmt::format("{} before the header", count_text(file.form.csv.skipped_lines, "line", "lines"))});
  for (const auto& [key, names] : by_ground) notes.push_back({key.first, fmt::format("{}: {}", first_names(names), key.second)});
  if (survey.scale) {
    for (const std::string& word : survey.scale->unknown)
      notes.push_back(
          {Fate::undecided, fmt::format("the word {}: of no scale like the others; taken for no answer (missing)", in_quotes(word))});
  }
  if (survey.report.ragged.count > 0) {
    notes.push_back({Fate::dropped, fmt::format("{} with another number of cells than the header, the first in line {}",
                                                count_text(survey.report.ragged.count, "row", "rows"), survey.report.ragged.first_line)});
  }
  if (survey.report.empty.count > 0) notes.push_back({Fate::dropped, count_text(survey.report.empty.count, "empty row", "empty rows")});
  return notes;
}

}  // namespace mot::importing
