#include "mot/evidence/sql/sql_dialect.h"

#include <fmt/format.h>

#include <algorithm>

namespace mot::evidence {
namespace {

// Comparison with a number makes SQLite take a text for a number if all of it is one.
constexpr std::string_view sqlite_number = "CASE WHEN {} = CAST({} AS NUMERIC) THEN CAST({} AS REAL) END";
constexpr std::string_view sqlite_day =
    "CASE WHEN DATE(SUBSTR({}, 1, 10)) = SUBSTR({}, 1, 10) AND SUBSTR({}, 11, 1) IN ('', ' ', 'T') THEN SUBSTR({}, 1, 10) END";
// Exponents of two digits overflow nothing.
constexpr std::string_view postgresql_number =
    "CASE WHEN {} ~ '^[+-]?([0-9]{1,60}[.]?[0-9]{0,60}|[.][0-9]{1,60})([eE][+-]?[0-9]{1,2})?$' THEN CAST({} AS double precision) END";
constexpr std::string_view postgresql_day =
    "CASE WHEN {} ~ "
    "'^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-9]))([ T]|$)' "
    "THEN SUBSTR({}, 1, 10) END";

// A LIMIT, of more rows than anybody has, keeps both engines from writing the step into the query over and over.
constexpr std::string_view all_rows = "\n  LIMIT 9223372036854775807";

// clang-format off
constexpr Dialect known_dialects[] = {
    {"sqlite3", "SQLite", '"', "REAL", "TEXT", sqlite_number, "", sqlite_day, all_rows, false, false},
    {"postgresql", "PostgreSQL", '"', "double precision", "varchar(200)", postgresql_number, "TO_CHAR({}, 'YYYY-MM-DD')", postgresql_day, all_rows, true},
    {"snowflake", "Snowflake", '"', "DOUBLE", "VARCHAR", "TRY_CAST({} AS DOUBLE)", "TO_CHAR({}, 'YYYY-MM-DD')",
     "TO_CHAR(TRY_CAST(SUBSTR({}, 1, 10) AS DATE), 'YYYY-MM-DD')"},
    {"bigquery", "Google BigQuery", '`', "FLOAT64", "STRING", "SAFE_CAST({} AS FLOAT64)", "CAST(CAST({} AS DATE) AS STRING)",
     "CAST(SAFE_CAST(SUBSTR({}, 1, 10) AS DATE) AS STRING)"},
    {"spark", "Spark SQL", '`', "DOUBLE", "STRING", "TRY_CAST({} AS DOUBLE)", "CAST(CAST({} AS DATE) AS STRING)",
     "CAST(TRY_CAST(SUBSTR({}, 1, 10) AS DATE) AS STRING)"},
    {"trino", "Trino", '"', "DOUBLE", "VARCHAR", "TRY_CAST({} AS DOUBLE)", "CAST(CAST({} AS DATE) AS VARCHAR)",
     "CAST(TRY_CAST(SUBSTR({}, 1, 10) AS DATE) AS VARCHAR)"},
    {"ansi", "", '"', "DOUBLE PRECISION", "VARCHAR(200)", "", "CAST(CAST({} AS DATE) AS VARCHAR(10))", ""},
};
// clang-format on
constexpr const Dialect& standard = known_dialects[std::size(known_dialects) - 1];

/// SOCI reads a statement for its parameters: a colon before a name is one, an apostrophe begins a text.
bool confuses_soci(std::string_view name) {
  return name.find_first_of(":'") != std::string_view::npos;
}

std::string doubled(std::string_view name, char mark) {
  std::string text;
  for (const char c : name) text += c == mark ? std::string(2, c) : std::string(1, c);
  return text;
}

}  // namespace

std::span<const Dialect> dialects() {
  return known_dialects;
}

const Dialect* dialect_named(std::string_view name) {
  const auto* const found = std::ranges::find(known_dialects, name, &Dialect::name);
  return found == std::end(known_dialects) ? nullptr : found;
}

Dialect dialect_of_product(std::string_view product, char quote) {
  const auto* const found = std::ranges::find(known_dialects, product, &Dialect::product);
  Dialect dialect = found == std::end(known_dialects) ? standard : *found;
  dialect.quote = quote;
  dialect.is_read_by_soci = true;
  return dialect;
}

std::string filled(std::string_view piece, std::string_view expression) {
  std::string text;
  for (std::size_t at = piece.find("{}"); at != std::string_view::npos; at = piece.find("{}")) {
    text.append(piece.substr(0, at)).append(expression);
    piece.remove_prefix(at + 2);
  }
  return text.append(piece);
}

std::optional<std::string> quoted_name(const Dialect& dialect, std::string_view name) {
  if (name.empty() || name.find('\0') != std::string_view::npos) return std::nullopt;
  std::string text = doubled(name, dialect.quote);
  if (!dialect.is_read_by_soci || !confuses_soci(name)) return fmt::format("{0}{1}{0}", dialect.quote, text);
  if (!dialect.has_unicode_names) return std::nullopt;
  std::string escaped;
  for (const char c : text) escaped += c == ':' ? "\\003A" : c == '\'' ? "\\0027" : c == '\\' ? "\\\\" : std::string(1, c);
  return fmt::format("U&\"{}\"", escaped);
}

std::optional<std::string> quoted_table(const Dialect& dialect, std::string_view name) {
  std::string text;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('.', begin), name.size());
    const auto part = quoted_name(dialect, name.substr(begin, end - begin));
    if (!part) return std::nullopt;
    text += (begin == 0 ? "" : ".") + *part;
    begin = end + 1;
  }
  return text;
}

}  // namespace mot::evidence
