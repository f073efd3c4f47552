#include "mot/evidence/sql/queries.h"

#include "mot/evidence/sql/declaration.h"
#include "mot/evidence/sql/sql_source.h"

namespace mot {
namespace {

evidence::DayRange fixed_period(const Project& project) {
  evidence::DayRange range;
  if (!project.period) return range;
  if (project.period->from) range.from = evidence::day_of(project.period->from->value);
  if (project.period->to) range.to = evidence::day_of(project.period->to->value);
  return range;
}

}  // namespace

std::vector<std::string_view> sql_dialects() {
  std::vector<std::string_view> names;
  for (const evidence::Dialect& dialect : evidence::dialects()) names.push_back(dialect.name);
  return names;
}

std::vector<SourceQuery> database_queries(const Workspace& workspace, std::string_view dialect, Findings& findings) {
  std::vector<SourceQuery> queries;
  const evidence::Dialect* const known = evidence::dialect_named(dialect);
  for (const SurveySource& source : workspace.sources) {
    if (!known || !source.database || !source.is_whole || !evidence::check_declaration(source, findings)) continue;
    for (auto& [about, query] : evidence::queries_in(*known, {workspace, source, fixed_period(workspace.project)}, findings))
      queries.push_back({source.id.value, about, std::move(query.text), std::move(query.values)});
  }
  return queries;
}

}  // namespace mot
