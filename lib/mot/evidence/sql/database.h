// Databases, through SOCI; its back ends are loaded by name when they are needed.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "mot/evidence/sql/engine.h"
#include "mot/model/vocabulary.h"

namespace mot::evidence {

/// Where a database is, and how long it may take over each answer.
struct Connection {
  DatabaseKind engine;
  std::string how;  ///< as SOCI takes it; a secret
  std::chrono::seconds timeout;
};

/// How SOCI opens a SQLite file that is there: to read only, so that none is ever made.
std::string sqlite_connection(const std::string& path);

/// An open database. Throws std::runtime_error with why it can't be opened: completes "source 'x': …"; nothing of `how` is in it.
std::unique_ptr<Engine> open_database(const Connection& connection);

}  // namespace mot::evidence
