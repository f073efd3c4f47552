// Short notes in rows of their own under the columns of the moments they are about: pains, voices, opportunities.
#pragma once

#include <string>
#include <vector>

#include "mot/view/journey/drawing.h"

namespace mot::journey {

/// A part of a note that begins on a line of its own.
struct NoteText {
  std::string text;
  TextStyle style;
  std::size_t most_lines = 0;
};

struct Note {
  std::string tooltip;
  std::vector<NoteText> texts;
  std::optional<Run> sign = {};  ///< stands left of the text
  std::string sign_class = {};
};

/// One kind of notes.
struct NotesRow {
  std::string_view panel;  ///< id
  std::string_view note;   ///< beginning of ids, and class
  std::string_view sign;   ///< beginning of the ids of signs
  std::string heading;
  std::string remark = {};   ///< under it
  Blank blank = Blank::all;  ///< from which on the row is left empty, with room to write
  std::string score = {};    ///< what is written in a box of its own, for a number; empty: no such box
  std::size_t most_in_column = 0;
  std::vector<Note> (*notes_of)(JourneyDrawing& drawing, const Visit& visit) = nullptr;  ///< null: there are none but what is written
};

/// Nothing where there is none in this row of columns. Notes on what is beside the path say on what they are.
void draw_notes(JourneyDrawing& drawing, const Band& band, const NotesRow& row);

}  // namespace mot::journey
