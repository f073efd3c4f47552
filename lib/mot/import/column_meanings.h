// What columns of a touchpoint table hold, where their cells say it and not their headings alone.
#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "mot/import/headings.h"
#include "mot/import/touchpoint_table.h"

namespace mot::importing {

/// A workspace's scale rises from the worst to the best: throws CannotImport where a heading says that the smallest number is the best.
void refuse_turned_scores(std::span<const Heading> headings, const std::string& file);

/// Whether a text beside a table says on which scale its scores are: `Scores (1-7)`, `Scale: 1 = bad to 5 = good`.
bool says_scale(std::string_view text);

/// The scale that such texts say, on columns of scores whose headings say none; answers the text. Throws CannotImport where one says that
/// the smallest number is the best.
std::string take_scale_beside(std::span<const std::string> texts, std::vector<Heading>& headings, const std::string& file);

/// Changes what such columns were taken for, and answers which they are.
std::set<std::size_t> settle_headings_by_cells(std::vector<Heading>& headings, const std::vector<TableRow>& rows);

}  // namespace mot::importing
