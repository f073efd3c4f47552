#include "mot/page/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "diff_inputs.h"
#include "filter_options.h"
#include "id_options.h"
#include "mot/analysis/compare/diff.h"
#include "mot/check/grouping.h"
#include "mot/tables/diff_tables.h"
#include "mot/text/utf8.h"
#include "outputs.h"
#include "progress.h"
#include "table_of_commands.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr std::string_view usual_name = "report";
constexpr std::size_t large_page = 25'000'000;  // bytes, from which on a browser needs many seconds to open it

constexpr Option first_report_options[] = {
    format_option<report_formats>,
    output_option,
    {"--since", "", "REV", "tell also what changed since a git revision, such as v1.0 or HEAD~3, or since a folder or file as it was kept"},
    {"--keep-going", "", "", "show what could be read, past errors of form and links; the exit code is 1 then"},
    persona_option,
};
constexpr Option last_report_options[] = {today_option, stdin_filename_option};
constexpr auto report_options = options_from(first_report_options, place_options, narrowing_options, last_report_options);

/// What changed since another state, as `mot diff` tells it, and what that is called.
void tell_changes_since(const Session& session, const std::string& word, const WorkspaceRead& read, ReportInput& input) {
  const FoundState then = found_state(session, word);
  const AnswersRead before = read_for_figures(session, then.state.inputs);
  const Analysis analysis = analyse(before.loaded.workspace, before.answers);
  const Diff diff =
      diff_of({before.loaded.workspace, before.answers, analysis}, {read.loaded.workspace, read.review.answers, read.review.analysis});
  const Wording wording(read.loaded.workspace.project);
  input.since = then.state.name;
  input.changes = diff_tables(diff, {then.state.name, wording("now")}, wording);
}

/// Leaves in the workspace what the filter lets through, and the findings that are not about what is left out.
void narrow(const TouchpointFilter& filter, const Session& session, WorkspaceRead& read) {
  auto part = selected_part(filter, session.arguments, read.loaded.workspace, read.review.answers, read.review.analysis);
  if (!part) return;
  read.review.findings = findings_about_part(read.review.findings, read.loaded.workspace, part->workspace);
  read.loaded.workspace = std::move(part->workspace);
  read.review.answers = std::move(part->answers);
  read.review.analysis = std::move(part->analysis);
}

void refuse_filtered_changes(const TouchpointFilter& filter, const Arguments& arguments) {
  if (lets_all_through(filter) || !arguments.has("--since")) return;
  throw UsageError("--since tells of the whole workspace; leave out what narrows it", arguments.command);
}

/// Puts the page's view on what was read: one persona's figures, some of the touchpoints. What it is, for its title.
std::string seen_through_options(const Session& session, WorkspaceRead& read) {
  const Arguments& arguments = session.arguments;
  const Workspace& workspace = read.loaded.workspace;
  const TouchpointFilter filter = filter_of(arguments, workspace);
  refuse_filtered_changes(filter, arguments);
  std::string only = filter_text(Wording(workspace.project), filter, workspace);
  if (const auto persona = persona_of(arguments, workspace)) {
    read.review.analysis = analyse(workspace, read.review.answers, {.persona = persona});
    only = workspace.personas[*persona].name.value + (only.empty() ? "" : ", ") + only;
  }
  narrow(filter, session, read);
  return only;
}

int report(const Session& session) {
  const Arguments& arguments = session.arguments;
  auto destinations = destinations_in<report_formats>(arguments, usual_name);
  WorkspaceRead read = read_workspace_for_page(session);
  const bool is_whole = std::ranges::none_of(read.review.findings, [](const Finding& finding) { return forbids_pictures(finding); });
  std::string only = seen_through_options(session, read);
  ReportInput input{.loaded = read.loaded, .review = read.review, .today = read.today.date, .version = version()};
  input.only = std::move(only);
  input.revision = revision_of(read.loaded);
  if (const auto state = arguments.text("--since")) tell_changes_since(session, *state, read, input);
  const bool is_named = arguments.has("--output");
  for (Destination& destination : destinations) {
    const ReportFormat& format = report_formats()[destination.format];
    if (!is_named) destination.file += format.extension;
    const std::string page = [&] {
      const Progress progress(session, "drawing");
      return format.write(input);
    }();
    deliver(session, destination.file, page);
    if (page.size() > large_page)
      say(session,
          fmt::format("the page takes {} MB, which browsers open slowly; --format md holds its tables alone", page.size() / 1'000'000));
    if (!is_named) say(session, fmt::format("wrote {}", destination.file));
  }
  return is_whole ? 0 : 1;
}

}  // namespace

constinit const Command report_command = {
    .name = "report",
    .does = "write the page to hand over: every picture, table and figure in one HTML file, or for wikis in Markdown",
    .details =
        "The page asks for nothing from anywhere, so that it can be mailed, hung up or kept. With scripts off it reads and prints as a "
        "handout; with scripts its tables sort, filter and search, its pictures zoom, a card opens its touchpoint, #touchpoint=ID in the "
        "address leads to one, and a tour goes through a journey by the arrow keys. Markdown holds the same "
        "sentence, figures and tables, without pictures and cards. What narrows the touchpoints leaves each its figures of the whole. "
        "Without -o the page is written to report.html.",
    .examples =
        "  mot report\n"
        "  mot report -o board.html --since v1.0\n"
        "  mot report -o board.html -o board.md\n"
        "  mot report --department ground-handling -o ground-handling.html\n"
        "  mot report --keep-going --today 2027-01-31 -o report.html\n",
    .options = report_options,
    .operand = workspace_operand,
    .run = report,
};

}  // namespace mot
