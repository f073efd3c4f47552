#include "mot/import/survey/no_answers.h"

#include <algorithm>
#include <iterator>

#include "mot/evidence/cells/no_answer_words.h"
#include "mot/import/plain_line.h"

namespace mot::importing {
namespace {

constexpr int any = 1000;  // how far a scale may reach

/// A code, and the scales beside which it is one, by their larger end.
struct Codes {
  int from;
  int to;
  int least_end;
  int most_end;
};
constexpr Codes usual_codes[] = {
    {-9, -5, 0, any},   {-2, -1, 0, any},     {-50, -50, 0, any},   {-66, -66, 0, any},   {-77, -77, 0, any},     {-88, -88, 0, any},
    {-99, -95, 0, any}, {-777, -777, 0, any}, {-888, -888, 0, any}, {-999, -995, 0, any}, {-9999, -9999, 0, any}, {0, 0, 3, 7},
    {6, 7, 5, 5},       {8, 9, 3, 7},         {11, 12, 10, 10},     {66, 66, 3, 10},      {77, 77, 3, 10},        {88, 88, 3, 10},
    {90, 90, 3, 10},    {95, 99, 3, 10},      {666, 666, 3, any},   {777, 777, 3, any},   {888, 888, 3, any},     {990, 990, 3, any},
    {995, 999, 3, any}, {9999, 9999, 3, any}};

}  // namespace

bool says_no_answer(std::string_view cell) {
  return !says_something(cell) || evidence::is_no_answer(cell);
}

bool is_code_beside(int number, int min, int max) {
  if (number >= min && number <= max) return false;
  const int end = min < 0 ? max - min + 1 : max;  // -2 to 2 has as many answers as 1 to 5
  return std::ranges::any_of(usual_codes, [&](const Codes& code) {
    return number >= code.from && number <= code.to && end >= code.least_end && end <= code.most_end;
  });
}

}  // namespace mot::importing
