// The same answers as CSV, in SQLite, in PostgreSQL, and through ODBC in both; and workspaces around them.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "support/folder.h"
#include "support/postgres_server.h"
#include "support/program.h"

namespace mot::testing {

/// Where answers lie, and what a source says of it.
struct Place {
  const char* name;
  const char* source;  ///< {} is the table
};
inline constexpr Place places[] = {
    {"csv", "file: {}.csv"},
    {"sqlite3", "database: sqlite3, file: answers.sqlite, table: {}"},
    {"postgresql", "database: postgresql, connect: '${{PG}}', table: survey.{}"},
    {"odbc to postgresql", "database: odbc, connect: '${{ODBC_PG}}', table: survey.{}"},
    {"odbc to sqlite", "database: odbc, connect: '${{ODBC_SQLITE}}', table: {}"},
};

inline std::map<std::string, std::string>& variables() {
  static std::map<std::string, std::string> all;
  return all;
}
inline char* set_variable(const char* name) {
  const auto found = variables().find(name);
  return found == variables().end() ? nullptr : found->second.data();
}

/// A table as text; an empty cell is NULL.
struct Cells {
  std::string name;
  std::vector<std::string> columns;     ///< names
  std::vector<std::string> postgresql;  ///< their types there
  std::vector<std::vector<std::string>> rows;
};

inline std::uint32_t next(std::uint32_t& seed, std::uint32_t below) {
  seed = seed * 1664525u + 1013904223u;
  return (seed >> 8) % below;
}

/// A respondent a row: weights, personas, dates and questions, with blanks, codes, slips and words in all of them.
inline Cells wide_cells() {
  Cells cells{"wide",
              {"SEG", "W", "DAY", "LAND", "Q1", "Q 2", "Ü3", "ALL", "NPS", "FLIGHT"},
              {"text", "double precision", "date", "text", "smallint", "text", "numeric(6,2)", "numeric", "bigint", "text"},
              {}};
  std::uint32_t seed = 7;
  const std::vector<std::string> segments = {"X", "Y", "geschäftlich", "", "Z"}, countries = {"PT", "ES", "DE", "O'Neil"};
  const std::vector<std::string> words = {"Blank", "n/a", " 4 ", "4.0", "+3"};
  for (int i = 0; i < 400; ++i) {
    const auto score = [&](std::uint32_t best) { return next(seed, 12) == 0 ? std::string() : std::to_string(next(seed, best + 2)); };
    std::vector<std::string> row{segments[next(seed, 5)], fmt::format("{}", next(seed, 40) == 0 ? -1.0 : (next(seed, 30)) / 8.0)};
    if (next(seed, 25) == 0) row[1] = "";
    row.push_back(next(seed, 20) == 0 ? "" : fmt::format("202{}-{:02}-{:02}", 5 + next(seed, 2), 1 + next(seed, 12), 1 + next(seed, 28)));
    row.push_back(countries[next(seed, 4)]);
    row.push_back(score(5));
    row.push_back(next(seed, 9) == 0 ? words[next(seed, 5)] : score(5));
    row.push_back(next(seed, 40) == 0 ? "9.75" : fmt::format("{:.2f}", next(seed, 401) / 100.0 + 1));
    row.push_back(score(5));
    row.push_back(score(11));
    row.push_back(i % 17 == 0 ? "" : fmt::format("LX {}", i * i % 23));
    cells.rows.push_back(row);
  }
  return cells;
}

/// An answer a row.
inline Cells long_cells() {
  Cells cells{"long",
              {"tp", "item", "score", "thumb", "day", "seg", "person", "w"},
              {"text", "text", "integer", "text", "timestamp", "text", "integer", "double precision"},
              {}};
  std::uint32_t seed = 11;
  const std::vector<std::string> touchpoints = {"desk", "belt", "Gepäck", "", "lounge"}, thumbs = {"up", "down", "", "ja", "meh"};
  for (int i = 0; i < 500; ++i) {
    const bool is_outcome = next(seed, 5) == 0;
    cells.rows.push_back({is_outcome ? "" : touchpoints[next(seed, 5)], is_outcome ? "nps" : "score",
                          next(seed, 10) == 0 ? "" : std::to_string(next(seed, 13)), is_outcome ? "" : thumbs[next(seed, 5)],
                          fmt::format("2026-{:02}-{:02} 10:30:00", 1 + next(seed, 12), 1 + next(seed, 28)), next(seed, 2) == 0 ? "X" : "Y",
                          i % 31 == 0 ? "" : std::to_string(i * i % 97), fmt::format("{}", (i % 7 + 1) / 4.0)});
  }
  return cells;
}

inline Cells summary_cells() {
  return {"summary",
          {"item", "base", "mean", "sd"},
          {"text", "integer", "double precision", "double precision"},
          {{"desk", "210", "61.25", "20.5"}, {"belt", "190", "33.3333333", "25.125"}, {"belt", "20", "70", ""}, {"pool", "5", "50", "1"}}};
}

inline std::string csv_text(const Cells& cells) {
  const auto line = [](const std::vector<std::string>& row) {
    std::string text;
    for (const std::string& cell : row) text += (text.empty() && &cell == row.data() ? "\"" : ",\"") + cell + "\"";
    return text + "\n";
  };
  std::string text = line(cells.columns);
  for (const auto& row : cells.rows) text += line(row);
  return text;
}

inline std::string quoted(const std::string& text, char mark) {
  std::string result(1, mark);
  for (const char c : text) result += c == mark ? std::string(2, mark) : std::string(1, c);
  return result + mark;
}

/// Statements that make and fill a table; without types where the engine needs none.
inline std::string sql_text(const Cells& cells, const std::string& schema, bool has_types) {
  std::string columns, statements;
  for (std::size_t i = 0; i < cells.columns.size(); ++i)
    columns += (i == 0 ? "" : ", ") + quoted(cells.columns[i], '"') + (has_types ? " " + cells.postgresql[i] : "");
  const std::string table = schema + quoted(cells.name, '"');
  statements = "CREATE TABLE " + table + " (" + columns + ");\nBEGIN;\n";
  for (const auto& row : cells.rows) {
    std::string values;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const bool is_number = cells.postgresql[i] != "text" && cells.postgresql[i] != "date" && cells.postgresql[i] != "timestamp";
      values += (i == 0 ? "" : ", ") + (row[i].empty() ? "NULL" : is_number ? row[i] : quoted(row[i], '\''));
    }
    statements += "INSERT INTO " + table + " VALUES (" + values + ");\n";
  }
  return statements + "COMMIT;\n";
}

/// A folder with the answers as CSV and SQLite, a server that holds them, and the variables that lead there.
class Warehouse {
 public:
  Warehouse() {
    std::string sqlite, postgresql = "CREATE SCHEMA survey;\n";
    for (const Cells& cells : {wide_cells(), long_cells(), summary_cells()}) {
      folder.with(cells.name + ".csv", csv_text(cells));
      sqlite += sql_text(cells, "", false);
      postgresql += sql_text(cells, "survey.", true);
    }
    server.query(postgresql);
    sqlite_query(sqlite);
    folder.with("odbc.ini",
                fmt::format("[pg]\nDriver=PostgreSQL Unicode\nServername=127.0.0.1\nPort={}\nDatabase=postgres\nUserName=mot\n\n"
                            "[lite]\nDriver=SQLite3\nDatabase={}\n",
                            server.port(), sqlite_file()));
    setenv("ODBCINI", (folder.path() / "odbc.ini").c_str(), 1);
    variables()["PG"] = server.connection();
    variables()["ODBC_PG"] = "DSN=pg";
    variables()["ODBC_SQLITE"] = "DSN=lite";
  }

  std::string sqlite_file() const { return (folder.path() / "answers.sqlite").string(); }
  void sqlite_query(const std::string& sql) const {
    std::ofstream(folder.path() / "script.sql") << sql;
    shell(fmt::format("sqlite3 '{}' <'{}'", sqlite_file(), (folder.path() / "script.sql").string()));
  }
  /// Runs a command on a workspace of this text.
  Ran run(const std::string& workspace, std::vector<std::string> arguments) {
    folder.with("mot.yaml", workspace);
    arguments.insert(arguments.begin(), {"-C", folder.path().string()});
    return run_mot(arguments, {.variable = set_variable});
  }

  Folder folder;
  PostgresServer server;
};

/// One for all tests of a program.
inline Warehouse& warehouse() {
  static Warehouse one;
  return one;
}

}  // namespace mot::testing
