#include "mot/view/blueprint/pieces.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "mot/text/utf8.h"

namespace mot::blueprint {

namespace {

/// How people write that somebody waits.
constexpr std::string_view words_of_waiting[] = {"wait",     "queue",    "stands in line", "stand in line", "warte", "steht an",
                                                 "schlange", "patiente", "espera",         "aspetta",       "等待",  "انتظر"};

bool is_behind(const Touchpoint& touchpoint) {
  return touchpoint.visibility.value != Visibility::frontstage;
}

/// Who supports what in a row.
class Supports {
 public:
  Supports(const Workspace& workspace, const journey::PathColumns& plan, const journey::Band& band)
      : workspace_(workspace), columns_(workspace.touchpoints.size()) {
    for (const journey::Visit& visit : plan.visits)
      if (band.holds(visit.column)) columns_[visit.touchpoint].push_back(visit.column);
  }

  /// A bar over all that it carries; of what carries nothing here an empty one.
  Span of(std::size_t carrier) const {
    Span span{carrier};
    std::set<std::size_t> seen = {carrier};
    std::set<std::size_t> columns;
    add(carrier, span, columns, seen);
    span.columns.assign(columns.begin(), columns.end());
    if (!columns.empty()) span.first = *columns.begin(), span.last = *columns.rbegin();
    return span;
  }

 private:
  void add(std::size_t carrier, Span& span, std::set<std::size_t>& columns, std::set<std::size_t>& seen) const {
    for (const Link<Touchpoint>& link : workspace_.touchpoints[carrier].supports) {
      if (!link.index || !seen.insert(*link.index).second) continue;
      const std::vector<std::size_t>& at = columns_[*link.index];
      if (!at.empty()) span.carried.push_back(*link.index);
      columns.insert(at.begin(), at.end());
      if (is_behind(workspace_.touchpoints[*link.index])) add(*link.index, span, columns, seen);
    }
  }

  const Workspace& workspace_;
  std::vector<std::vector<std::size_t>> columns_;  ///< by touchpoint: where it stands in the row
};

}  // namespace

std::vector<Piece> pieces_of(const journey::PathColumns& plan, const journey::Band& band) {
  std::vector<Piece> pieces;
  const auto add = [&](std::size_t visit, std::size_t column, bool is_main) {
    pieces.push_back({plan.visits[visit].touchpoint, column, is_main, plan.visits[visit].stop});
  };
  for (std::size_t column = band.begin; column < band.end; ++column) {
    if (const auto main = plan.columns[column].main) add(*main, column, true);
    for (const std::size_t aside : plan.columns[column].asides) add(aside, column, false);
  }
  return pieces;
}

std::vector<Span> spans_of(const Workspace& workspace, const journey::PathColumns& plan, const journey::Band& band) {
  const Supports supports(workspace, plan, band);
  std::vector<Span> spans;
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) {
    if (!is_behind(workspace.touchpoints[i])) continue;
    Span carrying = supports.of(i);
    for (const journey::Visit& visit : plan.visits) {
      if (visit.touchpoint != i || !band.holds(visit.column)) continue;
      Span own{i, visit.stop, visit.column, visit.column};
      if (!carrying.columns.empty()) {
        own.first = std::min(own.first, carrying.first), own.last = std::max(own.last, carrying.last);
        own.carried = std::move(carrying.carried), own.columns = std::move(carrying.columns);
        carrying = {};
      }
      spans.push_back(std::move(own));
    }
    if (!carrying.columns.empty()) spans.push_back(std::move(carrying));
  }
  std::ranges::stable_sort(spans, {}, &Span::first);
  return spans;
}

bool is_wait(const Touchpoint& touchpoint) {
  const std::string action = folded(joined(touchpoint.customer_does, "; "));
  return std::any_of(std::begin(words_of_waiting), std::end(words_of_waiting),
                     [&](std::string_view word) { return action.find(word) != std::string::npos; });
}

}  // namespace mot::blueprint
