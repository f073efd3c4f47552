#include "mot/draw/image_decoding.h"

#include <memory>
#include <span>

#include "mot/draw/spng_library.h"
#include "mot/draw/turbojpeg_library.h"

namespace mot {
namespace {

using Bytes = std::vector<unsigned char>;
constexpr std::size_t channels = 4;

/// Rows of red, green, blue and alpha, as cairo keeps them.
Pixels packed(const Bytes& bytes, std::size_t width, std::size_t height) {
  Pixels pixels{width, height, std::vector<std::uint32_t>(width * height)};
  for (std::size_t i = 0; i < pixels.values.size(); ++i) {
    const unsigned char* const from = &bytes[channels * i];
    const std::uint32_t alpha = from[3];
    const auto part = [&](std::size_t channel) { return (from[channel] * alpha + 127) / 255; };
    pixels.values[i] = alpha << 24 | part(0) << 16 | part(1) << 8 | part(2);
  }
  return pixels;
}

Pixels decoded_png(std::string_view bytes) {
  const SpngContext context(spng().spng_ctx_new(0));
  spng_ihdr header = {};
  std::size_t size = 0;
  if (!context || spng().spng_set_png_buffer(context.get(), bytes.data(), bytes.size()) != 0) return {};
  if (spng().spng_get_ihdr(context.get(), &header) != 0) return {};
  const std::size_t width = header.width, height = header.height;
  if (width == 0 || height == 0 || height > most_pixels_of_image / width) return {};
  if (spng().spng_decoded_image_size(context.get(), SPNG_FMT_RGBA8, &size) != 0 || size != channels * width * height) return {};
  Bytes rows(size);
  if (spng().spng_decode_image(context.get(), rows.data(), size, SPNG_FMT_RGBA8, SPNG_DECODE_TRNS) != 0) return {};
  return packed(rows, width, height);
}

struct HandleRelease {
  void operator()(void* handle) const { turbojpeg().tjDestroy(handle); }
};

/// The smallest share that leaves the shorter side long enough.
tjscalingfactor scaling_for(int shorter, std::size_t least_side) {
  int count = 0;
  const tjscalingfactor* const factors = turbojpeg().tjGetScalingFactors(&count);
  tjscalingfactor best{1, 1};
  for (const tjscalingfactor& factor : std::span(factors, static_cast<std::size_t>(count))) {
    const bool is_smaller = factor.num * best.denom < best.num * factor.denom;
    if (is_smaller && TJSCALED(shorter, factor) >= static_cast<int>(least_side)) best = factor;
  }
  return best;
}

Pixels decoded_jpeg(std::string_view bytes, std::size_t least_side) {
  const std::unique_ptr<void, HandleRelease> handle(turbojpeg().tjInitDecompress());
  const auto* const begin = reinterpret_cast<const unsigned char*>(bytes.data());
  int width = 0, height = 0, subsampling = 0, colours = 0;
  if (!handle || turbojpeg().tjDecompressHeader3(handle.get(), begin, bytes.size(), &width, &height, &subsampling, &colours) != 0)
    return {};
  if (width <= 0 || height <= 0 || static_cast<std::size_t>(height) > most_pixels_of_image / static_cast<std::size_t>(width)) return {};
  const tjscalingfactor factor = scaling_for(std::min(width, height), least_side);
  const int wide = TJSCALED(width, factor), high = TJSCALED(height, factor);
  Bytes rows(channels * static_cast<std::size_t>(wide) * static_cast<std::size_t>(high));
  // A progressive JPEG can be made so that each of its many scans takes as long as the picture.
  if (turbojpeg().tjDecompress2(handle.get(), begin, bytes.size(), rows.data(), wide, 0, high, TJPF_RGBA,
                                TJFLAG_LIMITSCANS | TJFLAG_STOPONWARNING) != 0)
    return {};
  return packed(rows, static_cast<std::size_t>(wide), static_cast<std::size_t>(high));
}

}  // namespace

Pixels decoded_image(std::string_view bytes, std::size_t least_side) {
  return bytes.starts_with("\x89PNG") ? decoded_png(bytes) : decoded_jpeg(bytes, least_side);
}

}  // namespace mot
