// The table of formats in which `mot explain` speaks, of a rule and of what is in a workspace alike.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "mot/findings/rule.h"
#include "mot/tables/explanation/explanation.h"
#include "mot/text/source.h"
#include "mot/write/tables/table_formats.h"

namespace mot {

struct ExplainFormat {
  std::string_view name;
  std::string_view extension;  ///< with its dot
  Readers readers;             ///< for whom what is explained of a workspace is to be told
  std::string (*write_rule)(const Rule& rule);
  std::string (*write_explanation)(const Explanation& explanation, const Sources& sources);
};

/// The default one stands first.
std::span<const ExplainFormat> explain_formats();

}  // namespace mot
