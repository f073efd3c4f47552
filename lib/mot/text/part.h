// A part of the program or of the machine that it works with, as it is found when it runs.
#pragma once

#include <string>

namespace mot {

struct Part {
  std::string name;
  std::string found;  ///< its version, or what stands in for it; empty: it is missing
  std::string costs;  ///< what does not work, or works otherwise, without it
};

}  // namespace mot
