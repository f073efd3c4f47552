// Pages made in processes of their own: what crashes there, hangs or leaks costs a page and not the server.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace mot::serve {

/// Forks at once, so it has to be made while the program has one thread; that process forks again to draw, and anew after what went wrong
/// or has drawn many pages.
class Drawer {
 public:
  /// `draw` makes what is asked for; what it throws is its own affair.
  Drawer(std::function<std::string(char what)> draw, std::chrono::seconds limit);
  ~Drawer();
  Drawer(const Drawer&) = delete;
  Drawer& operator=(const Drawer&) = delete;

  /// What was made; nothing where that crashed or took longer than the limit. For one thread at a time.
  std::optional<std::string> drawn(char what);

 private:
  int socket_ = -1;
  pid_t process_ = -1;
};

}  // namespace mot::serve
