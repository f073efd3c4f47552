// Libraries that speak to standard error on their own, heard instead of shown.
#pragma once

#include <string>

namespace mot {

/// The descriptor of standard error, also while it is taken over: for the last word of a signal handler.
int real_standard_error();

/// Takes standard error over while it lives. For a thread at a time: it is one for the whole program.
class StandardErrorTaken {
 public:
  StandardErrorTaken();
  ~StandardErrorTaken();
  StandardErrorTaken(const StandardErrorTaken&) = delete;
  StandardErrorTaken& operator=(const StandardErrorTaken&) = delete;

  /// Gives standard error back, with what was said to it; nothing more the second time.
  std::string given_back();

 private:
  int real_ = -1;  ///< while ours stands in for it
  int capture_ = -1;
};

}  // namespace mot
