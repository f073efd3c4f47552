#include "filter_options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "id_options.h"
#include "mot/model/tags.h"
#include "mot/text/nearest.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

[[noreturn]] void refuse(const Arguments& arguments, std::string_view option, std::string_view what, const std::string& typed,
                         const std::vector<std::string_view>& known) {
  std::string way_out = did_you_mean(typed, known);
  if (known.empty()) way_out = "; the workspace has none";
  if (way_out.empty() && known.size() <= most_listed) way_out = "; it may be " + alternatives(known);
  throw UsageError(fmt::format("option '{}': no {} '{}'{}", option, what, printable(typed), way_out), arguments.command);
}

bool is_among(std::string_view word, const std::vector<std::string_view>& known) {
  return std::ranges::find(known, word) != known.end();
}

std::optional<std::string> stage_of(const Arguments& arguments, const Workspace& workspace) {
  const auto typed = arguments.text("--stage");
  if (!typed) return std::nullopt;
  std::vector<std::string> whole;
  std::vector<std::string_view> known;
  for (const Journey& journey : workspace.journeys) {
    for (const Stage& stage : journey.stages) {
      whole.push_back(journey.id.value + "/" + stage.id.value);
      if (!is_among(stage.id.value, known)) known.push_back(stage.id.value);
    }
  }
  if (is_among(*typed, known) || std::ranges::find(whole, *typed) != whole.end()) return typed;
  const bool names_journey = typed->find('/') != std::string::npos;
  if (names_journey) known.assign(whole.begin(), whole.end());
  refuse(arguments, "--stage", "stage has the id", *typed, known);
}

std::optional<std::size_t> channel_of(const Arguments& arguments, const Workspace& workspace) {
  const auto typed = arguments.text("--channel");
  if (!typed) return std::nullopt;
  const auto known = ids_of(workspace.channels);
  const auto found = std::ranges::find(known, *typed);
  if (found == known.end()) refuse(arguments, "--channel", "channel has the id", *typed, known);
  return static_cast<std::size_t>(found - known.begin());
}

std::optional<std::string> tag_of(const Arguments& arguments, const Workspace& workspace) {
  const auto typed = arguments.text("--tag");
  if (!typed) return std::nullopt;
  const auto known = tags_in(workspace);
  if (!is_among(*typed, known)) refuse(arguments, "--tag", "tag is", *typed, known);
  return typed;
}

std::size_t rows_of(const Table& table) {
  std::size_t rows = 0;
  for (const Section& section : table.sections) rows += section.rows.size();
  return rows;
}

void cut(std::size_t most, Table& table, const Wording& wording) {
  const std::size_t all = rows_of(table);
  if (all <= most) return;
  std::size_t left = most;
  for (Section& section : table.sections) {
    section.rows.resize(std::min(section.rows.size(), left));
    left -= section.rows.size();
  }
  std::erase_if(table.sections, [](const Section& section) { return section.rows.empty(); });
  table.notes.push_back(wording("the first {count} of {all} rows", {{"count", most}, {"all", all}}));
}

std::optional<std::size_t> top_of(const Arguments& arguments) {
  const auto typed = arguments.text(top_option.long_name);
  if (!typed) return std::nullopt;
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(typed->data(), typed->data() + typed->size(), number);
  if (error == std::errc() && end == typed->data() + typed->size() && number > 0) return number;
  throw UsageError(fmt::format("option '--top': '{}' is not a whole number of at least 1", printable(*typed)), arguments.command);
}

}  // namespace

TouchpointFilter filter_of(const Arguments& arguments, const Workspace& workspace) {
  return {.journey = journey_of(arguments, workspace),
          .stage = stage_of(arguments, workspace),
          .department = department_of(arguments, workspace),
          .channel = channel_of(arguments, workspace),
          .tag = tag_of(arguments, workspace),
          .moments_of_truth = arguments.has("--moments-of-truth")};
}

std::string filter_text(const Wording& wording, const TouchpointFilter& filter, const Workspace& workspace) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view english, const std::string& name) { parts.push_back(wording(english, {{"name", name}})); };
  if (filter.journey) add("journey {name}", workspace.journeys[*filter.journey].name.value);
  if (filter.stage) add("stage {name}", *filter.stage);
  if (filter.department) add("department {name}", workspace.departments[*filter.department].name.value);
  if (filter.channel) add("channel {name}", workspace.channels[*filter.channel].id.value);
  if (filter.tag) add("tag {name}", *filter.tag);
  if (filter.traveller) add("journeys of {name}", workspace.personas[*filter.traveller].name.value);
  if (filter.moments_of_truth) parts.push_back(wording("moments of truth"));
  return fmt::format("{}", fmt::join(parts, ", "));
}

void tell_whose(const FiguresOf& whose, std::vector<Table>& tables, const Wording& wording) {
  std::string& title = tables.front().title;
  if (whose.persona)
    title = wording("{title}; as {persona} lives it", {{"title", title}, {"persona", whose.workspace.personas[*whose.persona].name.value}});
  if (whose.is_part)
    title = wording("{title}; only {part}", {{"title", title}, {"part", filter_text(wording, whose.filter, whose.workspace)}});
}

std::optional<WorkspacePart> selected_part(const TouchpointFilter& filter, const Arguments& arguments, const Workspace& workspace,
                                           const Answers& answers, const Analysis& analysis) {
  if (lets_all_through(filter)) return std::nullopt;
  auto part = select_touchpoints(filter, workspace, answers, analysis);
  if (part) return part;
  throw UsageError(fmt::format("no touchpoint is left: none of {} fits {}", workspace.touchpoints.size(),
                               printable(filter_text(Wording(), filter, workspace))),
                   arguments.command);
}

void cut_to_top(const Arguments& arguments, std::vector<Table>& tables, const Wording& wording) {
  const auto top = top_of(arguments);
  if (!top) return;
  for (Table& table : tables) cut(*top, table, wording);
}

}  // namespace mot
