// Keys of the document of gaps that are written, and read again as a baseline.
#pragma once

namespace mot::gaps_keys {

inline constexpr const char* format_version = "format_version";
inline constexpr const char* scale = "scale";
inline constexpr const char* min = "min";
inline constexpr const char* max = "max";
inline constexpr const char* persona = "persona";
inline constexpr const char* touchpoints = "touchpoints";
inline constexpr const char* gates = "gates";
inline constexpr const char* gate_name = "name";
inline constexpr const char* gate_value = "value";
inline constexpr const char* gate_holds = "holds";
inline constexpr const char* gate_breaking = "breaking";
inline constexpr const char* gate_limit = "limit";
inline constexpr const char* name = "name";
inline constexpr const char* department = "department";
inline constexpr const char* said = "said";
inline constexpr const char* outcomes = "outcomes";
inline constexpr const char* id = "id";
inline constexpr const char* source = "source";
inline constexpr const char* value = "value";
inline constexpr const char* n = "n";
inline constexpr const char* n_effective = "n_effective";
inline constexpr const char* sd = "sd";
inline constexpr const char* promoters = "promoters";
inline constexpr const char* detractors = "detractors";
inline constexpr const char* thumbs = "thumbs";
inline constexpr const char* top_two = "top_two";
inline constexpr const char* kept = "kept";
inline constexpr const char* standard = "standard";
inline constexpr const char* promise = "promise";
inline constexpr const char* up = "up";
inline constexpr const char* count = "count";
inline constexpr const char* share = "share";
inline constexpr const char* clusters = "clusters";
inline constexpr const char* importance = "importance";
inline constexpr const char* target = "target";
inline constexpr const char* company = "company";
inline constexpr const char* customer = "customer";
inline constexpr const char* moment_of_truth = "moment_of_truth";
inline constexpr const char* of = "of";
inline constexpr const char* kpis = "kpis";
inline constexpr const char* kind = "kind";
inline constexpr const char* lost = "lost";
inline constexpr const char* narrowed_to = "narrowed_to";
inline constexpr const char* better = "better";
inline constexpr const char* adequate = "adequate";
inline constexpr const char* terms = "terms";
inline constexpr const char* aims = "aims";
inline constexpr const char* asked = "asked";

}  // namespace mot::gaps_keys
