#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "filter_options.h"
#include "id_options.h"
#include "mot/analysis/analysis.h"
#include "mot/edit/fill_in.h"
#include "mot/edit/unsaid_cells.h"
#include "mot/evidence/sheets/workbook_file.h"
#include "mot/import/import.h"
#include "mot/import/into_workspace.h"
#include "mot/load/files/files.h"
#include "mot/text/memory_stream.h"
#include "mot/text/shortlist.h"
#include "mot/text/utf8.h"
#include "mot/write/exports/export_formats.h"
#include "mot/write/exports/fill_in_xlsx.h"
#include "outputs.h"
#include "table_of_commands.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr Option first_export_options[] = {
    format_option<export_formats>,
    output_option,
    {"--fill-in", "", "FILE.xlsx", "write a workbook for a workshop or a mail, which mot import --update takes back"},
    {"--force", "", "", "let --fill-in overwrite a workbook that says what the files do not"},
    traveller_option,
};
constexpr Option last_export_options[] = {today_option, stdin_filename_option};
constexpr auto export_options = options_from(first_export_options, place_options, narrowing_options, last_export_options);

void tell_what_stays(const Session& session, const ExportFormat& format, const ExportReport& report) {
  for (const std::string& line : format.leaves_out(report)) say(session, fmt::format("not in {}: {}", format.name, printable(line)));
}

/// Cells of a workbook that say in other words what the files say; none where it is no table, or standard input was read already.
std::set<edit::TakenCell> taken_cells(const Session& session, const importing::GivenFile& file) {
  const auto& operands = session.arguments.operands();
  if (std::ranges::find(operands, "-") != operands.end()) return {};
  try {
    edit::Draft draft({.directory = session.arguments.text_of("--directory"), .paths = operands});
    importing::Imported imported;
    imported.workspace.home_scale = draft.workspace().project.scale;
    importing::add_file(file, imported);
    importing::put_on_scale_of(draft.workspace(), imported);
    return edit::fill_in(draft, imported.workspace, file.name).said_already;
  } catch (const importing::CannotImport&) {
    return {};
  } catch (const edit::Refused&) {
    return {};
  }
}

evidence::WholeSheets sheets_in(const std::string& name, const std::string& bytes) {
  const auto open = [&](const std::string&) { return OpenedFile{std::make_unique<MemoryStream>(bytes), {}}; };
  return evidence::whole_sheets(open, name, evidence::most_sheet_rows);
}

/// What a workshop filled in is nowhere else until it is taken back.
void refuse_to_lose(const Session& session, const std::string& file, const Workspace& workspace) {
  constexpr std::size_t largest_file = 64u << 20;  // bytes
  std::error_code ignored;
  if (file == "-" || session.arguments.has("--force") || !std::filesystem::exists(file, ignored)) return;
  const importing::GivenFile given{file, read_file(file, largest_file)};
  const evidence::WholeSheets found = sheets_in(file, given.bytes), written = sheets_in(file, fill_in_xlsx(workspace));
  if (!found.fault.empty())
    throw std::runtime_error(
        fmt::format("'{0}' is there already, and whether the files say what it says can't be told: it {1}; name another "
                    "file, or overwrite it with --force",
                    printable(file), found.fault));
  const std::vector<std::string> unsaid = edit::unsaid_in({found.sheets, written.sheets}, taken_cells(session, given));
  if (unsaid.empty()) return;
  throw std::runtime_error(
      fmt::format("'{0}' is there already and says what the files do not: {1}; take it back with 'mot import {0} --update' and the rest by "
                  "hand, name another file, or overwrite it with --force",
                  printable(file), printable(shortlist(unsaid))));
}

/// Writes the workbook that is asked for; says whether that is all there is to do.
bool write_fill_in(const Session& session, const Workspace& whole, const Workspace& workspace) {
  const auto file = session.arguments.text("--fill-in");
  if (!file) return false;
  refuse_to_lose(session, *file, whole);
  deliver(session, *file, fill_in_xlsx(workspace));
  return !session.arguments.has("--output") && !session.arguments.has("--format");
}

void check_fill_in(const Arguments& arguments) {
  const auto file = arguments.text("--fill-in");
  if (file && *file != "-" && !file->ends_with(".xlsx"))
    throw UsageError(fmt::format("--fill-in writes a workbook: '{}' has to end in .xlsx", printable(*file)), arguments.command);
}

/// What is written as it stands in the files has no parts.
void refuse_parts_of_files(const TouchpointFilter& filter, const std::vector<Destination>& destinations, const Arguments& arguments) {
  if (lets_all_through(filter)) return;
  for (const Destination& destination : destinations) {
    const ExportFormat& format = export_formats()[destination.format];
    if (format.is_whole)
      throw UsageError(fmt::format("{} holds all that is written; leave out what narrows it, or name another format", format.name),
                       arguments.command);
  }
}

/// A file of Mermaid's is one diagram; several stand in Markdown.
void refuse_several_diagrams(const ExportReport& report, const Destination& destination, const Arguments& arguments) {
  if (report.journey || report.workspace.journeys.size() <= 1 || !destination.file.ends_with(".mmd")) return;
  throw UsageError(
      fmt::format("'{}' holds one journey; say which with --journey, or write all of them into Markdown: --format mermaid -o {}md",
                  printable(destination.file), printable(destination.file.substr(0, destination.file.size() - 3))),
      arguments.command);
}

int export_workspace(const Session& session) {
  const Arguments& arguments = session.arguments;
  check_fill_in(arguments);
  const auto destinations = destinations_in<export_formats>(arguments);
  const AnswersRead read = read_for_figures(session);
  const Workspace& whole = read.loaded.workspace;
  TouchpointFilter filter = filter_of(arguments, whole);
  filter.traveller = persona_of(arguments, whole);
  const Analysis of_whole = analyse(whole, read.answers, {});
  const auto part = selected_part(filter, arguments, whole, read.answers, of_whole);
  const Workspace& workspace = part ? part->workspace : whole;
  if (write_fill_in(session, whole, workspace)) return 0;
  refuse_parts_of_files(filter, destinations, arguments);
  const Analysis& analysis = part ? part->analysis : of_whole;
  const ExportReport report{workspace, analysis, read.loaded.sources, journey_of(arguments, workspace)};
  for (const Destination& destination : destinations) refuse_several_diagrams(report, destination, arguments);
  for (const Destination& destination : destinations) {
    const ExportFormat& format = export_formats()[destination.format];
    deliver(session, destination.file, format.write(report));
    tell_what_stays(session, format, report);
  }
  return 0;
}

std::vector<std::pair<std::string, std::string>> what_formats_hold() {
  std::vector<std::pair<std::string, std::string>> entries;
  for (const ExportFormat& format : export_formats()) entries.emplace_back(format.name, format.shows);
  return entries;
}

}  // namespace

constinit const Command export_command = {
    .name = "export",
    .does = "take a workspace along: a table of touchpoints, JSON, a Mermaid journey, a draw.io file",
    .details =
        "CSV and XLSX have a touchpoint's place on a journey a row, under headings that mot import reads; what a format has no place for "
        "is told by kind and "
        "number. JSON holds all that is written and is a workspace by itself. In a Mermaid journey a score is what is lived today, brought "
        "onto 1 "
        "to 5; what nobody knows stands there in a comment. --fill-in writes a workbook with a sheet a department and a row a touchpoint, "
        "with "
        "choices for scores and importance and what customers say in columns of their own; mot import --update takes it back. One that is "
        "there already is overwritten only where all that it says stands in the files: cells, comments, sheets.",
    .examples =
        "  mot export --format csv\n"
        "  mot export -o touchpoints.xlsx -o trip.drawio\n"
        "  mot export --journey same-day-trip -o trip.mmd\n"
        "  mot export --fill-in workshop.xlsx\n",
    .options = export_options,
    .operand = workspace_operand,
    .run = export_workspace,
    .glossary = {.heading = "Formats", .entries = what_formats_hold},
};

}  // namespace mot
