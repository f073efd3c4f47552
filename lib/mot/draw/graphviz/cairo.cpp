#include "mot/draw/graphviz/cairo.h"

#include <fmt/format.h>

#include "mot/text/errors.h"

namespace mot {

void refuse(cairo_status_t status, std::string_view kind) {
  if (status != CAIRO_STATUS_SUCCESS)
    throw DrawingFailed(fmt::format("cairo could not write the {}: {}", kind, graphviz().cairo_status_to_string(status)));
}

}  // namespace mot
