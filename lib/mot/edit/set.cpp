#include <fmt/format.h>

#include "mot/edit/edits.h"
#include "mot/edit/record_path.h"
#include "mot/edit/set_field.h"

namespace mot::edit {

void set_field(Draft& draft, const Thing& thing, const FieldText& field) {
  const YamlText text = draft.text_of(thing.id_span.file);
  draft.change(thing.id_span.file, with_field(text, {record_path(text, thing), shape_of(thing.kind), field.first}, field.second));
}

}  // namespace mot::edit
