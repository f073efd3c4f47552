// The path from files to a Workspace: discovery, reading in parallel, putting sections together, linking ids.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "mot/findings/finding.h"
#include "mot/load/files/files.h"
#include "mot/model/workspace.h"
#include "mot/text/source.h"

namespace mot {

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

/// Reads a workspace. A fault in a file is a finding and costs only that file; throws std::runtime_error where a path that was named,
/// or a workspace where none was named, cannot be found or read.
Loaded load(const Inputs& inputs);

}  // namespace mot
