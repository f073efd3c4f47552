#include "mot/draw/graphviz/graphviz_library.h"

#include <string>

#include "mot/text/errors.h"
#include "mot/text/platform.h"

namespace mot {
namespace {

struct Plugin {
  const char* file;
  const char* symbol;
};

// Trap: without the pango plugin widths are guesses. These three always: Graphviz looks for none itself.
constexpr Plugin plugins[] = {{"libgvplugin_core", "gvplugin_core_LTX_library"},
                              {"libgvplugin_neato_layout", "gvplugin_neato_layout_LTX_library"},
                              {"libgvplugin_pango", "gvplugin_pango_LTX_library"}};

/// Beside the plugin, what it brings can be bound: Graphviz itself and cairo. Plugins lie in a folder of their own.
Binder<DrawingFailed> binder_of(const Plugin& plugin) {
  return Binder<DrawingFailed>({.file = library_name(plugin.file, MOT_GRAPHVIZ_PLUGIN_INTERFACE),
                                .does = "pictures are drawn by Graphviz",
                                .package = "libgvc" MOT_GRAPHVIZ_INTERFACE,
                                .folder = MOT_GRAPHVIZ_PLUGIN_DIR});
}

GraphvizLibrary bound() {
  GraphvizLibrary library;
  for (std::size_t i = 0; i < std::size(plugins); ++i) {
    library.plugins[i].name = plugins[i].symbol;
    binder_of(plugins[i])(plugins[i].symbol, library.plugins[i].address);
  }
  const Binder<DrawingFailed> bind = binder_of(plugins[std::size(plugins) - 1]);
  MOT_GRAPHVIZ_NAMES(MOT_LATE_BIND)
  return library;
}

}  // namespace

const GraphvizLibrary& graphviz() {
  static const GraphvizLibrary library = bound();
  return library;
}

}  // namespace mot
