#include "mot/text/platform.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>

#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef __linux__
#include <sys/mman.h>
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

}  // namespace

void keep_memory() {
#ifdef __GLIBC__
  constexpr int always = 1 << 30;
  constexpr int step = 64 << 20;
  mallopt(M_TRIM_THRESHOLD, always);
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
  if (!is_memory_held) malloc_trim(0);
#endif
}

bool is_stored(int file) {
#ifdef __APPLE__
  if (::fcntl(file, F_FULLFSYNC) == 0) return true;
#endif
  return ::fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP;
}

}  // namespace mot
