#include "mot/typesetting/pango_library.h"

#include "mot/text/errors.h"
#include "mot/text/platform.h"

namespace mot {
namespace {

// GLib says why it gives up, in its own words, and traps. The trap has a sentence; see `tidy_up_on_signals`.

void log_but_what_is_fatal(const gchar* domain, GLogLevelFlags level, const gchar* message, gpointer data) {
  if ((level & G_LOG_LEVEL_ERROR) == 0) pango().g_log_default_handler(domain, level, message, data);
}

GLogWriterOutput write_but_what_is_fatal(GLogLevelFlags level, const GLogField* fields, gsize count, gpointer data) {
  return (level & G_LOG_LEVEL_ERROR) == 0 ? pango().g_log_writer_default(level, fields, count, data) : G_LOG_WRITER_HANDLED;
}

PangoLibrary bound() {
  const Binder<DrawingFailed> bind(
      {.file = library_name("libpangocairo-1.0", "0"), .does = "pictures are drawn by Pango", .package = "libpangocairo-1.0-0"});
  // Where its thread for fonts gets no memory, it waits for that thread for ever.
  constexpr std::size_t room_of_a_thread = 72 << 20;
  if (!has_room(room_of_a_thread)) throw DrawingFailed("what sets text has no room; allow more memory (ulimit -v), or draw less at once");
  PangoLibrary library;
  MOT_PANGO_FUNCTIONS(MOT_LATE_BIND)
  library.g_log_set_default_handler(log_but_what_is_fatal, nullptr);
  library.g_log_set_writer_func(write_but_what_is_fatal, nullptr, nullptr);
  return library;
}

}  // namespace

const PangoLibrary& pango() {
  static const PangoLibrary library = bound();
  return library;
}

}  // namespace mot
