// A source made ready to be read: a file that gives rows, or an engine that takes queries.
#pragma once

#include <memory>
#include <optional>
#include <variant>

#include "mot/evidence/read.h"
#include "mot/evidence/rows.h"
#include "mot/evidence/sql/engine.h"

namespace mot::evidence {

/// A database, or a file of what one has answered.
struct OpenEngine {
  std::unique_ptr<Engine> engine;
  std::optional<Date> frozen = std::nullopt;  ///< the day on which its sums were frozen
  Text name = {};                             ///< of what is to blame for bad answers
};

/// The first alternative where the source is not to be read, or is at fault.
using OpenSource = std::variant<std::monostate, std::unique_ptr<RowSource>, OpenEngine>;

/// Faults are findings. Throws DatabaseFailure.
OpenSource open_source(const SurveySource& source, const ReadOptions& options, Findings& findings);

}  // namespace mot::evidence
