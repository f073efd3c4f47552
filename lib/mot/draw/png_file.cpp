#include "mot/draw/png_file.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "mot/text/errors.h"
#include "mot/text/late_library.h"
#include "mot/text/platform.h"

namespace mot {
namespace {

#define MOT_ZLIB_FUNCTIONS(each) each(crc32) each(deflateInit_) each(deflate) each(deflateEnd)

struct Zlib {
  MOT_ZLIB_FUNCTIONS(MOT_LATE_MEMBER)
};

Zlib bound() {
  const Binder<DrawingFailed> bind({.file = library_name("libz", "1"), .does = "PNG is written by zlib", .package = "zlib1g"});
  Zlib library;
  MOT_ZLIB_FUNCTIONS(MOT_LATE_BIND)
  return library;
}

const Zlib& zlib() {
  static const Zlib library = bound();
  return library;
}

// Pictures are areas of one colour and letters: a higher level takes twice the time to save a tenth.
constexpr int level = 3;
constexpr std::size_t block = std::size_t{1} << 18;  // bytes of a chunk

// Filters of rows, by the standard's numbers. Of what is drawn with areas, rows as they are compress best, and best of all one that is as
// the row above.
constexpr char as_it_is = 0;
constexpr char less_the_row_above = 2;

void append_number(std::string& bytes, std::uint32_t number) {
  for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>(number >> shift & 0xff);
}

const Bytef* bytes_of(std::string_view text) {
  return reinterpret_cast<const Bytef*>(text.data());
}

void append_chunk(std::string& file, std::string_view type, std::string_view content) {
  append_number(file, static_cast<std::uint32_t>(content.size()));
  const std::size_t begin = file.size();
  file.append(type).append(content);
  const std::string_view summed = std::string_view(file).substr(begin);
  append_number(file, static_cast<std::uint32_t>(zlib().crc32(0, bytes_of(summed), static_cast<uInt>(summed.size()))));
}

/// Compresses what it is given, a chunk whenever enough has come together.
class Compressor {
 public:
  explicit Compressor(std::string& file) : file_(file), chunk_(block, '\0') {
    if (zlib().deflateInit_(&stream_, level, ZLIB_VERSION, static_cast<int>(sizeof stream_)) != Z_OK)
      throw DrawingFailed("zlib does not start");
    empty();
  }
  ~Compressor() { zlib().deflateEnd(&stream_); }
  Compressor(const Compressor&) = delete;
  Compressor& operator=(const Compressor&) = delete;

  void add(std::string_view bytes) {
    stream_.next_in = const_cast<Bytef*>(bytes_of(bytes));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    while (stream_.avail_in > 0) step(Z_NO_FLUSH);
  }
  void finish() {
    while (step(Z_FINISH) != Z_STREAM_END) {
    }
    write_chunk();
  }

 private:
  int step(int flush) {
    if (stream_.avail_out == 0) write_chunk();
    return zlib().deflate(&stream_, flush);
  }
  void empty() {
    stream_.next_out = reinterpret_cast<Bytef*>(chunk_.data());
    stream_.avail_out = static_cast<uInt>(chunk_.size());
  }
  void write_chunk() {
    append_chunk(file_, "IDAT", std::string_view(chunk_).substr(0, chunk_.size() - stream_.avail_out));
    empty();
  }

  std::string& file_;
  std::string chunk_;
  z_stream stream_{};
};

constexpr std::uint32_t opaque = 0xff;

std::uint32_t alpha_of(std::uint32_t pixel) {
  return pixel >> 24;
}

/// A colour as it was before it was multiplied by its alpha.
char colour_of(std::uint32_t pixel, int shift) {
  const std::uint32_t alpha = alpha_of(pixel), colour = pixel >> shift & 0xff;
  return static_cast<char>(alpha == 0 ? 0 : (colour * opaque + alpha / 2) / alpha);
}

void append_opaque(std::string& row, std::uint32_t pixel) {
  const std::array<char, 3> bytes = {static_cast<char>(pixel >> 16), static_cast<char>(pixel >> 8), static_cast<char>(pixel)};
  row.append(bytes.data(), bytes.size());
}

void append_with_alpha(std::string& row, std::uint32_t pixel) {
  if (alpha_of(pixel) == opaque) {
    append_opaque(row, pixel);
  } else {
    for (const int shift : {16, 8, 0}) row += colour_of(pixel, shift);
  }
  row += static_cast<char>(alpha_of(pixel));
}

struct PixelForm {
  char colour_type;  ///< by the standard's number
  std::size_t bytes;
  void (*append)(std::string& row, std::uint32_t pixel);
};

constexpr PixelForm opaque_form{2, 3, append_opaque}, alpha_form{6, 4, append_with_alpha};

void write_rows(const Pixels& pixels, const PixelForm& form, std::string& file) {
  Compressor compressor(file);
  const std::string no_difference = std::string(1, less_the_row_above) + std::string(pixels.width * form.bytes, '\0');
  std::string row;
  const std::uint32_t* above = nullptr;
  for (const std::uint32_t* pixel = pixels.values.data(); pixel != pixels.values.data() + pixels.values.size(); pixel += pixels.width) {
    if (above && std::equal(pixel, pixel + pixels.width, above)) {
      compressor.add(no_difference);
    } else {
      row.assign(1, as_it_is);
      for (std::size_t x = 0; x < pixels.width; ++x) form.append(row, pixel[x]);
      compressor.add(row);
    }
    above = pixel;
  }
  compressor.finish();
}

}  // namespace

std::string png_file(const Pixels& pixels) {
  const bool is_opaque = std::ranges::all_of(pixels.values, [](std::uint32_t pixel) { return alpha_of(pixel) == opaque; });
  const PixelForm& form = is_opaque ? opaque_form : alpha_form;
  std::string header;
  append_number(header, static_cast<std::uint32_t>(pixels.width));
  append_number(header, static_cast<std::uint32_t>(pixels.height));
  header += {8, form.colour_type, 0, 0, 0};  // bits of a channel; then the standard's only compression and filters, rows in order
  std::string file = "\x89PNG\r\n\x1a\n";
  append_chunk(file, "IHDR", header);
  write_rows(pixels, form, file);
  append_chunk(file, "IEND", "");
  return file;
}

}  // namespace mot
