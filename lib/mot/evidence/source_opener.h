// A source made ready to be read: a file, a database, or a file of what one has answered.
#pragma once

#include <memory>
#include <optional>

#include "mot/evidence/read.h"
#include "mot/evidence/sql/frozen.h"
#include "mot/evidence/sql/sql_source.h"

namespace mot::evidence {

/// Neither is set where the source is not to be read, or is at fault.
struct OpenSource {
  bool is_csv = false;
  std::unique_ptr<Engine> engine = nullptr;
  std::optional<Date> frozen = std::nullopt;  ///< the day on which the engine's sums were frozen
  Text name = {};                             ///< of what is to blame for bad answers
};

/// Faults are findings. Throws DatabaseFailure.
OpenSource open_source(const SurveySource& source, const ReadOptions& options, Findings& findings);

}  // namespace mot::evidence
