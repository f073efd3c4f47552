// Survey rows -> sums per touchpoint.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "mot/evidence/answers.h"
#include "mot/findings/finding.h"
#include "mot/model/workspace.h"
#include "mot/text/bytes.h"

namespace mot {

struct ReadOptions {
  OpenFile open;         ///< opens what sources name
  bool has_disk = true;  ///< whether what it opens lies on the disk, where others can open it by SurveySource::path
  Databases databases = Databases::left_out;
  std::chrono::seconds timeout{300};                                                    ///< with each answer of a database
  std::function<std::optional<std::string>(const std::string& name)> environment = {};  ///< variables that say how to connect
  unsigned threads = 0;                                                                 ///< 0: as many as the machine has
  bool keeps_names = false;                                                             ///< of respondents, to find them in another wave
};

/// Reads every source, several at a time, in memory that does not grow with their rows. Results stand in the order of the sources and
/// do not depend on the number of threads. What a file says wrong is a finding at the place that names the file or column; a source
/// with an unknown column, or one that can't be read to its end, gives no figures at all. Throws DatabaseFailure.
Answers read_answers(const Workspace& workspace, const ReadOptions& options, Findings& findings);

/// A database's sums as a file.
struct FrozenSums {
  std::size_t source = 0;  ///< index of Workspace::sources
  std::string file;        ///< below the workspace
  std::string text;
};

/// What every database that has a file to be frozen in gives today, queried afresh. Sources at fault are left out, with a finding.
std::vector<FrozenSums> pull_sums(const Workspace& workspace, ReadOptions options, Date today, Findings& findings);

}  // namespace mot
