// SOCI's back ends, as a table.
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>

#include "mot/model/vocabulary.h"

namespace mot::evidence {

/// What differs between SOCI's back ends.
struct BackEnd {
  DatabaseKind engine;
  std::string_view name;
  std::string_view package;                     ///< Debian's
  std::string_view alive;                       ///< a query that any database answers, and nothing else does
  std::initializer_list<const char*> settings;  ///< statements to begin with; {} is the patience in milliseconds
};

/// In the order of the engines.
std::span<const BackEnd> back_ends();
const BackEnd& back_end_of(DatabaseKind engine);

}  // namespace mot::evidence
