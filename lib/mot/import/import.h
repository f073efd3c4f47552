// Other tools' files -> what a workspace can hold of them.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "mot/import/imported.h"

namespace mot::importing {

/// The file is none that can be imported, or holds nothing that can be: `what()` has its name, the cause and the way out.
class CannotImport : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Throws CannotImport: the file's name, and what stands against it.
[[noreturn]] void refuse(const std::string& name, std::string_view why);

/// A file in memory.
struct GivenFile {
  std::string name;  ///< as it is shown, its extension tells what it is
  std::string bytes;
};

/// Adds what a file holds to what is imported: a Mermaid journey, or a table of touchpoints as CSV or in Markdown. Throws CannotImport.
void add_file(const GivenFile& file, Imported& imported);

}  // namespace mot::importing
