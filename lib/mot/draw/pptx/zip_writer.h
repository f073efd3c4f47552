// Named parts -> a ZIP file in memory, the same bytes every time.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace mot::pptx {

/// A part of a package: its name from the root on, and its bytes.
struct Part {
  std::string name;
  std::string bytes;
};

/// In their order. Every part has the earliest date a ZIP file knows. Throws DrawingFailed.
std::string zipped(const std::vector<Part>& parts);

}  // namespace mot::pptx
