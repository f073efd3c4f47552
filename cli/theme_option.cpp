#include "theme_option.h"

namespace mot {

const Theme& theme_of(const Arguments& arguments) {
  return chosen_in<themes>(arguments, "--theme").theme;
}

}  // namespace mot
