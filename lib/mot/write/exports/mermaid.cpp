#include "mot/write/exports/mermaid.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "mot/import/mermaid.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

/// A text as it may stand anywhere in a diagram: Mermaid's entities for what has a meaning there.
std::string diagram_text(std::string_view text) {
  constexpr std::string_view meanings = "#;:,%<>\"`{}";
  std::string line;
  for (const char c : printable(text)) {
    if (meanings.find(c) != std::string_view::npos)
      line += fmt::format("#{};", static_cast<int>(c));
    else
      line += c == '\n' || c == '\t' ? ' ' : c;
  }
  return line;
}

/// The same of a task, which begins a line: a keyword there loses its first letter to an entity.
std::string task_text(std::string_view name) {
  constexpr std::string_view keywords[] = {"title", "section", "journey", "acctitle", "accdescr"};
  const std::string lower = folded(name);
  const bool is_keyword = std::ranges::any_of(keywords, [&](std::string_view keyword) { return lower.starts_with(keyword); });
  if (!is_keyword) return diagram_text(name);
  return fmt::format("#{};{}", static_cast<int>(name.front()), diagram_text(name.substr(1)));
}

std::string actors_of(const Workspace& workspace, const Journey& journey) {
  std::string actors;
  for (const Link<Persona>& persona : journey.personas) {
    const std::string& name = persona.index ? workspace.personas[*persona.index].name.value : persona.value;
    actors += (actors.empty() ? ": " : ", ") + diagram_text(name);
  }
  return actors;
}

}  // namespace

double on_mermaids_scale(double points, const Scale& scale) {
  constexpr double steps = 4;
  return 1 + steps * (points - scale.min) / scale.range();
}

std::string mermaid_journey(const Workspace& workspace, const Analysis& analysis, std::size_t index) {
  const Journey& journey = workspace.journeys[index];
  const Scale& scale = workspace.project.scale;
  const std::string actors = actors_of(workspace, journey);
  std::string text = fmt::format("journey\n  title {}\n", diagram_text(journey.name.value));
  for (const Stage& stage : journey.stages) {
    text += fmt::format("  section {}\n", diagram_text(stage.name.value));
    for_each_touchpoint(stage.steps, [&](const Link<Touchpoint>& link) {
      if (!link.index) return;
      const std::string name = task_text(workspace.touchpoints[*link.index].name.value);
      const auto& actual = analysis.touchpoints[*link.index].actual;
      text += actual ? fmt::format("    {}: {}{}\n", name, std::lround(on_mermaids_scale(*actual, scale)), actors)
                     : fmt::format("    %% {}{}\n", name, importing::score_nobody_knows);
    });
  }
  return text;
}

std::string mermaid_markdown(const Workspace& workspace, const Analysis& analysis) {
  std::string text;
  for (std::size_t i = 0; i < workspace.journeys.size(); ++i) {
    text += fmt::format("{}## {}\n\n```mermaid\n{}```\n", text.empty() ? "" : "\n", printable(workspace.journeys[i].name.value),
                        mermaid_journey(workspace, analysis, i));
  }
  return text;
}

}  // namespace mot
