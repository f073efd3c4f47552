// The fixes of findings as edits of the texts they were found in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mot/findings/finding.h"
#include "mot/text/edit.h"

namespace mot {

/// The text with the edits made; every other byte stays. Of edits that overlap the first holds; the same edit twice is one. Takes spans
/// within the text.
std::string edited(std::string_view text, std::vector<Edit> edits);

/// A file as its fixes leave it.
struct FixedFile {
  std::uint32_t file;     ///< in the sources
  std::size_t fixes = 0;  ///< how many edits were made
  std::string text;
};

struct Fixes {
  std::vector<FixedFile> files;  ///< that change, in order
  std::size_t refused = 0;       ///< findings whose fix would have left a file worse than it was
};

/// What the fixes of `findings` make of the files. A fix is made with all its edits or not at all; of fixes that overlap the first holds. A
/// file is never left with more faults of YAML than it had, nor with less of it understood, nor with more findings where as much of it is:
/// a fix that would do that is left out.
Fixes fixed_files(const Findings& findings, const Sources& sources);

}  // namespace mot
