#include "mot/evidence/source_opener.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "mot/evidence/database_failure.h"
#include "mot/evidence/row_files.h"
#include "mot/evidence/sql/database.h"
#include "mot/evidence/sql/declaration.h"
#include "mot/evidence/sql/frozen.h"
#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

constexpr std::size_t largest_frozen = 64u << 20;  // bytes

void blame(const SurveySource& source, const Text& file, std::string_view what, Findings& findings) {
  findings.report("unreadable-evidence", file.span, fmt::format("'{}' {}", printable(file.value), what)).subjects = {source.id.value};
}

std::string read_all(ByteStream& bytes) {
  std::string text;
  std::vector<char> buffer(1 << 16);
  while (true) {
    const auto count = bytes.read(buffer);
    if (!count) throw TableFault("can't be read to its end");
    if (*count == 0) return text;
    text.append(buffer.data(), *count);
    if (text.size() > largest_frozen) throw TableFault("is too large for a file of frozen sums");
  }
}

std::string path_of(const SurveySource& source) {
  return source.path ? *source.path : source.file->value;
}

CsvForm form_of(const SurveySource& source) {
  constexpr char characters[] = {',', ';', '|', '\t'};  // by Separator
  static_assert(std::size(characters) == names_of<Separator>.size());
  CsvForm form;
  if (source.separator) form.separator = characters[static_cast<std::size_t>(source.separator->value)];
  if (source.decimal) form.decimal = source.decimal->value == Decimal::comma ? DecimalMark::point_or_comma : DecimalMark::point;
  if (source.skip) form.skipped_lines = source.skip->value;
  if (source.sheet) form.sheet = source.sheet->value;
  if (source.encoding) form.encoding = source.encoding->value;
  for (const Count& row : source.header) form.header.push_back(row.value);
  std::ranges::sort(form.header);
  return form;
}

/// Whether the source says only what a file of its kind can have.
bool check_form(const SurveySource& source, Findings& findings) {
  const bool has_sheets = is_workbook(source.file->value);
  const std::size_t before = findings.size();
  const auto report = [&](Span span, std::string_view message) {
    findings.report("bad-value", span, std::string(message)).subjects = {source.id.value};
  };
  if (source.sheet && !has_sheets) report(source.sheet->span, "only a workbook (.xlsx, .ods) has sheets");
  if (source.separator && has_sheets) report(source.separator->span, "nothing separates the cells of a workbook; leave 'separator' out");
  if (source.decimal && has_sheets) report(source.decimal->span, "numbers of a workbook have fractions of their own; leave 'decimal' out");
  if (source.encoding && has_sheets) report(source.encoding->span, "a workbook tells its encoding itself; leave 'encoding' out");
  return findings.size() == before;
}

OpenSource open_rows(const SurveySource& source, const ReadOptions& options, Findings& findings) {
  if (!source.file || !check_form(source, findings)) return {};
  return row_file(options.open, path_of(source), form_of(source), source.summary ? TableKind::counted : TableKind::answers);
}

OpenSource open_frozen(const SurveySource& source, const OpenedFile& opened, Findings& findings) {
  const Text& name = *source.frozen;
  if (!opened.bytes) {
    blame(source, name, opened.fault, findings);
    return {};
  }
  try {
    auto engine = std::make_unique<FrozenEngine>(read_all(*opened.bytes));
    const Date pulled = engine->pulled();
    if (engine->source() != source.id.value)
      throw TableFault(fmt::format("holds the sums of source '{}'; run 'mot pull'", printable(shortened(engine->source(), 60))));
    return OpenEngine{.engine = std::move(engine), .frozen = pulled, .name = name};
  } catch (const TableFault& fault) {
    blame(source, name, fault.what(), findings);
    return {};
  }
}

/// `${MOT_WAREHOUSE}` without its braces.
std::string variable_of(const Text& connect) {
  return connect.value.substr(2, connect.value.size() - 3);
}

std::string connection_from(const SurveySource& source, const ReadOptions& options) {
  const std::string variable = variable_of(*source.connect);
  const auto value = options.environment ? options.environment(variable) : std::nullopt;
  if (!value || value->empty()) {
    throw DatabaseFailure(source.connect->span,
                          fmt::format("source '{}': the environment variable '{}' says how to connect, and is not set; set it, or leave "
                                      "databases out (--offline)",
                                      source.id.value, variable));
  }
  if (source.database->value != DatabaseKind::sqlite3) return *value;
  return value->find('=') == std::string::npos ? sqlite_connection(*value) : *value + " readonly=true";
}

/// How to connect; nothing, and a finding, where a file cannot be opened.
std::optional<std::string> connection_of(const SurveySource& source, const ReadOptions& options, Findings& findings) {
  if (!source.file) return connection_from(source, options);
  if (!options.has_disk) {
    throw DatabaseFailure(source.file->span,
                          fmt::format("source '{}': a database of another revision cannot be queried; commit its sums with "
                                      "that revision (mot pull), or leave it out (--offline)",
                                      source.id.value));
  }
  const std::string path = path_of(source);
  const OpenedFile opened = options.open(path);
  if (opened.bytes) return sqlite_connection(path);
  blame(source, *source.file, opened.fault, findings);
  return std::nullopt;
}

}  // namespace

OpenSource open_source(const SurveySource& source, const ReadOptions& options, Findings& findings) {
  if (!source.is_whole) return {};  // reported when it was loaded
  if (!source.database) return open_rows(source, options, findings);
  if (!check_declaration(source, findings)) return {};
  if (source.frozen && options.databases != Databases::read_afresh) {
    const OpenedFile opened = options.open(source.frozen->value);
    if (!opened.is_absent) return open_frozen(source, opened, findings);
  }
  if (options.databases == Databases::left_out) return {};
  const auto how = connection_of(source, options, findings);
  if (!how) return {};
  const Span place = source.connect ? source.connect->span : source.file->span;
  try {
    return OpenEngine{.engine = open_database({source.database->value, *how, options.timeout}), .name = *source.table};
  } catch (const std::runtime_error& error) {
    throw DatabaseFailure(place, fmt::format("source '{}': {}", source.id.value, error.what()));
  }
}

}  // namespace mot::evidence
