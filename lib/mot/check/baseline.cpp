#include "mot/check/baseline.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace mot {
namespace {

constexpr int known_version = 1;

/// Cells of a survey: more than there are in any.
constexpr std::size_t largest_amount = 1'000'000'000'000;

std::vector<std::string> fingerprints_in(const nlohmann::json& document) {
  if (!document.is_object() || !document.contains("findings") || !document["findings"].is_array())
    refuse_baseline("has no list 'findings'");
  if (document.value("format_version", nlohmann::json()) != known_version) refuse_baseline("is not of format version 1");
  std::vector<std::string> fingerprints;
  for (const auto& fingerprint : document["findings"]) {
    if (!fingerprint.is_string()) refuse_baseline("holds something in 'findings' that is not a text");
    fingerprints.push_back(fingerprint.get<std::string>());
  }
  return fingerprints;
}

std::map<std::string, std::size_t> amounts_in(const nlohmann::json& document) {
  std::map<std::string, std::size_t> amounts;
  if (!document.contains("amounts")) return amounts;
  if (!document["amounts"].is_object()) refuse_baseline("has 'amounts' that are not an object");
  for (const auto& [fingerprint, amount] : document["amounts"].items()) {
    if (!amount.is_number_unsigned()) refuse_baseline("holds something in 'amounts' that is not a count");
    if (amount.get<std::size_t>() > largest_amount) refuse_baseline("holds an amount in 'amounts' that nobody can have counted");
    amounts[fingerprint] = amount.get<std::size_t>();
  }
  return amounts;
}

/// Whether it tells of more than the one that is known.
bool is_more(const Finding& finding, const std::string& fingerprint, const Baseline& baseline) {
  const auto known = baseline.amounts.find(fingerprint);
  return finding.amount && known != baseline.amounts.end() && *finding.amount > known->second;
}

std::vector<KnownGate> gates_in(const nlohmann::json& document) {
  std::vector<KnownGate> gates;
  if (!document.contains("gates")) return gates;
  if (!document["gates"].is_array()) refuse_baseline("has 'gates' that are not a list");
  for (const auto& gate : document["gates"]) {
    const bool is_named = gate.is_object() && gate.contains("name") && gate["name"].is_string();
    const bool has_value = is_named && gate.contains("value") && (gate["value"].is_number() || gate["value"].is_null());
    if (!has_value) refuse_baseline("holds something in 'gates' that is not a gate");
    gates.push_back({gate["name"], gate["value"].is_null() ? std::nullopt : finite(gate["value"].get<double>())});
  }
  return gates;
}

}  // namespace

void refuse_baseline(std::string_view what) {
  throw std::runtime_error(fmt::format("the baseline {}; write a new one with --write-baseline", what));
}

Baseline baseline_of(const Findings& findings, const Sources& sources) {
  Baseline baseline;
  for (const Finding& finding : findings) {
    baseline.fingerprints.push_back(fingerprint_of(finding, sources));
    if (finding.amount) baseline.amounts[baseline.fingerprints.back()] += *finding.amount;
  }
  std::ranges::sort(baseline.fingerprints);
  return baseline;
}

std::string to_json(const Baseline& baseline) {
  nlohmann::ordered_json document;
  document["format_version"] = known_version;
  document["findings"] = baseline.fingerprints;
  for (const auto& [fingerprint, amount] : baseline.amounts) document["amounts"][fingerprint] = amount;
  for (const auto& [name, value] : baseline.gates) {
    document["gates"].push_back({{"name", name}, {"value", value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr)}});
  }
  return document.dump(2) + "\n";
}

Baseline baseline_from_json(std::string_view json) {
  const auto document = nlohmann::json::parse(json, nullptr, false);
  if (document.is_discarded()) refuse_baseline("is not JSON");
  Baseline baseline{.fingerprints = fingerprints_in(document), .amounts = amounts_in(document), .gates = gates_in(document)};
  std::ranges::sort(baseline.fingerprints);
  return baseline;
}

Compared compare(Findings findings, const Baseline& baseline, const Sources& sources) {
  std::map<std::string_view, std::size_t> left;
  for (const std::string& fingerprint : baseline.fingerprints) ++left[fingerprint];
  Compared compared;
  for (Finding& finding : findings) {
    const std::string fingerprint = fingerprint_of(finding, sources);
    const auto known = left.find(fingerprint);
    const bool is_known = known != left.end() && known->second > 0;
    if (is_known) {
      --known->second;
      ++compared.known;
    }
    if (!is_known || is_more(finding, fingerprint, baseline)) compared.fresh.add(std::move(finding));
  }
  compared.fixed = baseline.fingerprints.size() - compared.known;
  return compared;
}

}  // namespace mot
