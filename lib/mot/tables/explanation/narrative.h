// Steps of what is written besides scores: notes, links, pains and gains, times, KPIs, rows of one's own.
#pragma once

#include <string_view>

#include "mot/model/workspace.h"
#include "mot/tables/explanation/steps.h"

namespace mot::explanation {

void add_text(Steps& steps, std::string_view key, std::string_view name, const std::optional<Text>& text);
/// A step for each.
void add_texts(Steps& steps, std::string_view key, std::string_view name, const std::vector<Text>& texts);
void add_references(Steps& steps, const std::vector<Reference>& links);
void add_kpis(Steps& steps, const std::vector<Kpi>& kpis);

/// What the customer does, thinks and feels, pains, gains, KPIs and rows of one's own: of a touchpoint or a stage.
template <class Told>
void add_told(Steps& steps, const Told& told);

Steps told_steps(const Subject& subject);

}  // namespace mot::explanation
