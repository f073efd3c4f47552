// Graphviz with three of its plugins, and cairo below it, bound when a picture is drawn first. Only what includes this file knows them.
#pragma once

#include <cairo-pdf.h>
#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <array>

#include "mot/text/late_library.h"

namespace mot {

// Every function and variable that is used: the only list.
// clang-format off
#define MOT_GRAPHVIZ_NAMES(each) \
  each(gvContextPlugins) each(gvcVersion) each(gvFreeContext) each(gvLayout) each(gvFreeLayout) each(gvRenderContext) \
  each(gvRenderData) each(gvFreeRenderData) each(agopen) each(agclose) each(agattr) each(agwrite) each(agsubg) each(agfstsubg) \
  each(agnode) each(agedge) each(agxset) each(agstrdup_html) each(agstrfree) each(agraphof) each(agseterrf) each(Agdirected) \
  each(cairo_pdf_surface_create_for_stream) each(cairo_pdf_surface_set_metadata) each(cairo_pdf_surface_set_size) \
  each(cairo_recording_surface_create) each(cairo_image_surface_create_for_data) each(cairo_surface_create_for_rectangle) each(cairo_surface_status) each(cairo_surface_finish) \
  each(cairo_surface_destroy) each(cairo_create) each(cairo_status) each(cairo_status_to_string) each(cairo_destroy) \
  each(cairo_rectangle) each(cairo_clip) each(cairo_scale) each(cairo_translate) each(cairo_set_source_surface) each(cairo_paint) \
  each(cairo_save) each(cairo_restore) each(cairo_show_page) each(cairo_tag_begin) each(cairo_tag_end)
// clang-format on

/// They, each under its own name; and the plugins as Graphviz wants to be told of them, an empty entry at the end.
struct GraphvizLibrary {
  MOT_GRAPHVIZ_NAMES(MOT_LATE_MEMBER)
  std::array<lt_symlist_t, 4> plugins{};
};

/// Graphviz, bound at the first call. Throws DrawingFailed where it is not installed.
const GraphvizLibrary& graphviz();

}  // namespace mot
