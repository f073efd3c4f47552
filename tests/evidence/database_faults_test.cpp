// What can be wrong with a database or with what a source says of it: a clear line each, and never a figure.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "mot/evidence/sql/secrets.h"
#include "support/warehouse.h"

namespace mot::testing {
namespace {

using Json = nlohmann::json;

const std::string head =
    "project: { name: Trip, scale: { min: 0, max: 10 } }\ntouchpoints: [{ id: desk, name: Desk, importance: 5, desired: 9 }]\n";

std::string source(const std::string& text) {
  return head + "source: { id: s, " + text + " }\n";
}

const char* const in_postgresql = "database: postgresql, connect: '${PG}'";
const char* const in_sqlite = "database: sqlite3, file: answers.sqlite";

/// Frozen sums with the checksum of what they say, FNV-1a of all lines but its own.
std::string sealed(std::string frozen) {
  const std::string key = "  \"checksum\": \"";
  const std::size_t begin = frozen.find(key);
  REQUIRE(begin != std::string::npos);
  const std::size_t end = frozen.find('\n', begin) + 1;
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : frozen.substr(0, begin) + frozen.substr(end) + (frozen.ends_with('\n') ? "" : "\n"))
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return frozen.replace(begin, end - begin, fmt::format("{}{:016x}\",\n", key, hash));
}

/// The server knows a word, and the port belongs to one that accepts and never answers.
class SilentServer {
 public:
  SilentServer() {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    bind(listener_, reinterpret_cast<sockaddr*>(&address), size);
    listen(listener_, 8);
    getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
  }
  ~SilentServer() { close(listener_); }
  SilentServer(const SilentServer&) = delete;
  SilentServer& operator=(const SilentServer&) = delete;
  int port() const { return port_; }

 private:
  int listener_ = socket(AF_INET, SOCK_STREAM, 0);
  int port_ = 0;
};

}  // namespace

TEST_CASE("a database that fails is one line with the place in the file, and exit 2") {
  const SilentServer silent;
  variables()["DOWN"] = "host=127.0.0.1 port=1 user=jane password=tiger dbname=x";
  variables()["SILENT"] = fmt::format("host=127.0.0.1 port={} user=jane password=tiger dbname=x", silent.port());
  variables()["LOCKED"] = warehouse().server.connection("secured");
  variables()["URL"] = "postgresql://jane:t%69ger@127.0.0.1:1/x";
  variables()["NO_DSN"] = "DSN=nowhere;UID=jane;PWD=tiger";
  variables()["NO_FILE"] = "/nowhere/tiger.sqlite";
  warehouse().server.query("CREATE VIEW survey.slow AS SELECT 'desk' AS tp, 5 AS score, (SELECT 1 FROM pg_sleep(30)) AS nothing");
  const struct {
    const char* source;
    const char* message;
  } cases[] = {
      {"database: postgresql, connect: '${UNSET}', table: t, columns: {desk: q}",
       "the environment variable 'UNSET' says how to connect, and is not set; set it, or leave databases out (--offline)"},
      {"database: postgresql, connect: '${DOWN}', table: t, columns: {desk: q}", "Connection refused"},
      {"database: postgresql, connect: '${URL}', table: t, columns: {desk: q}", "Connection refused"},
      {"database: postgresql, connect: '${LOCKED}', table: t, columns: {desk: q}", "no password supplied"},
      {"database: postgresql, connect: '${SILENT}', table: t, columns: {desk: q}", "did not let us in within 2 s"},
      {"database: postgresql, connect: '${PG}', table: survey.slow, where: {nothing: 1}, long: {touchpoint: tp, score: score}",
       "did not answer within 2 s"},
      {"database: odbc, connect: '${NO_DSN}', table: t, columns: {desk: q}", "Data source name not found"},
      {"database: sqlite3, connect: '${NO_FILE}', table: t, columns: {desk: q}", "unable to open database file"},
  };
  for (const auto& [text, message] : cases) {
    const Ran ran = warehouse().run(source(text), {"gaps", "--timeout", "2"});
    INFO(std::string(text));
    CHECK(ran.code == 2);
    CHECK(ran.out == "");
    CAPTURE(ran.err);
    CHECK(contains(ran.err, message));
    CHECK(contains(ran.err, "mot.yaml:3:"));
    CHECK(contains(ran.err, "source 's': "));
    CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
    for (const char* secret : {"tiger", "jane", "127.0.0.1"}) CHECK_FALSE(contains(ran.err, secret));
  }
}

TEST_CASE("a connection string that is not understood shows no part of a password") {
  const struct {
    const char* database;
    const char* connection;
    const char* message;
  } cases[] = {
      {"postgresql", "host=localhost password=open sesame tiger dbname=x", "how to connect is not understood"},
      {"postgresql", "host=localhost password=open sesame=tiger dbname=x", "how to connect is not understood"},
      {"postgresql", "host=localhost password = open ti ger dbname=x", ""},
      {"postgresql", "host=localhost password='open sesame' tiger'", "how to connect is not understood"},
      {"postgresql", "host=localhost password='open sesame tiger", "how to connect is not understood"},
      {"postgresql", "host=localhost port='ti\\ger' password=sesame dbname=x", "how to connect is not understood"},
      {"postgresql", "postgresql://jane:open%zzsesame@127.0.0.1:1/x", "how to connect is not understood"},
      {"postgresql", "postgresql://jane:open%20sesame@tiger@127.0.0.1:1/x", ""},
      {"postgresql", "postgresql://jane:open?sesame=tiger@127.0.0.1:1/x", ""},
      {"postgresql", "postgresql://jane:open%20sesame@127.0.0.1:1/x", "Connection refused"},
      {"postgresql", "host=127.0.0.1 port=1 password='open\\'s sesame=tiger' dbname=x", "Connection refused"},
      {"odbc", "DSN=nowhere;UID=jane;PWD=open sesame=tiger", "Data source name not found"},
      {"odbc", "DRIVER={open sesame};tiger", ""},
      {"odbc", "PWD={open;sesame=tiger", ""},
  };
  for (const auto& [database, connection, message] : cases) {
    variables()["FAULTY"] = connection;
    const Ran ran = warehouse().run(source(fmt::format("database: {}, connect: '${{FAULTY}}', table: t, columns: {{desk: q}}", database)),
                                    {"gaps", "--timeout", "2"});
    INFO(connection);
    CAPTURE(ran.err);
    CHECK(ran.code == 2);
    CHECK(contains(ran.err, message));
    for (const char* secret : {"sesame", "tiger", "jane", "open ", "\"open", "'open", "ger d"}) CHECK_FALSE(contains(ran.err, secret));
  }
}

TEST_CASE("what a source says wrong is a finding at its place") {
  warehouse().server.query(
      "CREATE TABLE survey.empty (q integer); CREATE TABLE survey.odd (tp text, q text, n double precision, flag boolean, bits bytea);"
      "INSERT INTO survey.odd VALUES ('desk', NULL, 'NaN', true, NULL), ('desk', 'seven', 'Infinity', false, ''), ('desk', '1e308', "
      "-1e308, NULL, NULL)");
  warehouse().folder.with("no.sqlite", "this is no database, but a text that is longer than a header\n");
  const struct {
    std::string source;
    const char* rule;
    const char* message;
  } cases[] = {
      {std::string(in_postgresql) + ", table: survey.nowhere, columns: {desk: q}", "unreadable-evidence",
       "'survey.nowhere' cannot be read: "},
      {std::string(in_sqlite) + ", table: nowhere, columns: {desk: q}", "unreadable-evidence", "no such table: nowhere"},
      {std::string(in_postgresql) + ", table: survey.wide, columns: {desk: Q11}", "unknown-column",
       "'survey.wide' has no column 'Q11'; did you mean 'Q1'?"},
      {std::string(in_sqlite) + ", table: wide, columns: {desk: Q11}", "unknown-column", "'wide' has no column 'Q11'; did you mean 'Q1'?"},
      {std::string(in_postgresql) + ", table: survey.empty, columns: {desk: q}", "unreadable-evidence", "'survey.empty' has no rows"},
      {std::string(in_postgresql) + ", table: survey.wide, where: {LAND: FR}, columns: {desk: Q1}", "unreadable-evidence",
       "has no rows that 'where' keeps"},
      {std::string(in_postgresql) + ", table: survey.odd, columns: {desk: flag}", "unreadable-evidence", "cannot cast type boolean"},
      {std::string(in_postgresql) + ", columns: {desk: q}", "missing-key", "a database needs the key 'table'"},
      {"database: odbc, table: t, columns: {desk: q}", "missing-key", "a database needs the key 'connect: ${VARIABLE}'"},
      {"database: sqlite3, table: t, columns: {desk: q}", "missing-key", "SQLite needs the key 'file'"},
      {"database: postgresql, file: x.csv, table: t, columns: {desk: q}", "bad-value", "only SQLite's is a file"},
      {"database: sqlite3, file: nowhere.sqlite, table: t, columns: {desk: q}", "unreadable-evidence", "'nowhere.sqlite' does not exist"},
      {std::string(in_sqlite) + ", table: long, long: {touchpoint: tp, quote: item}", "bad-value", "only sums travel from a database"},
      {std::string(in_sqlite) + ", table: wide, date: {column: DAY, format: '%d.%m.%Y'}, columns: {desk: Q1}", "bad-value",
       "make others so in a view"},
      {"file: wide.csv, frozen: x.json, columns: {desk: Q1}", "bad-value", "only sums of a database are frozen"},
  };
  for (const auto& [text, rule, message] : cases) {
    const Ran ran = warehouse().run(source(text), {"check", "--format", "json"});
    INFO(std::string(text));
    CAPTURE(ran.err);
    REQUIRE(ran.code == 1);
    const Json findings = Json::parse(ran.out)["findings"];
    const auto found = std::find_if(findings.begin(), findings.end(), [&](const Json& finding) { return finding["rule"] == rule; });
    REQUIRE(found != findings.end());
    CHECK(contains((*found)["message"].get<std::string>(), message));
    CHECK((*found)["line"] == 3);
    CHECK(warehouse().run(source(text), {"gaps"}).code == 2);
  }
  CHECK(warehouse().run(source("database: sqlite3, file: no.sqlite, table: t, columns: {desk: q}"), {"gaps"}).code == 2);
}

TEST_CASE("cells that are no answers are counted, never summed") {
  const struct {
    const char* columns;
    int used, blank, off_scale;
  } cases[] = {{"q", 0, 1, 2}, {"n", 0, 0, 3}};
  for (const auto& [column, used, blank, off_scale] : cases) {
    const std::string text = source(std::string(in_postgresql) + ", table: survey.odd, columns: {desk: " + column + "}");
    const Ran ran = warehouse().run(text, {"data", "--format", "json"});
    INFO(std::string(column));
    CAPTURE(ran.err);
    REQUIRE(ran.code == 0);
    const Json use = Json::parse(ran.out)["sources"][0]["columns"][0];
    CHECK(use["used"] == used);
    CHECK(use["blank"] == blank);
    CHECK(use["off_scale"] == off_scale);
    CHECK_FALSE(contains(warehouse().run(text, {"gaps", "--format", "json"}).out, "nan"));
  }
}

TEST_CASE("validate queries no database, and offline nobody does") {
  variables()["DOWN"] = "host=127.0.0.1 port=1";
  const std::string text = source("database: postgresql, connect: '${DOWN}', table: t, columns: {desk: q}");
  CHECK(warehouse().run(text, {"validate"}).code == 0);
  CHECK(warehouse().run(text, {"check"}).code == 2);
  for (const char* command : {"gaps", "data", "coverage", "check", "plan"}) {
    const Ran ran = warehouse().run(text, {command, "--offline"});
    INFO(std::string(command));
    CAPTURE(ran.err);
    CHECK(ran.code == 0);
  }
  const Ran ran = warehouse().run(text, {"gaps", "--offline", "--format", "json"});
  CHECK(Json::parse(ran.out)["touchpoints"][0]["actual"].is_null());
  CHECK(contains(ran.err, "source 's' was not queried (--offline): its answers are unknown"));
}

TEST_CASE("sums that were pulled stand in for the database until it is pulled again") {
  warehouse().sqlite_query(
      "CREATE TABLE pulled (tp, score); INSERT INTO pulled VALUES ('desk', 7), ('desk', 8), ('desk', 9), ('pool', 1);");
  const std::string text = source(
      "database: sqlite3, file: answers.sqlite, table: pulled, frozen: evidence/sums.json, "
      "long: {touchpoint: {column: tp, values: {pool: none}}, score: score}");
  const auto n = [&](const std::string& workspace) {
    const Ran ran = warehouse().run(workspace, {"gaps", "--format", "json", "--offline"});
    return ran.code == 0 ? Json::parse(ran.out)["touchpoints"][0]["n"] : Json(ran.err);
  };
  CHECK(n(text).is_null());
  const Ran pulled = warehouse().run(text, {"pull", "--today", "2026-11-25"});
  CHECK(pulled.code == 0);
  CHECK(contains(pulled.err, "the sums of source 's'"));
  CHECK(n(text) == 3);
  const std::string first = text_of(warehouse().folder / "evidence/sums.json");
  CHECK(contains(warehouse().run(text, {"data"}).out, "frozen 2026-11-25"));
  CHECK(Json::parse(first)["format_version"] == 3);

  // As it was written before answers were counted by the points of their scale.
  Json old = Json::parse(first);
  const auto counts_points = [](const Json& answer) { return answer["query"].dump().find("p0 >= CAST(:") != std::string::npos; };
  auto& kept = old["answers"];
  REQUIRE(std::count_if(kept.begin(), kept.end(), counts_points) == 2);  // the sums know the best points
  kept.erase(kept.size() - 1);
  warehouse().folder.with("evidence/sums.json", sealed(old.dump(2)));
  CHECK(n(text) == 3);
  CHECK(contains(warehouse().run(text, {"data", "--offline"}).out, "its sums were frozen before answers were counted by the points"));
  warehouse().folder.with("evidence/sums.json", first);

  warehouse().sqlite_query("INSERT INTO pulled VALUES ('desk', 10);");
  CHECK(n(text) == 3);
  CHECK(warehouse().run(text, {"validate"}).code == 0);
  CHECK(warehouse().run(text, {"pull", "--today", "2026-11-25"}).code == 0);
  CHECK(n(text) == 4);
  const std::string second = text_of(warehouse().folder / "evidence/sums.json");
  CHECK(second != first);
  CHECK(warehouse().run(text, {"pull", "--today", "2026-11-25"}).code == 0);
  CHECK(text_of(warehouse().folder / "evidence/sums.json") == second);

  std::string changed = text;
  changed.replace(changed.find("score: score"), 12, "score: {column: score, scale: {min: 1, max: 9}}");
  CHECK(contains(n(changed).get<std::string>(), "was frozen on 2026-11-25 for other queries"));
  for (const char* bad : {"", "{}", "[]", "{\"format_version\": 9}", "{\"format_version\": 1, \"pulled\": 3}"}) {
    warehouse().folder.with("evidence/sums.json", bad);
    CHECK(contains(n(text).get<std::string>(), "'evidence/sums.json' "));
  }
  const std::string survey = "tp,score\ndesk,7\n";
  warehouse().folder.with("evidence/sums.json", survey);
  const Ran refused = warehouse().run(text, {"pull", "--today", "2026-11-25"});
  CHECK(refused.code == 2);
  CHECK(contains(refused.err, "is there and holds no sums of 'mot pull'"));
  CHECK(text_of(warehouse().folder / "evidence/sums.json") == survey);
}

TEST_CASE("frozen sums that were changed, or that contradict themselves, stand in for nothing") {
  warehouse().sqlite_query("CREATE TABLE kept (tp, score); INSERT INTO kept VALUES ('desk', 7), ('desk', 8), ('desk', 9);");
  const std::string text =
      source("database: sqlite3, file: answers.sqlite, table: kept, frozen: evidence/kept.json, long: {touchpoint: tp, score: score}");
  CHECK(warehouse().run(text, {"pull", "--today", "2026-11-25"}).code == 0);
  const std::string pulled = text_of(warehouse().folder / "evidence/kept.json");
  const auto said_of = [&](const std::string& frozen) {
    warehouse().folder.with("evidence/kept.json", frozen);
    const Ran ran = warehouse().run(text, {"gaps", "--format", "json", "--offline"});
    return ran.code == 0 ? std::string("read") : ran.err;
  };
  const auto with = [](std::string frozen, const std::string& what, const std::string& by) {
    REQUIRE(contains(frozen, what));
    return frozen.replace(frozen.find(what), what.size(), by);
  };
  // The group, its state, its rows, blank cells, answers, their sum and squares about the middle of the scale.
  const std::string row = "[\"desk\",0.0,3.0,0.0,3.0,9.0,29.0";
  CHECK(said_of(pulled) == "read");
  std::string on_windows;
  for (const char c : pulled) on_windows.append(c == '\n' ? "\r\n" : std::string(1, c));
  CHECK(said_of(on_windows) == "read");
  CHECK(contains(said_of(with(pulled, row, "[\"desk\",0.0,3.0,0.0,3.0,12.0,50.0")), "was changed since it was pulled"));
  CHECK(contains(said_of(with(pulled, "2026-11-25", "2027-11-25")), "was changed since it was pulled"));

  std::string of_other = text;
  of_other.replace(of_other.find("id: s,"), 6, "id: z,");
  warehouse().folder.with("evidence/kept.json", pulled);
  CHECK(
      contains(warehouse().run(of_other, {"gaps", "--offline"}).err, "'evidence/kept.json' holds the sums of source 's'; run 'mot pull'"));

  // As an earlier version wrote it: nobody could tell whether it was changed.
  const std::size_t line = pulled.find("  \"checksum\"");
  REQUIRE(line != std::string::npos);
  std::string plain = pulled;
  plain.erase(line, plain.find('\n', line) + 1 - line);
  plain = with(plain, "\"format_version\": 3", "\"format_version\": 2");
  CHECK(contains(said_of(plain), "was frozen by an older version of mot, which kept no checksum, so nobody can tell a change by hand"));
  CHECK(contains(said_of(with(plain, row, "[\"desk\",0.0,3.0,0.0,3.0,12.0,50.0")), "kept no checksum"));
  CHECK(said_of(sealed(pulled)) == "read");
  const struct {
    const char* numbers;
    const char* fault;
  } cases[] = {
      {"-7.0,3.0,0.0,3.0,9.0,29.0", "gives a count that is none"},
      {"0.0,3.0,0.0,4.0,9.0,29.0", "contradict each other"},   // more answers than rows
      {"0.0,3.0,0.0,3.0,16.0,90.0", "contradict each other"},  // a mean off the scale
      {"0.0,3.0,0.0,3.0,9.0,26.0", "contradict each other"},   // squares too small for the sum
      {"0.0,3.0,0.0,3.0,9.0,76.0", "contradict each other"},   // squares too large for the scale
      {"0.0,3.0,0.0,3.0,9.0,-1.0", "contradict each other"},
      {"0.0,3.0,0.0,0.0,9.0,29.0", "contradict each other"},  // sums of no answers
  };
  for (const auto& [numbers, fault] : cases) {
    CAPTURE(numbers);
    CHECK(contains(said_of(sealed(with(pulled, row, fmt::format("[\"desk\",{}", numbers)))), fault));
  }
}

TEST_CASE("frozen sums that are older than the project leans on are told") {
  warehouse().sqlite_query(
      "CREATE TABLE old (tp, score, day); INSERT INTO old VALUES ('desk', 7, '2026-05-01'), ('desk', 8, '2026-05-02');");
  const auto told = [&](const std::string& date, const std::string& project, const char* today) {
    std::string text = source(
        "database: sqlite3, file: answers.sqlite, table: old, frozen: evidence/old.json, long: {touchpoint: tp, score: score" + date + "}");
    text.replace(text.find("name: Trip"), 10, "name: Trip, " + project);
    CHECK(warehouse().run(text, {"pull", "--today", "2026-05-03"}).code == 0);
    return contains(warehouse().run(text, {"check", "--offline", "--today", today}).out, "were pulled on 2026-05-03");
  };
  CHECK(told("", "stale_after: 12 months", "2027-06-01"));
  CHECK_FALSE(told("", "stale_after: 12 months", "2027-05-01"));
  CHECK(told(", date: day", "period: {from: 2026-01-01, to: 2026-05-31}", "2026-06-01"));
  CHECK_FALSE(told(", date: day", "period: {from: 2026-01-01, to: 2026-05-31}", "2026-05-20"));
  CHECK_FALSE(told(", date: day", "period: {from: 2026-01-01, to: 2026-05-02}", "2026-06-01"));
}

TEST_CASE("the query is shown in the dialect of a warehouse, and no engine is needed for it") {
  const std::string text = source(
      "database: odbc, connect: '${UNSET}', table: survey.answers, scale: {min: 1, max: 5, missing: [0, n/a]}, weight: w, date: {column: "
      "day}, "
      "where: {land: [PT, \"O'Neil\"]}, long: {touchpoint: tp, score: rating}");
  const struct {
    const char* dialect;
    std::vector<std::string> parts;
  } cases[] = {
      {"trino", {"FROM \"survey\".\"answers\"", "CAST(\"rating\" AS DOUBLE) AS n0", "CAST(CAST(\"day\" AS DATE) AS VARCHAR) AS d"}},
      {"spark", {"FROM `survey`.`answers`", "CAST(`rating` AS DOUBLE) AS n0", "CAST(CAST(`day` AS DATE) AS STRING) AS d"}},
      {"snowflake", {"FROM \"survey\".\"answers\"", "TO_CHAR(\"day\", 'YYYY-MM-DD') AS d"}},
      {"bigquery", {"FROM `survey`.`answers`", "CAST(`rating` AS FLOAT64) AS n0"}},
      {"postgresql", {"CAST(\"rating\" AS double precision) AS n0"}},
      {"ansi", {"CAST(\"rating\" AS DOUBLE PRECISION) AS n0"}},
      {"sqlite3", {"CAST(\"rating\" AS REAL) AS n0"}},
  };
  for (const auto& [dialect, parts] : cases) {
    const Ran ran = warehouse().run(text, {"pull", "--sql", dialect});
    INFO(std::string(dialect));
    CAPTURE(ran.out);
    CHECK(ran.code == 0);
    CHECK(contains(ran.out, "-- source 's'\n-- :p1 = 0\n-- :p2 = PT\n-- :p3 = O'Neil\n-- :p4 = 1e-12\n"));
    CHECK_FALSE(contains(ran.out, "'PT'"));
    for (const char* sum : {"COUNT(p0)", "SUM(w * p0)", "SUM(w * p0 * p0)", "THEN w * w END)", "GROUP BY k0, s"})
      CHECK(contains(ran.out, sum));
    for (const std::string& part : parts) CHECK(contains(ran.out, part));
  }
  CHECK(warehouse().run(text, {"pull", "--sql", "cobol"}).code == 2);
  CHECK(warehouse().run(head, {"pull", "--sql", "trino"}).code == 2);
}

TEST_CASE("nothing of how a database is reached is left in a message") {
  const struct {
    const char* message;
    const char* connection;
    const char* shown;
  } cases[] = {
      {"FATAL: role \"jane\" at db.example.com\nLINE 1:\t x.", "host=db.example.com user=jane",
       "FATAL: role \"***\" at ***.***.*** LINE 1: x"},
      {"no password for p@ss;wörd", "PWD=p@ss;wörd", "no password for ***@***;***"},
      {"tiger is a cat", "postgresql://jane:t%69ger@h/x", "*** is a cat"},
      {"host and user are settings", "host = a user=b", "host and user are settings"},
      {"invalid option tiger", "password=open tiger=x", "invalid option ***"},
      {"bad user", "password=user=b", "bad ***"},
      {"port secret", "port='se\\cret'", "port ***"},
  };
  for (const auto& [message, connection, shown] : cases) CHECK(evidence::without_secrets(message, connection) == shown);
}

TEST_CASE("a number that SQLite holds as bytes is told as such, and not as a number off the scale") {
  warehouse().sqlite_query("CREATE TABLE bits (tp, score); INSERT INTO bits VALUES ('desk', 7), ('desk', x'31'), ('desk', x'31');");
  const Ran ran =
      warehouse().run(source("database: sqlite3, file: answers.sqlite, table: bits, long: {touchpoint: tp, score: score}"), {"gaps"});
  CHECK(contains(ran.out + ran.err, "'1' is stored as bytes (a BLOB), which are no number; cast it to one in a view"));
  CHECK_FALSE(contains(ran.out + ran.err, "widen the scale"));
}

}  // namespace mot::testing
