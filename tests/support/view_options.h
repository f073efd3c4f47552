// Everything that may be asked of a picture.
#pragma once

#include <fmt/format.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/analysed_workspace.h"

namespace mot::testing {

/// What is asked of a picture, and how it reads: `persona, width`.
struct Asked {
  PictureOptions options = {};
  std::string text = {};
};

/// A way to ask for an option. An option may be asked for in several.
struct WayToAsk {
  PictureOption option;
  std::string_view text;
  void (*ask)(PictureOptions& options);
  bool stands_alone = false;  ///< what others ask changes nothing about it
};

/// Of the touchpoints that a crowd begins with.
inline OtherState some_other_state() {
  OtherState state{.name = "main", .lived = {}, .delivered = {{"j", {50}}}, .marks = {}, .removed = {}};
  for (int i = 1; i <= 12; ++i) state.lived[fmt::format("t{}", i)] = 3 + i % 5;
  state.marks["t1"] = {CardChange::added, "", {}, {}};
  state.marks["t2"] = {CardChange::better, "better", 5, 7};
  state.marks["t3"] = {CardChange::worse, "worse", 7, 5};
  state.marks["t4"] = {CardChange::no_evidence, "no evidence of change", 7, 6.9};
  state.marks["t5"] = {CardChange::otherwise, "not tested", {}, 5};
  return state;
}

inline constexpr WayToAsk ways_to_ask[] = {
    {&PictureOptions::persona, "persona", [](PictureOptions& options) { options.persona = 0; }},
    {&PictureOptions::personas, "personas",
     [](PictureOptions& options) {
       options.persona.reset();
       options.personas = {0, 1};
     },
     true},
    {&PictureOptions::faces, "faces", [](PictureOptions& options) { options.faces = true; }, true},
    {&PictureOptions::other_state, "compare", [](PictureOptions& options) { options.other_state = some_other_state(); }, true},
    {&PictureOptions::department, "department", [](PictureOptions& options) { options.department = 0; }},
    {&PictureOptions::after_actions, "after-actions", [](PictureOptions& options) { options.after_actions = true; }},
    {&PictureOptions::blank, "blank actual", [](PictureOptions& options) { options.blank = Blank::actual; }},
    {&PictureOptions::blank, "blank customer", [](PictureOptions& options) { options.blank = Blank::customer; }},
    {&PictureOptions::blank, "blank all", [](PictureOptions& options) { options.blank = Blank::all; }},
    {&PictureOptions::hidden_rows, "hide", [](PictureOptions& options) { options.hidden_rows = {"thinks"}; }},
    {&PictureOptions::width, "width", [](PictureOptions& options) { options.width = 620; }},
    {&PictureOptions::layout, "layout lanes", [](PictureOptions& options) { options.layout = Layout::lanes; }},
};

inline bool has_what_is_asked(const Workspace& workspace, const PictureOption& option) {
  if (option == PictureOption(&PictureOptions::persona)) return !workspace.personas.empty();
  if (option == PictureOption(&PictureOptions::personas)) return workspace.personas.size() > 1;
  if (option == PictureOption(&PictureOptions::department)) return !workspace.departments.empty();
  if (option == PictureOption(&PictureOptions::hidden_rows)) return !workspace.project.lanes.empty();
  if (option == PictureOption(&PictureOptions::shown_rows)) return false;  // told_rows_test.cpp asks for it
  return true;
}

/// Every way to ask for what a view takes and the workspace has.
inline std::vector<WayToAsk> ways_to_ask_of(const PictureView& view, const Workspace& workspace) {
  std::vector<WayToAsk> ways;
  for (const PictureOption& option : view.options) {
    const std::size_t before = ways.size();
    for (const WayToAsk& way : ways_to_ask) {
      if (way.option == option && has_what_is_asked(workspace, option)) ways.push_back(way);
    }
    if (ways.size() == before && has_what_is_asked(workspace, option)) throw std::logic_error("no test asks for an option of pictures");
  }
  return ways;
}

/// Every combination of what a view takes.
inline std::vector<Asked> combinations(const PictureView& view, const Workspace& workspace) {
  std::vector<Asked> all = {{}};
  std::vector<Asked> before, alone;
  std::optional<PictureOption> latest;
  for (const WayToAsk& way : ways_to_ask_of(view, workspace)) {
    if (way.stands_alone) {
      way.ask(alone.emplace_back().options);
      alone.back().text = fmt::format("--{}", way.text);
      continue;
    }
    if (latest != way.option) before = all;  // ways to ask for one option do not go together
    latest = way.option;
    for (Asked asked : before) {
      way.ask(asked.options);
      asked.text += fmt::format("--{} ", way.text);
      all.push_back(std::move(asked));
    }
  }
  all.insert(all.end(), alone.begin(), alone.end());
  return all;
}

/// The same for a workspace that takes long to draw: each option alone, and as many as go together.
inline std::vector<Asked> few_combinations(const PictureView& view, const Workspace& workspace) {
  std::vector<Asked> all = {{}};
  Asked together{.text = "together"};
  for (const WayToAsk& way : ways_to_ask_of(view, workspace)) {
    way.ask(all.emplace_back().options);
    all.back().text = fmt::format("--{}", way.text);
    if (way.option != PictureOption(&PictureOptions::blank)) way.ask(together.options);
  }
  all.push_back(together);
  return all;
}

inline Scene drawn_as_asked(const Figured& figured, const PictureView& view, const Asked& asked, const Theme& theme = light_theme()) {
  if (!asked.options.persona) return figured.drawn_by(view, asked.options, theme);
  const Analysis of_persona = analyse(figured.workspace, figured.answers, {.persona = asked.options.persona});
  return view.draw({figured.workspace, of_persona, figured.answers, theme, typesetter()}, asked.options);
}

}  // namespace mot::testing
