#include "mot/page/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "diff_inputs.h"
#include "mot/analysis/compare/diff.h"
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

constexpr Option options[] = {
    format_option<report_formats>,
    output_option,
    {"--since", "", "REV", "tell also what changed since a git revision, such as v1.0 or HEAD~3"},
    {"--keep-going", "", "", "show what could be read, past errors of form and links; the exit code is 1 then"},
    today_option,
    stdin_filename_option,
};

/// What changed since a revision, as `mot diff` tells it.
std::vector<Table> changes_since(const Session& session, const std::string& revision, const WorkspaceRead& read) {
  const RevisionState then = revision_state_of(session, revision);
  const AnswersRead before = read_for_figures(session, then.state.inputs);
  const Analysis analysis = analyse(before.loaded.workspace, before.answers);
  const Diff diff =
      diff_of({before.loaded.workspace, before.answers, analysis}, {read.loaded.workspace, read.review.answers, read.review.analysis});
  return diff_tables(diff, {revision, "now"});
}

int report(const Session& session) {
  const Arguments& arguments = session.arguments;
  auto destinations = destinations_in<report_formats>(arguments, usual_name);
  const WorkspaceRead read = read_workspace_for_page(session);
  ReportInput input{.loaded = read.loaded, .review = read.review, .today = read.today.date, .version = version()};
  if (const auto revision = arguments.text("--since")) {
    input.since = *revision;
    input.changes = changes_since(session, *revision, read);
  }
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
  return std::ranges::any_of(read.review.findings, [](const Finding& finding) { return forbids_pictures(finding); }) ? 1 : 0;
}

}  // namespace

constinit const Command report_command = {
    .name = "report",
    .does = "write the page to hand over: every picture, table and figure in one HTML file, or for wikis in Markdown",
    .details =
        "The page asks for nothing from anywhere, so that it can be mailed, hung up or kept. With scripts off it reads and prints as a "
        "handout; with scripts its tables sort, filter and search, its pictures zoom, a card opens its touchpoint, #touchpoint=ID in the "
        "address leads to one, and a tour goes through a journey by the arrow keys. Markdown holds the same "
        "sentence, figures and tables, without pictures and cards. Without -o the page is written to report.html.",
    .examples =
        "  mot report\n"
        "  mot report -o board.html --since v1.0\n"
        "  mot report -o board.html -o board.md\n"
        "  mot report --keep-going --today 2027-01-31 -o report.html\n",
    .options = options,
    .operand = workspace_operand,
    .run = report,
};

}  // namespace mot
