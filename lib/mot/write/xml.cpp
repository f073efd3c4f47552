#include "mot/write/xml.h"

#include <algorithm>
#include <iterator>

#include "mot/text/utf8.h"

namespace mot {
namespace {

struct XmlReference {
  char sign;
  std::string_view reference;
};
constexpr XmlReference references[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}};

}  // namespace

std::string xml_text(std::string_view text) {
  std::string escaped;
  const std::string shown = printable(text);
  escaped.reserve(shown.size());
  for (const char sign : shown) {
    const auto* found = std::ranges::find(references, sign, &XmlReference::sign);
    if (found == std::end(references)) {
      escaped += sign;
    } else {
      escaped += found->reference;
    }
  }
  return escaped;
}

}  // namespace mot
