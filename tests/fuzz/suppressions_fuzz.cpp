// For libFuzzer: comments that silence findings, in a file that has something to silence on most lines. The bytes stand as the comments of
// a workspace, a line each, so that nearly all of them are read as suppressions.
#include <cstdint>
#include <string>

#include "workspace_promises.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text = "touchpoints:\n";
  std::size_t number = 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (std::size_t begin = 0; begin < bytes.size() && number < 40; ++number) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    text += "# mot: " + std::string(bytes.substr(begin, end - begin)) + "\n- { id: t-" + std::to_string(number) + ", name: T }\n";
    begin = end + 1;
  }
  mot::WorkspacePromises::check(text);
  return 0;
}
