#include "mot/write/explain/explain_formats.h"

#include "mot/write/explain/explanation_text.h"
#include "mot/write/explain/rule_text.h"
#include "mot/write/json/explanation_json.h"
#include "mot/write/json/rule_json.h"

namespace mot {

std::span<const ExplainFormat> explain_formats() {
  static constexpr ExplainFormat formats[] = {{"text", ".txt", Readers::people, rule_text, explanation_text},
                                              {"json", ".json", Readers::programs, rule_json, explanation_json}};
  return formats;
}

}  // namespace mot
