#include "mot/draw/png_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <span>

#include "mot/draw/spng_library.h"
#include "mot/text/errors.h"

namespace mot {
namespace {

// Pictures are areas of one colour and letters: a higher level takes twice the time to save a tenth, and rows compress best as they are.
constexpr int level = 3;

constexpr std::uint32_t opaque = 0xff;

std::uint32_t alpha_of(std::uint32_t pixel) {
  return pixel >> 24;
}

unsigned char byte_of(std::uint32_t pixel, int shift) {
  return static_cast<unsigned char>(pixel >> shift & 0xff);
}

/// A colour as it was before it was multiplied by its alpha.
unsigned char colour_of(std::uint32_t pixel, int shift) {
  const std::uint32_t alpha = alpha_of(pixel), colour = pixel >> shift & 0xff;
  if (alpha == opaque) return static_cast<unsigned char>(colour);
  return static_cast<unsigned char>(alpha == 0 ? 0 : (colour * opaque + alpha / 2) / alpha);
}

void put_opaque(std::span<const std::uint32_t> pixels, unsigned char* at) {
  for (const std::uint32_t pixel : pixels) {
    for (const int shift : {16, 8, 0}) *at++ = byte_of(pixel, shift);
  }
}

void put_with_alpha(std::span<const std::uint32_t> pixels, unsigned char* at) {
  for (const std::uint32_t pixel : pixels) {
    for (const int shift : {16, 8, 0}) *at++ = colour_of(pixel, shift);
    *at++ = byte_of(pixel, 24);
  }
}

struct PixelForm {
  spng_color_type type;
  std::size_t bytes;
  void (*put)(std::span<const std::uint32_t> pixels, unsigned char* row);
};

constexpr PixelForm opaque_form{SPNG_COLOR_TYPE_TRUECOLOR, 3, put_opaque}, alpha_form{SPNG_COLOR_TYPE_TRUECOLOR_ALPHA, 4, put_with_alpha};

void refuse(int error) {
  if (error != 0) throw DrawingFailed(fmt::format("libspng could not write the PNG: {}", spng().spng_strerror(error)));
}

int append(spng_ctx*, void* file, void* bytes, std::size_t count) {
  static_cast<std::string*>(file)->append(static_cast<const char*>(bytes), count);
  return 0;
}

void write_rows(const Pixels& pixels, const PixelForm& form, spng_ctx* context) {
  std::vector<unsigned char> row(pixels.width * form.bytes);
  for (std::size_t y = 0; y < pixels.height; ++y) {
    form.put(std::span(pixels.values).subspan(y * pixels.width, pixels.width), row.data());
    const int told = spng().spng_encode_row(context, row.data(), row.size());
    if (told != SPNG_EOI) refuse(told);
  }
}

}  // namespace

std::string png_file(const Pixels& pixels) {
  const bool is_opaque = std::ranges::all_of(pixels.values, [](std::uint32_t pixel) { return alpha_of(pixel) == opaque; });
  const PixelForm& form = is_opaque ? opaque_form : alpha_form;
  std::string file;
  const SpngContext context(spng().spng_ctx_new(SPNG_CTX_ENCODER));
  if (context == nullptr) throw DrawingFailed("libspng does not start");
  spng_ihdr header = {};
  header.width = static_cast<std::uint32_t>(pixels.width);
  header.height = static_cast<std::uint32_t>(pixels.height);
  header.bit_depth = 8;
  header.color_type = static_cast<std::uint8_t>(form.type);
  refuse(spng().spng_set_png_stream(context.get(), append, &file));
  refuse(spng().spng_set_option(context.get(), SPNG_IMG_COMPRESSION_LEVEL, level));
  refuse(spng().spng_set_option(context.get(), SPNG_FILTER_CHOICE, SPNG_FILTER_CHOICE_NONE));
  refuse(spng().spng_set_ihdr(context.get(), &header));
  refuse(spng().spng_encode_image(context.get(), nullptr, 0, SPNG_FMT_PNG, SPNG_ENCODE_PROGRESSIVE | SPNG_ENCODE_FINALIZE));
  write_rows(pixels, form, context.get());
  return file;
}

}  // namespace mot
