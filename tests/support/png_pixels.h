// The pixels of PNG files, whoever wrote them.
#pragma once

#include <cairo.h>

#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

#include "mot/draw/png_file.h"

namespace mot::testing {

/// What a reader of PNG files makes of one; without rows where it is none.
inline Pixels pixels_in(std::string_view png) {
  const auto give = [](void* closure, unsigned char* bytes, unsigned count) {
    auto& rest = *static_cast<std::string_view*>(closure);
    if (rest.size() < count) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(bytes, rest.data(), count);
    rest.remove_prefix(count);
    return CAIRO_STATUS_SUCCESS;
  };
  const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(cairo_image_surface_create_from_png_stream(give, &png),
                                                                                   cairo_surface_destroy);
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return {};
  const int width = cairo_image_surface_get_width(surface.get()), height = cairo_image_surface_get_height(surface.get());
  Pixels pixels{static_cast<std::size_t>(width), static_cast<std::size_t>(height), {}};
  const bool is_opaque = cairo_image_surface_get_format(surface.get()) == CAIRO_FORMAT_RGB24;
  for (int y = 0; y < height; ++y) {
    const auto* const row = reinterpret_cast<const std::uint32_t*>(cairo_image_surface_get_data(surface.get()) +
                                                                   std::ptrdiff_t{y} * cairo_image_surface_get_stride(surface.get()));
    for (int x = 0; x < width; ++x) pixels.values.push_back(row[x] | (is_opaque ? 0xff000000 : 0));
  }
  return pixels;
}

inline bool are_same(const Pixels& one, const Pixels& other) {
  return one.width == other.width && one.height == other.height && one.values == other.values;
}

}  // namespace mot::testing
