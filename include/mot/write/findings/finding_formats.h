// The table of formats findings are written in: the choices of --format, the extensions of -o, and the functions.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "mot/write/findings/finding_report.h"

namespace mot {

struct FindingFormat {
  std::string_view name;
  std::string_view extension;  ///< with its dot; empty where no extension stands for it
  std::string_view shows;      ///< for the help
  std::string (*write)(const FindingReport& report);
};

/// The default one stands first.
std::span<const FindingFormat> finding_formats();

}  // namespace mot
