// Tables that are no answers side by side: how many gave each answer, and an answer a row.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "mot/evidence/cells/number.h"
#include "mot/import/survey/column_profile.h"
#include "mot/model/values.h"

namespace mot::importing {

/// A published table: what was asked about a row, and in columns named by the answers of a scale how many gave each, or the mean of all.
struct PublishedTable {
  std::size_t asked = 0;                                    ///< the column that says what about
  std::vector<std::pair<std::size_t, double>> shares = {};  ///< columns by the score that their heading stands for
  std::vector<std::size_t> no_answers = {};                 ///< columns beside them of how many gave none: `Don't know`
  std::optional<std::size_t> mean = {};                     ///< the column of means, where there are no shares
  std::optional<std::size_t> spread = {};                   ///< the column of their standard deviations
  std::optional<std::size_t> answers = {};                  ///< the column that says how many answered
  std::optional<Scale> scale = {};                          ///< of shares, and of means whose heading tells
  std::string ground = {};                                  ///< of the scale, one line
};
std::optional<PublishedTable> published_table_in(const std::vector<ColumnProfile>& columns, evidence::DecimalMark mark);

/// The column that says in each row what its answer is about, by its heading; nothing where each row says something else, or all the same.
std::optional<std::size_t> question_column(const std::vector<ColumnProfile>& columns, std::size_t rows);

/// The first column that is called a question.
std::optional<std::size_t> column_called_question(const std::vector<ColumnProfile>& columns);

/// The column that says who answered, by its heading.
std::optional<std::size_t> respondent_column(const std::vector<ColumnProfile>& columns);

}  // namespace mot::importing
