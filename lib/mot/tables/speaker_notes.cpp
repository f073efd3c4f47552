#include "mot/tables/speaker_notes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

#include "mot/analysis/sets.h"
#include "mot/words/figures.h"
#include "mot/words/wording.h"

namespace mot {
namespace {

constexpr std::size_t most_quotes = 3;  // of one moment

std::string basis_text(const Figures& figures, const Wording& wording) {
  if (figures.actual_kind == ActualKind::published) return wording("published, of unknown n");
  if (figures.actual_kind != ActualKind::measured || !figures.measurement) return wording("judged by ourselves");
  std::string text = wording("n {count}", {{"count", figures.measurement->n}});
  if (const auto& interval = figures.measurement->interval)
    text +=
        ", " + wording("95\u00a0%: {low} to {high}", {{"low", wording.points(interval->low)}, {"high", wording.points(interval->high)}});
  return text;
}

/// With as many decimals as tables give it.
std::string short_by(const Wording& wording, double gap, const Scale& scale) {
  const int decimals = decimals_within_class(gap, scale, 1);
  return decimals > 1 ? decimal_in(wording, gap, decimals) : wording.points(gap);
}

std::string figures_text(const Figures& figures, const Scale& scale, const Wording& wording) {
  std::vector<std::string> parts;
  if (figures.actual)
    parts.push_back(wording(
        "lived {points} of {most} ({basis})",
        {{"points", wording.points(*figures.actual)}, {"most", wording.points(scale.max)}, {"basis", basis_text(figures, wording)}}));
  else
    parts.push_back(wording("nobody knows what is lived"));
  if (figures.target) parts.push_back(wording("wanted {points}", {{"points", wording.points(*figures.target)}}));
  if (figures.gap && *figures.gap > 0) parts.push_back(wording("{points} short", {{"points", short_by(wording, *figures.gap, scale)}}));
  return fmt::format("{}", fmt::join(parts, ", "));
}

/// `“…” (interviews, 2026-03-12)`.
std::string quote_text(const std::string& quote, const std::vector<std::string>& sources, const Wording& wording) {
  const std::string quoted = wording.quoted(quote);
  return sources.empty() ? quoted : fmt::format("{} ({})", quoted, fmt::join(sources, ", "));
}

std::vector<std::string> quotes_of(const Workspace& workspace, const Touchpoint& touchpoint, const TouchpointAnswers& answers,
                                   const Wording& wording) {
  std::vector<std::string> quotes;
  for (const Evidence& evidence : touchpoint.evidence) {
    if (!evidence.quote) continue;
    std::vector<std::string> source;
    if (evidence.from) source.push_back(evidence.from->value);
    if (evidence.date) source.push_back(wording.date(evidence.date->value));
    quotes.push_back(quote_text(evidence.quote->value, source, wording));
  }
  std::vector<std::string> sources;
  for (const std::size_t source : answers.sources) sources.push_back(workspace.sources[source].id.value);
  for (const Quote& quote : answers.quotes) quotes.push_back(quote_text(quote.text, sources, wording));
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
  const Wording wording(workspace.project);
  std::vector<std::string> lines;
  for (const std::size_t index : in_path_order(workspace, journey)) {
    const Touchpoint& touchpoint = workspace.touchpoints[index];
    lines.push_back(
        fmt::format("{}: {}", touchpoint.name.value, figures_text(analysis.touchpoints[index], workspace.project.scale, wording)));
    for (std::string& quote : quotes_of(workspace, touchpoint, answers.of(index), wording)) lines.push_back("  " + std::move(quote));
  }
  return fmt::format("{}", fmt::join(lines, "\n"));
}

}  // namespace mot
