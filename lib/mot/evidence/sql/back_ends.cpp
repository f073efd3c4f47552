#include "mot/evidence/sql/back_ends.h"

#include <cstddef>

namespace mot::evidence {

std::span<const BackEnd> back_ends() {
  static const BackEnd table[] = {
      {DatabaseKind::sqlite3, "sqlite3", "libsoci-sqlite3-4.0", "SELECT COUNT(*) FROM sqlite_master", {}},
      {DatabaseKind::postgresql,
       "postgresql",
       "libsoci-postgresql4.0",
       "SELECT 1",
       {"SET default_transaction_read_only = on", "SET statement_timeout = {}", "SET TIME ZONE 'UTC'", "SET extra_float_digits = 3"}},
      {DatabaseKind::odbc, "odbc", "libsoci-odbc4.0", "SELECT 1", {}},
  };
  return table;
}

const BackEnd& back_end_of(DatabaseKind engine) {
  return back_ends()[static_cast<std::size_t>(engine)];
}

}  // namespace mot::evidence
