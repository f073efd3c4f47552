#include "mot/import/survey/code_scales.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "mot/evidence/cells/answer_words.h"
#include "mot/import/plain_line.h"
#include "mot/import/survey/no_answers.h"
#include "mot/import/survey/sorted_values.h"
#include "mot/import/survey/word_guess.h"
#include "mot/text/alike.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

std::string as_cell(std::string_view text) {
  return folded(as_seen(text));
}

std::optional<int> whole_number(std::string_view text) {
  const auto number = evidence::number_from(text);
  constexpr double largest = 99999;
  if (!number || *number != std::floor(*number) || std::abs(*number) > largest) return std::nullopt;
  return static_cast<int>(*number);
}

/// Whether what a code means is no answer: in one of its usual words, in all that `/` parts, or with a remark in brackets.
bool means_no_answer(std::string_view meaning) {
  std::string text = plain_line(meaning);
  if (says_no_answer(text)) return true;
  const std::size_t bracket = text.find(" (");
  if (bracket != std::string::npos && bracket > 0) return means_no_answer(std::string_view(text).substr(0, bracket));
  const std::size_t cut = text.find('/');
  if (cut == std::string::npos) return false;
  return says_no_answer(plain_line(text.substr(0, cut))) && means_no_answer(plain_line(text.substr(cut + 1)));
}

class CodedColumn {
 public:
  CodedColumn(const ColumnProfile& column, evidence::DecimalMark mark) : column_(column), mark_(mark), codes_(*column.codes) {
    for (const Code& code : codes_.codes) {
      means_no_answer(code.second) ? missing_.push_back(code.first) : answers_.push_back(code);
    }
    count_cells();
  }

  std::optional<CodedScores> scores() const {
    if (answers_.empty() || cells_ == 0) return with_missing_alone();
    if (in_meanings_ > in_codes_) return by_meanings();
    const auto is_number = [](const Code& code) { return evidence::number_from(code.first).has_value(); };
    if (std::ranges::all_of(answers_, [](const Code& code) { return whole_number(code.first).has_value(); })) return by_numbers();
    if (std::ranges::any_of(answers_, is_number))
      return in_doubt(fmt::format("{} lists codes that are no whole numbers: {}; what is each worth?", codes_.place, answers_text()));
    return by_letters();
  }

 private:
  std::string ground() const { return fmt::format("{} says so", codes_.place); }

  void count_cells() {
    for (const auto& [value, count] : column_.values) {
      const std::string cell = as_cell(value);
      const auto number = evidence::number_from(value, mark_);
      const auto is_same = [&](const std::string& code) {
        return as_cell(code) == cell || (number && evidence::number_from(code) == number);
      };
      if (says_no_answer(value) || std::ranges::any_of(missing_, is_same)) continue;
      cells_ += count;
      const auto found = sorted_values({{value, count}}, mark_);
      const bool is_labelled = !found.labelled.empty();  // `1 - Very good`
      if (std::ranges::any_of(answers_, is_same, &Code::first) || is_labelled) {
        in_codes_ += count;
      } else if (std::ranges::any_of(answers_, [&](const Code& code) { return as_cell(code.second) == cell; })) {
        in_meanings_ += count;
      } else {
        other_.push_back(value);
        others_ += count;
      }
    }
  }

  /// Codes that are no answer alone: the rest is read as without a sheet.
  std::optional<CodedScores> with_missing_alone() const {
    if (missing_.empty() || column_.is_many()) return std::nullopt;
    ValueCounts rest = column_.values;
    std::erase_if(rest, [&](const auto& value) {
      return std::ranges::any_of(missing_, [&](const std::string& code) { return as_cell(code) == as_cell(value.first); });
    });
    auto guess = guess_scores(rest, mark_);
    if (!guess) return std::nullopt;
    add_missing(*guess);
    return CodedScores{std::move(guess), false, {}};
  }

  void add_missing(ScoreGuess& guess) const {
    std::vector<std::string> added;
    for (const std::string& code : missing_) {
      if (std::ranges::find(guess.missing, code) != guess.missing.end()) continue;
      guess.missing.push_back(code);
      added.push_back(code);
    }
    if (!added.empty()) guess.ground += fmt::format("; no answers, as {} says: {}", codes_.place, fmt::join(added, ", "));
  }

  std::string answers_text() const {
    constexpr std::size_t few = 3;
    std::string text;
    for (std::size_t i = 0; i < std::min(few, answers_.size()); ++i)
      text += fmt::format("{}{} is {}", i == 0 ? "" : ", ", printable(answers_[i].first), in_quotes(answers_[i].second));
    return text + (answers_.size() > few ? ", …" : "");
  }

  /// As it would be read without the sheet, with the reason why people have to decide.
  CodedScores in_doubt(std::string doubt) const {
    ScoreGuess guess = column_.is_many() ? ScoreGuess{} : guess_scores(column_.values, mark_).value_or(ScoreGuess{});
    guess.doubt = std::move(doubt);
    return {std::move(guess), false, {}};
  }

  CodedScores as_kinds() const {
    return {{}, true, fmt::format("codes for words of no known scale: {}, as {} says", answers_text(), codes_.place)};
  }

  /// Which end of numbers is the better by what they mean.
  struct Told {
    Scale scale;
    std::size_t known = 0;
    bool judges = false;
    std::optional<bool> falls;
    bool is_in_order = true;
  };
  static Told told_by(const std::vector<std::pair<int, std::string>>& numbers) {
    Told told;
    const auto [low, high] = std::ranges::minmax_element(numbers, {}, &std::pair<int, std::string>::first);
    told.scale = {static_cast<double>(low->first), static_cast<double>(high->first)};
    evidence::Direction direction;
    std::map<int, double> goodness;
    for (const auto& [number, meaning] : numbers) {
      direction.add(number, meaning);
      told.judges |= evidence::judges(meaning);
      if (const auto good = evidence::goodness_of(meaning)) goodness.emplace(number, *good);
    }
    told.known = goodness.size();
    told.falls = direction.falls(told.scale.min, told.scale.max);
    for (auto at = goodness.begin(); at != goodness.end() && std::next(at) != goodness.end(); ++at) {
      const double step = std::next(at)->second - at->second;
      told.is_in_order = told.is_in_order && (told.falls.value_or(false) ? step <= 0 : step >= 0);
    }
    return told;
  }

  bool tells_too_little(const Told& told) const {
    constexpr std::size_t ends = 2;
    return told.known * 2 < answers_.size() && told.known < ends;
  }

  using Numbers = std::vector<std::pair<int, std::string>>;

  /// Takes out the numbers beyond all whose words are steps of a known scale: `6 = Have not visited` may be no answer.
  static Numbers take_beyond_known(Numbers& numbers) {
    std::ranges::sort(numbers);
    const auto is_known = [](const auto& number) { return evidence::goodness_of(number.second).has_value(); };
    constexpr std::size_t ends = 2;
    if (numbers.size() <= ends || std::ranges::count_if(numbers, is_known) < static_cast<std::ptrdiff_t>(ends)) return {};
    const auto first = std::ranges::find_if(numbers, is_known);
    const auto last = std::find_if(numbers.rbegin(), numbers.rend(), is_known).base();
    Numbers beyond(numbers.begin(), first);
    beyond.insert(beyond.end(), last, numbers.end());
    numbers.erase(last, numbers.end());
    numbers.erase(numbers.begin(), first);
    return beyond;
  }

  /// Why people have to decide on a scale that is clear but for some numbers; empty where nothing stands against it.
  std::string doubt_of_numbers(const ScoreGuess& guess, const Scale& scale, const Numbers& beyond) const {
    if (!beyond.empty())
      return fmt::format("is {} ({}) no answer, as it is taken here?", beyond.front().first, in_quotes(beyond.front().second));
    for (const std::string& code : missing_) {
      const auto number = whole_number(code);
      if (number && *number > scale.min && *number < scale.max)
        return fmt::format("{} is no answer by {}, and lies between the others", *number, codes_.place);
    }
    return has_other_codes(guess) ? contradiction(scale) : std::string();
  }

  CodedScores by_numbers() const {
    Numbers numbers;
    for (const auto& [code, meaning] : answers_) numbers.emplace_back(*whole_number(code), meaning);
    const Numbers beyond = take_beyond_known(numbers);
    const Told told = told_by(numbers);
    if (told.known == 0) return as_kinds();
    if (told.scale.max - told.scale.min < 2) return in_doubt(fmt::format("two answers: {}, as {} says", answers_text(), codes_.place));
    if (tells_too_little(told) || !told.falls)
      return in_doubt(fmt::format("which end is the better? {}, as {} says", answers_text(), codes_.place));
    if (!told.is_in_order)
      return in_doubt(fmt::format("{} lists the answers in no order: {}; what is each worth?", codes_.place, answers_text()));
    DeclaredScale declared{told.scale, column_.name, true, true};
    if (*told.falls) std::swap(declared.scale->min, declared.scale->max);
    declared.ground = ground();
    for (const std::string& code : missing_) {
      if (const auto number = whole_number(code)) declared.missing.push_back(*number);
    }
    for (const auto& [number, meaning] : beyond) declared.missing.push_back(number);
    auto guess = guess_on_declared(column_, mark_, declared);
    if (!guess) return in_doubt(contradiction(told.scale));
    guess->doubt = doubt_of_numbers(*guess, told.scale, beyond);
    // Who agrees may agree that it was bad.
    if (*told.falls && !told.judges) guess->otherwise = fmt::format("{}, if {} is the best answer", turned(*guess), guess->min);
    return {std::move(guess), false, {}};
  }

  /// Whether numbers right beside the scale, which may be answers, are none by their place alone: the sheet names none of them.
  bool has_other_codes(const ScoreGuess& guess) const {
    constexpr int farthest = 12;
    return std::ranges::any_of(guess.missing, [&](const std::string& code) {
      const auto number = whole_number(code);
      return number && *number >= 0 && *number <= farthest && std::ranges::find(missing_, code) == missing_.end();
    });
  }

  std::string contradiction(const Scale& scale) const {
    constexpr std::size_t few = 3;
    std::vector<std::string> others;
    for (const std::string& value : other_) {
      const auto number = evidence::number_from(value, mark_);
      if (!number || *number < scale.min || *number > scale.max) others.push_back(printable(shortened(value, 20)));
    }
    const bool are_many = others.size() > few;
    others.resize(std::min(few, others.size()));
    return fmt::format("{} says {} to {}, and {}{} stand in it", codes_.place, scale.min, scale.max,
                       others.empty() ? "other numbers" : fmt::format("{}", fmt::join(others, ", ")), are_many ? ", …" : "");
  }

  bool has_many_others() const { return others_ > sorted_values(column_.values, mark_).most_slips(); }

  /// What stands in the cells are the words, and the sheet says what each is worth.
  CodedScores by_meanings() const {
    std::vector<std::pair<int, std::string>> numbers;
    for (const auto& [code, meaning] : answers_) {
      const auto number = whole_number(code);
      // Codes that are no numbers, `VS`: the words are what they say without them.
      if (!number) return words_alone();
      numbers.emplace_back(*number, meaning);
    }
    if (has_many_others() || column_.is_many()) return in_doubt(fmt::format("{} does not name all answers that stand in it", codes_.place));
    const Told told = told_by(numbers);
    if (told.scale.max - told.scale.min < 2) return words_alone();
    ScoreGuess guess{.min = told.scale.min, .max = told.scale.max};
    const auto worst_first = [&](const auto& a, const auto& b) {
      return told.falls.value_or(false) ? a.first > b.first : a.first < b.first;
    };
    std::ranges::stable_sort(numbers, worst_first);
    for (const auto& [number, meaning] : numbers) guess.values.emplace_back(meaning, number);
    guess.ground = fmt::format("words that stand in it, each worth what {} says", codes_.place);
    for (const auto& [value, count] : column_.values) {
      if (says_no_answer(value)) guess.missing.push_back(value);
    }
    tell_slips(other_, guess);
    if (told.falls && told.is_in_order && !tells_too_little(told)) {
      if (*told.falls) std::swap(guess.min, guess.max);
      guess.is_directed = true;
      guess.is_whole = true;
      guess.ground += fmt::format("; {} is the best answer", guess.max);
      return {std::move(guess), false, {}};
    }
    if (told.known == 0 && numbers.size() < 3) return as_kinds();
    guess.is_choice = true;
    guess.are_codes = true;
    guess.doubt = fmt::format("which end is the better? {}, as {} says", answers_text(), codes_.place);
    return {std::move(guess), false, {}};
  }

  CodedScores words_alone() const {
    auto guess = column_.is_many() ? std::nullopt : guess_scores(column_.values, mark_);
    if (!guess) return as_kinds();
    return {std::move(guess), false, {}};
  }

  /// `VS`, `A1`: worth what the words are that they mean.
  CodedScores by_letters() const {
    std::vector<std::string_view> meanings;
    for (const auto& [code, meaning] : answers_) meanings.push_back(meaning);
    const auto words = evidence::scores_of_words(meanings);
    const bool is_any_known =
        std::ranges::any_of(meanings, [](std::string_view meaning) { return evidence::goodness_of(meaning).has_value(); });
    if (!words)
      return is_any_known ? in_doubt(fmt::format("what is each worth? {}, as {} says", answers_text(), codes_.place)) : as_kinds();
    if (has_many_others()) return in_doubt(fmt::format("{} does not name all answers that stand in it", codes_.place));
    ScoreGuess guess{.min = 1, .max = static_cast<double>(words->points), .missing = missing_};
    for (const auto& [word, score] : words->values) {
      const auto code = std::ranges::find(answers_, word, &Code::second);
      guess.values.emplace_back(code->first, score);
    }
    for (const auto& [value, count] : column_.values) {
      if (says_no_answer(value)) guess.missing.push_back(value);
    }
    guess.is_directed = true;
    guess.is_whole = true;
    guess.ground = fmt::format("codes for words of {}, as {} says", words->scale->kind, codes_.place);
    tell_slips(other_, guess);
    return {std::move(guess), false, {}};
  }

  const ColumnProfile& column_;
  evidence::DecimalMark mark_;
  const ColumnCodes& codes_;
  std::vector<std::string> missing_;  ///< codes
  std::vector<Code> answers_;
  std::size_t cells_ = 0, in_codes_ = 0, in_meanings_ = 0, others_ = 0;  ///< cells that are answers
  std::vector<std::string> other_;
};

}  // namespace

std::optional<CodedScores> scores_by_codes(const ColumnProfile& column, evidence::DecimalMark mark) {
  return column.codes ? CodedColumn(column, mark).scores() : std::nullopt;
}

std::string meaning_of_cell(const ColumnProfile& column, std::string_view cell) {
  if (!column.codes) return {};
  const auto found = std::ranges::find(column.codes->codes, cell, &Code::first);
  return found == column.codes->codes.end() ? std::string() : found->second;
}

std::string named_by_cell(const ColumnProfile& column, std::string_view cell) {
  std::string meaning = meaning_of_cell(column, cell);
  return meaning.empty() ? std::string(cell) : meaning;
}

}  // namespace mot::importing
