// What failed about a database, with the place where the workspace names it.
#pragma once

#include <string>

#include "mot/text/errors.h"
#include "mot/text/source.h"

namespace mot {

/// `mot.yaml:12:14: source 'warehouse': …`
std::string message_with_place(const Sources& sources, const DatabaseFailure& failure);

/// Does the work; a database's failure is thrown on with its place before its message.
template <class Work>
auto with_places(const Sources& sources, const Work& work) {
  try {
    return work();
  } catch (const DatabaseFailure& failure) {
    throw DatabaseFailure(failure.span(), message_with_place(sources, failure));
  }
}

}  // namespace mot
