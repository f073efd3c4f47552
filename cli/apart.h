// Work done in processes of their own, several at a time: libraries that know one thread draw side by side so, and what crashes ends alone.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>

namespace mot {

/// How a piece of work ended.
struct Ended {
  int code = 0;
  std::string said;     ///< what it wrote: text or bytes
  std::string failure;  ///< what was thrown, or that it ended before its time; empty where all went well
};

/// Does `count` pieces of work, as many at a time as the machine has processors, and tells how each ended, in their order. `work` gives its
/// exit code and writes what its parent is told; what it throws is its failure, with 2 as its code. To be called while no other thread
/// holds what the work takes.
void do_apart(std::size_t count, const std::function<int(std::size_t index, std::ostream& out)>& work,
              const std::function<void(std::size_t index, const Ended& ended)>& ended);

}  // namespace mot
