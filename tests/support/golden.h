// Files below tests/golden, which were looked at when they were written.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace mot::testing {

/// Compares with a file below tests/golden; writes it instead where MOT_GOLDEN is 1.
inline void check_golden(const std::string& name, const std::string& text) {
  const std::string path = std::string(MOT_SOURCE_DIR) + "/tests/golden/" + name;
  const char* refresh = std::getenv("MOT_GOLDEN");
  if (refresh && std::string(refresh) == "1") std::ofstream(path, std::ios::binary) << text;
  std::ifstream in(path, std::ios::binary);
  const std::string golden{std::istreambuf_iterator<char>(in), {}};
  CHECK(text == golden);
}

}  // namespace mot::testing
