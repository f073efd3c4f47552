#include "mot/evidence/sql/database.h"

#include <dlfcn.h>
#include <fmt/format.h>
#include <soci/odbc/soci-odbc.h>
#include <soci/soci.h>

#include <clocale>
#include <cmath>
#include <mutex>

#include "mot/evidence/sql/back_ends.h"
#include "mot/evidence/sql/run_with_timeout.h"
#include "mot/evidence/sql/secrets.h"
#include "mot/text/platform.h"
#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

/// Drivers convert texts by the locale; whatever it is, ours are UTF-8.
class InUtf8 {
 public:
  InUtf8() : locale_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)), before_(locale_ ? uselocale(locale_) : nullptr) {}
  ~InUtf8() {
    if (!locale_) return;
    uselocale(before_);
    freelocale(locale_);
  }
  InUtf8(const InUtf8&) = delete;
  InUtf8& operator=(const InUtf8&) = delete;

 private:
  locale_t locale_;
  locale_t before_;
};

/// What ODBC's driver says of itself. The driver manager was loaded by SOCI's back end and is not linked.
std::string said_by_driver(soci::session& session, SQLUSMALLINT what) {
  void* const manager = dlopen(library_name("libodbc", "2").c_str(), RTLD_LAZY | RTLD_NOLOAD);
  if (!manager) return {};
  const auto get_info = reinterpret_cast<decltype(&SQLGetInfo)>(dlsym(manager, "SQLGetInfo"));
  char answer[256] = {};
  SQLSMALLINT size = 0;
  const auto* const back_end = static_cast<soci::odbc_session_backend*>(session.get_backend());
  const bool is_answered = get_info && SQL_SUCCEEDED(get_info(back_end->hdbc_, what, answer, sizeof answer, &size));
  dlclose(manager);
  return is_answered ? answer : "";
}

Dialect dialect_of(DatabaseKind engine, soci::session& session) {
  if (engine != DatabaseKind::odbc) return *dialect_named(back_end_of(engine).name);
  const std::string quote = said_by_driver(session, SQL_IDENTIFIER_QUOTE_CHAR);
  return dialect_of_product(said_by_driver(session, SQL_DBMS_NAME), quote.empty() || quote == " " ? '"' : quote[0]);
}

/// What a thread that was given up may still use: all of it is its own.
struct Opened {
  soci::session session;
  Dialect dialect{};
};

std::shared_ptr<Opened> open(const Connection& connection) {
  const InUtf8 utf8;
  auto opened = std::make_shared<Opened>();
  const BackEnd& back_end = back_end_of(connection.engine);
  opened->session.open(std::string(back_end.name), connection.how);
  opened->dialect = dialect_of(connection.engine, opened->session);
  const auto milliseconds = std::chrono::milliseconds(connection.timeout).count();
  for (const char* setting : back_end.settings) opened->session << filled(setting, std::to_string(milliseconds));
  return opened;
}

Holds holds_of(const Dialect& dialect, soci::data_type type) {
  if (dialect.name == "sqlite3") return Holds::anything;
  switch (type) {
    case soci::dt_double:
    case soci::dt_integer:
    case soci::dt_long_long:
    case soci::dt_unsigned_long_long:
      return Holds::numbers;
    case soci::dt_date:
      return Holds::days;
    case soci::dt_string:
    case soci::dt_blob:
    case soci::dt_xml:
      break;
  }
  return Holds::texts;
}

std::vector<TableColumn> described(Opened& opened, const std::string& table) {
  const InUtf8 utf8;
  soci::row row;
  soci::statement statement = (opened.session.prepare << "SELECT * FROM " + table + " WHERE 1 = 0", soci::into(row));
  statement.execute();
  std::vector<TableColumn> columns;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const soci::column_properties& properties = row.get_properties(i);
    columns.push_back({properties.get_name(), holds_of(opened.dialect, properties.get_data_type())});
  }
  return columns;
}

/// A cell of each kind, where SOCI puts it.
struct Target {
  std::vector<std::string> texts;
  std::vector<double> numbers;
  std::vector<soci::indicator> found;
};

ResultRow row_of(const Target& target) {
  ResultRow row;
  for (std::size_t i = 0; i < target.texts.size(); ++i) {
    row.texts.push_back(target.found[i] == soci::i_null ? std::nullopt : std::optional(target.texts[i]));
  }
  for (std::size_t i = 0; i < target.numbers.size(); ++i) {
    const bool is_null = target.found[target.texts.size() + i] == soci::i_null;
    if (!is_null && !std::isfinite(target.numbers[i])) throw TableFault("gives a sum that is not a finite number");
    row.numbers.push_back(is_null ? std::nullopt : std::optional(target.numbers[i]));
  }
  return row;
}

Result answered(Opened& opened, const Query& query, std::size_t most_rows) {
  const InUtf8 utf8;
  Target target{std::vector<std::string>(query.texts), std::vector<double>(query.numbers),
                std::vector<soci::indicator>(query.texts + query.numbers, soci::i_ok)};
  soci::statement statement(opened.session);
  for (std::size_t i = 0; i < query.texts; ++i) statement.exchange(soci::into(target.texts[i], target.found[i]));
  for (std::size_t i = 0; i < query.numbers; ++i) statement.exchange(soci::into(target.numbers[i], target.found[query.texts + i]));
  for (std::size_t i = 0; i < query.values.size(); ++i) statement.exchange(soci::use(query.values[i], fmt::format("p{}", i + 1)));
  statement.alloc();
  statement.prepare(query.text);
  statement.define_and_bind();
  statement.execute();
  Result result;
  while (statement.fetch()) {
    if (result.rows.size() == most_rows) {
      result.is_cut = true;
      break;
    }
    result.rows.push_back(row_of(target));
  }
  return result;
}

std::string why_not_open(const Connection& connection, const std::string& message) {
  if (connection.engine == DatabaseKind::postgresql && is_about_the_connection_string(message))
    return "how to connect is not understood, and is not shown because it may hold a password; write host=… dbname=… user=… with values "
           "that "
           "have blanks in single quotes, or postgresql://user@host/dbname with %20 for a blank";
  return said_on_opening(message, connection.how);
}

class Database : public Engine {
 public:
  Database(Connection connection, std::shared_ptr<Opened> opened) : connection_(std::move(connection)), opened_(std::move(opened)) {}

  const Dialect& dialect() const override { return opened_->dialect; }

  std::vector<TableColumn> columns(const std::string& table) override {
    return patiently([opened = opened_, table] { return described(*opened, table); });
  }
  Result query(const Query& query, std::size_t most_rows) override {
    return patiently([opened = opened_, query, most_rows] { return answered(*opened, query, most_rows); });
  }

 private:
  /// Where the database answers other queries, the fault is the table's.
  template <class Work>
  auto patiently(Work work) -> decltype(work()) {
    std::string fault;
    try {
      if (auto result = run_with_timeout(connection_.timeout, std::move(work))) return std::move(*result);
      throw std::runtime_error(
          fmt::format("the database did not answer within {} s; query less (where), wait longer (--timeout), or "
                      "freeze its sums while it has time (mot pull)",
                      connection_.timeout.count()));
    } catch (const soci::soci_error& error) {
      fault = without_secrets(error.get_error_message(), connection_.how);
    }
    const Query alive{std::string(back_end_of(connection_.engine).alive), {}, 0, 1};
    bool is_alive = false;
    try {
      is_alive = run_with_timeout(connection_.timeout, [opened = opened_, alive] { return answered(*opened, alive, 1); }).has_value();
    } catch (const soci::soci_error&) {
    }
    if (is_alive) throw TableFault("cannot be read: " + fault);
    throw std::runtime_error("the database failed: " + fault);
  }

  Connection connection_;
  std::shared_ptr<Opened> opened_;
};

}  // namespace

std::string sqlite_connection(const std::string& path) {
  return fmt::format("db=\"{}\" readonly=true timeout=5", path);
}

std::unique_ptr<Engine> open_database(const Connection& connection) {
  const BackEnd& back_end = back_end_of(connection.engine);
  try {
    if (auto opened = run_with_timeout(connection.timeout, [connection] { return open(connection); }))
      return std::make_unique<Database>(connection, std::move(*opened));
  } catch (const soci::soci_error& error) {
    const std::string message = error.get_error_message();
    if (message.find("shared library for backend") == std::string::npos)
      throw std::runtime_error("the database cannot be opened: " + why_not_open(connection, message));
    throw std::runtime_error(fmt::format("what reads {} is not installed: install Debian's {}", back_end.name, back_end.package));
  }
  throw std::runtime_error(
      fmt::format("the database did not let us in within {} s; is it up, or does it ask for something?", connection.timeout.count()));
}

}  // namespace mot::evidence
