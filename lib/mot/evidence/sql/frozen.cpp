#include "mot/evidence/sql/frozen.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

using Json = nlohmann::ordered_json;

constexpr int format_version = 3;
constexpr std::string_view note = "Written by 'mot pull'. These sums stand in for the database until it is pulled again.";
constexpr std::array<std::string_view, 4> holds_names{"numbers", "days", "texts", "anything"};  // by Holds

constexpr std::string_view checksum_begin = "  \"checksum\": \"";

/// The text without the line that holds its checksum, and without carriage returns, which git may add. Source: FNV-1a of 64 bits (Fowler,
/// Noll, Vo). It tells a slip, a merge, a search and replace; it is no seal against somebody who wants to lie.
std::string checksum_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.starts_with(checksum_begin)) continue;
    for (const char c : line) {
      if (c != '\r') hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    }
    hash = (hash ^ '\n') * 0x100000001b3;
  }
  return fmt::format("{:016x}", hash);
}

std::string with_checksum(std::string text) {
  const std::size_t second_line = text.find('\n') + 1;
  text.insert(second_line, fmt::format("{}{}\",\n", checksum_begin, checksum_of(text)));
  return text;
}

void check_checksum(const Json& json, std::string_view text) {
  const int version = json.at("format_version").get<int>();
  if (version > 0 && version < format_version)
    throw TableFault("was frozen by an older version of mot, which kept no checksum, so nobody can tell a change by hand; run 'mot pull'");
  if (version != format_version) throw TableFault("was frozen by another version of mot; run 'mot pull'");
  if (json.at("checksum").get<std::string>() != checksum_of(text))
    throw TableFault("was changed since it was pulled, so that its sums are not those of the database; run 'mot pull'");
}

Json lines_of(std::string_view text) {
  Json lines = Json::array();
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string text_of(const Json& lines) {
  std::string text;
  for (const Json& line : lines) text += (text.empty() ? "" : "\n") + line.get<std::string>();
  return text;
}

template <class Value>
Json cell_of(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json row_json(const ResultRow& row) {
  Json cells = Json::array();
  for (const auto& text : row.texts) cells.push_back(cell_of(text));
  for (const auto& number : row.numbers) cells.push_back(cell_of(number));
  return cells;
}

ResultRow row_from(const Json& cells, const Query& query) {
  if (cells.size() != query.texts + query.numbers) throw TableFault("is not a file of frozen sums: a row is too short or too long");
  ResultRow row;
  for (std::size_t i = 0; i < query.texts; ++i) {
    row.texts.push_back(cells.at(i).is_null() ? std::nullopt : std::optional(cells.at(i).get<std::string>()));
  }
  for (std::size_t i = query.texts; i < cells.size(); ++i) {
    row.numbers.push_back(cells.at(i).is_null() ? std::nullopt : std::optional(cells.at(i).get<double>()));
  }
  return row;
}

Holds holds_from(const std::string& name) {
  const auto found = std::ranges::find(holds_names, name);
  if (found == holds_names.end()) throw TableFault("is not a file of frozen sums: a column holds '" + printable(shortened(name, 40)) + "'");
  return static_cast<Holds>(found - holds_names.begin());
}

/// Bad UTF-8, which a driver may give, becomes what people see of it.
std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string answer_text(const Query& query, const Result& result) {
  std::string rows;
  for (const ResultRow& row : result.rows) rows += (rows.empty() ? "\n      " : ",\n      ") + dumped(row_json(row));
  std::string lines;
  for (const Json& line : lines_of(query.text)) lines += (lines.empty() ? "\n      " : ",\n      ") + dumped(line);
  return fmt::format(
      "    {{ \"query\": [{}\n      ],\n      \"values\": {},\n      \"texts\": {}, \"numbers\": {}, \"is_cut\": {}, \"rows\": [{}\n      "
      "] }}",
      lines, dumped(query.values), query.texts, query.numbers, result.is_cut, rows);
}

}  // namespace

bool is_frozen_sums(std::string_view text) {
  return text.substr(0, 1000).find(note.substr(0, note.find('.'))) != std::string_view::npos;
}

std::vector<TableColumn> RecordingEngine::columns(const std::string& table) {
  auto columns = engine_.columns(table);
  const bool is_known = std::ranges::find(tables_, table, &Table::name) != tables_.end();
  if (!is_known) tables_.push_back({table, columns});
  return columns;
}

Result RecordingEngine::query(const Query& query, std::size_t most_rows) {
  Result result = engine_.query(query, most_rows);
  answers_.push_back({query, result});
  return result;
}

std::string RecordingEngine::text(std::string_view source, Date pulled) const {
  const Dialect& dialect = engine_.dialect();
  std::string columns;
  for (const TableColumn& column : tables_.at(0).columns) {
    columns += (columns.empty() ? "\n    " : ",\n    ") + dumped({column.name, holds_names[static_cast<std::size_t>(column.holds)]});
  }
  std::string answers;
  for (const Answer& answer : answers_) answers += (answers.empty() ? "\n" : ",\n") + answer_text(answer.query, answer.result);
  const Json engine = {{"dialect", dialect.name}, {"quote", std::string(1, dialect.quote)}, {"through_soci", dialect.is_read_by_soci}};
  return with_checksum(fmt::format(
      "{{\n  \"format_version\": {},\n  \"note\": {},\n  \"source\": {},\n  \"pulled\": {},\n  \"engine\": {},\n  \"table\": {},\n  "
      "\"columns\": [{}\n  ],\n  \"answers\": [{}\n  ]\n}}\n",
      format_version, dumped(note), dumped(source), dumped(to_string(pulled)), dumped(engine), dumped(tables_[0].name), columns, answers));
}

FrozenEngine::FrozenEngine(std::string_view text) {
  try {
    const Json json = Json::parse(text);
    check_checksum(json, text);
    const Json& engine = json.at("engine");
    const Dialect* const dialect = dialect_named(engine.at("dialect").get<std::string>());
    const auto quote = engine.at("quote").get<std::string>();
    const auto pulled = date_from(json.at("pulled").get<std::string>());
    if (!dialect || quote.size() != 1 || !pulled) throw TableFault("is not a file of frozen sums; run 'mot pull'");
    dialect_ = *dialect;
    dialect_.quote = quote[0];
    dialect_.is_read_by_soci = engine.at("through_soci").get<bool>();
    pulled_ = *pulled;
    source_ = json.at("source").get<std::string>();
    table_ = json.at("table").get<std::string>();
    for (const Json& column : json.at("columns"))
      columns_.push_back({column.at(0).get<std::string>(), holds_from(column.at(1).get<std::string>())});
    for (const Json& answer : json.at("answers")) {
      Query query{text_of(answer.at("query")), answer.at("values").get<std::vector<std::string>>(), answer.at("texts").get<std::size_t>(),
                  answer.at("numbers").get<std::size_t>()};
      Result result{{}, answer.at("is_cut").get<bool>()};
      for (const Json& row : answer.at("rows")) result.rows.push_back(row_from(row, query));
      answers_.push_back({std::move(query), std::move(result)});
    }
  } catch (const Json::exception&) {
    throw TableFault("is not a file of frozen sums; run 'mot pull'");
  }
}

std::vector<TableColumn> FrozenEngine::columns(const std::string& table) {
  if (table != table_) throw TableFault("holds the sums of another table; run 'mot pull'");
  return columns_;
}

bool FrozenEngine::answers(const Query& query) const {
  return std::ranges::find(answers_, query, &Answer::query) != answers_.end();
}

Result FrozenEngine::query(const Query& query, std::size_t) {
  const auto found = std::ranges::find(answers_, query, &Answer::query);
  if (found != answers_.end()) return found->result;
  throw TableFault(fmt::format("was frozen on {} for other queries than the source, or the project's period, needs now; run 'mot pull'",
                               to_string(pulled_)));
}

}  // namespace mot::evidence
