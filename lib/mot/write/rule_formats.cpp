#include "mot/write/rule_formats.h"

#include "mot/write/rule_json.h"
#include "mot/write/rule_text.h"

namespace mot {

std::span<const RuleFormat> rule_formats() {
  static constexpr RuleFormat formats[] = {{"text", ".txt", rule_text}, {"json", ".json", rule_json}};
  return formats;
}

}  // namespace mot
