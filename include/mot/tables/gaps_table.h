// The table of `mot gaps`: the ranking with the blind spots behind it.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "mot/analysis/analysis.h"
#include "mot/analysis/sensitivity.h"
#include "mot/model/workspace.h"
#include "mot/tables/table.h"

namespace mot {

/// A touchpoint a row: first the ranking, then the blind spots; under it how much is delivered and covered.
Table gaps_table(const Workspace& workspace, const Analysis& analysis);

/// The same with the ranks each touchpoint could have; `ranges` by index of Workspace::touchpoints. With the answers it is also told what
/// was said where nobody gave a score.
Table gaps_table(const Workspace& workspace, const Analysis& analysis, std::span<const std::optional<RankRange>> ranges,
                 const Answers* answers = nullptr);

/// `delivered 62.3 % …`: with how many touchpoints it rests on and between what it could be.
std::string delivered_sentence(const Delivered& delivered);

}  // namespace mot
