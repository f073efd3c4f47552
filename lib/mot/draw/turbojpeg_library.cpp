#include "mot/draw/turbojpeg_library.h"

#include "mot/text/errors.h"
#include "mot/text/platform.h"

namespace mot {
namespace {

TurbojpegLibrary bound_turbojpeg() {
  const Binder<DrawingFailed> bind(
      {.file = library_name("libturbojpeg", "0"), .does = "photos are read by libjpeg-turbo", .package = "libturbojpeg0"});
  TurbojpegLibrary library;
  MOT_TURBOJPEG_FUNCTIONS(MOT_LATE_BIND)
  return library;
}

}  // namespace

const TurbojpegLibrary& turbojpeg() {
  static const TurbojpegLibrary library = bound_turbojpeg();
  return library;
}

}  // namespace mot
