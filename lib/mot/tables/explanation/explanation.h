// The arithmetic of one touchpoint, step by step with the numbers in it, and what is written of it, of journeys and of personas: plain data
// between the figures and how they are written.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "mot/analysis/analysis.h"
#include "mot/tables/table.h"
#include "mot/words/wording.h"

namespace mot {

/// A figure, how it is worked out, and where what it is made of was written.
///
/// Names, formulas and remarks are in the words of a language; arithmetic is the same in all.
/// `numbers` is arithmetic as programs take it: + - * / ( ) sqrt() min() max(). They have seven digits, so that a pocket calculator comes
/// to the value as far as it is shown; the ends of an interval are parted by ` to `.
struct Step {
  std::string key;           ///< what programs call it: `[a-z0-9_]+`
  std::string name;          ///< what people read
  std::string formula = {};  ///< `target - actual`; empty where nothing is worked out
  std::string numbers = {};  ///< `9 - 3.434783`; empty where a calculator can't do it
  std::variant<Unknown, std::string, double, Interval> value = Unknown{};
  std::string remark = {};        ///< why, whose, of how many
  std::vector<Span> places = {};  ///< where what it is made of was written
  bool is_of_all = false;         ///< not of this touchpoint alone: every other is told the same
  bool operator==(const Step&) const = default;
};

struct ExplanationPart {
  std::string key;
  std::string title;
  std::vector<Step> steps;
  bool operator==(const ExplanationPart&) const = default;
};

struct Explanation {
  std::string id;
  std::string name;
  std::string about;  ///< its department, its role in the method
  Span place;
  std::vector<ExplanationPart> parts;  ///< only those that have something to say
  TableSpeech speech = {};
  bool operator==(const Explanation&) const = default;
};

/// Everything worked out about a touchpoint, from what was written and answered.
struct ExplanationInput {
  const Workspace& workspace;
  const Answers& answers;
  const Analysis& analysis;
};
Explanation explain(const ExplanationInput& input, std::size_t touchpoint, const Wording& wording);

/// The same of many touchpoints: whose answers are told is found once.
class Explainer {
 public:
  Explainer(const ExplanationInput& input, const Wording& wording);
  Explanation of(std::size_t touchpoint) const;

 private:
  ExplanationInput input_;
  Wording wording_;
  std::optional<Answers> own_;  ///< where they are not all of the input's
};

/// All that is written of a journey and its stages.
Explanation explain(const Journey& journey, const Wording& wording);
/// All that is written of a persona.
Explanation explain(const Persona& persona, const Wording& wording);

/// A step's value as people read it, with as many digits as the arithmetic has.
std::string value_text(const Step& step, const TableSpeech& speech);
/// Its arithmetic, as a calculator takes it but for what stands between the ends of an interval.
std::string numbers_of(const Step& step, const TableSpeech& speech);
/// What parts the two ends of an interval in `Step::numbers`.
inline constexpr std::string_view between_ends = " to ";

/// A number for a pocket calculator: seven digits, no exponent where it can be helped, never `-0`.
std::string calculator_text(double number);

}  // namespace mot
