#include "mot/tables/speaker_notes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

#include "mot/analysis/sets.h"
#include "mot/text/numbers.h"

namespace mot {
namespace {

constexpr std::size_t most_quotes = 3;  // of one moment

std::string basis_text(const Figures& figures) {
  if (figures.actual_kind == ActualKind::published) return "published, of unknown n";
  if (figures.actual_kind != ActualKind::measured || !figures.measurement) return "judged by ourselves";
  std::string text = fmt::format("n {}", figures.measurement->n);
  if (const auto& interval = figures.measurement->interval)
    text += fmt::format(", 95 %: {} to {}", points_text(interval->low), points_text(interval->high));
  return text;
}

std::string figures_text(const Figures& figures, const Scale& scale) {
  std::vector<std::string> parts;
  if (figures.actual)
    parts.push_back(fmt::format("lived {} of {} ({})", points_text(*figures.actual), points_text(scale.max), basis_text(figures)));
  else
    parts.emplace_back("nobody knows what is lived");
  if (figures.target) parts.push_back(fmt::format("wanted {}", points_text(*figures.target)));
  if (figures.gap && *figures.gap > 0) parts.push_back(fmt::format("{} short", points_text(*figures.gap)));
  return fmt::format("{}", fmt::join(parts, ", "));
}

/// `“…” (interviews, 2026-03-12)`.
std::vector<std::string> quotes_of(const Workspace& workspace, const Touchpoint& touchpoint, const TouchpointAnswers& answers) {
  std::vector<std::string> quotes;
  for (const Evidence& evidence : touchpoint.evidence) {
    if (!evidence.quote) continue;
    std::vector<std::string> source;
    if (evidence.from) source.push_back(evidence.from->value);
    if (evidence.date) source.push_back(to_string(evidence.date->value));
    quotes.push_back(source.empty() ? fmt::format("“{}”", evidence.quote->value)
                                    : fmt::format("“{}” ({})", evidence.quote->value, fmt::join(source, ", ")));
  }
  std::vector<std::string> sources;
  for (const std::size_t source : answers.sources) sources.push_back(workspace.sources[source].id.value);
  for (const Quote& quote : answers.quotes) quotes.push_back(fmt::format("“{}” ({})", quote.text, fmt::join(sources, ", ")));
  if (quotes.size() > most_quotes) quotes.resize(most_quotes);
  return quotes;
}

/// Each once, where it comes first; those of journeys inside after the others.
std::vector<std::size_t> in_path_order(const Workspace& workspace, const Journey& journey) {
  std::vector<std::size_t> order;
  const auto add = [&](std::size_t touchpoint) {
    if (std::ranges::find(order, touchpoint) == order.end()) order.push_back(touchpoint);
  };
  for (const Stage& stage : journey.stages) {
    for_each_touchpoint(stage.steps, [&](const Link<Touchpoint>& link) {
      if (link.index) add(*link.index);
    });
  }
  for (const std::size_t touchpoint : touchpoints_of(workspace, journey)) add(touchpoint);
  return order;
}

}  // namespace

std::string speaker_notes(const Workspace& workspace, const Analysis& analysis, const Answers& answers, const Journey& journey) {
  std::vector<std::string> lines;
  for (const std::size_t index : in_path_order(workspace, journey)) {
    const Touchpoint& touchpoint = workspace.touchpoints[index];
    lines.push_back(fmt::format("{}: {}", touchpoint.name.value, figures_text(analysis.touchpoints[index], workspace.project.scale)));
    for (std::string& quote : quotes_of(workspace, touchpoint, answers.touchpoints[index])) lines.push_back("  " + std::move(quote));
  }
  return fmt::format("{}", fmt::join(lines, "\n"));
}

}  // namespace mot
