// What a database has answered, kept in a file that stands in for it: the queries, word for word, and the sums.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mot/evidence/sql/engine.h"

namespace mot::evidence {

/// Hands every query on to a database, and notes it with the answer.
class RecordingEngine : public Engine {
 public:
  explicit RecordingEngine(Engine& engine) : engine_(engine) {}
  const Dialect& dialect() const override { return engine_.dialect(); }
  std::vector<TableColumn> columns(const std::string& table) override;
  Result query(const Query& query, std::size_t most_rows) override;
  bool answers(const Query& query) const override { return engine_.answers(query); }
  /// The file: JSON, a row a line. `pulled` is the day.
  std::string text(std::string_view source, Date pulled) const;

 private:
  struct Table {
    std::string name;
    std::vector<TableColumn> columns;
  };
  struct Answer {
    Query query;
    Result result;
  };
  Engine& engine_;
  std::vector<Table> tables_;
  std::vector<Answer> answers_;
};

/// Whether a text that begins so was written by `RecordingEngine`, in whatever version of the file.
bool is_frozen_sums(std::string_view text);

/// Answers the queries of the day on which the file was written, word for word, and nothing else.
class FrozenEngine : public Engine {
 public:
  /// Throws TableFault where the text is no such file.
  explicit FrozenEngine(std::string_view text);
  const Dialect& dialect() const override { return dialect_; }
  std::vector<TableColumn> columns(const std::string& table) override;
  Result query(const Query& query, std::size_t most_rows) override;
  bool answers(const Query& query) const override;
  Date pulled() const { return pulled_; }
  /// The source whose sums they are.
  const std::string& source() const { return source_; }

 private:
  struct Answer {
    Query query;
    Result result;
  };
  Dialect dialect_{};
  Date pulled_{};
  std::string source_;
  std::string table_;
  std::vector<TableColumn> columns_;
  std::vector<Answer> answers_;
};

}  // namespace mot::evidence
