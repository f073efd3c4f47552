// The whole program, in process, and what its tests look at.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "run.h"
#include "support/text_parts.h"

namespace mot::testing {

/// What a run left behind.
struct Ran {
  int code = 0;
  std::string out;
  std::string err;
};

/// No variable of the environment is set.
inline char* no_variable(const char*) {
  return nullptr;
}

/// Where the program finds itself.
struct Surroundings {
  std::string in = {};
  bool out_is_terminal = false;
  std::size_t out_columns = 0;
  char* (*variable)(const char* name) = no_variable;
};

inline Ran run_mot(const std::vector<std::string>& arguments, const Surroundings& surroundings = {}) {
  std::istringstream in(surroundings.in);
  std::ostringstream out, err;
  const int code = run(arguments, {in, out, err, surroundings.out_is_terminal, false, surroundings.out_columns, surroundings.variable});
  return {code, out.str(), err.str()};
}

/// All bytes of a file; none where there is no such file.
inline std::string text_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Where the program stands for the time of a test.
class WorkingDirectory {
 public:
  explicit WorkingDirectory(const std::filesystem::path& path) : before_(std::filesystem::current_path()) {
    std::filesystem::current_path(path);
  }
  ~WorkingDirectory() { std::filesystem::current_path(before_); }
  WorkingDirectory(const WorkingDirectory&) = delete;
  WorkingDirectory& operator=(const WorkingDirectory&) = delete;

 private:
  std::filesystem::path before_;
};

/// A workspace file with one error.
inline constexpr const char* faulty =
    "project:\n"
    "  name: Shop\n"
    "  skale: { min: 0, max: 10 }\n";

}  // namespace mot::testing
