#include "mot/model/narrative.h"

namespace mot {

std::string joined(const std::vector<Text>& texts, std::string_view between) {
  std::string all;
  for (const Text& text : texts) all.append(all.empty() ? std::string_view() : between).append(text.value);
  return all;
}

}  // namespace mot
