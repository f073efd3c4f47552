#include "mot/load/load.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "mot/load/attachments.h"
#include "mot/load/document.h"
#include "mot/load/fields/written_numbers.h"
#include "mot/load/files/files.h"
#include "mot/load/files/path_set.h"
#include "mot/load/known_files.h"
#include "mot/load/link.h"
#include "mot/load/not_included.h"
#include "mot/load/selection.h"
#include "mot/text/errors.h"
#include "mot/text/for_each_at_once.h"
#include "mot/text/platform.h"
#include "mot/text/utf8.h"
#include "mot/yaml/node.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

/// One file on its way: its source, and what was made of it.
struct LoadedFile {
  std::uint32_t file = 0;
  Document document;
  Findings findings;
};

/// What another state of the workspace has to do with this one.
struct OtherState {
  KnownFiles* known = nullptr;
  KnownFiles* learning = nullptr;
};

/// A file to read, and the glob of the workspace file that found it, if one did.
struct FileToRead {
  NamedFile file;
  std::optional<Span> glob;
};

constexpr std::string_view pointer_start = "version https://git-lfs.github.com/spec/";

/// The bytes of a file; those that another state has too are read once.
std::string text_of(const fs::path& path, const Files& files, const std::string& content_id, const OtherState& other) {
  if (other.known) {
    if (const auto text = other.known->text_of(content_id)) return std::string(*text);
  }
  return files.read(path, yaml::Limits{}.bytes);
}

LoadedFile add_file(const NamedFile& file, const OtherState& other, Loaded& loaded) {
  const Files& files = *loaded.read_from;
  std::string name = file.shown_name ? *file.shown_name : files.shown(file.path);
  std::string content_id = !file.text && (other.known || other.learning) ? files.content_id(file.path) : std::string();
  std::string text = file.text ? *file.text : text_of(file.path, files, content_id, other);
  if (text.starts_with(pointer_start)) {
    throw Unreadable(fmt::format("cannot read '{}': it is a Git LFS pointer, not the data itself; run 'git lfs pull'", printable(name)));
  }
  const std::uint32_t number = loaded.sources.add({std::move(name), std::move(text)});
  if (other.learning) other.learning->add_text(std::move(content_id), loaded.sources[number].text);
  return {number, {}, {}};
}

void read_part(const Sources& sources, const OtherState& other, LoadedFile& part) {
  std::optional<Document> known = other.known ? other.known->take(part.file, sources[part.file].text) : std::nullopt;
  part.document = known ? std::move(*known) : read_document(sources, part.file, part.findings);
}

/// Each part is read by one thread, in any order; what comes of it stands in its own place.
void read_parts(const Sources& sources, const OtherState& other, std::span<LoadedFile> parts, unsigned threads) {
  for_each_at_once(parts.size(), threads, [&](std::size_t i) { read_part(sources, other, parts[i]); });
  for (const LoadedFile& part : parts) {
    if (other.learning && part.findings.empty()) other.learning->add(part.file, sources[part.file].text, part.document);
  }
}

/// The files to read, the workspace file first; a named file that the workspace includes takes its place there.
std::vector<FileToRead> files_of(const Selection& selection, const std::vector<IncludedFile>& included) {
  PathMap<const NamedFile*> named;
  for (const NamedFile& file : selection.named) named.emplace(file.path, &file);
  std::vector<FileToRead> files;
  PathSet known;
  const auto add = [&](const fs::path& path, std::optional<Span> glob) {
    if (!known.insert(path).second) return;
    const auto found = named.find(path);
    if (found != named.end())
      files.push_back({*found->second, std::nullopt});
    else
      files.push_back({NamedFile{path, {}, {}, {}}, glob});
  };
  if (selection.workspace_file) add(*selection.workspace_file, std::nullopt);
  for (const IncludedFile& file : included) add(file.path, file.glob);
  for (const NamedFile& file : selection.named) add(file.path, std::nullopt);
  return files;
}

/// Adds a file; one that only a glob asks for and that can't be read is a finding there, and takes nothing but itself away. A repository
/// that fails is not the fault of a glob.
bool add_to(std::vector<LoadedFile>& parts, const FileToRead& file, const OtherState& other, Loaded& loaded) {
  try {
    parts.push_back(add_file(file.file, other, loaded));
    return true;
  } catch (const Unreadable& error) {
    if (!file.glob || loaded.read_from != &disk()) throw;
    loaded.findings.report("unreadable-include", *file.glob, error.what());
    return false;
  }
}

void say_what_is_left_out(const NamedFile& file, LoadedFile& part, const Files& files) {
  if (!file.left_out_by) return;
  part.findings.report("file-not-included", {part.file, 0, 0},
                       fmt::format("no pattern under 'include' in {} reaches this file; it is read only because it was named",
                                   printable(files.shown(*file.left_out_by))));
}

/// A file that was cut to nothing takes a department away as one that is not there does, and a program that failed writes nothing. One with
/// a comment is so on purpose.
void say_what_is_empty(const NamedFile& file, LoadedFile& part, const Sources& sources) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  std::string_view text = sources[part.file].text;
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  if (text.find_first_not_of(" \t\r\n") != std::string_view::npos) return;
  part.findings.report("include-matches-nothing", {part.file, 0, 0},
                       file.text ? "nothing came in: what was to write it may have failed; where nothing is meant, write a comment"
                                 : "this file is empty; write what it is to hold, if only as a comment, or take it away");
}

template <class Record>
void move_into(std::vector<Record>& all, std::vector<Record>& some) {
  if (all.capacity() == 0) all.swap(some);
  std::move(some.begin(), some.end(), std::back_inserter(all));
  some = std::vector<Record>();  // `{}` alone would keep the room
}

/// Sections of all files add up; only the project stands once.
class Assembly {
 public:
  /// With room for all touchpoints from the start: they are by far the largest of what is read.
  Assembly(Loaded& loaded, std::span<const LoadedFile> parts) : loaded_(loaded) {
    std::size_t touchpoints = 0;
    for (const LoadedFile& part : parts) touchpoints += part.document.touchpoints.size();
    loaded_.workspace.touchpoints.reserve(touchpoints);
  }

  void add(LoadedFile& part) {
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
    move_into(mistyped_scores_, document.mistyped_scores);
    for (DepartmentSection& section : document.departments) workspace.departments.push_back(std::move(section));
    if (!document.is_complete) workspace.is_whole = false;
  }

  /// The scale is known where the project was read, or where no file can hold one.
  void report_mistyped_scores() {
    const Workspace& workspace = loaded_.workspace;
    const bool is_known = has_project_ ? workspace.project.is_whole : workspace.is_whole;
    const auto scale = is_known ? std::optional(workspace.project.scale) : std::nullopt;
    for (const yaml::MistypedScore& score : mistyped_scores_) report_mistyped_score(score, scale, loaded_.findings);
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
  std::vector<yaml::MistypedScore> mistyped_scores_;
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

void note_what_is_shown(const std::vector<fs::path>& files, const Selection& selection, Loaded& loaded) {
  PathSet named;
  for (const NamedFile& file : selection.named) named.insert(file.path);
  for (const fs::path& file : files) loaded.is_shown.push_back(named.empty() || named.contains(file));
}

void refuse_include_elsewhere(const LoadedFile& part, Findings& findings) {
  for (const Text& glob : part.document.include) {
    findings.report("bad-value", glob.span, "'include' stands only in mot.yaml, which says what belongs to the workspace");
  }
}

/// Whether nothing that the globs mean is lost.
bool is_everything_readable(const Findings& findings) {
  return std::none_of(findings.begin(), findings.end(), [](const Finding& finding) { return finding.rule.id() == "unreadable-include"; });
}

/// The workspace file, read before the others because it says which they are.
std::vector<IncludedFile> read_workspace_file(const Selection& selection, const OtherState& other, Loaded& loaded,
                                              std::vector<LoadedFile>& parts) {
  if (!selection.workspace_file) return {};
  parts.push_back(add_file(files_of(selection, {}).front().file, other, loaded));
  LoadedFile& part = parts.front();
  part.document = read_document(loaded.sources, part.file, part.findings);
  const std::size_t faults = part.findings.size();
  auto included = included_files({*loaded.read_from, selection.root}, part.document.include, part.findings);
  // Where a glob is at fault, what it should have found is not left out by choice.
  const bool are_globs_sound = part.findings.size() == faults && part.document.is_complete;
  if (are_globs_sound && loaded.read_from == &disk() && selection.named.empty())
    report_files_not_included(selection, included, part.document, part.findings);
  return included;
}

/// Reads every file but the workspace's own, which was read before; gives the paths of all.
std::vector<fs::path> read_files(const Selection& selection, const std::vector<IncludedFile>& included, unsigned threads,
                                 const OtherState& other, Loaded& loaded, std::vector<LoadedFile>& parts) {
  std::vector<fs::path> read;
  const std::size_t done = parts.size();
  for (const FileToRead& file : files_of(selection, included)) {
    const bool is_done = read.size() < done;
    if (!is_done && !add_to(parts, file, other, loaded)) continue;
    read.push_back(file.file.path);
    say_what_is_left_out(file.file, parts[read.size() - 1], *loaded.read_from);
    say_what_is_empty(file.file, parts[read.size() - 1], loaded.sources);
  }
  read_parts(loaded.sources, other, std::span(parts).subspan(done), threads);
  for (std::size_t i = done; i < parts.size(); ++i) refuse_include_elsewhere(parts[i], parts[i].findings);
  return read;
}

Loaded load_beside(const Inputs& inputs, const OtherState& other) {
  Loaded loaded;
  loaded.read_from = inputs.files;
  const Selection selection = select(inputs);
  loaded.root = selection.root;
  std::vector<LoadedFile> parts;
  const auto included = read_workspace_file(selection, other, loaded, parts);
  const auto files = read_files(selection, included, inputs.threads, other, loaded, parts);

  Assembly assembly(loaded, parts);
  for (LoadedFile& part : parts) assembly.add(part);
  parts = std::vector<LoadedFile>();
  give_memory_back();  // what touchpoints left behind on their way, on the threads' own heaps
  if (!is_everything_readable(loaded.findings)) loaded.workspace.is_whole = false;
  assembly.report_mistyped_scores();
  fill_defaults(loaded.workspace.project);
  place_sources(loaded);
  read_attachments(*loaded.read_from, loaded.root, loaded.workspace, loaded.findings);
  link(loaded.workspace, loaded.workspace.is_whole ? LinkBasis::complete : LinkBasis::incomplete, loaded.findings);
  note_what_is_shown(files, selection, loaded);
  loaded.files = files.size();
  loaded.findings.sort();
  return loaded;
}

}  // namespace

Loaded load(const Inputs& inputs) {
  return load_beside(inputs, {});
}

Loaded load_learning(const Inputs& inputs, KnownFiles& known) {
  return load_beside(inputs, {.learning = &known});
}

Loaded load_knowing(const Inputs& inputs, KnownFiles& known) {
  return load_beside(inputs, {.known = &known});
}

Loaded load_following(const Inputs& inputs, KnownFiles& known) {
  return load_beside(inputs, {.known = &known, .learning = &known});
}

}  // namespace mot
