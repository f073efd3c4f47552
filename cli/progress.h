// A bar for work that takes long, on a terminal alone.
#pragma once

#include <string_view>
#include <thread>

#include "session.h"

namespace mot {

/// While it lives, a line on standard error says what is being done and for how long, once it has taken half a second; then the line
/// goes. Nothing where standard error is not a terminal, and with --quiet. Nobody else may write to standard error meanwhile.
class Progress {
 public:
  Progress(const Session& session, std::string_view what);

 private:
  std::jthread thread_;
};

}  // namespace mot
