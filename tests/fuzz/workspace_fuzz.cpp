// For libFuzzer: any bytes as a whole workspace, through reading, rules, fixes, figures and pictures.
#include <cstdint>

#include "workspace_promises.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  mot::WorkspacePromises::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
