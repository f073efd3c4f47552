// Everything that may be asked of a picture.
#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <vector>

#include "support/analysed_workspace.h"

namespace mot::testing {

/// What is asked of a picture, and how it reads: `persona, width`.
struct Asked {
  PictureOptions options = {};
  std::optional<std::size_t> persona = {};
  std::string text = {};
};

/// Every way to ask for an option; none where the workspace has nothing to name.
inline std::vector<void (*)(Asked&)> ways_to_ask(PictureOption option, const Workspace& workspace) {
  switch (option) {
    case PictureOption::persona:
      if (workspace.personas.empty()) return {};
      return {[](Asked& asked) { asked.persona = 0; }};
    case PictureOption::department:
      if (workspace.departments.empty()) return {};
      return {[](Asked& asked) { asked.options.department = 0; }};
    case PictureOption::after_actions:
      return {[](Asked& asked) { asked.options.after_actions = true; }};
    case PictureOption::blank:
      return {[](Asked& asked) { asked.options.blank = Blank::actual; }, [](Asked& asked) { asked.options.blank = Blank::customer; },
              [](Asked& asked) { asked.options.blank = Blank::all; }};
    case PictureOption::width:
      return {[](Asked& asked) { asked.options.width = 620; }};
  }
  return {};
}

/// Every combination of what a view takes.
inline std::vector<Asked> combinations(const PictureView& view, const Workspace& workspace) {
  std::vector<Asked> all = {{}};
  for (const PictureOption option : view.options) {
    const std::vector<Asked> before = all;
    for (const auto& ask : ways_to_ask(option, workspace)) {
      for (Asked asked : before) {
        ask(asked);
        asked.text += fmt::format("--{} ", name_of(option));
        all.push_back(std::move(asked));
      }
    }
  }
  return all;
}

/// The same for a workspace that takes long to draw: each option alone, and as many as go together.
inline std::vector<Asked> few_combinations(const PictureView& view, const Workspace& workspace) {
  std::vector<Asked> all = {{}};
  Asked together;
  for (const PictureOption option : view.options) {
    for (const auto& ask : ways_to_ask(option, workspace)) {
      ask(all.emplace_back());
      all.back().text = fmt::format("--{}", name_of(option));
    }
    for (const auto& ask : ways_to_ask(option, workspace)) {
      if (option != PictureOption::blank) ask(together);
    }
  }
  together.text = "together";
  all.push_back(together);
  return all;
}

inline Scene drawn_as_asked(const Figured& figured, const PictureView& view, const Asked& asked, const Theme& theme = light_theme()) {
  if (!asked.persona) return figured.drawn_by(view, asked.options, theme);
  const Analysis of_persona = analyse(figured.workspace, figured.answers, {.persona = asked.persona});
  return view.draw({figured.workspace, of_persona, figured.answers, theme, typesetter()}, asked.options);
}

}  // namespace mot::testing
