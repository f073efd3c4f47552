#include "mot/import/survey/score_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "mot/import/plain_line.h"
#include "mot/import/survey/code_scales.h"
#include "mot/import/survey/heading_words.h"
#include "mot/import/survey/no_answers.h"
#include "mot/import/survey/school_grades.h"
#include "mot/text/numbers.h"

namespace mot::importing {
namespace {

std::string heading_of(const ColumnProfile& column) {
  return declared_scale(column.name).heading;
}

/// By what its heading says, and a sheet of codes; where these say different things, people have to decide.
std::optional<ScoreGuess> guess_declared(const ColumnProfile& column, evidence::DecimalMark mark) {
  const DeclaredScale declared = declared_scale(column.name);
  auto by_heading = declared.scale ? guess_on_declared(column, mark, declared) : std::nullopt;
  auto coded = scores_by_codes(column, mark);
  if (!coded || !coded->scores) return by_heading;
  ScoreGuess& by_sheet = *coded->scores;
  if (!by_heading) return by_sheet;
  if (!by_sheet.doubt.empty()) {
    by_heading->doubt = by_sheet.doubt;
    return by_heading;
  }
  const bool are_same_ends = std::minmax(by_heading->min, by_heading->max) == std::minmax(by_sheet.min, by_sheet.max);
  const bool are_same_way = !by_heading->is_directed || !by_sheet.is_directed || by_heading->min == by_sheet.min;
  if (!are_same_ends || !are_same_way)
    by_sheet.doubt = fmt::format("its heading says {} to {}, and {} {} to {}: the last is the best answer", by_heading->min,
                                 by_heading->max, column.codes->place, by_sheet.min, by_sheet.max);
  return by_sheet;
}

/// Too few numbers to tell the scale, below a heading that asks how good it was: the usual one.
void take_usual_scale(const ColumnProfile& column, ScoreGuess& guess) {
  const bool is_on_usual = guess.is_choice && guess.min == 1 && guess.max == 5;
  if (!is_on_usual || !says(HeadingWord::asks_for_score, heading_of(column))) return;
  guess.is_choice = false;
  guess.ground += "; where the scale ends is a guess";
}

class ScoreFinder {
 public:
  ScoreFinder(Survey& survey, evidence::DecimalMark mark, std::span<const KnownTouchpoint> touchpoints)
      : survey_(survey), mark_(mark), touchpoints_(touchpoints) {}

  /// Columns whose questions begin alike are read alike: their values are looked at together.
  void find() {
    std::map<std::string, std::vector<std::size_t>> batteries;
    for (std::size_t i = 0; i < survey_.columns.size(); ++i) {
      if (may_be_score(i)) batteries[split_heading(heading_of(column(i))).question].push_back(i);
    }
    for (const auto& [question, columns] : batteries) guess_battery(question, columns);
    take_words_together();
    take_legend();
    take_longer_scale();
    take_longer_grades();
    choose_scale();
    take_direction_of_others();
    for (const auto& [question, columns] : batteries) find_parts_of_scale(columns);
    for (auto& [i, score] : found_) sort_out(std::move(score));
  }

 private:
  const ColumnProfile& column(std::size_t i) const { return survey_.columns[i]; }

  bool may_be_score(std::size_t i) const {
    if (has_role(survey_, i) || !survey_.grounds[i].empty() || column(i).filled == 0) return false;
    if (guess_declared(column(i), mark_) || guess_school_grades(column(i), mark_)) return true;
    return !column(i).is_many() && !numbers_rows(column(i));
  }

  static std::string asked_in_sheet(const ColumnProfile& column) { return column.codes ? column.codes->asked : std::string(); }

  /// By its heading, else by what a sheet of codes says that it asks about.
  std::optional<TouchpointMatch> match_of(const ColumnProfile& column) const {
    const auto match = touchpoint_like(heading_of(column), touchpoints_);
    if (match && match->is_sure) return match;
    const auto by_sheet = touchpoint_like(asked_in_sheet(column), touchpoints_);
    return by_sheet && (by_sheet->is_sure || !match) ? by_sheet : match;
  }

  void guess_battery(const std::string& question, const std::vector<std::size_t>& columns) {
    std::map<std::size_t, ScoreGuess> guesses;
    for (const std::size_t i : columns) {
      auto guess = scores_of_column(column(i), mark_);
      if (guess) guesses.emplace(i, std::move(*guess));
    }
    const auto common = common_scale(guesses);
    const auto is_like_others = [&](const ScoreGuess& scores) {
      if (!common) return false;
      if (question.empty()) return scores.min == common->min && scores.max == common->max;
      const auto [low, high] = std::minmax(scores.min, scores.max);
      return low >= std::min(common->min, common->max) && high <= std::max(common->min, common->max);
    };
    std::size_t likes = 0;
    for (const auto& [i, guess] : guesses) likes += !guess.is_choice && is_like_others(guess);
    for (auto& [i, guess] : guesses) {
      ScoreColumn score{.column = i, .scores = guess, .item = split_heading(heading_of(column(i))).item};
      if (!asked_in_sheet(column(i)).empty()) score.item = asked_in_sheet(column(i));
      score.is_declared = guess_declared(column(i), mark_).has_value();
      const bool is_like = !guess.is_choice && is_like_others(guess);
      if (common && is_like && !score.is_declared && !question.empty()) {
        score.scores = *common;
        take_grades(column(i), score.scores, Ends::guessed);
      }
      score.is_in_battery = is_like && likes >= least_battery;
      score.match = match_of(column(i));
      found_.emplace(i, std::move(score));
    }
  }

  /// Words that are some of a whole scale's in another column were asked on that.
  bool take_whole_scale(ScoreGuess& scores) const {
    const auto is_whole_for = [&](const auto& entry) {
      const ScoreGuess& whole = entry.second.scores;
      const auto has_word = [&](const auto& word) {
        return std::ranges::find(whole.values, word.first, &std::pair<std::string, double>::first) != whole.values.end();
      };
      return whole.is_whole && !entry.second.is_declared && whole.kind == scores.kind && std::ranges::all_of(scores.values, has_word);
    };
    const auto found = std::ranges::find_if(found_, is_whole_for);
    if (found == found_.end()) return false;
    ScoreGuess whole = found->second.scores;
    whole.missing = scores.missing;
    whole.unknown = scores.unknown;
    whole.odd = scores.odd;
    scores = std::move(whole);
    return true;
  }

  /// Numbers between the ends that a line beside the answers names are read as it says.
  void take_legend() {
    if (!survey_.legend) return;
    const auto [low, high] = std::minmax(survey_.legend->scale->min, survey_.legend->scale->max);
    for (auto& [i, score] : found_) {
      ScoreGuess& scores = score.scores;
      const bool is_of_it = std::min(scores.min, scores.max) == low && std::max(scores.min, scores.max) == high;
      if (!is_of_it || scores.is_directed || score.is_declared || !scores.values.empty()) continue;
      scores.min = survey_.legend->scale->min;
      scores.max = survey_.legend->scale->max;
      scores.is_directed = true;
      scores.is_choice = false;
      scores.otherwise.clear();
      scores.ground += fmt::format("; {} is the best answer, as a line beside the answers says", scores.max);
    }
  }

  /// Words of one kind are of one scale, in all columns that don't hold a whole one of their own: who finds the room `good` and nothing
  /// `very good` was asked like the others.
  void take_words_together() {
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> kinds;
    for (const auto& [i, score] : found_) {
      if (!score.scores.kind.empty() && !score.scores.is_whole && !score.is_declared)
        kinds[{score.scores.language, score.scores.kind}].push_back(i);
    }
    for (auto& [kind, columns] : kinds) {
      std::erase_if(columns, [&](std::size_t i) { return take_whole_scale(found_.at(i).scores); });
      ValueCounts together;
      for (const std::size_t i : columns) {
        for (const auto& [value, count] : column(i).values) together[value] += count;
      }
      const auto common = columns.size() > 1 ? guess_scores(together, mark_) : std::nullopt;
      const bool takes_all =
          common && std::ranges::all_of(columns, [&](std::size_t i) {
            return common->unknown.size() <= found_.at(i).scores.unknown.size() && common->odd.size() <= found_.at(i).scores.odd.size();
          });
      for (const std::size_t i : takes_all ? columns : std::vector<std::size_t>()) found_.at(i).scores = *common;
    }
  }

  /// Of the values of all columns of a battery that are on the scale that most of them are on.
  std::optional<ScoreGuess> common_scale(const std::map<std::size_t, ScoreGuess>& guesses) const {
    std::map<std::pair<double, double>, std::size_t> votes;
    for (const auto& [i, guess] : guesses) votes[{guess.min, guess.max}] += guess.is_choice ? 0 : 1;
    const auto most = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
    if (most == votes.end() || most->second == 0) return std::nullopt;
    ValueCounts together;
    for (const auto& [i, guess] : guesses) {
      if (guess.is_choice || std::pair(guess.min, guess.max) != most->first) continue;
      for (const auto& [value, count] : column(i).values) together[value] += count;
    }
    auto common = guess_scores(together, mark_);
    return common && !common->is_choice && std::pair(common->min, common->max) == most->first ? common : std::nullopt;
  }

  bool is_read(const ScoreColumn& score) const { return !score.scores.is_choice && !is_wish(score) && doubt_of(score).empty(); }

  /// Why a column of answers may be no score, or one whose best answer is at the other end, by its heading; empty where nothing says so.
  /// Words that judge by themselves are what they say.
  std::string doubt_of(const ScoreColumn& score) const {
    const std::string& name = column(score.column).name;
    constexpr std::string_view kinds_that_judge[] = {"satisfaction", "quality", "ease", "faces", "expectation"};
    const bool judges = std::ranges::find(kinds_that_judge, score.scores.kind) != std::end(kinds_that_judge);
    if (!score.scores.doubt.empty()) return score.scores.doubt;
    if (judges || (score.is_declared && score.scores.is_directed)) return {};
    if (says(HeadingWord::amount, name)) return "an amount or a rank, by its heading";
    const bool is_bad = says(HeadingWord::badness, name) && !says(HeadingWord::goodness, name);
    return is_bad ? fmt::format("how bad it was, by its heading: {}, if {} is the worst", turned(score.scores), score.scores.max) : "";
  }

  bool is_wish(const ScoreColumn& score) const { return wish_of(score) != ColumnRole::unread; }

  /// Whether it asks how much something matters, or what is wished, and not how it was.
  ColumnRole wish_of(const ScoreColumn& score) const {
    const std::string& name = column(score.column).name;
    if (asks_about(HeadingWord::importance, name)) return ColumnRole::importance;
    const bool is_expected = asks_about(HeadingWord::expectation, name) && !says(HeadingWord::met, name);
    return is_expected ? ColumnRole::expectation : ColumnRole::unread;
  }

  /// A few answers from 1 to 4 beside others from 1 to 5: nobody happened to give a 5.
  void take_longer_scale() {
    constexpr std::size_t few = 30;
    const auto is_longer = [](const auto& entry) { return entry.second.scores.min == 1 && entry.second.scores.max == 5; };
    const auto longer = std::ranges::find_if(found_, is_longer);
    if (longer == found_.end()) return;
    for (auto& [i, score] : found_) {
      const bool is_shorter = score.scores.min == 1 && score.scores.max == 4 && !score.scores.is_directed && !score.is_declared;
      if (!is_shorter || column(i).filled >= few || score.scores.labels != longer->second.scores.labels) continue;
      score.scores.max = longer->second.scores.max;
      score.scores.otherwise.clear();
      score.scores.is_choice = false;
    }
  }

  /// Where a 6 was given in one column, it could be given in all.
  void take_longer_grades() {
    const auto is_longest = [&](const auto& entry) {
      return column(entry.first).grades == Grades::of_school && entry.second.scores.min == worst_school_grade;
    };
    if (std::ranges::none_of(found_, is_longest)) return;
    for (auto& [i, score] : found_) {
      const bool may_be_longer = column(i).grades == Grades::of_school && score.scores.max == 1 && !score.scores.otherwise.empty();
      if (!may_be_longer || score.is_declared) continue;
      score.scores.min = worst_school_grade;
      score.scores.otherwise.clear();
    }
  }

  /// The scale that most columns are on; those whose values fit there are read on it too.
  void choose_scale() {
    std::vector<std::pair<std::pair<double, double>, std::pair<std::size_t, std::size_t>>> votes;
    for (const auto& [i, score] : found_) {
      if (!is_read(score)) continue;
      const std::pair ends{score.scores.min, score.scores.max};
      auto at = std::ranges::find(votes, ends, [](const auto& vote) { return vote.first; });
      if (at == votes.end()) at = votes.insert(at, {ends, {0, 0}});
      // What its heading tells is a column's own; of equal ones those decide that nothing else tells of.
      at->second.first += score.is_in_battery ? 2 : 1;
      at->second.second += !score.is_declared;
    }
    if (votes.empty()) return;
    const auto best = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; })->first;
    for (const auto& [i, score] : found_) {
      const bool is_of_best = is_read(score) && score.scores.min == best.first && score.scores.max == best.second;
      if (is_of_best && (!survey_.scale || agree_on_words(survey_.scale->values, score.scores.values))) add_to_scale(score);
    }
    if (survey_.scale->missing.empty()) return;
    std::string& ground = survey_.scale->ground;
    const std::size_t at = ground.find("; no answers");
    const std::size_t end = at == std::string::npos ? at : std::min(ground.find(';', at + 1), ground.size());
    const std::string rest = at == std::string::npos ? "" : ground.substr(end);
    ground = fmt::format("{}; no answers: {}{}", ground.substr(0, at), fmt::join(survey_.scale->missing, ", "), rest);
  }

  static void add_new(const auto& some, auto& list) {
    for (const auto& value : some) {
      if (std::ranges::find(list, value) == list.end()) list.push_back(value);
    }
  }

  void add_to_scale(const ScoreColumn& score) {
    ScoreGuess scores = score.scores;
    if (score.is_declared && !is_declared_alike(score)) scores.otherwise.clear();
    if (!survey_.scale) survey_.scale = scores;
    ScoreGuess& scale = *survey_.scale;
    add_new(scores.missing, scale.missing);
    add_new(scores.values, scale.values);
    add_new(scores.unknown, scale.unknown);
    add_new(scores.alike, scale.alike);
    if (!scale.labels) scale.labels = scores.labels;
    if (scale.otherwise.empty()) scale.otherwise = scores.otherwise;
    if (scale.language.empty()) scale.language = scores.language;
    if (!scores.is_directed || scale.is_directed) return;
    // Words that tell the direction in one column tell it for all.
    scale.is_directed = true;
    scale.ground = scores.ground;
    scale.otherwise = scores.otherwise;
  }

  /// Whether all columns tell the same of how else they may be read.
  bool is_declared_alike(const ScoreColumn& score) const {
    return std::ranges::all_of(found_, [&](const auto& entry) { return entry.second.scores.otherwise == score.scores.otherwise; });
  }

  /// Labels whose words don't tell which end is the better are read like those of the others.
  void take_direction_of_others() {
    if (!survey_.scale || !survey_.scale->is_directed) return;
    for (auto& [i, score] : found_) {
      ScoreGuess& scores = score.scores;
      const bool is_turned = scores.min == survey_.scale->max && scores.max == survey_.scale->min;
      if (!is_turned || scores.is_directed || !scores.labels || score.is_declared) continue;
      std::swap(scores.min, scores.max);
      scores.ground += "; which end is the better, by the words of the others";
      scores.otherwise.clear();
      add_new(scores.missing, survey_.scale->missing);
    }
  }

  /// Columns that hold a part of the scale's answers alone, all good ones for instance: taken where their words, their name or the best
  /// answer among them speak for it.
  void find_parts_of_scale(const std::vector<std::size_t>& columns) {
    if (!survey_.scale) return;
    ValueCounts on_scale;
    std::size_t cells = 0;
    for (const auto& [i, score] : found_) {
      if (!is_read(score) || !is_on_scale(score.scores)) continue;
      for (const auto& [value, count] : column(i).values) on_scale[value] += count, cells += count;
    }
    for (const std::size_t i : columns) {
      const auto known = found_.find(i);
      const bool is_choice = known != found_.end() && known->second.scores.is_choice;
      const bool is_known = (known != found_.end() && !is_choice) || column(i).codes.has_value();
      if (is_known || !may_be_part(column(i), is_choice)) continue;
      // However few they are here, none of them is a slip.
      ValueCounts together = on_scale;
      for (const auto& [value, count] : column(i).values) together[value] += cells;
      auto scores = guess_scores(together, mark_);
      if (!scores || !is_on_scale(*scores) || scores->is_choice) continue;
      const auto is_known_word = [&](const std::string& word) {
        return std::ranges::find(survey_.scale->unknown, word) != survey_.scale->unknown.end();
      };
      if (!std::ranges::all_of(scores->unknown, is_known_word)) continue;
      scores->ground = "its answers are among those of the other questions";
      add_new(scores->missing, survey_.scale->missing);
      const std::string& name = column(i).name;
      found_.insert_or_assign(i, ScoreColumn{i, *scores, split_heading(name).item, match_of(column(i))});
    }
  }

  bool is_on_scale(const ScoreGuess& scores) const { return survey_.scale->min == scores.min && survey_.scale->max == scores.max; }

  bool may_be_part(const ColumnProfile& profile, bool is_choice) const {
    const bool says_something = std::ranges::any_of(profile.values, [](const auto& value) { return !says_no_answer(value.first); });
    if (!says_something || numbers_in(profile, mark_) < profile.filled) return says_something;
    const auto match = match_of(profile);
    const bool has_best = profile.values.contains(fmt::format("{}", survey_.scale->max));
    return (match && match->is_sure) || (is_choice && (has_best || says(HeadingWord::asks_for_score, profile.name)));
  }

  void sort_out(ScoreColumn score) {
    const ScoreGuess& scores = score.scores;
    const ColumnRole wish = wish_of(score);
    const bool is_on_it = survey_.scale && is_on_scale(scores);
    const bool is_in_doubt = scores.is_choice || (!is_on_it && !score.is_in_battery && !score.is_declared && !score.match);
    const std::string otherwise = scores.otherwise.empty() || is_on_it ? "" : "; or " + scores.otherwise;
    if (wish != ColumnRole::unread) {
      set_role(survey_, score.column, wish,
               fmt::format("{}, by its heading: no score of what is lived",
                           wish == ColumnRole::importance ? "how much it matters" : "what is wished"));
      survey_.possible.push_back(std::move(score));
    } else if (const std::string doubt = doubt_of(score); !doubt.empty()) {
      set_role(survey_, score.column, ColumnRole::possible_score, doubt);
      survey_.possible.push_back(std::move(score));
    } else if (scores.is_choice) {
      set_role(survey_, score.column, ColumnRole::possible_score,
               fmt::format("numbers on no usual scale: codes, perhaps; {}{}", scores.ground, otherwise));
      survey_.possible.push_back(std::move(score));
    } else if (is_in_doubt) {
      set_role(survey_, score.column, ColumnRole::possible_score,
               fmt::format("{} to {}, on another scale than most: codes, perhaps{}", scores.min, scores.max, otherwise));
      survey_.possible.push_back(std::move(score));
    } else {
      take_score(std::move(score));
    }
  }

  void take_score(ScoreColumn score) {
    const std::string ground = fmt::format("scores {} to {}, for {}", score.scores.min, score.scores.max, score.scores.ground);
    const bool is_matched = score.match && score.match->is_sure;
    const bool is_overall = !survey_.overall && !is_matched && says(HeadingWord::overall, score.item) && !is_of_a_part(score);
    if (is_overall) {
      set_role(survey_, score.column, ColumnRole::overall,
               fmt::format("a question about the whole, by its heading: {}; importance is derived from it", ground));
      survey_.overall = std::move(score);
      return;
    }
    const bool is_told = survey_.scale && survey_.scale->otherwise == score.scores.otherwise;
    const std::string otherwise = score.is_declared && !is_told && !score.scores.otherwise.empty() ? "; or " + score.scores.otherwise : "";
    set_role(survey_, score.column, ColumnRole::score, ground + otherwise + match_ground(score));
    survey_.scores.push_back(std::move(score));
  }

  /// `Overall cleanliness`, where another column asks for the overall satisfaction.
  bool is_of_a_part(const ScoreColumn& score) const {
    const auto asks_for_whole = [&](const std::string& heading) {
      return says(HeadingWord::overall, heading) && says(HeadingWord::asks_for_score, heading);
    };
    return !asks_for_whole(score.item) &&
           std::ranges::any_of(survey_.columns, [&](const ColumnProfile& other) { return asks_for_whole(other.name); });
  }

  std::string match_ground(const ScoreColumn& score) const {
    if (touchpoints_.empty()) return {};
    if (!score.match) return "; no touchpoint has a name like it";
    const std::string& id = touchpoints_[score.match->touchpoint].id;
    const ColumnProfile& profile = column(score.column);
    const auto by_heading = touchpoint_like(heading_of(profile), touchpoints_);
    const bool is_by_sheet = !by_heading || by_heading->touchpoint != score.match->touchpoint || !by_heading->is_sure;
    const std::string where = is_by_sheet && !asked_in_sheet(profile).empty() ? fmt::format(" in {}", profile.codes->place) : "";
    return score.match->is_sure ? fmt::format("; asks about {}, by its name{}", id, where) : fmt::format("; may ask about {}", id);
  }

  Survey& survey_;
  evidence::DecimalMark mark_;
  std::span<const KnownTouchpoint> touchpoints_;
  std::map<std::size_t, ScoreColumn> found_;
};

}  // namespace

std::optional<ScoreGuess> scores_of_column(const ColumnProfile& column, evidence::DecimalMark mark) {
  if (auto declared = guess_declared(column, mark)) {
    take_grades(column, *declared, Ends::told);
    return declared;
  }
  if (auto grades = guess_school_grades(column, mark)) return grades;
  if (column.is_many()) return std::nullopt;
  auto guess = guess_scores(column.values, mark);
  if (!guess) return std::nullopt;
  take_grades(column, *guess, Ends::guessed);
  take_usual_scale(column, *guess);
  return guess;
}

void find_scores(Survey& survey, evidence::DecimalMark mark, std::span<const KnownTouchpoint> touchpoints) {
  ScoreFinder(survey, mark, touchpoints).find();
}

}  // namespace mot::importing
