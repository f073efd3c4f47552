#include "mot/typesetting/pango_library.h"

#include "mot/text/errors.h"
#include "mot/text/platform.h"

namespace mot {
namespace {

PangoLibrary bound() {
  const Binder<DrawingFailed> bind(
      {.file = library_name("libpangocairo-1.0", "0"), .does = "pictures are drawn by Pango", .package = "libpangocairo-1.0-0"});
  PangoLibrary library;
  MOT_PANGO_FUNCTIONS(MOT_LATE_BIND)
  return library;
}

}  // namespace

const PangoLibrary& pango() {
  static const PangoLibrary library = bound();
  return library;
}

}  // namespace mot
