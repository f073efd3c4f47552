#include "mot/text/for_each_at_once.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <limits>
#include <system_error>
#include <thread>
#include <vector>

namespace mot {
namespace {

/// The address sanitizer's own locks stay as they are at a fork: a child that is begun beside other threads, as one that unpacks a
/// workbook, may wait for them for ever.
#ifdef __SANITIZE_ADDRESS__
constexpr unsigned most_threads = 1;
#else
constexpr unsigned most_threads = std::numeric_limits<unsigned>::max();
#endif

}  // namespace

void for_each_at_once(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work) {
  if (threads == 0) threads = std::max(1u, std::thread::hardware_concurrency());
  threads = std::min(threads, most_threads);
  std::atomic<std::size_t> next = 0;
  std::vector<std::exception_ptr> failures(count);
  const auto work_on = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      try {
        work(i);
      } catch (...) {
        failures[i] = std::current_exception();
      }
    }
  };
  {
    std::vector<std::jthread> helpers;
    try {
      for (std::size_t i = 1; i < std::min<std::size_t>(threads, count); ++i) helpers.emplace_back(work_on);
    } catch (const std::system_error&) {
      // A machine that gives no more threads has its work done by those there are.
    }
    work_on();
  }
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

}  // namespace mot
