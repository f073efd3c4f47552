#include "mot/analysis/interval_names.h"

namespace mot {

std::string_view interval_ground(IntervalKind kind) {
  switch (kind) {
    case IntervalKind::respondents:
      return "by respondents";
    case IntervalKind::clusters:
      return "by clusters";
    case IntervalKind::as_if_others:
      return "at least: as if each question were asked of other people";
    case IntervalKind::paired:
      return "paired";
    case IntervalKind::welch:
      return "as if other people had been asked what they want";
    case IntervalKind::mean:
      break;
  }
  return "";
}

}  // namespace mot
