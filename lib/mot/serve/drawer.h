// Pages made in processes of their own: what crashes there, hangs or leaks costs a page and not the server.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace mot::serve {

/// What was made, and what whoever goes on after this one has to know; an empty memory: what was known before.
struct Drawing {
  std::string bytes;
  std::string memory = {};
};

/// Makes what is asked for; what it throws is its own affair. `memory` is what was last to be known when its process began.
using Draw = std::function<Drawing(char what, const std::string& memory)>;

/// Forks at once, so it has to be made while the program has one thread; that process forks again to draw, and anew after what went wrong
/// or has drawn many pages.
class Drawer {
 public:
  Drawer(Draw draw, std::chrono::seconds limit);
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
