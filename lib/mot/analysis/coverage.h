// Facets that a touchpoint should have, and which of them somebody wrote down.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "mot/analysis/analysis.h"

namespace mot {

/// By index of Workspace::touchpoints: whether a touchpoint names it as what takes over when something goes wrong.
std::vector<bool> recoveries(const Workspace& workspace);

/// Fills in which of the facets asked of a touchpoint are present and which are missing.
///
/// Asked of every touchpoint: company, actual, owner. At the front stage also customer and evidence; there, of moments of truth with a
/// role, or a channel that is no self-service, empowerment; and of moments of truth that are no recovery themselves, recovery. What
/// `not_applicable` names is not asked. A text or a score will do, and so will answers; the department's lead owns what names no other
/// owner; any entry or answer is evidence.
void find_facets(const Workspace& workspace, std::size_t touchpoint, const TouchpointAnswers& answers, bool is_recovery, Figures& figures);

/// Facets present per facets asked, in per cent; nothing where nothing is asked.
std::optional<double> coverage_of(const std::vector<Figures>& figures, std::span<const std::size_t> touchpoints);

}  // namespace mot
