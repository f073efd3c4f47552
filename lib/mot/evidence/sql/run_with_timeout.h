// Work that is given up when it takes too long.
#pragma once

#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

namespace mot::evidence {

/// The result of the work; nothing where it takes longer. Then it goes on by itself, so it must own all that it touches. Throws what the
/// work throws.
template <class Work>
auto run_with_timeout(std::chrono::seconds timeout, Work work) -> std::optional<decltype(work())> {
  auto task = std::make_shared<std::packaged_task<decltype(work())()>>(std::move(work));
  auto result = task->get_future();
  std::thread([task] { (*task)(); }).detach();
  if (result.wait_for(timeout) != std::future_status::ready) return std::nullopt;
  return result.get();
}

}  // namespace mot::evidence
