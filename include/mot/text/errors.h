// What fails through no fault of a user's file, told apart by what a caller can do about it. Mistakes in files are findings instead.
#pragma once

#include <stdexcept>
#include <string>

#include "mot/text/source.h"

namespace mot {

/// What was named is not there: a path, a revision, a view. `what()` says which, and where it helps what there is.
class NotFound : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Nothing was named, and no `mot.yaml` stands in the folder or above it.
class NoWorkspace : public NotFound {
 public:
  using NotFound::NotFound;
};

/// What was named is there and cannot be read; `what()` has the path and the system's reason.
class Unreadable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A database could not be queried, or did not answer in time, through no fault of the file that names it.
class DatabaseFailure : public std::runtime_error {
 public:
  DatabaseFailure(Span span, const std::string& message) : std::runtime_error(message), span_(span) {}
  Span span() const { return span_; }  ///< what names the database

 private:
  Span span_;
};

/// A picture could not be drawn: what Graphviz, Pango or Cairo said.
class DrawingFailed : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What was asked for is larger than a limit; `what()` says the limit and what would stay within it.
class TooLarge : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace mot
