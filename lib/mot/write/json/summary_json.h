// The figures of all touchpoints as JSON.
#pragma once

#include "mot/analysis/analysis.h"
#include "mot/write/json/json_values.h"

namespace mot {

/// Keys that are written and read again.
namespace summary_keys {
inline constexpr const char* delivered = "delivered";
inline constexpr const char* with_ends = "delivered_with_ends";
inline constexpr const char* error = "delivered_error";
inline constexpr const char* kind = "delivered_interval_kind";
inline constexpr const char* respondents = "delivered_respondents";
}  // namespace summary_keys

Json summary_json(const Summary& summary);

}  // namespace mot
