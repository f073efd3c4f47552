#include "mot/write/json/distribution_json.h"

#include <numeric>

#include "mot/tables/distribution_table.h"

namespace mot {

Json distribution_json(const Distribution& distribution, const Scale& scale) {
  if (distribution.n() == 0) return nullptr;
  const double weight = std::accumulate(distribution.weights.begin(), distribution.weights.end(), 0.0);
  Json parts = Json::array();
  for (std::size_t i = 0; i < distribution.parts(); ++i) {
    const auto [from, to] = part_of_scale(distribution, i, scale);
    parts.push_back({{"from", from}, {"to", to}, {"count", distribution.counts[i]}, {"share", distribution.weights[i] / weight}});
  }
  return {{"of", distribution.n()}, {"parts", std::move(parts)}};
}

}  // namespace mot
