// Where the file names the database that failed.
#pragma once

#include <stdexcept>
#include <string>

#include "mot/evidence/read.h"
#include "mot/text/source.h"

namespace mot {

/// `mot.yaml:12:14: source 'warehouse': …`
std::string message_with_place(const Sources& sources, const DatabaseFailure& failure);

/// Does the work; a database's failure is thrown on as a std::runtime_error that begins with its place.
template <class Work>
auto with_places(const Sources& sources, const Work& work) {
  try {
    return work();
  } catch (const DatabaseFailure& failure) {
    throw std::runtime_error(message_with_place(sources, failure));
  }
}

}  // namespace mot
