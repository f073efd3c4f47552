#include "mot/edit/fix.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "mot/load/document.h"
#include "mot/yaml/node.h"

namespace mot {
namespace {

/// Which edits of one file can be made together, in order of their places.
std::vector<Edit> compatible(std::vector<Edit> edits) {
  std::sort(edits.begin(), edits.end());
  std::vector<Edit> kept;
  for (Edit& edit : edits) {
    const bool overlaps = !kept.empty() && (edit.span.begin < kept.back().span.end || edit.span == kept.back().span);
    if (!overlaps) kept.push_back(std::move(edit));
  }
  return kept;
}

/// All that one finding's fix changes.
using Fix = std::vector<Edit>;

/// What is wrong with a file by itself.
struct Condition {
  std::size_t faults = 0;    ///< that stop YAML from being read as it stands
  std::size_t findings = 0;  ///< faults among them
  bool is_complete = true;   ///< nothing in it is lost to faults

  bool is_worse_than(const Condition& before) const {
    if (faults != before.faults) return faults > before.faults;
    if (is_complete != before.is_complete) return !is_complete;  // what was hidden before has findings of its own
    return findings > before.findings;
  }
};

Condition condition_of(std::string text) {
  Sources sources;
  Findings faults, findings;
  const std::uint32_t file = sources.add({"", std::move(text)});
  yaml::parse(sources, file, faults);
  const Document document = read_document(sources, file, findings);
  return {faults.size(), findings.size() + document.mistyped_scores.size(), document.is_complete};
}

/// Edits by file, none of which overlaps another.
class Accepted {
 public:
  /// Adds all edits of a fix, or none.
  bool add(const Fix& fix) {
    if (std::ranges::any_of(fix, [&](const Edit& edit) { return overlaps(edit); })) return false;
    for (const Edit& edit : fix) edits_[edit.span.file].insert(edit);
    return true;
  }
  const std::map<std::uint32_t, std::set<Edit>>& by_file() const { return edits_; }
  std::string text_of(std::uint32_t file, const Sources& sources) const {
    const auto found = edits_.find(file);
    if (found == edits_.end()) return sources[file].text;
    return edited(sources[file].text, {found->second.begin(), found->second.end()});
  }

 private:
  bool overlaps(const Edit& edit) const {
    const auto of_file = edits_.find(edit.span.file);
    if (of_file == edits_.end()) return false;
    const auto& edits = of_file->second;
    if (edits.contains(edit)) return false;
    const auto next = edits.lower_bound(Edit{edit.span, {}});
    const bool meets_next = next != edits.end() && (next->span.begin < edit.span.end || next->span == edit.span);
    const bool meets_last = next != edits.begin() && std::prev(next)->span.end > edit.span.begin;
    return meets_next || meets_last;
  }

  std::map<std::uint32_t, std::set<Edit>> edits_;
};

std::vector<Fix> fixes_of(const Findings& findings) {
  std::vector<Fix> fixes;
  for (const Finding& finding : findings) {
    if (!finding.fix) continue;
    Fix& fix = fixes.emplace_back(Fix{*finding.fix});
    fix.insert(fix.end(), finding.fixed_with.begin(), finding.fixed_with.end());
  }
  std::ranges::stable_sort(fixes, {}, [](const Fix& fix) { return fix.front().span; });
  return fixes;
}

bool touches(const Fix& fix, const std::set<std::uint32_t>& files) {
  return std::ranges::any_of(fix, [&](const Edit& edit) { return files.contains(edit.span.file); });
}

/// Makes fixes as long as every file stays as good as it was.
class Mending {
 public:
  explicit Mending(const Sources& sources) : sources_(sources) {}

  Fixes run(const std::vector<Fix>& fixes) {
    Accepted all;
    for (const Fix& fix : fixes) all.add(fix);
    const std::set<std::uint32_t> worse = files_left_worse(all);
    Accepted kept;
    std::size_t refused = 0;
    for (const Fix& fix : fixes) {
      if (!touches(fix, worse)) kept.add(fix);
    }
    std::size_t tries = most_tries;
    for (const Fix& fix : fixes) {
      if (!touches(fix, worse)) continue;
      const bool is_made = tries > 0 && add_if_good(fix, kept);
      tries -= tries > 0 ? 1 : 0;
      refused += is_made ? 0 : 1;
    }
    return {files_of(kept), refused};
  }

 private:
  /// Each is a reading of its files.
  static constexpr std::size_t most_tries = 200;

  const Condition& before(std::uint32_t file) {
    const auto found = before_.find(file);
    return found != before_.end() ? found->second : before_.emplace(file, condition_of(sources_[file].text)).first->second;
  }

  bool is_left_worse(const Accepted& edits, std::uint32_t file) {
    return condition_of(edits.text_of(file, sources_)).is_worse_than(before(file));
  }

  std::set<std::uint32_t> files_left_worse(const Accepted& edits) {
    std::set<std::uint32_t> worse;
    for (const auto& [file, of_file] : edits.by_file()) {
      if (is_left_worse(edits, file)) worse.insert(file);
    }
    return worse;
  }

  bool add_if_good(const Fix& fix, Accepted& kept) {
    Accepted more = kept;
    if (!more.add(fix)) return true;  // it comes to the same, or waits for the next round
    const bool is_good = std::ranges::none_of(fix, [&](const Edit& edit) { return is_left_worse(more, edit.span.file); });
    if (is_good) kept = std::move(more);
    return is_good;
  }

  std::vector<FixedFile> files_of(const Accepted& edits) const {
    std::vector<FixedFile> files;
    for (const auto& [file, of_file] : edits.by_file()) files.push_back({file, of_file.size(), edits.text_of(file, sources_)});
    return files;
  }

  const Sources& sources_;
  std::map<std::uint32_t, Condition> before_;
};

}  // namespace

std::string edited(std::string_view text, std::vector<Edit> edits) {
  std::string result;
  std::size_t copied = 0;
  for (const Edit& edit : compatible(std::move(edits))) {
    result.append(text, copied, edit.span.begin - copied).append(edit.replacement);
    copied = edit.span.end;
  }
  return result.append(text, copied);
}

Fixes fixed_files(const Findings& findings, const Sources& sources) {
  return Mending(sources).run(fixes_of(findings));
}

}  // namespace mot
