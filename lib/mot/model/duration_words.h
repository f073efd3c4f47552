// Lengths of time in the words and forms of other languages than a workspace's own English.
#pragma once

#include <string>
#include <string_view>

namespace mot {

/// A text that means a length of time, as a workspace writes it.
struct MeantDuration {
  std::string written;    ///< `3 weeks` for `3 Wochen`; empty where it means none
  bool is_rough = false;  ///< it says `about`, which is left out
  std::string ways;       ///< for a text that may mean several: what to write, `'1 h 30 min' or '1 min 30 s'`
};

/// Reads what `duration_from` does and, in English, German, French, Spanish and Portuguese, `3 Wochen`, `1,5 h`, `1 Std. 20 Min.`,
/// `2 jours`, `1 h 30`, `eine Stunde`, `ca. 10 min`. `1:30` may be hours or minutes, a number alone anything, `10-15 min` is a span: none
/// is read, and `ways` says what to write.
MeantDuration duration_meant_by(std::string_view text);

/// The units that a workspace writes, for messages.
inline constexpr std::string_view duration_units = "s, min, h, days, weeks, months, years";

}  // namespace mot
