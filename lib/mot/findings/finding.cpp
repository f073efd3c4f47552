#include "mot/findings/finding.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <numeric>
#include <tuple>
#include <utility>

namespace mot {
namespace {

std::string_view without_folders(std::string_view name) {
  return name.substr(name.find_last_of("/\\") + 1);
}

/// `all[i]` becomes what stood at `order[i]`. Of 10 000 touchpoints findings are megabytes: they go round in circles, and no copy is made.
void put_in_order(std::vector<std::uint32_t>& order, std::vector<Finding>& all) {
  for (std::uint32_t begin = 0; begin < order.size(); ++begin) {
    if (order[begin] == begin) continue;
    Finding first = std::move(all[begin]);
    std::uint32_t at = begin;
    while (order[at] != begin) {
      all[at] = std::move(all[order[at]]);
      at = std::exchange(order[at], at);
    }
    all[at] = std::move(first);
    order[at] = at;
  }
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
  std::vector<std::uint32_t> order(all_.size());
  std::iota(order.begin(), order.end(), 0u);
  const auto comes_before = [&](std::uint32_t a, std::uint32_t b) {
    const auto compared = key(all_[a]) <=> key(all_[b]);
    return compared != 0 ? compared < 0 : a < b;
  };
  std::ranges::sort(order, comes_before);
  put_in_order(order, all_);
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
