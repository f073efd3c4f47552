#include "mot/edit/fix.h"

#include <algorithm>
#include <map>

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

/// How many faults stop YAML from being read as it stands.
std::size_t faults_of(std::string text) {
  Sources sources;
  Findings findings;
  yaml::parse(sources, sources.add({"", std::move(text)}), findings);
  return findings.size();
}

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

std::vector<FixedFile> fixed_files(const Findings& findings, const Sources& sources) {
  std::map<std::uint32_t, std::vector<Edit>> by_file;
  for (const Finding& finding : findings) {
    if (finding.fix) by_file[finding.fix->span.file].push_back(*finding.fix);
  }
  std::vector<FixedFile> files;
  for (auto& [file, edits] : by_file) {
    const std::vector<Edit> made = compatible(std::move(edits));
    std::string text = edited(sources[file].text, made);
    const bool is_worse = faults_of(text) > faults_of(std::string(sources[file].text));
    if (!is_worse) files.push_back({file, made.size(), std::move(text)});
  }
  return files;
}

}  // namespace mot
