// The selection of files that make up a workspace, and of those whose findings are shown.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "mot/load/load.h"

namespace mot {

/// A file that was named; of standard input its text, and what it is called in messages.
struct NamedFile {
  std::filesystem::path path;
  std::optional<std::string> text;
  std::optional<std::string> shown_name;
  std::optional<std::filesystem::path> left_out_by = {};  ///< the mot.yaml above it that does not include it
};

/// A file that a workspace file includes, and the glob that found it.
struct IncludedFile {
  std::filesystem::path path;
  Span glob;
};

/// A folder, and where it is.
struct FolderIn {
  const Files& files;
  const std::filesystem::path& path;
};

struct Selection {
  std::filesystem::path root;                           ///< the workspace's folder
  std::optional<std::filesystem::path> workspace_file;  ///< its mot.yaml, where it has one
  std::vector<NamedFile> named;                         ///< none: the whole workspace was asked for
};

/// Throws NotFound where a path is not there or a folder holds no YAML, NoWorkspace, or std::runtime_error where the paths belong to
/// several.
Selection select(const Inputs& inputs);

/// The files a workspace file includes, in the order of its globs. Globs that match nothing, lead out of the folder or find what can't be
/// read are findings.
std::vector<IncludedFile> included_files(const FolderIn& root, const std::vector<Text>& globs, Findings& findings);

}  // namespace mot
