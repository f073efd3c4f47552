#include "mot/draw/spng_library.h"

#include "mot/text/errors.h"
#include "mot/text/platform.h"

namespace mot {
namespace {

SpngLibrary bound_spng() {
  const Binder<DrawingFailed> bind(
      {.file = library_name("libspng", "0"), .does = "PNG is read and written by libspng", .package = "libspng0"});
  SpngLibrary library;
  MOT_SPNG_FUNCTIONS(MOT_LATE_BIND)
  return library;
}

}  // namespace

const SpngLibrary& spng() {
  static const SpngLibrary library = bound_spng();
  return library;
}

}  // namespace mot
