#include "mot/edit/record_path.h"

#include <fmt/format.h>

#include "mot/text/utf8.h"

namespace mot::edit {

Path path_to(const YamlText& text, Span span) {
  if (!text.is_sound())
    throw Refused(fmt::format("{} has a fault of form; mend it first ('mot validate' says where)", printable(text.name())));
  auto path = text.path_to(span);
  if (path) return *std::move(path);
  throw Refused(fmt::format("{}:{}: this stands behind an alias or a merge key, which other places share; write it out there first",
                            printable(text.name()), text.line_of(span.begin)));
}

Path record_path(const YamlText& text, const Thing& thing) {
  if (thing.record != Span{}) return path_to(text, thing.record);
  const Path id = path_to(text, thing.id_span);
  return id.back().index ? id : above(id);
}

}  // namespace mot::edit
