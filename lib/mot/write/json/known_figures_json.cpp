// A document of gaps, read again as the baseline that later figures are held against.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "mot/analysis/compare/plausible.h"
#include "mot/analysis/kpis.h"
#include "mot/tables/gaps_figures.h"
#include "mot/write/json/gaps_json.h"
#include "mot/write/json/gaps_keys.h"
#include "mot/write/json/json_values.h"
#include "mot/write/json/summary_json.h"

namespace mot {
namespace {

namespace keys = gaps_keys;

/// Keys in order of the alphabet: finding one among many is quick.
using ParsedJson = nlohmann::json;

[[noreturn]] void refuse(std::string_view what) {
  throw std::runtime_error(fmt::format("the baseline {}; write a new one with 'mot gaps -o baseline.json'", what));
}

const ParsedJson& member(const ParsedJson& object, std::string_view key) {
  static const ParsedJson nothing;
  const auto found = object.find(key);
  return found == object.end() ? nothing : *found;
}

std::optional<double> number_in(const ParsedJson& object, std::string_view key) {
  const ParsedJson& value = member(object, key);
  if (value.is_null()) return std::nullopt;
  if (!value.is_number()) refuse(fmt::format("holds something in '{}' that is not a number", key));
  return finite(value.get<double>());
}

std::optional<std::string> text_in(const ParsedJson& object, std::string_view key) {
  const ParsedJson& value = member(object, key);
  if (value.is_null()) return std::nullopt;
  if (!value.is_string()) refuse(fmt::format("holds something in '{}' that is not a text", key));
  return value.get<std::string>();
}

std::string name_in(const ParsedJson& object, std::string_view key) {
  if (!object.is_object()) refuse("has an entry that is not an object");
  const auto text = text_in(object, key);
  if (!text) refuse(fmt::format("has an entry without '{}'", key));
  return *text;
}

std::size_t clusters_in(const ParsedJson& object) {
  const auto clusters = number_in(object, keys::clusters);
  return clusters && *clusters >= 0 && *clusters < 1e15 ? static_cast<std::size_t>(*clusters) : 0;
}

std::optional<Measurement> measurement_in(const ParsedJson& object, std::optional<double> actual) {
  const auto n = number_in(object, figure_keys::n), n_effective = number_in(object, figure_keys::n_effective);
  if (!actual || !n || !n_effective || !(*n >= 0) || !(*n < 1e15)) return std::nullopt;
  return Measurement{.n = static_cast<std::size_t>(*n),
                     .n_effective = *n_effective,
                     .mean = *actual,
                     .sd = number_in(object, figure_keys::sd),
                     .interval = {},
                     .clusters = clusters_in(object)};
}

/// Null is a number that nobody could count; an older program did not write any.
double lost_in(const ParsedJson& object, std::string_view key) {
  if (!object.is_object() || !object.contains(key)) return 0;
  const double lost = number_in(object, key).value_or(AnswerSums::uncounted);
  if (lost < 0) refuse(fmt::format("holds less than nothing in '{}'", key));
  return lost;
}

std::optional<Share> share_in(const ParsedJson& object, const char* count, const char* of) {
  if (!object.is_object()) return std::nullopt;
  const auto some = number_in(object, count), all = number_in(object, of);
  if (!some || !all || !(*some >= 0) || !(*all < 1e15)) return std::nullopt;
  const auto within = static_cast<std::size_t>(*some), n = static_cast<std::size_t>(*all);
  const auto value = number_in(object, keys::share), n_effective = number_in(object, keys::n_effective);
  return value && n_effective ? share_of(within, n, *value, *n_effective) : share_of(within, n);
}

/// What an older program did not write is not known.
std::vector<WaveFigure> shares_in(const ParsedJson& object, const std::string& id) {
  std::vector<WaveFigure> shares;
  const auto add = [&](Measure measure, const std::optional<Share>& share) {
    if (share) shares.push_back({measure, id, "", *share});
  };
  static const ParsedJson nothing = ParsedJson::object();
  const ParsedJson& kept = member(object, keys::kept);
  add(Measure::thumbs_up, share_in(member(object, keys::thumbs), keys::up, keys::n));
  if (!shares.empty()) shares.back().lost = lost_in(member(object, keys::lost), keys::thumbs);
  add(Measure::top_two, share_in(member(object, keys::top_two), keys::count, keys::of));
  add(Measure::standard_kept, share_in(member(kept.is_object() ? kept : nothing, keys::standard), keys::count, keys::of));
  add(Measure::promise_kept, share_in(member(kept.is_object() ? kept : nothing, keys::promise), keys::count, keys::of));
  return shares;
}

std::optional<WaveFigure> outcome_in(const ParsedJson& object) {
  const std::string id = name_in(object, keys::id), source = name_in(object, keys::source);
  const auto n = number_in(object, keys::n_effective), promoters = number_in(object, keys::promoters),
             detractors = number_in(object, keys::detractors);
  const double lost = lost_in(object, keys::lost);
  if (n && promoters && detractors && *n > 0)
    return WaveFigure{Measure::outcome, id, source, Recommendations{*n, *promoters, *detractors}, lost};
  const auto mean = measurement_in(object, number_in(object, keys::value));
  return mean ? std::optional(WaveFigure{Measure::outcome, id, source, *mean, lost}) : std::nullopt;
}

KnownKpi kpi_in(const ParsedJson& object) {
  const std::string id = name_in(object, keys::id);
  const ParsedJson& of = member(object, keys::of);
  return {name_in(of, keys::kind), text_in(of, keys::id).value_or(""), id, number_in(object, keys::value), number_in(object, keys::target)};
}

KnownTouchpoint touchpoint_in(const ParsedJson& object) {
  KnownTouchpoint touchpoint{.id = name_in(object, figure_keys::id), .actual = {}, .kind = {}, .measurement = {}};
  touchpoint.actual = number_in(object, figure_keys::actual);
  if (const auto kind = text_in(object, figure_keys::actual_kind)) touchpoint.kind = word_from<ActualKind>(*kind);
  if (touchpoint.kind == ActualKind::measured) touchpoint.measurement = measurement_in(object, touchpoint.actual);
  touchpoint.shares = shares_in(object, touchpoint.id);
  touchpoint.importance = number_in(object, keys::importance);
  touchpoint.target = number_in(object, keys::target);
  touchpoint.company = number_in(object, keys::company);
  touchpoint.customer = number_in(object, keys::customer);
  touchpoint.adequate = number_in(object, keys::adequate);
  if (const ParsedJson& aims = member(object, keys::aims); aims.is_object()) {
    touchpoint.is_asked = member(aims, keys::asked) != false;
    touchpoint.standard = number_in(aims, keys::standard);
    touchpoint.promise = number_in(aims, keys::promise);
  }
  touchpoint.is_moment_of_truth = member(object, keys::moment_of_truth) == true;
  touchpoint.name = text_in(object, keys::name).value_or("");
  touchpoint.department = text_in(object, keys::department).value_or("");
  touchpoint.said = text_in(object, keys::said);
  touchpoint.lost = lost_in(member(object, keys::lost), figure_keys::actual);
  return touchpoint;
}

/// Without how far what breaks it is over the limit: the touchpoints' own figures are held against those now.
KnownGate gate_in(const ParsedJson& object) {
  KnownGate gate{.name = name_in(object, keys::gate_name), .value = number_in(object, keys::gate_value)};
  const ParsedJson &holds = member(object, keys::gate_holds), &breaking = member(object, keys::gate_breaking);
  if (holds.is_boolean()) gate.holds = holds.get<bool>();
  gate.is_told = breaking.is_array();
  if (!gate.is_told) return gate;
  for (const ParsedJson& id : breaking) {
    if (!id.is_string()) refuse(fmt::format("holds something in '{}' that is not a text", keys::gate_breaking));
    gate.breaking[id.get<std::string>()] = std::nullopt;
  }
  return gate;
}

std::optional<WaveFigure> delivered_from(const ParsedJson& summary) {
  if (!summary.is_object()) return std::nullopt;
  const auto value = number_in(summary, summary_keys::delivered), mean = number_in(summary, summary_keys::with_ends),
             error = number_in(summary, summary_keys::error), respondents = number_in(summary, summary_keys::respondents);
  if (!value || !mean || !error || !respondents || !(*error >= 0) || !(*respondents > 0)) return std::nullopt;
  const double n = *respondents + answers_at_ends;
  const bool is_clustered = text_in(summary, summary_keys::kind) == name_of(IntervalKind::clusters);
  const Moments moments{.n = n, .mean = *mean, .sd = *error * std::sqrt(n), .fewest = is_clustered ? *respondents : 0};
  return WaveFigure{Measure::delivered, "", "", DeliveredFigure{*value, moments}};
}

/// Of what is written already with the figures, and the terms.
Yardsticks yardsticks_in(const ParsedJson& document) {
  Yardsticks yardsticks;
  const auto each_in = [&](std::string_view key, const auto& look) {
    if (const ParsedJson& list = member(document, key); list.is_array()) std::ranges::for_each(list, look);
  };
  each_in(keys::gates, [&](const ParsedJson& gate) {
    if (const auto limit = number_in(gate, keys::gate_limit)) yardsticks.limits[name_in(gate, keys::gate_name)] = *limit;
  });
  each_in(keys::kpis, [&](const ParsedJson& kpi) {
    const KnownKpi known = kpi_in(kpi);
    const auto better = text_in(kpi, keys::better);
    if (known.target && better) yardsticks.targets[key_of_kpi(known.kind, known.of, known.id)] = {*known.target, *better};
  });
  each_in(keys::outcomes, [&](const ParsedJson& outcome) {
    if (const auto target = number_in(outcome, keys::target))
      yardsticks.targets.emplace(key_of_outcome(name_in(outcome, keys::id)), KnownTarget{*target, "higher"});
  });
  if (const ParsedJson& terms = member(document, keys::terms); terms.is_object()) {
    for (const auto& [path, text] : terms.items()) yardsticks.terms[path] = text_in(terms, path).value_or("");
  }
  return yardsticks;
}

const ParsedJson& list_in(const ParsedJson& document, std::string_view key) {
  const ParsedJson& list = member(document, key);
  if (!list.is_array()) refuse(fmt::format("has no list '{}'", key));
  return list;
}

}  // namespace

KnownFigures known_figures_from_json(std::string_view json) {
  const ParsedJson document = ParsedJson::parse(json, nullptr, false);
  if (document.is_discarded() || !document.is_object()) refuse("is not a JSON object");
  if (member(document, keys::format_version) != 1) refuse("is not of format version 1");
  const ParsedJson& scale = member(document, keys::scale);
  const auto min = scale.is_object() ? number_in(scale, keys::min) : std::nullopt,
             max = scale.is_object() ? number_in(scale, keys::max) : std::nullopt;
  if (!min || !max) refuse("has no scale");
  KnownFigures known{.scale = {*min, *max}, .persona = text_in(document, keys::persona), .touchpoints = {}, .gates = {}};
  known.narrowed_to = text_in(document, keys::narrowed_to).value_or("");
  for (const ParsedJson& touchpoint : list_in(document, keys::touchpoints)) known.touchpoints.push_back(touchpoint_in(touchpoint));
  for (const ParsedJson& gate : list_in(document, keys::gates)) known.gates.push_back(gate_in(gate));
  known.delivered = delivered_from(member(document, "summary"));
  if (const ParsedJson& outcomes = member(document, keys::outcomes); outcomes.is_array()) {
    for (const ParsedJson& outcome : outcomes) {
      if (auto figure = outcome_in(outcome)) known.outcomes.push_back(std::move(*figure));
    }
  }
  if (const ParsedJson& kpis = member(document, keys::kpis); kpis.is_array()) {
    for (const ParsedJson& kpi : kpis) known.kpis.push_back(kpi_in(kpi));
  }
  known.yardsticks = yardsticks_in(document);
  if (const std::string fault = fault_of(known); !fault.empty()) refuse(fault);
  return known;
}

}  // namespace mot
