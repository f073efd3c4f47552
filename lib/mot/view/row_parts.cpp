#include "mot/view/row_parts.h"

#include <algorithm>

namespace mot {

namespace {

constexpr std::string_view of_blueprint[] = {"what else is written", "tangibles", "what customers do on branches",
                                             "what carries moments and falls little short"};
constexpr std::string_view of_lanes[] = {"what else is written", "voices", "actions"};

constexpr struct {
  std::string_view view;
  std::span<const std::string_view> parts;
} views_in_rows[] = {{"blueprint", of_blueprint}, {"journey", of_lanes}};

}  // namespace

std::span<const std::string_view> row_parts(std::string_view view) {
  const auto found = std::ranges::find(views_in_rows, view, [](const auto& one) { return one.view; });
  return found == std::end(views_in_rows) ? std::span<const std::string_view>() : found->parts;
}

}  // namespace mot
