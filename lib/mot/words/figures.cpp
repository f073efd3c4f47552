#include "mot/words/figures.h"

#include <fmt/format.h>

#include <cmath>

#include "mot/text/numbers.h"

namespace mot {

std::string decimal_in(const Wording& wording, double number, int decimals) {
  return wording.number(decimal_text(number, decimals));
}

std::string number_in(const Wording& wording, double number) {
  const std::string digits = fmt::format("{}", std::abs(number));
  return wording.number(number < 0 ? "−" + digits : digits);
}

char decimal_sign_of(const Wording& wording) {
  return wording.number(".").front();
}

std::string filled(std::string_view pattern, Places places) {
  return Wording()(pattern, places);
}

}  // namespace mot
