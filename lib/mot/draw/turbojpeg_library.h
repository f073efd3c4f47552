// libjpeg-turbo, bound when a JPEG is drawn first. Only what includes this file knows it.
#pragma once

#include <turbojpeg.h>

#include "mot/text/late_library.h"

namespace mot {

// Every function that is used: the only list.
// clang-format off
#define MOT_TURBOJPEG_FUNCTIONS(each) \
  each(tjInitDecompress) each(tjDecompressHeader3) each(tjDecompress2) each(tjGetScalingFactors) each(tjDestroy)
// clang-format on

/// They, each under its own name.
struct TurbojpegLibrary {
  MOT_TURBOJPEG_FUNCTIONS(MOT_LATE_MEMBER)
};

/// libjpeg-turbo, bound at the first call. Throws DrawingFailed where it is not installed.
const TurbojpegLibrary& turbojpeg();

}  // namespace mot
