#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <streambuf>
#include <string>
#include <vector>

#include "mot/text/platform.h"
#include "mot/write/file.h"
#include "run.h"

namespace {

/// Columns of the terminal that standard output is, or 0.
std::size_t columns_of_out() {
  winsize size = {};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/// A closed descriptor would be given to the next file that is opened, which would then be read as input or written over as output:
/// something stands in its place that can't be used for what it is for.
void occupy_closed_descriptors() {
  constexpr int useless[] = {O_WRONLY, O_RDONLY, O_RDONLY};
  for (int number = STDIN_FILENO; number <= STDERR_FILENO; ++number) {
    if (::fcntl(number, F_GETFD) < 0 && errno == EBADF) ::open("/dev/null", useless[number]);
  }
}

/// Standard input, for which the stream of the library can't tell a failure from the end.
class InputBuffer : public std::streambuf {
 protected:
  int_type underflow() override {
    ssize_t count = 0;
    do count = ::read(STDIN_FILENO, block_, sizeof block_);
    while (count < 0 && errno == EINTR);
    if (count < 0) throw std::ios_base::failure("read");  // the stream is then bad, and errno says why
    setg(block_, block_, block_ + count);
    return count == 0 ? traits_type::eof() : traits_type::to_int_type(block_[0]);
  }

 private:
  char block_[1 << 16];
};

}  // namespace

int main(int count, char** arguments) {
  occupy_closed_descriptors();
  mot::keep_memory();  // a picture makes large texts and drops them again
  // A reader that goes away (`mot gaps | head`) ends no run.
  std::signal(SIGPIPE, SIG_IGN);
  mot::tidy_up_on_signals();
  const std::vector<std::string> words(arguments + (count > 0 ? 1 : 0), arguments + count);
  static InputBuffer input;
  std::istream in(&input);
  const int code = mot::run(words, {in, std::cout, std::cerr, isatty(STDOUT_FILENO) == 1, isatty(STDERR_FILENO) == 1, columns_of_out()});
  // A thread may still wait for a database that was given up: nothing is torn down under it.
  std::cout.flush();
  std::cerr.flush();
  std::_Exit(code);
}
