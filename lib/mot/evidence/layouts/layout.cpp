#include "mot/evidence/layouts/layout.h"

namespace mot::evidence {

std::unique_ptr<Layout> layout_of(const SourceContext& context, ColumnFinder& finder) {
  if (context.source.summary) return summary_layout(context, finder);
  return summed_layout_of(context, finder);
}

std::unique_ptr<SummedLayout> summed_layout_of(const SourceContext& context, ColumnFinder& finder) {
  if (context.source.long_layout) return long_layout(context, finder);
  return wide_layout(context, finder);
}

std::vector<std::string_view> ids_of(const std::vector<Touchpoint>& touchpoints) {
  std::vector<std::string_view> ids;
  for (const Touchpoint& touchpoint : touchpoints) ids.push_back(touchpoint.id.value);
  return ids;
}

}  // namespace mot::evidence
