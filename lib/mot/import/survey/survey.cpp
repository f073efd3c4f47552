#include "mot/import/survey/survey.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "mot/import/plain_line.h"
#include "mot/load/fields/truth_words.h"
#include "mot/text/numbers.h"
#include "mot/text/phrase_match.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

constexpr std::size_t least_battery = 3;  // questions that ask alike
constexpr std::size_t most_segments = 12;

constexpr std::string_view words_of_weight[] = {"weight",     "weights", "wt",          "wgt",  "weighting",   "gewicht",
                                                "gewichtung", "poids",   "ponderation", "peso", "ponderacion", "ponderacao"};
/// Beginnings of words, for the many forms that verbs have: `recommanderiez`.
constexpr std::string_view words_of_recommendation[] = {"nps",      "netpro",    "net promoter", "recommend", "recommand",
                                                        "recomend", "recomiend", "weiterempf",   "empfehl"};
constexpr std::string_view words_of_overall[] = {
    "overall",        "all",    "total",       "in general",      "insgesamt",  "gesamt",  "gesamtzufriedenheit",
    "alles in allem", "global", "globalement", "dans l'ensemble", "en general", "general", "no geral",
    "geral"};
constexpr std::string_view words_of_date[] = {"date",          "datum",          "fecha",      "data",
                                              "timestamp",     "zeitstempel",    "submitted",  "completed",
                                              "end date",      "marca temporal", "horodateur", "carimbo de data hora",
                                              "recorded date", "enddate"};
constexpr std::string_view words_of_segment[] = {"segment",  "persona", "type",   "customer type", "group",   "kundengruppe", "kundentyp",
                                                 "segmento", "profil",  "perfil", "tipo",          "purpose", "class",        "klasse"};

constexpr std::string_view words_of_preview[] = {
    "survey preview",    "preview", "survey test", "umfragevorschau", "vorschau", "apercu de l'enquete", "vista previa de la encuesta",
    "previa da pesquisa"};
/// Whether a respondent came to the end.
constexpr std::string_view words_of_end[] = {"finished", "abgeschlossen", "beendet",   "fertig",
                                             "termine",  "finalizado",    "terminado", "concluido"};

/// The words of a heading with a blank before and behind each; Spanish marks at their front are none of them.
std::string words_apart(std::string_view heading) {
  std::string plain = without_accents(heading);
  for (const std::string_view mark : {"\u00bf", "\u00a1"}) {
    for (std::size_t at = plain.find(mark); at != std::string::npos; at = plain.find(mark)) plain.replace(at, mark.size(), " ");
  }
  std::string text = " ";
  for (const std::string& word : words_of(plain)) text += word + " ";
  return text;
}

/// Whether the words of one of the phrases stand in a heading in a row.
bool says_one_of(std::span<const std::string_view> phrases, std::string_view heading) {
  const std::string text = words_apart(heading);
  return std::ranges::any_of(phrases,
                             [&](std::string_view phrase) { return text.find(" " + std::string(phrase) + " ") != std::string::npos; });
}

/// Whether a word of a heading begins like one of these.
bool begins_one_of(std::span<const std::string_view> beginnings, std::string_view heading) {
  const std::string text = words_apart(heading);
  return std::ranges::any_of(beginnings, [&](std::string_view begin) { return text.find(" " + std::string(begin)) != std::string::npos; });
}

class Profiler : public evidence::RowReceiver {
 public:
  bool header(std::span<const std::string_view> names, evidence::DecimalMark decimal) override {
    columns.clear();
    for (const std::string_view name : names) columns.emplace_back(std::string(name));
    mark = decimal;
    rows = 0;
    return true;
  }
  void row(const evidence::Row& row) override {
    ++rows;
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i].add(row.cells[i], mark);
  }
  std::vector<ColumnProfile> columns;
  evidence::DecimalMark mark = evidence::DecimalMark::point;
  std::size_t rows = 0;
};

class Guesser {
 public:
  Guesser(Survey& survey, evidence::DecimalMark mark, std::span<const KnownTouchpoint> touchpoints)
      : survey_(survey), mark_(mark), touchpoints_(touchpoints) {
    survey.roles.assign(survey.columns.size(), ColumnRole::unread);
    survey.grounds.assign(survey.columns.size(), "");
  }

  void guess() {
    if (take_distribution()) return explain_rest();
    find_date();
    find_rows_to_keep();
    for (std::size_t i = 0; i < survey_.columns.size(); ++i) {
      const ColumnProfile& column = survey_.columns[i];
      if (is_known(i) || column.filled == 0) continue;
      if (!survey_.weight && says_one_of(words_of_weight, column.name) && numbers_in(column) == column.filled) take_weight(i);
      if (!survey_.recommendation && begins_one_of(words_of_recommendation, column.name)) take_recommendation(i);
    }
    find_scores();
    take_long_table();
    explain_rest();
  }

 private:
  void explain_rest() {
    for (std::size_t i = 0; i < survey_.columns.size(); ++i) {
      if (!is_known(i) && survey_.grounds[i].empty()) explain(i);
    }
  }

  bool take_distribution() {
    survey_.distribution = distribution_in(survey_.columns, mark_);
    if (!survey_.distribution) return false;
    const Distribution& found = *survey_.distribution;
    survey_.scale = ScoreGuess{.min = 1, .max = found.points};
    survey_.scale->ground = found.ground;
    set(found.asked, ColumnRole::question, "what was asked about, a row each");
    for (const auto& [column, score] : found.shares)
      set(column, ColumnRole::share, fmt::format("how many answered {}, by its heading", score));
    return true;
  }

  /// A single column of scores beside one that says what each is about: an answer a row.
  void take_long_table() {
    if (survey_.scores.size() != 1) return;
    const auto question = question_column(survey_.columns, survey_.rows);
    if (!question || is_known(*question)) return;
    survey_.question = question;
    set(*question, ColumnRole::question, "what the answer in its row is about, by its heading");
    const auto respondent = respondent_column(survey_.columns);
    if (!respondent || is_known(*respondent)) return;
    survey_.respondent = respondent;
    set(*respondent, ColumnRole::respondent, "who answered, by its heading");
  }

  bool is_known(std::size_t column) const { return survey_.roles[column] != ColumnRole::unread; }

  void set(std::size_t column, ColumnRole role, std::string ground) {
    survey_.roles[column] = role;
    survey_.grounds[column] = std::move(ground);
  }

  std::size_t numbers_in(const ColumnProfile& column) const {
    std::size_t count = column.other_numbers;
    for (const auto& [value, times] : column.values) count += evidence::number_from(value, mark_) ? times : 0;
    return count;
  }

  /// Whether each cell says something else, as the numbers of respondents do.
  static bool numbers_rows(const ColumnProfile& column) {
    constexpr std::size_t least = 6;
    return column.filled >= least && column.values.size() == column.filled;
  }

  /// The column of dates whose heading says so, else the first.
  void find_date() {
    constexpr double nearly_all = 0.95;
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < survey_.columns.size(); ++i) {
      const ColumnProfile& column = survey_.columns[i];
      const std::size_t most = *std::ranges::max_element(column.dates);
      if (column.filled == 0 || static_cast<double>(most) < nearly_all * static_cast<double>(column.looked_at_for_dates)) continue;
      const bool is_named = says_one_of(words_of_date, column.name);
      if (!found || (is_named && !says_one_of(words_of_date, survey_.columns[*found].name))) found = i;
    }
    if (!found) return;
    const auto& dates = survey_.columns[*found].dates;
    const auto best = static_cast<std::size_t>(std::ranges::max_element(dates) - dates.begin());
    survey_.date = found;
    survey_.date_format = date_formats[best];
    for (std::size_t i = best + 1; i < dates.size(); ++i) {
      if (dates[i] == dates[best] && !date_formats[best].empty()) survey_.date_otherwise = date_formats[i];
    }
    set(*found, ColumnRole::date,
        fmt::format("dates like {}{}", survey_.date_format.empty() ? "2026-03-31" : survey_.date_format,
                    survey_.date_otherwise.empty() ? "" : fmt::format(", or {}: both fit", survey_.date_otherwise)));
  }

  /// Previews of those who made the survey are no customers' answers; what was broken off may be answers still.
  void find_rows_to_keep() {
    for (std::size_t i = 0; i < survey_.columns.size(); ++i) {
      const ColumnProfile& column = survey_.columns[i];
      if (is_known(i) || column.is_many()) continue;
      KeptRowsOf kept{i, {}, {}, 0};
      const bool tells_end = says_one_of(words_of_end, column.name);
      for (const auto& [value, count] : column.values) {
        const std::string word = folded(without_accents(value));
        const bool is_preview = std::ranges::find(words_of_preview, word) != std::end(words_of_preview);
        const bool is_broken_off = tells_end && (truth_of_word(word) == false || word == "0");
        (is_preview || is_broken_off ? kept.left_out : kept.values).push_back(value);
        kept.rows += is_preview || is_broken_off ? count : 0;
      }
      if (kept.left_out.empty() || kept.values.empty()) continue;
      const std::string rows = count_text(kept.rows, "row", "rows");
      set(i, ColumnRole::rows,
          fmt::format("{}: {} of {}", tells_end ? "which answers were broken off" : "how answers came in", rows,
                      in_quotes(kept.left_out.front())));
      (tells_end ? survey_.broken_off : survey_.previews) = std::move(kept);
    }
  }

  void take_weight(std::size_t column) {
    survey_.weight = column;
    set(column, ColumnRole::weight, "a weight, by its heading; all its cells are numbers");
  }

  void take_recommendation(std::size_t column) {
    const ColumnProfile& profile = survey_.columns[column];
    if (profile.is_many()) return;
    const auto scores = guess_recommendation(profile.values, mark_);
    if (!scores) return;
    survey_.recommendation = ScoreColumn{column, *scores, {}, {}, false};
    set(column, ColumnRole::recommendation, fmt::format("a net promoter question, by its heading: {}", scores->ground));
  }

  /// Columns whose questions begin alike are read alike: their values are looked at together.
  void find_scores() {
    std::map<std::string, std::vector<std::size_t>> batteries;
    for (std::size_t i = 0; i < survey_.columns.size(); ++i) {
      const ColumnProfile& column = survey_.columns[i];
      if (is_known(i) || column.filled == 0 || column.is_many() || (numbers_rows(column) && !guess_declared(i))) continue;
      batteries[split_heading(declared_scale(column.name).heading).question].push_back(i);
    }
    std::map<std::size_t, ScoreColumn> found;
    for (const auto& [question, columns] : batteries) guess_battery(question, columns, found);
    choose_scale(found);
    for (const auto& [question, columns] : batteries) find_parts_of_scale(columns, found);
    for (auto& [column, score] : found) {
      const bool is_on_scale = survey_.scale && survey_.scale->min == score.scores.min && survey_.scale->max == score.scores.max;
      const bool may_be_code = !is_on_scale && !score.is_in_battery && !score.is_declared && !score.match;
      if (may_be_code) {
        survey_.grounds[column] = fmt::format("{} to {}, on another scale than most: codes, perhaps", score.scores.min, score.scores.max);
      } else {
        take_score(std::move(score));
      }
    }
  }

  /// On the scale that the column's heading tells.
  std::optional<ScoreGuess> guess_declared(std::size_t column) const {
    const auto scale = declared_scale(survey_.columns[column].name).scale;
    return scale ? guess_on_declared(survey_.columns[column].values, mark_, *scale) : std::nullopt;
  }

  void guess_battery(const std::string& question, const std::vector<std::size_t>& columns, std::map<std::size_t, ScoreColumn>& found) {
    std::vector<std::size_t> members;
    ValueCounts together;
    for (const std::size_t i : columns) {
      if (!guess_scores(survey_.columns[i].values, mark_) && !guess_declared(i)) continue;
      members.push_back(i);
      for (const auto& [value, count] : survey_.columns[i].values) together[value] += count;
    }
    const auto common = question.empty() ? std::nullopt : guess_scores(together, mark_);
    for (const std::size_t i : members) {
      const ColumnProfile& column = survey_.columns[i];
      const auto declared = guess_declared(i);
      const ScoreGuess scores = declared ? *declared : common ? *common : *guess_scores(column.values, mark_);
      ScoreColumn score{i, scores, split_heading(declared_scale(column.name).heading).item, {}, false};
      score.is_in_battery = members.size() >= least_battery;
      score.is_declared = declared.has_value();
      score.match = touchpoint_like(column.name, touchpoints_);
      found.emplace(i, std::move(score));
    }
  }

  /// Columns that hold a part of the scale's answers alone, all good ones for instance: taken where their words or their name speak for it.
  void find_parts_of_scale(const std::vector<std::size_t>& columns, std::map<std::size_t, ScoreColumn>& found) const {
    if (!survey_.scale) return;
    ValueCounts on_scale;
    std::size_t cells = 0;
    for (const auto& [i, score] : found) {
      if (score.scores.min != survey_.scale->min || score.scores.max != survey_.scale->max) continue;
      for (const auto& [value, count] : survey_.columns[i].values) on_scale[value] += count, cells += count;
    }
    for (const std::size_t i : columns) {
      if (found.contains(i) || !may_be_part(survey_.columns[i])) continue;
      // However few they are here, none of them is a slip.
      ValueCounts together = on_scale;
      for (const auto& [value, count] : survey_.columns[i].values) together[value] += cells;
      auto scores = guess_scores(together, mark_);
      if (!scores || scores->min != survey_.scale->min || scores->max != survey_.scale->max) continue;
      const auto is_known_word = [&](const std::string& word) {
        return std::ranges::find(survey_.scale->unknown, word) != survey_.scale->unknown.end();
      };
      if (!std::ranges::all_of(scores->unknown, is_known_word)) continue;
      scores->ground = "its answers are among those of the other questions";
      const std::string& name = survey_.columns[i].name;
      found.emplace(i, ScoreColumn{i, *scores, split_heading(name).item, touchpoint_like(name, touchpoints_), false});
    }
  }

  bool may_be_part(const ColumnProfile& column) const {
    const bool says_something = std::ranges::any_of(column.values, [](const auto& value) { return !says_no_answer(value.first); });
    if (!says_something || numbers_in(column) < column.filled) return says_something;
    const auto match = touchpoint_like(column.name, touchpoints_);
    return match && match->is_sure;
  }

  /// The scale that most columns are on; those whose values fit there are read on it too.
  void choose_scale(std::map<std::size_t, ScoreColumn>& found) {
    std::map<std::pair<double, double>, std::size_t> votes;
    for (const auto& [column, score] : found)
      votes[{score.scores.min, score.scores.max}] += score.is_in_battery || score.is_declared ? 2 : 1;
    if (votes.empty()) return;
    const auto best = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; })->first;
    for (const auto& [column, score] : found) {
      if (score.scores.min != best.first || score.scores.max != best.second) continue;
      if (!survey_.scale) survey_.scale = score.scores;
      for (const std::string& code : score.scores.missing) {
        if (std::ranges::find(survey_.scale->missing, code) == survey_.scale->missing.end()) survey_.scale->missing.push_back(code);
      }
      for (const auto& value : score.scores.values) {
        if (std::ranges::find(survey_.scale->values, value) == survey_.scale->values.end()) survey_.scale->values.push_back(value);
      }
      for (const std::string& word : score.scores.unknown) {
        if (std::ranges::find(survey_.scale->unknown, word) == survey_.scale->unknown.end()) survey_.scale->unknown.push_back(word);
      }
      if (!survey_.scale->labels) survey_.scale->labels = score.scores.labels;
      if (survey_.scale->otherwise.empty()) survey_.scale->otherwise = score.scores.otherwise;
    }
    if (survey_.scale->missing.empty()) return;
    std::string& ground = survey_.scale->ground;
    ground = fmt::format("{}; no answers: {}", ground.substr(0, ground.find("; no answers")), fmt::join(survey_.scale->missing, ", "));
  }

  void take_score(ScoreColumn score) {
    const std::string ground = fmt::format("scores {} to {}, for {}", score.scores.min, score.scores.max, score.scores.ground);
    const bool is_overall = !survey_.overall && says_one_of(words_of_overall, score.item) && (!score.match || !score.match->is_sure);
    if (is_overall) {
      set(score.column, ColumnRole::overall, fmt::format("a question about the whole, by its heading: {}", ground));
      survey_.overall = std::move(score);
      return;
    }
    set(score.column, ColumnRole::score, ground + match_ground(score));
    survey_.scores.push_back(std::move(score));
  }

  std::string match_ground(const ScoreColumn& score) const {
    if (touchpoints_.empty()) return {};
    if (!score.match) return "; no touchpoint has a name like it";
    const std::string& id = touchpoints_[score.match->touchpoint].id;
    if (score.match->likeness == 1) return fmt::format("; asks about {}, by its name", id);
    return score.match->is_sure ? fmt::format("; asks about {}, by words of its name", id) : fmt::format("; may ask about {}", id);
  }

  /// What a column that is not read seems to be.
  void explain(std::size_t i) {
    const ColumnProfile& column = survey_.columns[i];
    constexpr double many = 0.1;
    if (column.filled == 0) {
      survey_.grounds[i] = "empty";
    } else if (column.share_of(column.long_texts) > many && column.is_many()) {
      set(i, ColumnRole::quote, "texts of several words: customers' own, perhaps");
    } else if (!column.is_many() && column.values.size() <= most_segments && says_one_of(words_of_segment, column.name)) {
      set(i, ColumnRole::segment, fmt::format("{}: segments, perhaps", count_text(column.values.size(), "value", "different values")));
    } else if (numbers_rows(column)) {
      survey_.grounds[i] = "something else in each row";
    } else if (numbers_in(column) == column.filled) {
      survey_.grounds[i] = column.is_many() ? "numbers of many values" : "numbers on no usual scale: codes, perhaps";
    } else {
      survey_.grounds[i] = column.is_many() ? "many different texts" : "words that are no known scale";
    }
  }

  Survey& survey_;
  evidence::DecimalMark mark_;
  std::span<const KnownTouchpoint> touchpoints_;
};

}  // namespace

Survey survey_of(evidence::RowSource& rows, std::span<const KnownTouchpoint> touchpoints) {
  Profiler profiler;
  Survey survey;
  survey.report = rows.read(profiler);
  if (survey.report.fault) return survey;
  survey.columns = std::move(profiler.columns);
  survey.rows = profiler.rows;
  Guesser(survey, profiler.mark, touchpoints).guess();
  return survey;
}

}  // namespace mot::importing
