#include "theme_option.h"

namespace mot {

const Theme& theme_of(const Arguments& arguments) {
  const auto name = arguments.text("--theme");
  for (const NamedTheme& theme : themes()) {
    if (theme.name == name) return theme.theme;
  }
  return light_theme();
}

}  // namespace mot
