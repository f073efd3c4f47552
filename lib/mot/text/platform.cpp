#include "mot/text/platform.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace mot {

int memory_file() {
#ifdef __linux__
  return ::memfd_create("mot", MFD_CLOEXEC);
#else
  std::FILE* const file = std::tmpfile();
  if (file == nullptr) return -1;
  const int number = ::fcntl(::fileno(file), F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  std::fclose(file);
  return number;
#endif
}

std::string library_name(std::string_view name, std::string_view version) {
#ifdef __APPLE__
  return fmt::format("{}.{}.dylib", name, version);
#else
  return fmt::format("{}.so.{}", name, version);
#endif
}

namespace {

std::atomic<bool> is_memory_held = false;

constexpr int heap_reserve = 512 << 20;

#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)
/// Addresses count where memory is bounded, used or not.
bool is_memory_bounded() {
  return std::ranges::any_of(std::array{RLIMIT_AS, RLIMIT_DATA}, [](auto resource) {
    rlimit bounds{};
    return ::getrlimit(resource, &bounds) != 0 || bounds.rlim_cur != RLIM_INFINITY;
  });
}

/// Has the heap grow into large pages where the system has them for who asks: addresses alone, nothing is taken before it is used.
void grow_by_large_pages() {
  if (is_memory_bounded()) return;
  constexpr std::uintptr_t page = 2 << 20;
  mallopt(M_TOP_PAD, heap_reserve);
  const auto from = reinterpret_cast<std::uintptr_t>(::sbrk(0));
  void* volatile piece = std::malloc(127 << 10);  // more than is left at the heap's end, less than would be mapped by itself
  std::free(piece);
  const std::uintptr_t first = (from + page - 1) / page * page;
  const auto last = reinterpret_cast<std::uintptr_t>(::sbrk(0));
  if (last > first) ::madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE);
}
#else
void grow_by_large_pages() {}
#endif

}  // namespace

void keep_memory() {
#ifdef __GLIBC__
  constexpr int always = 1 << 30;
  constexpr int step = 64 << 20;
  mallopt(M_TRIM_THRESHOLD, always);
  grow_by_large_pages();
  mallopt(M_TOP_PAD, step);
#endif
}

void hold_memory() {
#ifdef __GLIBC__
  constexpr int largest = 32 << 20;  // of what one request may take and still be kept: no more can be said
  mallopt(M_MMAP_THRESHOLD, largest);
#endif
  keep_memory();
  is_memory_held = true;
}

void give_memory_back() {
#ifdef __GLIBC__
  if (!is_memory_held) malloc_trim(heap_reserve);
#endif
}

void give_reserve_back() {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

bool has_room(std::size_t bytes) {
  void* const there = ::mmap(nullptr, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANON, -1, 0);
  if (there == MAP_FAILED) return false;
  ::munmap(there, bytes);
  return true;
}

bool is_stored(int file) {
#ifdef __APPLE__
  if (::fcntl(file, F_FULLFSYNC) == 0) return true;
#endif
  return ::fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP;
}

}  // namespace mot
