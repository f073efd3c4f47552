// Pango, and fontconfig below it, bound when a text is measured first. Only what includes this file knows them.
#pragma once

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <memory>

#include "mot/text/late_library.h"

namespace mot {

// Every function that is used: the only list.
// clang-format off
#define MOT_PANGO_FUNCTIONS(each) \
  each(pango_version_string) each(pango_cairo_font_map_new) each(pango_font_map_create_context) \
  each(pango_cairo_context_set_font_options) each(pango_cairo_context_set_resolution) each(pango_context_set_round_glyph_positions) \
  each(pango_font_description_from_string) each(pango_font_description_set_size) each(pango_font_description_set_weight) \
  each(pango_font_description_set_style) each(pango_font_description_free) each(pango_layout_new) \
  each(pango_layout_set_font_description) each(pango_layout_set_text) each(pango_layout_get_extents) each(pango_layout_get_baseline) \
  each(pango_get_log_attrs) each(pango_language_get_default) each(pango_fc_font_map_set_config) each(g_object_unref) \
  each(g_log_set_default_handler) each(g_log_default_handler) each(g_log_set_writer_func) each(g_log_writer_default) \
  each(cairo_font_options_create) each(cairo_font_options_destroy) each(cairo_font_options_set_antialias) \
  each(cairo_font_options_set_hint_style) each(cairo_font_options_set_hint_metrics) each(FcInit) each(FcInitLoadConfig) \
  each(FcConfigParseAndLoadFromMemory) each(FcConfigBuildFonts) each(FcConfigGetFonts) each(FcConfigDestroy) each(FcConfigSubstitute) \
  each(FcDefaultSubstitute) each(FcFontMatch) each(FcFontList) each(FcFontSetDestroy) each(FcCharSetHasChar) each(FcNameParse) \
  each(FcPatternCreate) each(FcPatternAddString) each(FcPatternGetString) each(FcPatternGetCharSet) each(FcPatternDestroy) \
  each(FcObjectSetBuild) each(FcObjectSetDestroy)
// clang-format on

/// The functions, each under its own name.
struct PangoLibrary {
  MOT_PANGO_FUNCTIONS(MOT_LATE_MEMBER)
};

/// Pango, bound at the first call. Throws DrawingFailed where it is not installed.
const PangoLibrary& pango();

struct FontPatternRelease {
  void operator()(FcPattern* pattern) const { pango().FcPatternDestroy(pattern); }
};
using FontPattern = std::unique_ptr<FcPattern, FontPatternRelease>;

}  // namespace mot
