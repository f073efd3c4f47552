#include "mot/evidence/database_failure.h"

#include <fmt/format.h>

#include "mot/text/utf8.h"

namespace mot {

std::string message_with_place(const Sources& sources, const DatabaseFailure& failure) {
  const Position position = sources.begin_of(failure.span());
  return fmt::format("{}:{}:{}: {}", printable(sources[failure.span().file].name), position.line, position.column, failure.what());
}

}  // namespace mot
