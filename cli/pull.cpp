#include <fmt/format.h>

#include <filesystem>
#include <stdexcept>

#include "finding_outputs.h"
#include "mot/evidence/database_failure.h"
#include "mot/evidence/sql/frozen.h"
#include "mot/evidence/sql/queries.h"
#include "mot/load/files/files.h"
#include "mot/text/utf8.h"
#include "mot/write/file.h"
#include "mot/write/findings/findings_text.h"
#include "table_of_commands.h"
#include "workspace_inputs.h"

namespace mot {
namespace {

constexpr Option pull_options[] = {
    {"--sql", "", "DIALECT", "query nothing; print the queries of each source as the engine would get them", {}, sql_dialects},
    today_option,
    stdin_filename_option,
};

int print_queries(const Session& session, const Loaded& loaded, const std::string& dialect) {
  Findings unheard;
  std::string text;
  for (const SourceQuery& query : database_queries(loaded.workspace, dialect, unheard)) {
    text += fmt::format("{}-- source '{}'{}{}\n", text.empty() ? "" : "\n", query.source, query.about.empty() ? "" : ": ", query.about);
    for (std::size_t i = 0; i < query.values.size(); ++i) text += fmt::format("-- :p{} = {}\n", i + 1, printable(query.values[i]));
    text += query.text + ";\n";
  }
  if (text.empty()) throw std::runtime_error("no source of this workspace is a database that can be queried; see 'mot validate'");
  print(session, text);
  return 0;
}

std::string sources_without_file(const Workspace& workspace) {
  std::string ids;
  for (const SurveySource& source : workspace.sources) {
    if (source.database && !source.frozen) ids += (ids.empty() ? "'" : ", '") + source.id.value + "'";
  }
  return ids;
}

/// Sums take the place of older sums, and of nothing else.
void refuse_other_file(const std::filesystem::path& path, const Files& files) {
  if (files.kind_of(path) == FileKind::nothing) return;
  constexpr std::size_t beginning = 1000;
  const std::string text = files.read(path, beginning);
  if (text.empty() || evidence::is_frozen_sums(text)) return;
  throw std::runtime_error(fmt::format("'{}' is there and holds no sums of 'mot pull'; name another file (frozen), or take it away",
                                       printable(shown_path(path))));
}

void freeze(const Session& session, const Loaded& loaded, const FrozenSums& sums) {
  const std::filesystem::path path = loaded.root / sums.file;
  const Files& files = *loaded.read_from;
  if (!is_below(files.without_links(path).path, files.without_links(loaded.root).path))
    throw std::runtime_error(fmt::format("'{}' leads out of the workspace; sums are kept below its folder", printable(shown_path(path))));
  refuse_to_overwrite(session, path.string());
  refuse_other_file(path, files);
  std::filesystem::create_directories(path.parent_path());
  save_file(path, sums.text);
  session.files_read.push_back(path.string());  // two sources with one file would leave the sums of one
  say(session,
      fmt::format("wrote {}: the sums of source '{}'", printable(shown_path(path)), loaded.workspace.sources[sums.source].id.value));
}

int pull(const Session& session) {
  const Arguments& arguments = session.arguments;
  const Today today = today_of(session);
  const Loaded loaded = load(inputs_of(session));
  ReadOptions reading = reading_options(session);
  if (const auto dialect = arguments.text("--sql")) return print_queries(session, loaded, *dialect);
  if (arguments.has("--offline")) throw UsageError("'pull' queries databases, and '--offline' forbids it", arguments.command);
  reading.open = reading_of(loaded).open;
  note_files_read(session, loaded);
  Findings findings;
  const auto files = with_places(loaded.sources, [&] { return pull_sums(loaded.workspace, reading, today.date, findings); });
  for (const FrozenSums& sums : files) freeze(session, loaded, sums);
  const std::string homeless = sources_without_file(loaded.workspace);
  if (!homeless.empty())
    say(session, fmt::format("not frozen: {}; name a file at the source, such as 'frozen: evidence/warehouse.json'", homeless));
  if (files.empty() && findings.empty() && homeless.empty()) say(session, "no source of this workspace is a database");
  FindingReport report = report_on(loaded, findings);
  report.ink = ink_of_err(session);
  report.closing = Closing::none;
  if (!findings.empty()) session.streams.err << findings_text(report) << "\n";
  return findings.any_at_least(Severity::error) ? 1 : 0;
}

}  // namespace

constinit const Command pull_command = {
    .name = "pull",
    .does = "query every database, and keep its sums in a file that can be committed",
    .details =
        "A source that says 'frozen: FILE' is read from that file from then on, until it is pulled again: without the database, the same "
        "on every machine. The file holds queries and sums, never an answer of a single person. Should the source or the period "
        "change, the file no longer fits and says so. The SQL for SQLite and PostgreSQL, natively and "
        "over ODBC, is tested on these engines, and the standard's on DuckDB; that for Snowflake, BigQuery, Spark and Trino is tested by "
        "parsers of these dialects alone. Exit code 0: all is frozen; 1: a source is at fault; 2: a database failed.",
    .examples =
        "  mot pull\n"
        "  mot pull --sql trino\n",
    .options = pull_options,
    .operand = workspace_operand,
    .run = pull,
};

}  // namespace mot
