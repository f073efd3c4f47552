#include "mot/import/survey/survey.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "mot/import/plain_line.h"
#include "mot/import/survey/codes_beside.h"
#include "mot/import/survey/heading_words.h"
#include "mot/import/survey/no_answers.h"
#include "mot/import/survey/other_layouts.h"
#include "mot/import/survey/row_profiler.h"
#include "mot/import/survey/school_grades.h"
#include "mot/import/survey/score_columns.h"
#include "mot/import/survey/thumbs.h"
#include "mot/import/survey/unread_columns.h"
#include "mot/load/fields/truth_words.h"
#include "mot/text/alike.h"
#include "mot/text/numbers.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

constexpr double recommended_from = 0, recommended_to = 10;  // as net promoters are counted

class Guesser {
 public:
  Guesser(Survey& survey, const RowProfiler& profiler, std::span<const KnownTouchpoint> touchpoints)
      : survey_(survey), mark_(profiler.mark), heights_(profiler.heights), touchpoints_(touchpoints) {
    survey.roles.assign(survey.columns.size(), ColumnRole::unread);
    survey.grounds.assign(survey.columns.size(), "");
  }

  void take_codes(const CodesBeside& codes) {
    survey_.code_sheets.push_back(codes.use);
    for (const std::size_t i : codes.columns) set(i, ColumnRole::codes, "what codes mean, in a table beside the answers");
  }

  void guess() {
    if (!take_published_table()) {
      survey_.refusal = survey_.refusal.empty() ? fault_of_people_across(survey_, mark_, touchpoints_) : survey_.refusal;
      set_repeated_apart();
      const std::string across = importing::set_answers_across_apart(survey_);
      find_dates();
      find_rows_to_keep();
      find_weight();
      find_recommendations();
      set_others_apart();
      find_scores(survey_, mark_, touchpoints_);
      take_long_table();
      const bool has_other = !survey_.scores.empty() || survey_.overall || survey_.recommendation || !survey_.possible.empty();
      if (!across.empty() && !has_other) survey_.refusal = fault_of_answers_across(across);
    }
    explain_unread(survey_, mark_, touchpoints_);
    find_language();
  }

 private:
  const ColumnProfile& column(std::size_t i) const { return survey_.columns[i]; }
  void set(std::size_t column, ColumnRole role, std::string ground) { set_role(survey_, column, role, std::move(ground)); }
  std::size_t numbers_of(std::size_t i) const { return numbers_in(column(i), mark_); }
  bool is_free(std::size_t i) const { return !has_role(survey_, i) && column(i).filled > 0; }

  bool take_published_table() {
    survey_.published = published_table_in(survey_.columns, mark_);
    if (!survey_.published) return false;
    const PublishedTable& found = *survey_.published;
    if (found.scale) {
      survey_.scale = ScoreGuess{.min = found.scale->min, .max = found.scale->max};
      survey_.scale->ground = found.ground;
    }
    for (const std::size_t i : found.no_answers) {
      set(i, ColumnRole::share, "how many gave no answer, by its heading");
      survey_.scale->missing.push_back(column(i).name);
    }
    if (found.mean) set(*found.mean, ColumnRole::share, "the mean of all answers, by its heading");
    if (found.spread) set(*found.spread, ColumnRole::share, "the standard deviation, by its heading");
    if (found.answers) set(*found.answers, ColumnRole::share, "how many answered, by its heading");
    set(found.asked, ColumnRole::question, "what was asked about, a row each");
    for (const auto& [column, score] : found.shares)
      set(column, ColumnRole::share, fmt::format("how many answered {}, by its heading", score));
    return true;
  }

  /// A source names columns by their headings: those that have none, or one that another has, it cannot.
  void set_repeated_apart() {
    std::map<std::string, std::vector<std::size_t>> by_name;
    for (std::size_t i = 0; i < survey_.columns.size(); ++i) {
      const std::string name = as_seen(column(i).name);
      if (!name.empty()) by_name[name].push_back(i);
      if (!name.empty() || column(i).filled == 0 || has_role(survey_, i)) continue;
      set(i, ColumnRole::repeated, "has no heading, and can't be read without: write one in the file");
      set_answers_across_apart(i);
    }
    for (const auto& [name, columns] : by_name) {
      if (columns.size() < 2) continue;
      for (const std::size_t i : columns)
        set(i, ColumnRole::repeated, fmt::format("{} columns have this name, and none of them can be read: rename them", columns.size()));
    }
  }

  /// A column for each answer of a question, `Desk,,,` above `very good` in one of them: the first alone is no question.
  void set_answers_across_apart(std::size_t without_heading) {
    const auto says_one_thing = [&](std::size_t i) { return column(i).filled > 0 && !column(i).is_many() && column(i).values.size() == 1; };
    if (without_heading == 0 || !says_one_thing(without_heading)) return;
    std::size_t first = without_heading - 1;
    while (first > 0 && column(first).name.empty() && says_one_thing(first)) --first;
    if (column(first).name.empty() || !says_one_thing(first) || column(first).values == column(without_heading).values) return;
    set(first, ColumnRole::repeated, "one answer of a question whose others stand in the columns beside it: have one column a question");
  }

  /// A single column of scores beside one that says what each is about: an answer a row.
  void take_long_table() {
    if (survey_.scores.size() > 1) return;
    const auto question = question_column(survey_.columns, survey_.rows);
    const auto may_be = [&](std::size_t i) { return is_free(i) || survey_.roles[i] == ColumnRole::segment; };
    if (!question || !may_be(*question)) return;
    if (survey_.scores.empty() && !take_thumbs(*question)) return;
    survey_.question = question;
    set(*question, ColumnRole::question, "what the answer in its row is about, by its heading");
    take_counts();
    if (!survey_.scores.empty()) survey_.off_scale = heights_.higher_than_most(survey_.scores.front().column);
    const auto respondent = respondent_column(survey_.columns);
    if (!respondent || !may_be(*respondent)) return;
    survey_.respondent = respondent;
    set(*respondent, ColumnRole::respondent, "who answered, by its heading");
  }

  /// Whether a column beside the question holds thumbs and nothing else; the first does.
  bool take_thumbs(std::size_t question) {
    for (std::size_t i = 0; i < survey_.columns.size() && !survey_.verdict; ++i) {
      const bool is_taken = has_role(survey_, i) && survey_.roles[i] != ColumnRole::quote;  // `Feedback` is called like words
      if (i == question || is_taken || thumbs_in(column(i)).empty()) continue;
      survey_.verdict = i;
      set(i, ColumnRole::score, "thumbs up and down");
    }
    return survey_.verdict.has_value();
  }

  /// How many gave the answer of a row; numbers of rows are none.
  void take_counts() {
    for (std::size_t i = 0; i < survey_.columns.size() && !survey_.counted; ++i) {
      const bool may_be = survey_.roles[i] == ColumnRole::unread || survey_.roles[i] == ColumnRole::possible_score;
      const bool is_called_so = may_be && says(HeadingWord::answers, column(i).name);
      if (!is_called_so || numbers_of(i) < column(i).filled) continue;
      const ColumnNumbers numbers = numbers_of_column(column(i), mark_);
      const bool are_of_rows = numbers_rows(column(i)) && numbers.most <= static_cast<double>(survey_.rows);
      if (numbers.whole < column(i).filled || numbers.most <= 1 || are_of_rows) continue;
      survey_.counted = i;
      std::erase_if(survey_.possible, [i](const ScoreColumn& score) { return score.column == i; });
      set(i, ColumnRole::share, "how many gave the answer of the row, by its heading");
    }
  }

  struct FoundDate {
    std::size_t column = 0;
    std::size_t format = 0;
    evidence::Day newest = 0;
  };

  std::vector<FoundDate> columns_of_dates() const {
    constexpr double nearly_all = 0.95;
    std::vector<FoundDate> found;
    for (std::size_t i = 0; i < survey_.columns.size(); ++i) {
      const auto& dates = column(i).dates;
      const auto most = std::ranges::max_element(dates);
      if (!is_free(i) || static_cast<double>(*most) < nearly_all * static_cast<double>(column(i).looked_at_for_dates)) continue;
      const auto format = static_cast<std::size_t>(most - dates.begin());
      found.push_back({i, format, column(i).newest[format]});
    }
    return found;
  }

  /// When answers were given: not when somebody was born or began; what its heading calls so, else the newest.
  void find_dates() {
    auto found = columns_of_dates();
    if (found.empty()) return;
    const auto rank = [&](const FoundDate& date) {
      const std::string& name = column(date.column).name;
      const bool is_submitted = says(HeadingWord::submitted, name) && !says(HeadingWord::started, name);
      return std::tuple(!says(HeadingWord::birth, name), is_submitted, says(HeadingWord::date, name) && !says(HeadingWord::started, name),
                        date.newest);
    };
    const FoundDate best = *std::ranges::max_element(found, {}, rank);
    const bool is_birth = says(HeadingWord::birth, column(best.column).name);
    if (!is_birth) take_date(best);
    for (const FoundDate& date : found) {
      if (!is_birth && date.column == best.column) continue;
      const std::string format(date_formats[date.format]);
      const bool is_of_birth = says(HeadingWord::birth, column(date.column).name);
      survey_.other_dates.emplace_back(date.column, format);
      set(date.column, ColumnRole::possible_date,
          fmt::format("dates like {}{}", format.empty() ? "2026-03-31" : format, is_of_birth ? ": of birth" : ", another column of dates"));
    }
  }

  void take_date(const FoundDate& date) {
    const auto& dates = column(date.column).dates;
    survey_.date = date.column;
    survey_.date_format = date_formats[date.format];
    for (std::size_t i = date.format + 1; i < dates.size(); ++i) {
      if (dates[i] == dates[date.format] && !date_formats[date.format].empty()) survey_.date_otherwise = date_formats[i];
    }
    set(date.column, ColumnRole::date,
        fmt::format("dates like {}{}", survey_.date_format.empty() ? "2026-03-31" : survey_.date_format,
                    survey_.date_otherwise.empty() ? "" : fmt::format(", or {}: both fit", survey_.date_otherwise)));
  }

  /// Previews of those who made the survey are no customers' answers; what was broken off may be answers still.
  void find_rows_to_keep() {
    for (std::size_t i = 0; i < survey_.columns.size(); ++i) {
      const ColumnProfile& column = survey_.columns[i];
      if (has_role(survey_, i) || column.is_many()) continue;
      KeptRowsOf kept{i, {}, {}, 0};
      const bool tells_end = says(HeadingWord::end, column.name);
      for (const auto& [value, count] : column.values) {
        const std::string word = folded(without_accents(value));
        const bool is_preview = says(HeadingWord::preview, word);
        const bool is_broken_off = tells_end && (truth_of_word(word) == false || word == "0");
        (is_preview || is_broken_off ? kept.left_out : kept.values).push_back(value);
        kept.rows += is_preview || is_broken_off ? count : 0;
      }
      if (kept.left_out.empty() || kept.values.empty()) continue;
      const std::string rows = count_text(kept.rows, "row", "rows");
      set_role(survey_, i, ColumnRole::rows,
               fmt::format("{}: {} of {}", tells_end ? "which answers were broken off" : "how answers came in", rows,
                           in_quotes(kept.left_out.front())));
      (tells_end ? survey_.broken_off : survey_.previews) = std::move(kept);
    }
  }

  /// Weights are positive and about 1 in the mean; a heading may mean kilograms.
  void find_weight() {
    constexpr double least_mean = 0.5, most_mean = 2;
    for (std::size_t i = 0; i < survey_.columns.size(); ++i) {
      if (!is_free(i) || numbers_of(i) < column(i).filled) continue;
      const ColumnNumbers numbers = numbers_of_column(column(i), mark_);
      const bool is_named = says(HeadingWord::weight, column(i).name);
      const bool is_about_one = numbers.mean >= least_mean && numbers.mean <= most_mean && numbers.least >= 0;
      if (is_named && is_about_one && !survey_.weight) {
        survey_.weight = i;
        set(i, ColumnRole::weight, fmt::format("a weight, by its heading; all its cells are numbers, {:.2f} in the mean", numbers.mean));
      } else if (is_named) {
        set(i, ColumnRole::possible_weight, fmt::format("called a weight; {:.4g} in the mean: do answers weigh by it?", numbers.mean));
      } else if (looks_like_weight(column(i), numbers)) {
        set(i, ColumnRole::possible_weight, fmt::format("fractions of {:.2f} in the mean: a weight?", numbers.mean));
      }
    }
  }

  static bool looks_like_weight(const ColumnProfile& profile, const ColumnNumbers& numbers) {
    constexpr double least_mean = 0.95, most_mean = 1.05;
    constexpr std::size_t least_rows = 20;
    return profile.filled >= least_rows && numbers.least > 0 && numbers.mean >= least_mean && numbers.mean <= most_mean &&
           numbers.whole * 2 < profile.filled;
  }

  /// The first that is answered from 0 to 10 is the one that counts; others are for people to choose.
  void find_recommendations() {
    for (std::size_t i = 0; i < survey_.columns.size(); ++i) {
      if (!is_free(i) || column(i).is_many() || !says(HeadingWord::recommendation, column(i).name)) continue;
      const auto scores = guess_recommendation(column(i).values, mark_);
      const bool is_net_promoter = scores && scores->min == recommended_from && scores->max == recommended_to && scores->values.empty();
      if (!is_net_promoter) continue;
      const bool is_first = !survey_.recommendation;
      ScoreColumn found{.column = i, .scores = *scores};
      set(i, is_first ? ColumnRole::recommendation : ColumnRole::possible_recommendation,
          fmt::format("{} net promoter question, by its heading: {}", is_first ? "a" : "another", scores->ground));
      is_first ? void(survey_.recommendation = std::move(found)) : survey_.possible.push_back(std::move(found));
    }
    for (std::size_t i = 0; i < survey_.columns.size(); ++i) {
      const bool is_other = is_free(i) && !column(i).is_many() && says(HeadingWord::recommendation, column(i).name);
      if (is_other && !says_several_words(column(i)) && !says(HeadingWord::comment, column(i).name)) take_other_recommendation(i);
    }
  }

  static bool says_several_words(const ColumnProfile& profile) {
    constexpr double some = 0.2;
    return profile.share_of(profile.long_texts) > some && profile.values.size() > most_segments;
  }

  /// Asked otherwise than from 0 to 10: a question about the whole.
  void take_other_recommendation(std::size_t i) {
    const auto scores = scores_of_column(column(i), mark_);
    if (scores && !scores->is_choice && !survey_.recommendation) {
      set(i, ColumnRole::recommendation, fmt::format("whether they recommend it, not from 0 to 10: {}", scores->ground));
      survey_.recommendation = ScoreColumn{.column = i, .scores = *scores};
      return;
    }
    if (!scores && column(i).values.size() > most_segments) return;
    set(i, ColumnRole::possible_recommendation, "whether they recommend it, by its heading; what is each answer worth?");
    survey_.possible.push_back({.column = i, .scores = scores.value_or(ScoreGuess{})});
  }

  /// Who answered and what they say in their own words are no questions, whatever stands in the cells; a battery is none of these.
  void set_others_apart() {
    std::map<std::string, std::size_t> asked;
    const auto respondent = respondent_column(survey_.columns);
    for (const ColumnProfile& profile : survey_.columns) ++asked[split_heading(profile.name).question];
    for (std::size_t i = 0; i < survey_.columns.size(); ++i) {
      const std::string& name = column(i).name;
      const SplitHeading parts = split_heading(name);
      if (!is_free(i) || (!parts.question.empty() && asked[parts.question] >= least_battery)) continue;
      if (i == respondent) survey_.grounds[i] = "tells who answered, or how";
      const auto coded = scores_by_codes(column(i), mark_);
      if (coded && coded->are_kinds) {
        set_kinds(i, coded->ground);
        continue;
      }
      const bool is_scored = says(HeadingWord::asks_for_score, name) || says(HeadingWord::grade, name) || declared_scale(name).scale ||
                             (coded && coded->scores && coded->scores->doubt.empty());
      const bool is_in_words = numbers_of(i) * 2 < column(i).filled;
      if (is_in_words && says(HeadingWord::comment, name)) {
        set(i, ColumnRole::quote, "customers' own words, by its heading");
      } else if (!is_scored && (says(HeadingWord::person, name) || says(HeadingWord::person, parts.item))) {
        survey_.grounds[i] = "tells who answered, or how";
      } else if (!is_scored && (says(HeadingWord::respondent, name) || says(HeadingWord::respondent, parts.item)) && !tells_how_often(i)) {
        set_segment(i, "about who answered, by its heading: segments, perhaps");
      }
    }
  }

  /// Answers that are neither good nor bad tell customers apart, unless the column is called like a touchpoint or asks for a score.
  void set_kinds(std::size_t i, const std::string& ground) {
    const auto match = touchpoint_like(declared_scale(column(i).name).heading, touchpoints_);
    const bool may_be_score = (match && match->is_sure) || says(HeadingWord::asks_for_score, column(i).name);
    if (!may_be_score) return set_segment(i, ground);
    set(i, ColumnRole::possible_score, ground + ": what is each worth?");
    survey_.possible.push_back({.column = i, .match = match});
  }

  /// `How often did they listen?` is a question about them where it is answered by `always` and `never`.
  bool tells_how_often(std::size_t i) const {
    if (column(i).is_many()) return false;
    const auto scores = scores_of_column(column(i), mark_);
    return scores && scores->kind == "frequency";
  }

  void set_segment(std::size_t i, const std::string& ground) {
    const bool is_of_few = !column(i).is_many() && column(i).values.size() <= most_segments;
    if (is_of_few)
      set(i, ColumnRole::segment, ground);
    else
      survey_.grounds[i] = "about who answered, by its heading: many different values";
  }

  void find_language() {
    HeadingLanguage headings;
    for (const ColumnProfile& profile : survey_.columns) headings.add(profile.name);
    survey_.language = headings.language();
    if (!survey_.scale) return;
    constexpr std::pair<std::string_view, std::string_view> codes[] = {
        {"English", "en"}, {"German", "de"}, {"French", "fr"}, {"Spanish", "es"}, {"Portuguese", "pt"}};
    const auto known = std::ranges::find(codes, survey_.scale->language, &std::pair<std::string_view, std::string_view>::first);
    if (known != std::end(codes)) survey_.language = known->second;
  }

  Survey& survey_;
  evidence::DecimalMark mark_;
  const HeightsByQuestion& heights_;
  std::span<const KnownTouchpoint> touchpoints_;
};

}  // namespace

void set_role(Survey& survey, std::size_t column, ColumnRole role, std::string ground) {
  survey.roles[column] = role;
  survey.grounds[column] = std::move(ground);
}

bool has_role(const Survey& survey, std::size_t column) {
  return survey.roles[column] != ColumnRole::unread;
}

std::size_t numbers_in(const ColumnProfile& column, evidence::DecimalMark mark) {
  std::size_t count = column.other_numbers;
  for (const auto& [value, times] : column.values) count += evidence::number_from(value, mark) ? times : 0;
  return count;
}

bool numbers_rows(const ColumnProfile& column) {
  constexpr std::size_t least = 6;
  return column.filled >= least && column.values.size() == column.filled;
}

Survey survey_of(evidence::RowSource& rows, std::span<const KnownTouchpoint> touchpoints, std::span<const CodeBook> code_books) {
  RowProfiler profiler;
  Survey survey;
  survey.report = rows.read(profiler);
  if (survey.report.fault) return survey;
  survey.columns = std::move(profiler.columns);
  survey.rows = profiler.rows;
  survey.legend = profiler.legend;
  survey.feet = profiler.foot.words();
  survey.first_foot_line = profiler.foot.first_line();
  for (const CodeBook& book : code_books) survey.code_sheets.push_back(give_codes(book, survey.columns));
  const CodeBook beside = code_book_beside_answers(profiler.short_rows);
  if (!beside.lists.empty()) survey.code_sheets.push_back(give_codes(beside, survey.columns));
  const auto columns_of_codes = take_codes_beside(profiler.first_rows, survey.rows, survey.columns);
  take_codes_of_headings(survey.columns);
  if (profiler.has_summary_blocks) survey.refusal = fault_of_summary_blocks;
  find_school_grades(profiler.grades, survey);
  Guesser guesser(survey, profiler, touchpoints);
  for (const CodesBeside& codes : columns_of_codes) guesser.take_codes(codes);
  guesser.guess();
  return survey;
}

}  // namespace mot::importing
