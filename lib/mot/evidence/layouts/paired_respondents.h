// What the same people said of touchpoints and of the whole, where each answer is a row: pairs for derived importance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "mot/evidence/layouts/row_filter.h"

namespace mot::evidence {

/// Two answers of one person: a mean each, where one answered more than once; who answers for two personas is two people.
struct RespondentPair {
  std::size_t touchpoint = 0;
  double of_touchpoint = 0;  ///< positions
  double of_outcome = 0;
  RowFacts facts;  ///< weight and persona of who answered about the whole
};

/// Takes answers in any order, within a bound; beyond it nobody is paired.
class PairedRespondents {
 public:
  explicit PairedRespondents(std::size_t touchpoints) : touchpoints_(touchpoints) {}
  /// A blank name is nobody's.
  void add_touchpoint(std::string_view respondent, std::size_t touchpoint, double position, const RowFacts& facts);
  void add_outcome(std::string_view respondent, std::size_t outcome, double position, const RowFacts& facts);
  /// Calls `visit` with each pair of an outcome, always in the same order.
  void visit(std::size_t outcome, const std::function<void(const RespondentPair&)>& visit) const;

 private:
  struct Entry {
    std::uint64_t respondent;
    std::uint32_t question;  // touchpoints, then outcomes
    std::uint32_t persona;
    double weight;
    double position;
  };
  void add(std::string_view respondent, std::size_t question, double position, const RowFacts& facts);

  std::size_t touchpoints_;
  std::vector<Entry> entries_;
  bool is_full_ = false;
};

}  // namespace mot::evidence
