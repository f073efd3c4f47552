// Brackets: in flow style (`[a, {b: c}]`) tokens need no knowledge of indentation, so what opens and closes can be told from the text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace mot::yaml {

/// Where a scan of flow style ended, and what it met.
struct FlowScan {
  std::vector<std::size_t> open = {};  ///< offsets of the brackets that are still open, the outermost first
  std::size_t end = 0;                 ///< behind the last bracket, or where the scan was to end or met what can't stand in brackets
  std::size_t values = 0;              ///< scalars, aliases and brackets, a lower bound of the nodes
  std::optional<std::size_t> deepest = std::nullopt;    ///< the first bracket that is nested deeper than asked for
  std::optional<std::size_t> in_quotes = std::nullopt;  ///< the opening quote of a scalar that reaches over the end
};

struct FlowRange {
  std::size_t begin;
  std::size_t end;
  std::size_t most_open;  ///< brackets that may be open at a time
};

/// Scans from `begin`, where `open` brackets are open, until as few are open as `until_open` or to the range's end.
FlowScan scan_flow(std::string_view text, const FlowRange& range, std::vector<std::size_t> open, std::size_t until_open);

}  // namespace mot::yaml
