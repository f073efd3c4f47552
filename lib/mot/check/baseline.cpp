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

/// What broke a gate or was not known is called `gate/id`, as fingerprints are, so that whoever renames ids finds them.
std::string called(const KnownGate& gate, const std::string& id) {
  return gate.name + "/" + id;
}

std::string id_in(const KnownGate& gate, const std::string& called) {
  const std::string prefix = gate.name + "/";
  if (!called.starts_with(prefix)) refuse_baseline("holds something under a gate that is not the gate's");
  return called.substr(prefix.size());
}

std::optional<double> number_of(const nlohmann::json& value) {
  if (!value.is_number() && !value.is_null()) refuse_baseline("holds something in 'gates' that is not a gate");
  return value.is_null() ? std::nullopt : finite(value.get<double>());
}

/// What an older program did not write is not known.
void read_what_broke(const nlohmann::json& written, KnownGate& gate) {
  gate.is_told = written.contains("holds");
  if (!gate.is_told) return;
  if (written["holds"].is_boolean()) gate.holds = written["holds"].get<bool>();
  const nlohmann::json breaking = written.value("breaking", nlohmann::json::object()),
                       not_judged = written.value("not_judged", nlohmann::json::array());
  const nlohmann::json lost = written.value("lost", nlohmann::json::object());
  if (!breaking.is_object() || !not_judged.is_array() || !lost.is_object())
    refuse_baseline("holds something in 'gates' that is not a gate");
  for (const auto& [id, over] : breaking.items()) gate.breaking[id_in(gate, id)] = number_of(over);
  for (const auto& [id, answers] : lost.items()) gate.lost[id_in(gate, id)] = number_of(answers).value_or(AnswerSums::uncounted);
  for (const auto& id : not_judged) {
    if (!id.is_string()) refuse_baseline("holds something in 'gates' that is not a text");
    gate.not_judged.insert(id_in(gate, id.get<std::string>()));
  }
}

std::vector<KnownGate> gates_in(const nlohmann::json& document) {
  std::vector<KnownGate> gates;
  if (!document.contains("gates")) return gates;
  if (!document["gates"].is_array()) refuse_baseline("has 'gates' that are not a list");
  for (const auto& written : document["gates"]) {
    const bool is_named = written.is_object() && written.contains("name") && written["name"].is_string();
    if (!is_named || !written.contains("value")) refuse_baseline("holds something in 'gates' that is not a gate");
    KnownGate& gate = gates.emplace_back(KnownGate{.name = written["name"], .value = number_of(written["value"])});
    read_what_broke(written, gate);
  }
  return gates;
}

/// As an aim that is lowered would be called, so that whoever renames ids finds it.
constexpr std::string_view before_aim = "aim-lowered/";

std::optional<double> number_in_aim(const nlohmann::json& aim, const char* key) {
  const nlohmann::json value = aim.value(key, nlohmann::json());
  if (!value.is_number() && !value.is_null()) refuse_baseline("holds something in 'aims' that is not an aim");
  return value.is_null() ? std::nullopt : finite(value.get<double>());
}

KnownAims aims_in(const nlohmann::json& document) {
  KnownAims aims;
  const nlohmann::json all = document.value("aims", nlohmann::json::object());
  if (!all.is_object()) refuse_baseline("has 'aims' that are not an object");
  for (const auto& [called, aim] : all.items()) {
    if (!called.starts_with(before_aim) || !aim.is_object() || !aim.value("moment_of_truth", nlohmann::json(false)).is_boolean())
      refuse_baseline("holds something in 'aims' that is not an aim");
    const std::optional<double> answers = number_in_aim(aim, "answers");
    if (answers && !(*answers >= 0 && *answers <= static_cast<double>(largest_amount)))
      refuse_baseline("holds something in 'aims' that nobody can have counted");
    aims[called.substr(before_aim.size())] = {number_in_aim(aim, "company"),
                                              number_in_aim(aim, "customer"),
                                              number_in_aim(aim, "target"),
                                              number_in_aim(aim, "importance"),
                                              aim.value("moment_of_truth", false),
                                              number_in_aim(aim, "adequate"),
                                              answers ? std::optional(static_cast<std::size_t>(*answers)) : std::nullopt,
                                              aim.value("asked", nlohmann::json(true)) == true,
                                              number_in_aim(aim, "standard"),
                                              number_in_aim(aim, "promise")};
  }
  return aims;
}

nlohmann::ordered_json written(const Aim& aim) {
  nlohmann::ordered_json object = nlohmann::ordered_json::object();
  const auto put = [&](const char* key, const std::optional<double>& number) {
    if (number) object[key] = *number;
  };
  put("company", aim.company), put("customer", aim.customer), put("target", aim.target), put("importance", aim.importance);
  if (aim.is_moment_of_truth) object["moment_of_truth"] = true;
  put("adequate", aim.adequate);
  if (aim.answers) object["answers"] = *aim.answers;
  if (!aim.is_asked) object["asked"] = false;
  put("standard", aim.standard), put("promise", aim.promise);
  return object;
}

double number_in_yardstick(const nlohmann::json& value) {
  const std::optional<double> number = value.is_number() ? finite(value.get<double>()) : std::nullopt;
  if (!number) refuse_baseline("holds something in 'yardsticks' that is not a number");
  return *number;
}

std::string text_in_yardstick(const nlohmann::json& value) {
  if (!value.is_string()) refuse_baseline("holds something in 'yardsticks' that is not a text");
  return value.get<std::string>();
}

/// A section of the yardsticks; an object without anything where it is left out.
nlohmann::json section_in(const nlohmann::json& all, const char* key) {
  nlohmann::json section = all.value(key, nlohmann::json::object());
  if (!section.is_object()) refuse_baseline("holds something in 'yardsticks' that is not an object");
  return section;
}

Yardsticks yardsticks_in(const nlohmann::json& document) {
  Yardsticks yardsticks;
  const nlohmann::json all = section_in(document, "yardsticks");
  if (all.contains("scale")) {
    const nlohmann::json& scale = all["scale"];
    if (!scale.is_array() || scale.size() != 2) refuse_baseline("holds something in 'yardsticks' that is not a scale");
    yardsticks.scale = Scale{number_in_yardstick(scale[0]), number_in_yardstick(scale[1])};
  }
  const nlohmann::json limits = section_in(all, "limits"), targets = section_in(all, "targets"), terms = section_in(all, "terms");
  for (const auto& [gate, limit] : limits.items()) yardsticks.limits[gate] = number_in_yardstick(limit);
  for (const auto& [key, target] : targets.items()) {
    if (!target.is_object()) refuse_baseline("holds something in 'yardsticks' that is not a target");
    yardsticks.targets[key] = {number_in_yardstick(target.value("target", nlohmann::json())),
                               text_in_yardstick(target.value("better", nlohmann::json()))};
  }
  for (const auto& [path, text] : terms.items()) yardsticks.terms[path] = text_in_yardstick(text);
  return yardsticks;
}

nlohmann::ordered_json written(const Yardsticks& yardsticks) {
  nlohmann::ordered_json object = nlohmann::ordered_json::object();
  if (yardsticks.scale) object["scale"] = {yardsticks.scale->min, yardsticks.scale->max};
  for (const auto& [gate, limit] : yardsticks.limits) object["limits"][gate] = limit;
  for (const auto& [key, target] : yardsticks.targets) object["targets"][key] = {{"target", target.target}, {"better", target.better}};
  for (const auto& [path, text] : yardsticks.terms) object["terms"][path] = text;
  return object;
}

nlohmann::ordered_json written(const std::optional<double>& number) {
  return number ? nlohmann::ordered_json(*number) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json written(const KnownGate& gate) {
  nlohmann::ordered_json object = {{"name", gate.name}, {"value", written(gate.value)}};
  if (!gate.is_told) return object;
  object["holds"] = gate.holds ? nlohmann::ordered_json(*gate.holds) : nlohmann::ordered_json(nullptr);
  for (const auto& [id, over] : gate.breaking) object["breaking"][called(gate, id)] = written(over);
  for (const std::string& id : gate.not_judged) object["not_judged"].push_back(called(gate, id));
  for (const auto& [id, answers] : gate.lost)
    object["lost"][called(gate, id)] = written(answers < AnswerSums::uncounted ? std::optional(answers) : std::nullopt);
  return object;
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
  for (const KnownGate& gate : baseline.gates) document["gates"].push_back(written(gate));
  for (const auto& [id, aim] : baseline.aims) document["aims"][std::string(before_aim) + id] = written(aim);
  if (baseline.yardsticks != Yardsticks()) document["yardsticks"] = written(baseline.yardsticks);
  return document.dump(2) + "\n";
}

Baseline baseline_from_json(std::string_view json) {
  const auto document = nlohmann::json::parse(json, nullptr, false);
  if (document.is_discarded()) refuse_baseline("is not JSON");
  Baseline baseline{.fingerprints = fingerprints_in(document),
                    .amounts = amounts_in(document),
                    .gates = gates_in(document),
                    .aims = aims_in(document),
                    .yardsticks = yardsticks_in(document)};
  std::ranges::sort(baseline.fingerprints);
  return baseline;
}

BaselineComparison compare(Findings findings, const Baseline& baseline, const Sources& sources) {
  std::map<std::string_view, std::size_t> left;
  for (const std::string& fingerprint : baseline.fingerprints) ++left[fingerprint];
  BaselineComparison compared;
  compared.fixed = baseline.fingerprints.size();
  for (Finding& finding : findings) {
    const std::string fingerprint = fingerprint_of(finding, sources);
    const auto known = left.find(fingerprint);
    const bool is_known = known != left.end() && known->second > 0;
    if (is_known) {
      --known->second;
      --compared.fixed;
    }
    const bool is_fresh = !is_known || is_more(finding, fingerprint, baseline);
    (is_fresh ? compared.fresh : compared.known).add(std::move(finding));
  }
  return compared;
}

}  // namespace mot
