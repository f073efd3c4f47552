#include "mot/findings/finding.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace mot {
namespace {

std::string_view without_folders(std::string_view name) {
  return name.substr(name.find_last_of("/\\") + 1);
}

}  // namespace

std::string fingerprint_of(const Finding& finding, const Sources& sources) {
  std::string fingerprint(finding.rule.id());
  for (const std::string& subject : finding.subjects) fingerprint.append("/").append(subject);
  if (!finding.subjects.empty()) return fingerprint;
  return fingerprint.append("/").append(without_folders(sources[finding.span.file].name)).append("/").append(finding.message);
}

Finding& Findings::report(RuleId rule, Span span, std::string message) {
  all_.push_back({span, rule, rule.rule().severity, std::move(message)});
  return all_.back();
}

void Findings::append(Findings other) {
  all_.insert(all_.end(), std::make_move_iterator(other.all_.begin()), std::make_move_iterator(other.all_.end()));
}

void Findings::sort() {
  const auto key = [](const Finding& finding) { return std::tie(finding.span.file, finding.span.begin, finding.rule, finding.message); };
  std::stable_sort(all_.begin(), all_.end(), [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
  const auto twins = std::unique(all_.begin(), all_.end(), [&](const Finding& a, const Finding& b) { return key(a) == key(b); });
  all_.erase(twins, all_.end());
}

bool Findings::any_at_least(Severity severity) const {
  return std::any_of(all_.begin(), all_.end(), [&](const Finding& finding) { return finding.severity >= severity; });
}

std::size_t Findings::count(Severity severity) const {
  return static_cast<std::size_t>(std::count_if(all_.begin(), all_.end(), [&](const Finding& f) { return f.severity == severity; }));
}

}  // namespace mot
