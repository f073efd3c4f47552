// What is known of what customers live where no score says it: words, thumbs, quotes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "mot/analysis/analysis.h"
#include "mot/words/wording.h"

namespace mot {

struct Told {
  bool has_words = false;  ///< somebody wrote down what customers live
  std::size_t thumbs = 0;  ///< up or down
  std::size_t quotes = 0;  ///< of customers
  bool operator==(const Told&) const = default;
};

/// Of a touchpoint, whether or not there are scores as well. `answers` are those the figures rest on; of the analysis's persona only what
/// names it counts, and evidence names none.
Told told_of(const Workspace& workspace, const Analysis& analysis, const TouchpointAnswers& answers, std::size_t touchpoint);

/// `told, not scored`, `40 thumbs, no scores`, `told, 40 thumbs and 2 quotes, no scores`; empty where nothing was told.
std::string told_text(const Wording& wording, const Told& told);

/// The same of the customers' part alone: `40 thumbs and 2 quotes, no scores`.
std::string voices_text(const Wording& wording, const Told& told);

/// As `told_text` of a touchpoint whose actual is not known; empty where it is.
std::string unscored_text(const Workspace& workspace, const Analysis& analysis, const Answers& answers, std::size_t touchpoint);

}  // namespace mot
