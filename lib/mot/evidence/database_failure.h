// A database that failed, and where the workspace names it.
#pragma once

#include <stdexcept>
#include <string>

#include "mot/text/source.h"

namespace mot {

/// A database could not be queried, through no fault of the file that names it.
class DatabaseFailure : public std::runtime_error {
 public:
  DatabaseFailure(Span span, const std::string& message) : std::runtime_error(message), span_(span) {}
  Span span() const { return span_; }  ///< what names the database

 private:
  Span span_;
};

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
