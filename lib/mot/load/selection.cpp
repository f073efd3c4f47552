#include "mot/load/selection.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <istream>
#include <iterator>
#include <optional>
#include <set>
#include <stdexcept>
#include <system_error>

#include "mot/load/document.h"
#include "mot/load/files/files.h"
#include "mot/load/files/globs.h"
#include "mot/load/files/path_set.h"
#include "mot/text/errors.h"
#include "mot/text/utf8.h"
#include "mot/yaml/node.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

fs::path normal(const fs::path& path) {
  return fs::absolute(path).lexically_normal();
}

std::string in_quotes(const fs::path& path) {
  return "'" + printable(path.string()) + "'";
}

NamedFile file_at(const fs::path& path) {
  return {normal(path), {}, {}, {}};
}

std::string cause_of(int error) {
  return error == 0 ? "no reason given" : std::generic_category().message(error);
}

NamedFile standard_input(const Inputs& inputs) {
  const std::size_t most = yaml::Limits{}.bytes + 1;
  std::string text;
  if (inputs.in != nullptr) {
    errno = 0;
    char block[1 << 16];
    while (text.size() < most && inputs.in->read(block, sizeof block).gcount() > 0) {
      text.append(block, static_cast<std::size_t>(inputs.in->gcount()));
    }
    if (inputs.in->bad()) throw Unreadable(fmt::format("cannot read standard input: {}", cause_of(errno)));
  }
  return {normal(inputs.directory / inputs.stdin_filename), std::move(text), inputs.stdin_filename, {}};
}

/// The YAML files in a folder that was named; all of them, or none is read.
std::vector<fs::path> files_in(const Inputs& inputs, const std::string& path) {
  Listed listed = list_yaml_files(*inputs.files, inputs.directory / path);
  if (!listed.faults.empty()) throw Unreadable(said_of(listed.faults.front(), *inputs.files));
  if (listed.files.empty()) throw NotFound(fmt::format("no *.yaml or *.yml file in the folder {}", in_quotes(path)));
  return std::move(listed.files);
}

std::vector<NamedFile> expand(const Inputs& inputs) {
  std::vector<NamedFile> named;
  for (const std::string& path : inputs.paths) {
    if (path == "-") {
      named.push_back(standard_input(inputs));
      continue;
    }
    const fs::path whole = inputs.directory / path;
    const FileKind kind = inputs.files->kind_of(whole);
    if (kind == FileKind::nothing) throw NotFound(fmt::format("there is no file or folder {}", in_quotes(path)));
    if (kind != FileKind::folder) {
      named.push_back(file_at(whole));
      continue;
    }
    const auto files = files_in(inputs, path);
    std::transform(files.begin(), files.end(), std::back_inserter(named), file_at);
  }
  return named;
}

/// What a workspace file includes, read for this alone: its faults are reported when it is read in earnest.
PathSet members_of(const Files& files, const fs::path& workspace_file) {
  Sources sources;
  Findings unheard;
  const auto file = sources.add({"", files.read(workspace_file, yaml::Limits{}.bytes)});
  const Document document = read_document(sources, file, unheard);
  const fs::path root = workspace_file.parent_path();
  const auto included = included_files({files, root}, document.include, unheard);
  PathSet members = {workspace_file};
  for (const IncludedFile& member : included) members.insert(member.path);
  return members;
}

/// The workspaces that the named files are part of; a file that is part of none, though one stands above it, is marked.
std::set<fs::path> workspaces_of(const Files& files, std::vector<NamedFile>& named) {
  PathMap<std::optional<fs::path>> workspace_files;  // by folder
  PathMap<PathSet> members;
  std::set<fs::path> workspaces;
  for (NamedFile& file : named) {
    const auto [of_folder, is_other] = workspace_files.try_emplace(file.path.parent_path());
    if (is_other) of_folder->second = find_workspace_file(files, of_folder->first);
    const std::optional<fs::path>& workspace_file = of_folder->second;
    if (!workspace_file) continue;
    const auto [known, is_new] = members.try_emplace(*workspace_file);
    if (is_new) known->second = members_of(files, *workspace_file);
    if (known->second.contains(file.path))
      workspaces.insert(*workspace_file);
    else if (!file.text)
      file.left_out_by = *workspace_file;
  }
  return workspaces;
}

}  // namespace

std::vector<IncludedFile> included_files(const FolderIn& root, const std::vector<Text>& globs, Findings& findings) {
  std::vector<IncludedFile> files;
  PathSet known;
  for (const Text& glob : globs) {
    if (!stays_inside(glob.value)) {
      findings.report("bad-value", glob.span,
                      fmt::format("'{}' leads out of the workspace; includes stay inside it", printable(glob.value)));
      continue;
    }
    const Listed matching = list_matching(root.files, root.path, glob.value);
    if (matching.files.empty() && matching.faults.empty()) {
      findings.report("include-matches-nothing", glob.span, fmt::format("no file matches '{}'", printable(glob.value)));
    }
    for (const FileFault& fault : matching.faults) {
      if (known.insert(normal(fault.path)).second) findings.report("unreadable-include", glob.span, said_of(fault, root.files));
    }
    for (const fs::path& path : matching.files) {
      const fs::path file = normal(path);
      if (known.insert(file).second && file != normal(root.path / workspace_file_name)) files.push_back({file, glob.span});
    }
  }
  return files;
}

Selection select(const Inputs& inputs) {
  const Files& files = *inputs.files;
  if (files.kind_of(normal(inputs.directory)) != FileKind::folder) {
    throw NotFound(fmt::format("there is no folder {}", in_quotes(inputs.directory)));
  }
  if (inputs.paths.empty()) {
    const auto workspace_file = find_workspace_file(files, inputs.directory);
    if (!workspace_file) {
      throw NoWorkspace("no mot.yaml in this folder or above it; name a file, or make a workspace with 'mot init'");
    }
    return {workspace_file->parent_path(), workspace_file, {}};
  }
  std::vector<NamedFile> named = expand(inputs);
  const auto workspaces = workspaces_of(files, named);
  if (workspaces.size() > 1) {
    throw std::runtime_error(fmt::format("the paths belong to several workspaces, {} and {}; name the paths of one at a time",
                                         in_quotes(files.shown(*workspaces.begin())),
                                         in_quotes(files.shown(*std::next(workspaces.begin())))));
  }
  if (workspaces.empty()) return {named.front().path.parent_path(), std::nullopt, std::move(named)};
  return {workspaces.begin()->parent_path(), *workspaces.begin(), std::move(named)};
}

}  // namespace mot
