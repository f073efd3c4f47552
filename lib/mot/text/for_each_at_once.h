// Work on many things, several at a time.
#pragma once

#include <cstddef>
#include <functional>

namespace mot {

/// Does a piece of work for each of `count` things in `threads` threads (0: as many as the machine has), or in as many of them as the
/// system gives. Throws what the first of the things throws, once all are done.
void for_each_at_once(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work);

}  // namespace mot
