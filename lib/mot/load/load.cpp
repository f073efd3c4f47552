#include "mot/load/load.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <map>
#include <set>
#include <thread>

#include "mot/load/document.h"
#include "mot/load/files/files.h"
#include "mot/load/link.h"
#include "mot/load/selection.h"
#include "mot/yaml/node.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

/// One file on its way: its source, and what was made of it.
struct Part {
  std::uint32_t file = 0;
  Document document;
  Findings findings;
};

Part add_file(const NamedFile& file, Loaded& loaded) {
  const Files& files = *loaded.read_from;
  std::string name = file.shown_name ? *file.shown_name : files.shown(file.path);
  std::string text = file.text ? *file.text : files.read(file.path, yaml::Limits{}.bytes);
  return {loaded.sources.add({std::move(name), std::move(text)}), {}, {}};
}

/// Each part is read by one thread, in any order; what comes of it stands in its own place.
void read_parts(const Sources& sources, std::span<Part> parts, unsigned threads) {
  if (threads == 0) threads = std::max(1u, std::thread::hardware_concurrency());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < parts.size(); i = next++) {
      parts[i].document = read_document(sources, parts[i].file, parts[i].findings);
    }
  };
  std::vector<std::jthread> others;
  for (unsigned i = 1; i < std::min<std::size_t>(threads, parts.size()); ++i) others.emplace_back(work);
  work();
}

/// The files to read, the workspace file first; a named file that the workspace includes takes its place there.
std::vector<NamedFile> files_of(const Selection& selection, const std::vector<fs::path>& included) {
  std::map<fs::path, const NamedFile*> named;
  for (const NamedFile& file : selection.named) named.emplace(file.path, &file);
  std::vector<NamedFile> files;
  std::set<fs::path> known;
  const auto add = [&](const fs::path& path) {
    if (!known.insert(path).second) return;
    const auto found = named.find(path);
    files.push_back(found != named.end() ? *found->second : NamedFile{path, {}, {}});
  };
  if (selection.workspace_file) add(*selection.workspace_file);
  for (const fs::path& path : included) add(path);
  for (const NamedFile& file : selection.named) add(file.path);
  return files;
}

template <class Record>
void move_into(std::vector<Record>& all, std::vector<Record>& some) {
  if (all.empty()) all.swap(some);
  std::move(some.begin(), some.end(), std::back_inserter(all));
}

/// Sections of all files add up; only the project stands once.
class Assembly {
 public:
  explicit Assembly(Loaded& loaded) : loaded_(loaded) {}

  void add(Part& part) {
    Document& document = part.document;
    Workspace& workspace = loaded_.workspace;
    loaded_.findings.append(std::move(part.findings));
    if (document.project) add_project(std::move(*document.project));
    move_into(workspace.rules, document.rules);
    move_into(workspace.channels, document.channels);
    move_into(workspace.personas, document.personas);
    move_into(workspace.touchpoints, document.touchpoints);
    move_into(workspace.journeys, document.journeys);
    move_into(workspace.actions, document.actions);
    move_into(workspace.sources, document.sources);
    move_into(loaded_.directives, document.directives);
    for (DepartmentSection& section : document.departments) workspace.departments.push_back(std::move(section));
    if (!document.is_complete) workspace.is_whole = false;
  }

 private:
  void add_project(Project project) {
    if (!has_project_) {
      loaded_.workspace.project = std::move(project);
      has_project_ = true;
      return;
    }
    auto& finding = loaded_.findings.report("two-projects", project.span, "a workspace has one project; another one stands here");
    finding.notes.push_back({loaded_.workspace.project.span, "the first one"});
  }

  Loaded& loaded_;
  bool has_project_ = false;
};

/// Evidence files are named relative to the workspace and stay inside it.
void place_sources(Loaded& loaded) {
  for (SurveySource& source : loaded.workspace.sources) {
    for (const auto* path : {&source.file, &source.frozen}) {
      if (!*path || stays_inside((*path)->value)) continue;
      loaded.findings.report("bad-value", (*path)->span, "the path leads out of the workspace; evidence lies inside it");
      source.is_whole = false;
    }
    if (source.file && stays_inside(source.file->value)) source.path = (loaded.root / source.file->value).string();
  }
}

void fill_defaults(Project& project) {
  if (!project.dimensions.empty()) return;
  for (const std::string_view dimension : servqual_dimensions) project.dimensions.push_back({std::string(dimension), {}});
}

void note_what_is_shown(const std::vector<NamedFile>& files, const Selection& selection, Loaded& loaded) {
  std::set<fs::path> named;
  for (const NamedFile& file : selection.named) named.insert(file.path);
  for (const NamedFile& file : files) loaded.is_shown.push_back(named.empty() || named.contains(file.path));
}

void refuse_include_elsewhere(const Part& part, Findings& findings) {
  for (const Text& glob : part.document.include) {
    findings.report("bad-value", glob.span, "'include' stands only in mot.yaml, which says what belongs to the workspace");
  }
}

/// The workspace file, read before the others because it says which they are.
std::vector<fs::path> read_workspace_file(const Selection& selection, Loaded& loaded, std::vector<Part>& parts) {
  if (!selection.workspace_file) return {};
  parts.push_back(add_file(files_of(selection, {}).front(), loaded));
  Part& part = parts.front();
  part.document = read_document(loaded.sources, part.file, part.findings);
  return included_files({*loaded.read_from, selection.root}, part.document.include, part.findings);
}

}  // namespace

Loaded load(const Inputs& inputs) {
  Loaded loaded;
  loaded.read_from = inputs.files;
  const Selection selection = select(inputs);
  loaded.root = selection.root;
  std::vector<Part> parts;
  const auto included = read_workspace_file(selection, loaded, parts);
  const auto files = files_of(selection, included);
  const std::size_t done = parts.size();
  for (std::size_t i = done; i < files.size(); ++i) parts.push_back(add_file(files[i], loaded));
  read_parts(loaded.sources, std::span(parts).subspan(done), inputs.threads);
  for (std::size_t i = done; i < parts.size(); ++i) refuse_include_elsewhere(parts[i], parts[i].findings);

  Assembly assembly(loaded);
  for (Part& part : parts) assembly.add(part);
  fill_defaults(loaded.workspace.project);
  place_sources(loaded);
  link(loaded.workspace, loaded.workspace.is_whole ? LinkBasis::complete : LinkBasis::incomplete, loaded.findings);
  note_what_is_shown(files, selection, loaded);
  loaded.files = files.size();
  loaded.findings.sort();
  return loaded;
}

}  // namespace mot
