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
  std::size_t fixes = 0;  ///< how many were made
  std::string text;
};

/// The files that fixes of `findings` change, in order, each with all of its fixes or left out: one that YAML would read worse than before
/// stays as it is.
std::vector<FixedFile> fixed_files(const Findings& findings, const Sources& sources);

}  // namespace mot
