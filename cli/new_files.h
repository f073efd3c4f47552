// Files that a command makes where none stands: all of them or none.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "session.h"

namespace mot {

struct NewFile {
  std::filesystem::path path;
  std::string text;
};

/// Makes the files and the folders they lie in, then prints `before` and a line for each. Throws std::runtime_error where one of them is
/// there already, or can't be made: nothing is left behind then.
void make_files(const Session& session, std::span<const NewFile> files, std::string_view before = {});

}  // namespace mot
