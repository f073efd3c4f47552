// How answers to several questions go together because the same people gave them: sums of products over respondents, or over clusters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "mot/evidence/answers.h"
#include "mot/evidence/tally.h"

namespace mot::evidence {

/// What one respondent answered to one question.
struct UnitAnswer {
  std::size_t question = 0;
  double weight = 0;  ///< Σw, one term where a respondent answers once
  double sum = 0;     ///< Σwx, x the position
};

/// Products of two questions, `one` not before `other`, summed over those who answered both.
struct ProductSums {
  double weights = 0;  ///< Σ W W'; W is a respondent's Σw
  double one = 0;      ///< Σ X W'; X is a respondent's Σwx
  double other = 0;    ///< Σ W X'
  double both = 0;     ///< Σ X X'
};

class ProductMatrix {
 public:
  explicit ProductMatrix(std::size_t questions) : weights_(questions), sums_(questions * (questions + 1) / 2) {}
  static std::size_t place(std::size_t one, std::size_t other) { return one * (one + 1) / 2 + other; }
  /// All answers of one respondent, in the order of their questions.
  void add(std::span<const UnitAnswer> answers);
  void add(std::size_t place, const ProductSums& sums);
  void add_weight(std::size_t question, double weight) { weights_[question] += weight; }
  void join(const ProductMatrix& other);
  double weight(std::size_t question) const { return weights_[question]; }
  const ProductSums& at(std::size_t one, std::size_t other) const { return sums_[place(one, other)]; }

 private:
  std::vector<double> weights_;  // Σw by question
  std::vector<ProductSums> sums_;
};

/// A question as its own sums know it.
struct QuestionMean {
  std::size_t touchpoint = 0;
  bool is_wish = false;
  std::size_t n = 0;
  double weight = 0;  ///< Σw as they were given
  double mean = 0;    ///< position
  double slope = 1;   ///< points a position
};

/// Questions of one source beyond this are not compared with each other.
inline constexpr std::size_t most_questions = 128;
/// Answers of different people, or of different clusters, to different questions that are kept apart of one file.
inline constexpr std::size_t most_unit_answers = 1'000'000;

/// A respondent's name as a number: FNV-1a with a last mix; two names of a million share it once in some ten million files.
std::uint64_t number_of(std::string_view name);

/// Takes respondents one by one where each is a row; else their answers in any order, by name, within a bound.
class RespondentTally {
 public:
  /// `personas` without the one that stands for nobody in particular.
  RespondentTally(std::size_t questions, std::size_t personas) : questions_(questions), of_persona_(personas + 1) {}
  /// A row that is a respondent.
  void add(std::span<const UnitAnswer> answers, std::size_t persona) { matrix_of(persona).add(answers); }
  /// Some answers of somebody, or of a cluster, by name. A blank name is nobody's.
  void add(std::string_view unit, std::span<const UnitAnswer> answers, std::size_t persona);
  /// What an engine has summed, of one persona, or of all at once.
  ProductMatrix& matrix_of(std::size_t persona);
  ProductMatrix& matrix_of_all();
  void set_units(std::size_t units) { units_ = units; }
  bool is_full() const { return is_full_; }
  std::size_t personas() const { return of_persona_.size() - 1; }
  /// Adds up what was named. Nothing may be added after it.
  void close();
  /// Names that answered or could have.
  std::size_t units() const { return units_; }
  /// Of everybody, or of one persona; nothing where fewer than two questions or respondents are known.
  std::optional<RespondentAnswers> answers(std::span<const QuestionMean> means, std::optional<std::size_t> persona,
                                           bool is_clustered) const;

 private:
  struct Entry {
    std::uint64_t unit;
    std::uint32_t question;  // and persona; the largest number: none, the unit was there
    double weight;
    double sum;
  };
  void put(const Entry& entry);
  void compact();
  void close_unit(std::span<const Entry> entries);

  std::size_t questions_;
  std::vector<std::optional<ProductMatrix>> of_persona_;  // the last of nobody in particular
  std::optional<ProductMatrix> all_;                      // where it is not those of personas joined
  std::vector<Entry> entries_;
  std::size_t compacted_ = 0;
  std::size_t units_ = 0;
  bool is_full_ = false;
};

}  // namespace mot::evidence
