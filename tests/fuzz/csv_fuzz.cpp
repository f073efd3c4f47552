// For libFuzzer: any bytes are read as a survey without a crash, a hang or a broken promise.
#include <cstdint>

#include "csv_promises.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  mot::evidence::CsvPromises::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
