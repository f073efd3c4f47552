// What people answered, by name, so that another wave can tell who stands in both.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "mot/evidence/answers.h"
#include "mot/evidence/respondent_tally.h"

namespace mot::evidence {

/// Takes answers in any order, within the bound of RespondentTally.
class NamedAnswers {
 public:
  /// A blank name is nobody's.
  void add(std::string_view respondent, const UnitAnswer& answer);
  /// What each adds to the means, which are known only when all answers are in; see NamedRespondents.
  NamedRespondents respondents(std::span<const QuestionMean> means) const;

 private:
  struct Entry {
    std::uint64_t respondent;
    std::uint32_t question;
    double weight;
    double sum;
  };
  std::vector<Entry> entries_;
  bool is_full_ = false;
};

}  // namespace mot::evidence
