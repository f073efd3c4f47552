// Libraries that are bound when they are needed, and what is said where one is not there.
#include "mot/text/late_library.h"

#include <doctest/doctest.h>

#include "mot/text/errors.h"
#include "mot/text/platform.h"

using namespace mot;

namespace {

std::string said_of(const LateLibrary& library, const char* name) {
  double (*function)(double) = nullptr;
  try {
    const Binder<DrawingFailed> bind(library);
    bind(name, function);
  } catch (const DrawingFailed& failed) {
    return failed.what();
  }
  return function(0) == 1 ? "cos" : "another function";
}

}  // namespace

TEST_CASE("a function of a library is bound by its name, or it is said what lacks it") {
  const std::string mathematics = library_name("libm", "6");
  CHECK(said_of({mathematics, "angles are measured by libm", "libc6"}, "cos") == "cos");
  CHECK(said_of({mathematics, "angles are measured by libm", "libc6", "/nowhere"}, "cos") == "cos");
  CHECK(said_of({mathematics, "angles are measured by libm", "libc6"}, "cosy") == mathematics + " lacks the function cosy");
  CHECK(said_of({"libnone.so.9", "angles are measured by libnone", "libnone9"}, "cos") ==
        "angles are measured by libnone, which is not installed (libnone.so.9; Debian's package libnone9)");
  CHECK(said_of({"libnone.so.9", "angles are measured by libnone", "libnone9", "/nowhere"}, "cos") ==
        "angles are measured by libnone, which is not installed (libnone.so.9; Debian's package libnone9)");
}
