// minizip reads through callbacks; here they read from memory, so that a file may come from the disk or from a revision alike.
#include "mot/evidence/sheets/zip_archive.h"

#include <fmt/format.h>
#include <minizip/unzip.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "mot/evidence/sheets/sheet_fault.h"

namespace mot::evidence {

struct ZipArchive::Memory {
  std::string_view bytes;
  std::size_t at = 0;
};

namespace {

constexpr std::size_t most_parts = 10'000;
constexpr std::size_t most_unpacked = 512u << 20;  // bytes of all parts together

template <class Memory>
zlib_filefunc64_def functions_on(Memory& memory) {
  zlib_filefunc64_def functions{};
  functions.opaque = &memory;
  functions.zopen64_file = [](voidpf opaque, const void*, int) -> voidpf { return opaque; };
  functions.zread_file = [](voidpf, voidpf stream, void* buffer, uLong size) -> uLong {
    Memory& file = *static_cast<Memory*>(stream);
    const std::string_view part = file.bytes.substr(std::min(file.at, file.bytes.size()), size);
    std::memcpy(buffer, part.data(), part.size());
    file.at += part.size();
    return part.size();
  };
  functions.zwrite_file = [](voidpf, voidpf, const void*, uLong) -> uLong { return 0; };
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

}  // namespace

/// Unpacks the part that is open.
class PartStream : public ByteStream {
 public:
  explicit PartStream(ZipArchive& archive) : archive_(archive) {}
  std::optional<std::size_t> read(std::span<char> buffer) override {
    const int count = unzReadCurrentFile(archive_.file_, buffer.data(), static_cast<unsigned>(buffer.size()));
    if (count < 0) throw SheetFault("is damaged: a part of it can't be unpacked; save it anew");
    archive_.unpacked_ += static_cast<std::size_t>(count);
    if (archive_.unpacked_ > most_unpacked)
      throw SheetFault(fmt::format("unpacks to more than {} MiB; is it a survey?", most_unpacked >> 20));
    return static_cast<std::size_t>(count);
  }

 private:
  ZipArchive& archive_;
};

ZipArchive::ZipArchive(std::string_view bytes) : memory_(std::make_unique<Memory>(Memory{bytes})) {
  zlib_filefunc64_def functions = functions_on(*memory_);
  file_ = unzOpen2_64("", &functions);
  if (file_ == nullptr) throw SheetFault("is no workbook, or is cut off; save it anew as .xlsx, .ods or .csv");
  int state = unzGoToFirstFile(file_);
  for (; state == UNZ_OK; state = unzGoToNextFile(file_)) {
    if (names_.size() == most_parts) break;
    std::array<char, 512> name{};
    unz_file_info64 information{};
    if (unzGetCurrentFileInfo64(file_, &information, name.data(), name.size() - 1, nullptr, 0, nullptr, 0) != UNZ_OK) break;
    names_.emplace_back(name.data());
  }
  if (state != UNZ_END_OF_LIST_OF_FILE) {
    unzClose(file_);
    throw SheetFault("is damaged: the list of its parts can't be read; save it anew");
  }
}

ZipArchive::~ZipArchive() {
  unzClose(file_);
}

bool ZipArchive::has(std::string_view name) const {
  return std::ranges::find(names_, name) != names_.end();
}

bool ZipArchive::has_below(std::string_view folder) const {
  return std::ranges::any_of(names_, [folder](const std::string& name) { return name.starts_with(folder); });
}

std::unique_ptr<ByteStream> ZipArchive::open(const std::string& name) {
  unzCloseCurrentFile(file_);
  constexpr int case_matters = 1;
  unz_file_info64 information{};
  if (unzLocateFile(file_, name.c_str(), case_matters) != UNZ_OK ||
      unzGetCurrentFileInfo64(file_, &information, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK)
    throw SheetFault(fmt::format("is no whole workbook: it lacks its part '{}'; save it anew", name));
  if ((information.flag & 1) != 0) throw SheetFault("is encrypted with a password; save it without one");
  if (unzOpenCurrentFile(file_) != UNZ_OK) throw SheetFault("is damaged: a part of it can't be unpacked; save it anew");
  return std::make_unique<PartStream>(*this);
}

}  // namespace mot::evidence
