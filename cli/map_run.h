// One command line of pictures, from its options to its files.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mot/draw/draw.h"
#include "mot/picture/paper.h"
#include "mot/view/views.h"
#include "pictures.h"
#include "workspace_inputs.h"

namespace mot {

/// What is asked of pictures, as far as that can be seen without the workspace.
struct PictureRequest {
  const PictureView* view = nullptr;
  std::vector<Destination> destinations;
  std::optional<Printing> printing;
  DrawOptions drawing = {};  ///< without its company
  std::string company;
};

/// Throws UsageError where it cannot be meant.
PictureRequest map_request_of(const Session& session);

/// Draws and writes what is asked for; the exit code.
int draw_map(const Session& session, const PictureRequest& request, const PictureRead& read);

}  // namespace mot
