// What customers answered, as sums per touchpoint on the project's scale: what every later figure is made of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mot/evidence/distribution.h"
#include "mot/model/workspace.h"

namespace mot {

/// Whether databases are asked. A file of frozen sums stands in for its database, unless that is to be asked afresh.
enum class Databases : unsigned char { left_out, read, read_afresh };

/// The weights behind a share. All are 0 where nothing is known but counts: each answer weighs 1 then.
struct ShareWeights {
  double within = 0;       ///< Σw of the answers that are in the share
  double all = 0;          ///< Σw
  double all_squares = 0;  ///< Σw²
  bool operator==(const ShareWeights&) const = default;
};

/// Answers that are in a share, and all that could be.
struct CountedShare {
  std::size_t within = 0;
  std::size_t of = 0;
  ShareWeights weights = {};

  /// As the answers weigh, also where nothing is known but counts.
  ShareWeights known_weights() const;
  CountedShare joined_with(const CountedShare& other) const;
  bool operator==(const CountedShare&) const = default;
};

/// Answers to one question, summed so that pools can be joined without loss.
struct AnswerSums {
  /// As `lost`, where nobody can tell how many answers were lost.
  static constexpr double uncounted = 1e9;

  std::size_t n = 0;           ///< answers
  double weight = 0;           ///< Σw
  double weight_squares = 0;   ///< Σw², times what the design of the sample widens variances by; see sample_design.h
  double mean = 0;             ///< Σwx / Σw, in points
  double squares = 0;          ///< Σw(x − mean)²
  bool has_spread = true;      ///< false once a mean of several was joined whose spread is supposed to be the largest one
  std::size_t top_two = 0;     ///< answers within the two best points of their own scale
  std::size_t top_two_of = 0;  ///< answers that could be in there: given one by one, on a scale of whole numbers
  ShareWeights top_two_weights = {};
  std::size_t bottom_two = 0;     ///< the same of the worst points
  std::size_t bottom_two_of = 0;  ///< may be fewer than could be among the best: not every engine or file tells
  ShareWeights bottom_two_weights = {};
  Distribution distribution = {};
  std::size_t clusters = 0;  ///< who answered together, where the sample says so and answers of a cluster count as less; else 0
  double lost = 0;           ///< Σw of answers that are not in these sums because they could not be read: nobody knows what they say

  CountedShare top_two_share() const { return {top_two, top_two_of, top_two_weights}; }
  CountedShare bottom_two_share() const { return {bottom_two, bottom_two_of, bottom_two_weights}; }
  /// One more answer of a weight over 0. Source: West, Updating mean and variance estimates, CACM 22, 1979.
  void add(double score, double answer_weight = 1);
  /// Pools two sets of answers. Source: Chan, Golub, LeVeque, Updating formulae and a pairwise algorithm, Stanford STAN-CS-79-773, 1979.
  void join(const AnswerSums& other);
  bool operator==(const AnswerSums&) const = default;

 private:
  void join_known(const AnswerSums& other);
};

/// Sums about pairs of answers of the same rows to two questions, by which they correlate.
struct PairSums {
  std::size_t n = 0;          ///< rows that have both
  double weight = 0;          ///< Σw
  double weight_squares = 0;  ///< Σw²
  double x_squares = 0;       ///< Σw(x − mean of x)²
  double y_squares = 0;       ///< Σw(y − mean of y)²
  double products = 0;        ///< Σw(x − mean of x)(y − mean of y)
  bool operator==(const PairSums&) const = default;
};

/// Something a customer said, word for word.
struct Quote {
  std::string text;
  std::optional<Verdict> verdict;
  std::optional<std::size_t> persona = {};  ///< index of Workspace::personas
  bool operator==(const Quote&) const = default;
};

/// What one persona's customers answered about a touchpoint, beside the actual.
struct PersonaAnswers {
  AnswerSums desired;
  AnswerSums importance;
  std::size_t thumbs_up = 0;
  std::size_t thumbs_down = 0;
  ShareWeights thumb_weights = {};
  double thumbs_lost = 0;  ///< as of AnswerSums
  bool operator==(const PersonaAnswers&) const = default;
};

struct TouchpointAnswers {
  AnswerSums actual;
  AnswerSums desired;
  AnswerSums importance;               ///< rescaled to 1 to 5
  std::vector<AnswerSums> by_persona;  ///< actual, by index of Workspace::personas; empty where none answered
  std::vector<PersonaAnswers> also_by_persona;
  std::size_t thumbs_up = 0;
  std::size_t thumbs_down = 0;
  ShareWeights thumb_weights = {};
  double thumbs_lost = 0;                    ///< as of AnswerSums
  std::vector<Quote> quotes;                 ///< the first few in the order of sources and rows
  std::vector<std::size_t> sources;          ///< indices of Workspace::sources that have answers to it
  std::vector<AnswerSums> actual_of_source;  ///< of each of `sources`
  std::optional<Date> newest;                ///< of the answers that count
  std::vector<double> published;             ///< means in points of which nobody says how many answered
  bool operator==(const TouchpointAnswers&) const = default;
};

/// Answers to "would you recommend us", 0 to 10: 9 and 10 promote, 0 to 6 detract (Reichheld 2003).
struct RecommendationCounts {
  std::size_t n = 0;
  std::size_t promoters = 0;
  std::size_t detractors = 0;
  double weight = 0;  ///< Σw, rescaled to n as all weights are
  double promoter_weight = 0;
  double detractor_weight = 0;
  double weight_squares = 0;  ///< Σw²
  bool operator==(const RecommendationCounts&) const = default;
};

/// How the answers to a touchpoint go together with those to a question about the whole.
struct TouchpointPairs {
  std::size_t touchpoint = 0;  ///< index of Workspace::touchpoints
  PairSums sums;               ///< x is the touchpoint's score, y the outcome's
  bool operator==(const TouchpointPairs&) const = default;
};

/// Answers to a question about the whole.
struct OutcomeAnswers {
  std::size_t source = 0;                       ///< index of Workspace::sources
  std::size_t outcome = 0;                      ///< index of its outcomes
  AnswerSums score;                             ///< of kinds score and effort, on the project's scale
  RecommendationCounts recommendation;          ///< of kind nps
  std::vector<TouchpointPairs> pairs;           ///< where importance is derived from it: touchpoints with rows that have both
  double lost = 0;                              ///< as of AnswerSums
  std::vector<OutcomeAnswers> by_persona = {};  ///< by index of Workspace::personas; empty where the source tells none apart
  bool operator==(const OutcomeAnswers&) const = default;
};

/// A question about a touchpoint whose answers can be told apart by who gave them.
struct RespondentQuestion {
  std::size_t touchpoint = 0;  ///< index of Workspace::touchpoints
  bool is_wish = false;        ///< what is desired; else the actual
  std::size_t n = 0;           ///< answers
  double weight = 0;           ///< Σw of the answers whose respondent is known, as weights are rescaled
  bool operator==(const RespondentQuestion&) const = default;
};

/// How the means of one source vary together, since the same people answer many questions.
struct RespondentAnswers {
  std::size_t source = 0;              ///< index of Workspace::sources
  std::optional<std::size_t> persona;  ///< index of Workspace::personas: of these alone; else of everybody
  std::size_t clusters = 0;            ///< where answers go by who answered together instead of by respondent; else 0
  std::vector<RespondentQuestion> questions;
  /// Σz z' over respondents, in points², z = Σw(x − mean)/Σw of those known: of questions i and j, j up to i, at i(i + 1)/2 + j.
  std::vector<double> covariances;

  double covariance(std::size_t one, std::size_t other) const {
    const std::size_t high = one > other ? one : other, low = one > other ? other : one;
    return covariances[high * (high + 1) / 2 + low];
  }
  bool operator==(const RespondentAnswers&) const = default;
};

/// What somebody adds to the mean of one question of a source, in points: Σw(x − mean)/Σw.
struct NamedAnswer {
  std::uint64_t respondent = 0;  ///< of the name
  std::uint32_t question = 0;    ///< index of NamedRespondents::questions
  double adds = 0;
  bool operator==(const NamedAnswer&) const = default;
};

/// Who answered one source, by name, where it names them and nobody answered together.
struct NamedRespondents {
  std::size_t source = 0;  ///< index of Workspace::sources
  bool is_full = false;    ///< more answers than are kept by name; then there are none here
  std::vector<RespondentQuestion> questions;
  std::vector<NamedAnswer> answers;  ///< by respondent, then by question
  bool operator==(const NamedRespondents&) const = default;
};

/// A cell that is neither on its scale nor a known missing code, or a word that stands for nothing in the workspace.
struct StrayCell {
  std::string column;
  std::string value;
  std::size_t count = 0;
  std::size_t first_row = 0;  ///< the line of the file, from one; 0 of a database, whose rows have no order
  bool is_rest = false;       ///< not one value but all those that were too many to be kept apart; `value` is empty
  bool operator==(const StrayCell&) const = default;
};

/// What became of one column of one source.
struct ColumnUse {
  std::string column;
  std::string use;  ///< what it is read as: `actual of rebook`, `weight`, …
  std::size_t used = 0;
  std::size_t blank = 0;
  std::size_t missing = 0;  ///< codes listed as missing
  std::size_t off_scale = 0;
  std::size_t unmatched = 0;
  std::string rescaling;                            ///< `1..5 -> 0..10`, empty where none
  std::optional<Scale> scale = {};                  ///< that scores are read on; its ends as they are declared
  std::optional<double> lowest = {}, highest = {};  ///< of the answers, on the scale they are read on; a database tells neither
  std::vector<std::string> words = {};              ///< that were read, in the order in which they were met; the first few
  bool operator==(const ColumnUse&) const = default;
};

/// How well the items of a question go together.
struct ItemAgreement {
  std::string use;  ///< as ColumnUse names it
  std::size_t items = 0;
  std::size_t complete = 0;     ///< respondents who answered all of them; the rest tells nothing here
  std::optional<double> alpha;  ///< Cronbach's; nothing where it can't be told
  bool operator==(const ItemAgreement&) const = default;
};

/// Rows that do not count, each by the first reason that holds.
struct RowsLeftOut {
  std::size_t ragged = 0;                   ///< another number of cells than the header, or nothing in them
  std::optional<std::size_t> by_where = 0;  ///< not what `where` keeps; of a database nobody counts them
  std::size_t by_weight = 0;                ///< a weight that is blank, 0 or none
  std::size_t undated = 0;                  ///< no date, where the source has dates and the project a period
  std::size_t outside_period = 0;
  std::size_t total() const { return ragged + by_where.value_or(0) + by_weight + undated + outside_period; }
  bool operator==(const RowsLeftOut&) const = default;
};

struct SourceUse {
  std::size_t source = 0;      ///< index of Workspace::sources
  bool was_read = false;       ///< databases are not read by `validate`; nothing counts of a file that can't be read to its end
  std::optional<Date> frozen;  ///< the day on which the database was queried, where a file of its sums stands in for it
  std::size_t rows = 0;        ///< all, without the header
  RowsLeftOut left_out;
  std::optional<Date> oldest;  ///< of rows inside and outside the period
  std::optional<Date> newest;
  /// Why intervals of this source's figures together take each question for one of other people; empty where they need not.
  std::string why_apart = {};
  std::vector<std::string> not_known = {};  ///< what else can't be told of its answers, and why: whole sentences without a full stop
  /// Why it is not known how its answers spread over their scale; empty where it is.
  std::string why_no_distribution = {};
  std::vector<ColumnUse> columns;
  std::vector<StrayCell> strays;
  std::vector<ItemAgreement> agreements = {};  ///< of questions that have several items
  bool operator==(const SourceUse&) const = default;
};

/// Adds what one of so many personas answered. Nobody is given room before somebody answers: touchpoints times personas can be millions.
void join_of_persona(TouchpointAnswers& answers, std::size_t persona, std::size_t personas, const AnswerSums& sums);

struct Answers {
  /// By index of Workspace::touchpoints; those at the end may be left out that nobody answered about. `of` knows them all.
  std::vector<TouchpointAnswers> touchpoints;
  std::vector<OutcomeAnswers> outcomes;  ///< of the sources that were read, in their order
  std::vector<SourceUse> sources;        ///< by index of Workspace::sources
  std::vector<RespondentAnswers> respondents = {};
  std::vector<NamedRespondents> named = {};  ///< only where it was asked for, to find them again in another wave
  /// The days that count, both included. `last` counts back from the newest answer, or scored evidence of a customer, of the whole
  /// workspace; the day that lies exactly so long before it is not in it any more.
  std::optional<Date> from;
  std::optional<Date> to;

  /// To one touchpoint of the workspace; none where it was left out.
  const TouchpointAnswers& of(std::size_t touchpoint) const;
  bool operator==(const Answers&) const = default;
};

}  // namespace mot
