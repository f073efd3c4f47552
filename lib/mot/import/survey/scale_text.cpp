#include "mot/import/survey/scale_text.h"

#include <fmt/format.h>

#include "mot/evidence/cells/number.h"
#include "mot/import/plain_line.h"
#include "mot/load/fields/codecs.h"

namespace mot::importing {

std::string cell_text(const std::string& text) {
  return evidence::number_from(text) ? text : yaml_text(plain_line(text));
}

std::string scale_text(const ScoreGuess& scores) {
  std::string text = fmt::format("{{ min: {}, max: {}", scores.min, scores.max);
  std::string list;
  for (const std::string& code : scores.missing) list += (list.empty() ? "" : ", ") + cell_text(code);
  if (!list.empty()) text += fmt::format(", missing: [{}]", list);
  list.clear();
  for (const auto& [word, score] : scores.values)
    list += fmt::format("{}{}: {}", list.empty() ? "" : ", ", yaml_text(plain_line(word)), score);
  if (!list.empty()) text += fmt::format(", values: {{ {} }}", list);
  if (scores.labels) text += fmt::format(", labels: {}", mot::name_of(*scores.labels));
  return text + " }";
}

}  // namespace mot::importing
