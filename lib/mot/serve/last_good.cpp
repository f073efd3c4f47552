// Where the files have errors, those that hold them are read as they were; where the cause lies elsewhere (a touchpoint is gone that a
// journey goes by), so are all that changed since the workspace last loaded. What loads then is shown, and remembered. Where evidence can't
// be read, what changed is to blame: the evidence, or else the file that says how to read it.
#include "mot/serve/last_good.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "mot/load/file_names.h"
#include "mot/load/files/files.h"
#include "mot/load/files/overlay_files.h"
#include "mot/text/utf8.h"
#include "mot/write/findings/excerpt.h"

namespace mot::serve {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::size_t most_problems = 20;  // listed on the page; the others are counted

fs::path path_of(const Loaded& loaded, std::uint32_t file) {
  return overlay_path(loaded.sources[file].name);
}

bool was_met_loading(const Finding& finding, const Loaded& loaded) {
  return std::ranges::any_of(loaded.findings, [&](const Finding& met) {
    return met.span == finding.span && met.rule == finding.rule && met.message == finding.message;
  });
}

/// What is opened to read a source, as it is opened: the sums of a database stand in for it where they are frozen.
std::vector<std::string> evidence_of(const SurveySource& source) {
  std::vector<std::string> paths;
  if (source.path || source.file) paths.push_back(source.path ? *source.path : source.file->value);
  if (source.frozen) paths.push_back(source.frozen->value);
  return paths;
}

/// The source whose evidence a finding is about; null where it is about what the files say themselves.
const SurveySource* source_of(const Finding& finding, const Loaded& loaded) {
  if (finding.subjects.empty() || was_met_loading(finding, loaded)) return nullptr;
  const auto& sources = loaded.workspace.sources;
  const auto found = std::ranges::find(sources, finding.subjects.front(), [](const SurveySource& source) { return source.id.value; });
  return found == sources.end() || evidence_of(*found).empty() ? nullptr : &*found;
}

/// What errors that forbid pictures are about.
struct Faults {
  std::set<fs::path> files;        ///< that can't be loaded
  std::set<std::string> evidence;  ///< that can't be read
  std::set<fs::path> naming;       ///< the files that say how to read it
};

/// Of what a glob asks for and nobody can read: files that were read before, and are not now.
std::set<fs::path> no_longer_read(const ReadWorkspace& read, std::set<fs::path> known) {
  for (std::uint32_t file = 0; file < read.loaded.sources.size(); ++file) known.erase(path_of(read.loaded, file));
  return known;
}

/// `known`: the files that were read before.
Faults faults_of(const ReadWorkspace& read, const std::set<fs::path>& known) {
  Faults faults;
  for (const Finding& finding : read.review.findings) {
    if (!forbids_pictures(finding)) continue;  // as `mot report` draws: a photo that is gone costs no page
    const fs::path path = path_of(read.loaded, finding.span.file);
    if (finding.rule.id() == "unreadable-include") {
      faults.files.merge(no_longer_read(read, known));
    } else if (const SurveySource* source = source_of(finding, read.loaded)) {
      for (const std::string& evidence : evidence_of(*source)) faults.evidence.insert(evidence);
      faults.naming.insert(path);
    } else {
      faults.files.insert(path);
    }
  }
  return faults;
}

Problem problem_of(const Finding& finding, const Loaded& loaded) {
  const Sources& sources = loaded.sources;
  const Position at = sources.begin_of(finding.span);
  const Excerpt excerpt = excerpt_of(sources, finding.span);
  return {fmt::format("{}:{}:{}", printable(name_in_workspace(loaded, sources[finding.span.file].name)), at.line, at.column),
          fmt::format("{} [{}]", printable(finding.message), finding.rule.id()), excerpt.text, excerpt.underline};
}

/// All errors, those that leave the figures as they are included: a page without some of its answers looks whole.
void list_problems(ReadWorkspace& read) {
  for (const Finding& finding : read.review.findings) {
    if (finding.severity != Severity::error) continue;
    if (read.problems.size() < most_problems) {
      read.problems.push_back(problem_of(finding, read.loaded));
    } else {
      ++read.more;
    }
  }
}

StaleFile stale_file(const Loaded& loaded, const fs::path& path, std::int64_t saved) {
  StaleFile stale{.name = printable(name_in_workspace(loaded, path.string())), .saved = saved};
  for (const Touchpoint& touchpoint : loaded.workspace.touchpoints) {
    if (path_of(loaded, touchpoint.span.file) == path) stale.touchpoints.push_back(touchpoint.id.value);
  }
  return stale;
}

/// Moments that have answers of a file, which gives figures alone.
StaleFile stale_evidence(const ReadWorkspace& read, const fs::path& path, std::int64_t saved) {
  const Workspace& workspace = read.loaded.workspace;
  const fs::path below = path.is_absolute() ? path.lexically_relative(read.loaded.root) : path;
  StaleFile stale{.name = printable(below.generic_string()), .saved = saved, .is_evidence = true};
  const auto is_read_from_it = [&](std::size_t source) {
    return std::ranges::count(evidence_of(workspace.sources[source]), path.string()) > 0;
  };
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) {
    if (std::ranges::any_of(read.review.answers.of(i).sources, is_read_from_it))
      stale.touchpoints.push_back(workspace.touchpoints[i].id.value);
  }
  return stale;
}

}  // namespace

ReadWorkspace LastGood::read_with(const Instead& instead) {
  OverlayFiles overlay(*inputs_.files);
  for (const auto& [path, good] : instead.files) overlay.texts[path] = good.text;
  Inputs inputs = inputs_;
  if (!instead.files.empty()) inputs.files = &overlay;
  ReadWorkspace read{.loaded = load_following(inputs, known_), .review = {}};
  read.loaded.read_from = inputs_.files;
  EvidenceKeeper keeper(read.loaded.root, evidence_below(*inputs_.files, read.loaded.root), instead.evidence);
  read.review = review_(read.loaded, [&](const std::string& path) { return keeper.open(path); });
  read.evidence = keeper.copies();
  return read;
}

bool LastGood::has_worsened(const ReadWorkspace& read) const {
  const Faults faults = faults_of(read, known_files());
  return std::ranges::any_of(faults.files, [&](const fs::path& path) { return good_.contains(path); }) ||
         std::ranges::any_of(faults.evidence, [&](const std::string& file) { return good_evidence_.contains(file); });
}

std::set<fs::path> LastGood::known_files() const {
  std::set<fs::path> paths;
  for (const auto& [path, good] : good_) paths.insert(path);
  return paths;
}

LastGood::GoodFiles LastGood::good_ones_of(const std::set<fs::path>& paths) const {
  GoodFiles found;
  for (const fs::path& path : paths) {
    if (const auto good = good_.find(path); good != good_.end()) found.insert(*good);
  }
  return found;
}

LastGood::GoodFiles LastGood::good_ones_of_changed(const ReadWorkspace& read) const {
  GoodFiles changed = good_;
  for (std::uint32_t file = 0; file < read.loaded.sources.size(); ++file) {
    const auto same = changed.find(path_of(read.loaded, file));
    if (same != changed.end() && same->second.text == read.loaded.sources[file].text) changed.erase(same);
  }
  return changed;
}

EvidenceCopies LastGood::evidence_that_changed(const ReadWorkspace& read) const {
  EvidenceCopies changed = good_evidence_;
  for (const auto& [path, now] : read.evidence) {
    const auto same = changed.find(path);
    if (same != changed.end() && is_same(same->second, now)) changed.erase(same);
  }
  return changed;
}

std::vector<LastGood::Instead> LastGood::ways_back(const ReadWorkspace& read) const {
  const Faults faults = faults_of(read, known_files());
  const GoodFiles broken = good_ones_of(faults.files), changed = good_ones_of_changed(read);
  GoodFiles with_naming = good_ones_of(faults.naming);
  with_naming.insert(broken.begin(), broken.end());
  const EvidenceCopies changed_evidence = evidence_that_changed(read);
  EvidenceCopies evidence = changed_evidence;
  std::erase_if(evidence, [&](const auto& copy) { return !faults.evidence.contains(copy.first); });
  return {{broken, evidence}, {with_naming, {}}, {with_naming, evidence}, {changed, {}}, {changed, changed_evidence}};
}

void LastGood::learn(const ReadWorkspace& read, const Instead& instead) {
  const Faults faults = faults_of(read, known_files());
  GoodFiles good = instead.files;
  for (std::uint32_t file = 0; file < read.loaded.sources.size(); ++file) {
    const fs::path path = path_of(read.loaded, file);
    if (!faults.files.contains(path) && !good.contains(path)) good[path] = {read.loaded.sources[file].text, saved_at(path)};
  }
  good_ = std::move(good);
  good_evidence_ = read.evidence;
  for (const SurveySource& source : read.loaded.workspace.sources) {
    for (const std::string& path : evidence_of(source)) good_evidence_.try_emplace(path);
  }
  for (const std::string& path : faults.evidence) good_evidence_.erase(path);
}

void LastGood::tell_stale(const Instead& instead, ReadWorkspace& read) const {
  for (const auto& [path, good] : instead.files) read.stale.push_back(stale_file(read.loaded, path, good.saved));
  for (const auto& [path, copy] : instead.evidence) read.stale.push_back(stale_evidence(read, path, copy.saved));
}

ReadWorkspace LastGood::read() {
  ReadWorkspace now = read_with({});
  list_problems(now);
  if (!has_worsened(now)) {
    learn(now, {});
    return now;
  }
  for (const Instead& instead : ways_back(now)) {
    ReadWorkspace before = read_with(instead);
    if (has_worsened(before)) continue;
    learn(before, instead);
    tell_stale(instead, before);
    before.problems = std::move(now.problems);
    before.more = now.more;
    return before;
  }
  now.is_sound = false;
  return now;
}

std::string LastGood::memory() const {
  Json json = Json::array();
  for (const auto& [path, good] : good_) json.push_back({path.string(), good.saved, good.text});
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n" + packed(good_evidence_);
}

void LastGood::remember(const std::string& memory) {
  const std::size_t files = memory.find('\n');
  for (const Json& file : Json::parse(std::string_view(memory).substr(0, files))) good_[file[0].get<std::string>()] = {file[2], file[1]};
  good_evidence_ = unpacked_copies(std::string_view(memory).substr(files + 1));
}

}  // namespace mot::serve
