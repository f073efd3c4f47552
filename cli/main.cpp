#include <malloc.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "mot/write/file.h"
#include "run.h"

namespace {

/// Columns of the terminal that standard output is, or 0.
std::size_t columns_of_out() {
  winsize size = {};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/// A picture makes large texts and drops them again: memory that is kept costs no second round of page faults.
void keep_memory() {
#ifdef __GLIBC__
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_TOP_PAD, 64 << 20);
#endif
}

}  // namespace

int main(int count, char** arguments) {
  keep_memory();
  // A reader that goes away (`mot gaps | head`) ends no run.
  std::signal(SIGPIPE, SIG_IGN);
  mot::tidy_up_on_signals();
  const std::vector<std::string> words(arguments + (count > 0 ? 1 : 0), arguments + count);
  const int code =
      mot::run(words, {std::cin, std::cout, std::cerr, isatty(STDOUT_FILENO) == 1, isatty(STDERR_FILENO) == 1, columns_of_out()});
  // A thread may still wait for a database that was given up: nothing is torn down under it.
  std::cout.flush();
  std::cerr.flush();
  std::_Exit(code);
}
