// A text that stands where a number is meant, and that names one: `8/10`, `90 %`, `4-5`, `8,5`, `"8"`, `~7`, `8 points`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mot/model/values.h"
#include "mot/text/advice.h"
#include "mot/yaml/fields.h"

namespace mot {

/// What the number is to be. `scale` is what it lies on: the project's for a score, 1 to 5 for an importance; nothing where it is not
/// known.
struct NumberSense {
  enum class Kind : unsigned char {
    any,
    whole,     ///< how many
    score,     ///< points of the project's scale
    per_cent,  ///< of a whole
  };
  Kind kind = Kind::any;
  std::optional<Scale> scale = std::nullopt;
};

/// Why a text is no number, and the number where it can be only one; one that is a number as it stands is in quotes. Empty where it names
/// none.
Advice number_advice(std::string_view written, const NumberSense& sense);

/// Reports a text that stands for a score, with the number it means on the project's scale, where that is known.
void report_mistyped_score(const yaml::MistypedScore& score, const std::optional<Scale>& scale, Findings& findings);

}  // namespace mot
