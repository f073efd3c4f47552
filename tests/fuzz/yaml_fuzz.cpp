// For libFuzzer: any bytes are read without a crash, a hang or a broken promise.
#include <cstdint>

#include "yaml_promises.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  mot::yaml::Promises::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
