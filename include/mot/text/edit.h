// A change of a text that keeps everything else of it.
#pragma once

#include <string>

#include "mot/text/source.h"

namespace mot {

/// The bytes of `span` are to become `replacement`.
struct Edit {
  Span span;
  std::string replacement;
  auto operator<=>(const Edit&) const = default;
};

}  // namespace mot
