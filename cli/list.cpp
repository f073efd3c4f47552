#include <fmt/format.h>

#include <algorithm>

#include "figure_outputs.h"
#include "mot/tables/list_tables.h"
#include "mot/write/json/list_json.h"
#include "table_of_commands.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr Option list_options[] = {format_option<table_formats>, output_option, stdin_filename_option};

/// The kinds that operands name, all where none does, in the order of the table; what names no kind is left in `paths`.
std::vector<ListKind> kinds_in(std::vector<std::string>& paths) {
  std::vector<ListKind> kinds;
  for (const ListKind& kind : list_kinds()) {
    if (std::erase(paths, kind.name) > 0) kinds.push_back(kind);
  }
  return kinds.empty() ? std::vector<ListKind>(list_kinds().begin(), list_kinds().end()) : kinds;
}

int list(const Session& session) {
  const auto destinations = destinations_in<table_formats>(session.arguments);
  Inputs inputs = inputs_of(session);
  const std::vector<ListKind> kinds = kinds_in(inputs.paths);
  const Loaded loaded = load(inputs);
  note_files_read(session, loaded);
  const auto tables_in = [&](const Wording& wording) {
    return std::vector<Table>{list_table(kinds, loaded.workspace, loaded.sources, wording)};
  };
  deliver_figures(session, destinations, loaded.workspace.project,
                  {tables_in, [&] { return list_json(kinds, loaded.workspace, loaded.sources); }});
  const bool is_whole = std::ranges::none_of(loaded.findings, [](const Finding& finding) { return finding.severity == Severity::error; });
  if (is_whole) return 0;
  say(session, "mistakes in the files may hide more: 'mot validate' names them");
  return 1;
}

}  // namespace

constinit const Command list_command = {
    .name = "list",
    .does = "list what a workspace holds, by id, name and where it is written",
    .details =
        "Kinds are touchpoints, journeys, stages, departments, personas, channels, actions, sources, tags and saved views; all where none "
        "is named.",
    .examples =
        "  mot list\n"
        "  mot list journeys personas\n"
        "  mot list touchpoints trip.yaml --format csv\n",
    .options = list_options,
    .operand = {.name = "PATH",
                .help = "kinds, then files and folders to read instead of the workspace around; a file that is called like a kind is "
                        "./so",
                .times = Times::any_number},
    .run = list,
};

}  // namespace mot
