#include "mot/draw/pptx/zip_writer.h"

#include <fmt/format.h>
#include <minizip/zip.h>
#include <zlib.h>

#include <algorithm>
#include <cstring>

#include "mot/text/errors.h"

namespace mot::pptx {
namespace {

constexpr uLong first_of_january_1980 = (1 << 21) | (1 << 16);
constexpr int level = 6;

/// minizip writes through callbacks, and goes back to fill in what it knows only at a part's end.
struct Memory {
  std::string bytes;
  std::size_t at = 0;
};

zlib_filefunc64_def functions_on(Memory& memory) {
  zlib_filefunc64_def functions{};
  functions.opaque = &memory;
  functions.zopen64_file = [](voidpf opaque, const void*, int) -> voidpf { return opaque; };
  functions.zread_file = [](voidpf, voidpf stream, void* buffer, uLong size) -> uLong {
    Memory& file = *static_cast<Memory*>(stream);
    const std::size_t count = std::min<std::size_t>(size, file.bytes.size() - std::min(file.at, file.bytes.size()));
    std::memcpy(buffer, file.bytes.data() + file.at, count);
    file.at += count;
    return count;
  };
  functions.zwrite_file = [](voidpf, voidpf stream, const void* buffer, uLong size) -> uLong {
    Memory& file = *static_cast<Memory*>(stream);
    if (file.bytes.size() < file.at + size) file.bytes.resize(file.at + size);
    std::memcpy(file.bytes.data() + file.at, buffer, size);
    file.at += size;
    return size;
  };
  functions.ztell64_file = [](voidpf, voidpf stream) -> ZPOS64_T { return static_cast<Memory*>(stream)->at; };
  functions.zseek64_file = [](voidpf, voidpf stream, ZPOS64_T offset, int origin) -> long {
    Memory& file = *static_cast<Memory*>(stream);
    const ZPOS64_T base = origin == ZLIB_FILEFUNC_SEEK_SET ? 0 : origin == ZLIB_FILEFUNC_SEEK_CUR ? file.at : file.bytes.size();
    if (base + offset > file.bytes.size()) return -1;
    file.at = base + offset;
    return 0;
  };
  functions.zclose_file = [](voidpf, voidpf) -> int { return 0; };
  functions.zerror_file = [](voidpf, voidpf) -> int { return 0; };
  return functions;
}

void refuse(int result, std::string_view name) {
  if (result != ZIP_OK) throw DrawingFailed(fmt::format("minizip could not pack '{}'", name));
}

}  // namespace

std::string zipped(const std::vector<Part>& parts) {
  Memory memory;
  zlib_filefunc64_def functions = functions_on(memory);
  const zipFile file = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
  if (file == nullptr) throw DrawingFailed("minizip does not start");
  zip_fileinfo information{};
  information.dosDate = first_of_january_1980;
  for (const Part& part : parts) {
    refuse(zipOpenNewFileInZip(file, part.name.c_str(), &information, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, level), part.name);
    refuse(zipWriteInFileInZip(file, part.bytes.data(), static_cast<unsigned>(part.bytes.size())), part.name);
    refuse(zipCloseFileInZip(file), part.name);
  }
  refuse(zipClose(file, nullptr), "the whole");
  return std::move(memory.bytes);
}

}  // namespace mot::pptx
