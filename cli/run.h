// The program: arguments and streams in, an exit code out. `main` only calls it; tests call it in process.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <iosfwd>
#include <span>
#include <string>

namespace mot {

/// What a command reads from and writes to, and what it may know of its surroundings.
struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::size_t out_columns = 0;                        ///< of the terminal; 0: as wide as need be
  char* (*variable)(const char* name) = std::getenv;  ///< a variable of the environment, or null
};

/// Runs one command; `arguments` are without the program's name. 0: fine; 1: findings at or above --fail-on, or a gate broken;
/// 2: wrong usage, or something could not be read or written.
int run(std::span<const std::string> arguments, const Streams& streams);

}  // namespace mot
