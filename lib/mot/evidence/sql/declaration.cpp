#include "mot/evidence/sql/declaration.h"

#include <string>
#include <utility>

#include "mot/evidence/layouts/row_filter.h"

namespace mot::evidence {
namespace {

/// Whether the source says what is to be read of its table.
bool has_something_to_read(const SurveySource& source) {
  return !source.columns.empty() || source.long_layout || source.summary || !source.outcomes.empty();
}

}  // namespace

bool check_declaration(const SurveySource& source, Findings& findings) {
  if (!has_something_to_read(source)) return false;
  const std::size_t before = findings.size();
  const auto report = [&](RuleId rule, Span span, std::string message) {
    findings.report(rule, span, std::move(message)).subjects = {source.id.value};
  };
  const Span engine = source.database->span;
  if (!source.table) report("missing-key", engine, "a database needs the key 'table': the table or view that holds the answers");
  if (!source.file && !source.connect) {
    report("missing-key", engine,
           source.database->value == DatabaseKind::sqlite3
               ? "SQLite needs the key 'file', a path below the workspace, or 'connect: ${VARIABLE}'"
               : "a database needs the key 'connect: ${VARIABLE}': the environment variable that holds how to connect");
  }
  if (source.long_layout && source.long_layout->quote) {
    report("bad-value", source.long_layout->quote->span,
           "only sums travel from a database, so quotes cannot; keep the ones that matter as evidence of their touchpoint");
  }
  if (const DateColumn* date = date_of(source); date && date->format) {
    report("bad-value", date->format->span,
           "dates of a database are dates, or texts like 2026-03-31; make others so in a view, and leave 'format' out");
  }
  return findings.size() == before;
}

}  // namespace mot::evidence
