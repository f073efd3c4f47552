// Where the files have errors, those that hold them are read as they were; where the cause lies elsewhere (a touchpoint is gone that a
// journey goes by), so are all that changed since the workspace last loaded. What loads then is shown, and remembered.
#include "mot/serve/last_good.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "mot/load/files/overlay_files.h"
#include "mot/page/page_text.h"
#include "mot/text/utf8.h"
#include "mot/write/findings/excerpt.h"

namespace mot::serve {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::size_t most_problems = 20;  // listed on the page; the others are counted

std::int64_t saved_at(const fs::path& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) return 0;
  return static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1000 + status.st_mtim.tv_nsec / 1'000'000;
}

fs::path path_of(const Loaded& loaded, std::uint32_t file) {
  return overlay_path(loaded.sources[file].name);
}

/// The files that hold errors which forbid figures.
std::set<fs::path> broken_files(const ReadWorkspace& read) {
  std::set<fs::path> broken;
  for (const Finding& finding : read.review.findings) {
    if (forbids_figures(finding)) broken.insert(path_of(read.loaded, finding.span.file));
  }
  return broken;
}

Problem problem_of(const Finding& finding, const Loaded& loaded) {
  const Sources& sources = loaded.sources;
  const Position at = sources.begin_of(finding.span);
  const Excerpt excerpt = excerpt_of(sources, finding.span);
  return {fmt::format("{}:{}:{}", printable(file_text(loaded, sources[finding.span.file].name)), at.line, at.column),
          fmt::format("{} [{}]", printable(finding.message), finding.rule.id()), excerpt.text, excerpt.underline};
}

void list_problems(ReadWorkspace& read) {
  for (const Finding& finding : read.review.findings) {
    if (!forbids_figures(finding)) continue;
    if (read.problems.size() < most_problems) {
      read.problems.push_back(problem_of(finding, read.loaded));
    } else {
      ++read.more;
    }
  }
}

StaleFile stale_file(const Loaded& loaded, const fs::path& path, std::int64_t saved) {
  StaleFile stale{.name = printable(file_text(loaded, path.string())), .saved = saved};
  for (const Touchpoint& touchpoint : loaded.workspace.touchpoints) {
    if (path_of(loaded, touchpoint.span.file) == path) stale.touchpoints.push_back(touchpoint.id.value);
  }
  return stale;
}

}  // namespace

ReadWorkspace LastGood::read_with(const GoodFiles& instead) const {
  OverlayFiles overlay(*inputs_.files);
  for (const auto& [path, good] : instead) overlay.texts[path] = good.text;
  Inputs inputs = inputs_;
  if (!instead.empty()) inputs.files = &overlay;
  ReadWorkspace read{.loaded = load(inputs), .review = {}};
  read.loaded.read_from = inputs_.files;  // evidence is read as it is
  read.review = review_(read.loaded);
  return read;
}

bool LastGood::has_worsened(const ReadWorkspace& read) const {
  return std::ranges::any_of(broken_files(read), [&](const fs::path& path) { return good_.contains(path); });
}

LastGood::GoodFiles LastGood::good_ones_of_broken(const ReadWorkspace& read) const {
  GoodFiles found;
  for (const fs::path& path : broken_files(read)) {
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

void LastGood::learn(const ReadWorkspace& read, const GoodFiles& instead) {
  const std::set<fs::path> broken = broken_files(read);
  GoodFiles good = instead;
  for (std::uint32_t file = 0; file < read.loaded.sources.size(); ++file) {
    const fs::path path = path_of(read.loaded, file);
    if (!broken.contains(path) && !good.contains(path)) good[path] = {read.loaded.sources[file].text, saved_at(path)};
  }
  good_ = std::move(good);
}

ReadWorkspace LastGood::read() {
  ReadWorkspace now = read_with({});
  list_problems(now);
  if (!has_worsened(now)) {
    learn(now, {});
    return now;
  }
  for (const GoodFiles& instead : {good_ones_of_broken(now), good_ones_of_changed(now)}) {
    ReadWorkspace before = read_with(instead);
    if (has_worsened(before)) continue;
    learn(before, instead);
    for (const auto& [path, good] : instead) before.stale.push_back(stale_file(before.loaded, path, good.saved));
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
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void LastGood::remember(const std::string& memory) {
  for (const Json& file : Json::parse(memory)) good_[file[0].get<std::string>()] = {file[2], file[1]};
}

}  // namespace mot::serve
