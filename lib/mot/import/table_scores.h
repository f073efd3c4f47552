// The scores of a table of touchpoints: which cells hold them, and on which scale they are.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "mot/import/headings.h"
#include "mot/import/imported.h"

namespace mot::importing {

/// Facets whose cells are scores and nothing else.
inline constexpr Facet score_facets[] = {Facet::company_score, Facet::customer_score, Facet::actual_score, Facet::adequate};

/// Where a number goes that stands in a cell which may be a text or a score.
std::optional<Facet> score_beside(Facet facet);

/// Whether the cells of a facet are scores and nothing else.
bool is_of_score(Facet facet);

/// Whether cells of a column may be scores: it is one of scores, or of texts that no other column has the scores of. Else they are texts,
/// whatever they look like.
bool may_hold_scores(const Heading& heading, std::span<const Heading> headings);

/// Settles on which scale all scores are that are imported together, by headings or by the scores themselves; those that can't be on it go
/// into comments. Throws CannotImport where headings say different scales.
/// `written` is the scale that they are written on where no heading says one: `4/5`.
void settle_scores(std::span<const Heading> headings, const std::string& file, const std::optional<Scale>& written,
                   std::vector<Touchpoint>& touchpoints, Imported& imported);

}  // namespace mot::importing
