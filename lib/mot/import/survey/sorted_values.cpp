#include "mot/import/survey/sorted_values.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "mot/evidence/cells/answer_words.h"
#include "mot/evidence/cells/labels.h"
#include "mot/import/survey/no_answers.h"

namespace mot::importing {
namespace {

bool is_whole(double number) {
  constexpr double largest = 1e6;
  return std::abs(number) <= largest && number == std::floor(number);
}

/// A number that is written as more than that.
struct Labelled {
  double number = 0;
  ScaleLabels written = ScaleLabels::leading_number;
  std::optional<int> whole = {};
};

std::optional<Labelled> labelled_of(const std::string& value, evidence::DecimalMark mark) {
  const auto on = [&](int max, ScaleLabels labels) {
    const AnswerScale scale{.min = {0, {}}, .max = {static_cast<double>(max), {}}, .missing = {}};
    return evidence::labelled_number(value, labels, scale, mark);
  };
  for (const int whole : {4, 5, 6, 7, 10, 100}) {
    if (const auto number = on(whole, ScaleLabels::of)) return Labelled{*number, ScaleLabels::of, whole};
  }
  for (const ScaleLabels labels : {ScaleLabels::stars, ScaleLabels::percent, ScaleLabels::leading_number}) {
    if (const auto number = on(100, labels)) return Labelled{*number, labels};
  }
  return std::nullopt;
}

/// A code that is written with a comma where the file's numbers have none: `99,00`.
std::optional<int> code_of(std::string_view value) {
  const auto number = evidence::number_from(value, evidence::DecimalMark::point_or_comma);
  constexpr int longest_scale = 10;
  if (!number || !is_whole(*number) || !is_code_beside(static_cast<int>(*number), 0, longest_scale)) return std::nullopt;
  return static_cast<int>(*number);
}

void take_labelled(const Labelled& labelled, const std::string& value, std::size_t count, SortedValues& found) {
  found.written.insert(labelled.written);
  if (labelled.whole) found.wholes.insert(*labelled.whole);
  if (!is_whole(labelled.number)) {
    found.fractions[labelled.number] += count;
    return;
  }
  const int number = static_cast<int>(labelled.number);
  found.labelled[number] += count;
  if (labelled.written == ScaleLabels::leading_number) found.labels.emplace_back(number, evidence::words_of_label(value));
}

void take(const std::string& value, std::size_t count, evidence::DecimalMark mark, SortedValues& found) {
  const auto number = evidence::number_from(value, mark);
  const auto labelled = number ? std::nullopt : labelled_of(value, mark);
  const auto code = number || labelled ? std::nullopt : code_of(value);
  if (number && is_whole(*number)) {
    found.numbers[static_cast<int>(*number)] += count;
  } else if (code) {
    found.numbers[*code] += count;
    found.as_written[*code] = value;
  } else if (number) {
    found.fractions[*number] += count;
  } else if (labelled) {
    take_labelled(*labelled, value, count, found);
  } else {
    found.other[value] += count;
  }
}

}  // namespace

std::size_t SortedValues::most_slips() const {
  constexpr std::size_t least_cells = 20, cells_a_slip = 50;
  const std::size_t few = cells < 2 * least_cells ? 1 : 2;
  return cells < least_cells ? 0 : std::max(few, cells / cells_a_slip);
}

std::map<int, std::size_t> SortedValues::all_numbers() const {
  std::map<int, std::size_t> all = numbers;
  for (const auto& [number, count] : labelled) all[number] += count;
  return all;
}

SortedValues sorted_values(const ValueCounts& values, evidence::DecimalMark mark) {
  SortedValues found;
  for (const auto& [value, count] : values) {
    if (says_no_answer(value)) {
      found.missing.push_back(value);
      continue;
    }
    found.cells += count;
    take(value, count, mark, found);
  }
  return found;
}

}  // namespace mot::importing
