#include "mot/write/explain_formats.h"

#include "mot/write/explanation_json.h"
#include "mot/write/explanation_text.h"
#include "mot/write/rule_json.h"
#include "mot/write/rule_text.h"

namespace mot {

std::span<const ExplainFormat> explain_formats() {
  static constexpr ExplainFormat formats[] = {{"text", ".txt", rule_text, explanation_text},
                                              {"json", ".json", rule_json, explanation_json}};
  return formats;
}

}  // namespace mot
