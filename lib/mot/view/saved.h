// Saved views, drawn where no command line names them: as wide as asked, in any theme.
#pragma once

#include <optional>

#include "mot/analysis/workspace_part.h"
#include "mot/picture/canvas.h"
#include "mot/view/views.h"

namespace mot {

/// What saved views are drawn from: a workspace with its answers and figures, and the day.
struct SavedFrom {
  const Workspace& workspace;
  const Answers& answers;
  const Analysis& analysis;
  std::optional<Date> today = {};
};

/// Whether it narrows nothing and sets nothing that a page could show, which has the same picture by another name.
bool is_view_as_it_comes(const SavedView& saved);

/// A saved view and what it shows of a workspace. Points to all that it is made of.
class SavedPicture {
 public:
  SavedPicture(const SavedView& saved, const SavedFrom& from);

  const PictureView& view() const { return view_; }
  /// Nothing where no touchpoint is left, or the journey is not there.
  bool is_there() const { return is_there_; }
  /// `width` points, if the view has a width that can be set.
  Scene scene(const Theme& theme, const Typesetter& typesetter, double width) const;

 private:
  const PictureView& view_;
  SavedFrom from_;
  Analysis analysis_;  ///< of the persona
  std::optional<WorkspacePart> part_;
  PictureOptions options_;
  bool is_there_ = true;
};

}  // namespace mot
