// A table on two PostgreSQL servers, joined by postgres_fdw: what docs/warehouse.md says of it.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "support/warehouse.h"

namespace mot::testing {
namespace {

constexpr int answers_of_a_server = 3000;

/// The answers of one server; half of the segment, a fifth of each score.
std::string answers_of(const std::string& touchpoint, int first_day) {
  return fmt::format(
      "SELECT '{}' AS touchpoint, 1 + (i * 7 + {}) % 5 AS score, CASE i % 2 WHEN 0 THEN 'car' ELSE 'cargo' END AS segment, "
      "date '2026-01-01' + {} AS day FROM generate_series(1, {}) i",
      touchpoint, first_day, first_day, answers_of_a_server);
}

struct Sharded {
  PostgresServer here, there;
  Folder folder;

  /// `partition`: by what the table is split, and what stands here and there.
  Sharded(const std::string& by, const std::string& values_here, const std::string& values_there) {
    there.query("CREATE TABLE belt AS " + answers_of("belt", 40));
    here.query(
        "ALTER DATABASE postgres SET enable_partitionwise_aggregate = on; CREATE EXTENSION postgres_fdw; " +
        fmt::format("CREATE SERVER there FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', port '{}', dbname 'postgres'); ",
                    there.port()) +
        "CREATE USER MAPPING FOR mot SERVER there OPTIONS (user 'mot'); "
        "CREATE TABLE answers (touchpoint text, score int, segment text, day date) PARTITION BY " +
        by + "; CREATE TABLE desk PARTITION OF answers FOR VALUES " + values_here + "; INSERT INTO desk " + answers_of("desk", 3) +
        "; CREATE FOREIGN TABLE belt PARTITION OF answers FOR VALUES " + values_there + " SERVER there; CREATE TABLE whole AS " +
        answers_of("desk", 3) + " UNION ALL " + answers_of("belt", 40) + "; ANALYZE answers; ANALYZE desk; ANALYZE whole");
    variables()["SHARDS"] = here.connection();
  }

  std::vector<std::string> asked(std::vector<std::string> words, const std::string& table, const std::string& rest) {
    folder.with("mot.yaml",
                "project: { name: Trip, scale: { min: 0, max: 10 } }\npersonas: [{ id: ines, name: Ines }]\ntouchpoints: "
                "[{ id: desk, name: Desk, importance: 4, desired: 9 }, { id: belt, name: Belt, importance: 5, desired: 8 }]\n"
                "source: { id: s, database: postgresql, connect: '${SHARDS}', table: " +
                    table + ", scale: { min: 1, max: 5 }, " + rest +
                    "long: { touchpoint: touchpoint, score: score, persona: { column: segment, values: { car: ines } } } }\n");
    words.insert(words.begin(), {"-C", folder.path().string()});
    return words;
  }
  std::string figures(const std::string& table, const std::string& rest) {
    const Ran ran = run_mot(asked({"gaps", "--format", "json", "--today", "2026-11-28"}, table, rest), {.variable = set_variable});
    CHECK_MESSAGE(ran.code == 0, ran.err);
    return nlohmann::json::parse(ran.out)["touchpoints"].dump();
  }
  /// How the query is worked out that mot itself prints, and how many rows each step gave.
  std::string plan(const std::string& rest) {
    const Ran ran = run_mot(asked({"pull", "--sql", "postgresql"}, "answers", rest), {.variable = set_variable});
    std::istringstream lines(ran.out);
    std::string settings, query;
    for (std::string line; std::getline(lines, line) && query.find(';') == std::string::npos;) {
      const auto equals = line.find(" = ");
      if (line.starts_with("-- :") && equals != std::string::npos) {
        settings += "\\set " + line.substr(4, equals - 4) + " " + line.substr(equals + 3) + "\n";
      } else if (!line.starts_with("--")) {
        query += line + "\n";
      }
    }
    const std::string file = (folder / "plan").string();
    here.query(settings + "\\o '" + file + "'\nEXPLAIN (ANALYZE, VERBOSE, COSTS OFF, TIMING OFF) " + query);
    return text_of(file);
  }
};

/// The rows that came from the other server.
int rows_that_travelled(const std::string& plan) {
  const auto scan = plan.find("Foreign Scan");
  const auto rows = plan.find("rows=", scan);
  REQUIRE_MESSAGE((scan != std::string::npos && rows != std::string::npos), plan);
  return std::atoi(plan.c_str() + rows + 5);
}

}  // namespace

TEST_CASE("a table split by touchpoint over two servers is summed on both, and only sums travel") {
  Sharded shards("LIST ((TRIM(CAST(touchpoint AS varchar(200)))))", "IN ('desk')", "IN ('belt')");
  CHECK(shards.figures("answers", "") == shards.figures("whole", ""));
  const std::string plan = shards.plan("");
  CAPTURE(plan);
  CHECK(plan.find("Relations: Aggregate on") != std::string::npos);
  CHECK(rows_that_travelled(plan) == 2);  // a segment each
}

TEST_CASE("a table split by month has the same figures, at the price of its rows") {
  Sharded shards("RANGE (day)", "FROM ('2026-01-01') TO ('2026-02-01')", "FROM ('2026-02-01') TO ('2026-03-01')");
  CHECK(shards.figures("answers", "date: { column: day }, ") == shards.figures("whole", "date: { column: day }, "));
  CHECK(rows_that_travelled(shards.plan("date: { column: day }, ")) == answers_of_a_server);
}

}  // namespace mot::testing
