// The files of a folder that are meant by their names: by a glob, or because they are YAML. What is meant and can't be had is told, for
// a file that is left out in silence makes every figure a wrong one.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "mot/load/files/files.h"

namespace mot {

/// What is meant and is not to be read; `cause` completes "cannot read 'PATH': it …".
struct FileFault {
  std::filesystem::path path;
  std::string cause;
};

/// Both in the order of their paths.
struct Listed {
  std::vector<std::filesystem::path> files;
  std::vector<FileFault> faults;
};

/// Why what is no file can't be read as one; completes "it …".
std::string unreadable_because(FileKind kind);

/// "cannot read 'PATH': it is a folder".
std::string said_of(const FileFault& fault, const Files& files);

/// `*.yaml` or `*.yml`.
bool is_yaml_name(const std::filesystem::path& path);

/// Every `*.yaml` and `*.yml` below the folder, dot folders and dot files left out. Folders behind links are not entered; what leads out
/// of the folder is a fault, if it is such a file or holds one.
Listed list_yaml_files(const Files& files, const std::filesystem::path& folder);

/// The files below `folder` that a glob names: `*` and `?` within a name, `**` for any folders, but for none behind a link. What leads
/// out of the folder, leads nowhere or is no regular file is a fault.
Listed list_matching(const Files& files, const std::filesystem::path& folder, std::string_view glob);

}  // namespace mot
