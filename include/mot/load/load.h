// The path from files to a Workspace: discovery, reading in parallel, putting sections together, linking ids.
#pragma once

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "mot/findings/finding.h"
#include "mot/model/workspace.h"
#include "mot/text/source.h"

namespace mot {

/// Where files are: the disk, or the tree of a git revision.
class Files;

/// The files of the machine.
const Files& disk();

/// What to read.
struct Inputs {
  std::filesystem::path directory = ".";   ///< where discovery starts, and what relative paths are relative to
  std::vector<std::string> paths = {};     ///< files, folders, or `-`; none: the workspace found from `directory` upwards
  std::string stdin_filename = "<stdin>";  ///< what `-` is called, and the file of the workspace it stands for
  std::istream* in = nullptr;              ///< what `-` reads
  unsigned threads = 0;                    ///< 0: as many as the machine has
  const Files* files = &disk();            ///< where all but `-` is; outlives what is loaded
};

/// What was read. Findings are those of reading and linking, sorted.
struct Loaded {
  Sources sources;
  Workspace workspace;
  Findings findings;
  std::vector<Span> directives;      ///< comments that begin with `# mot:`, by file and place
  const Files* read_from = &disk();  ///< where its files are, those of evidence too
  std::filesystem::path root;        ///< the workspace's folder; evidence files lie below it
  std::vector<bool> is_shown;        ///< by file of `sources`: whether its findings were asked for
  std::size_t files = 0;             ///< workspace files read
};

/// Reads a workspace. A fault in a file is a finding and costs only that file; throws NotFound where a path that was
/// named is not there or a folder holds no YAML, NoWorkspace where none was named and none is found, Unreadable where a file cannot be
/// read, and std::runtime_error where the paths belong to several workspaces.
Loaded load(const Inputs& inputs);

}  // namespace mot
