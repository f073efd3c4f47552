// libspng, bound when a PNG is written first. Only what includes this file knows it.
#pragma once

#include <spng.h>

#include <memory>

#include "mot/text/late_library.h"

namespace mot {

// Every function that is used: the only list.
// clang-format off
#define MOT_SPNG_FUNCTIONS(each) \
  each(spng_ctx_new) each(spng_ctx_free) each(spng_set_png_stream) each(spng_set_ihdr) each(spng_set_option) \
  each(spng_set_png_buffer) each(spng_get_ihdr) each(spng_decoded_image_size) each(spng_decode_image) \
  each(spng_encode_image) each(spng_encode_row) each(spng_strerror) each(spng_version_string)
// clang-format on

/// They, each under its own name.
struct SpngLibrary {
  MOT_SPNG_FUNCTIONS(MOT_LATE_MEMBER)
};

/// libspng, bound at the first call. Throws DrawingFailed where it is not installed.
const SpngLibrary& spng();

struct SpngRelease {
  void operator()(spng_ctx* context) const { spng().spng_ctx_free(context); }
};
using SpngContext = std::unique_ptr<spng_ctx, SpngRelease>;

}  // namespace mot
