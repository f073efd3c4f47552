# What the library links. One list for two readers: the build itself, and mot-config.cmake for those who link the static library.
# Targets that Debian ships no CMake or pkg-config file for are named mot::….

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost REQUIRED)  # headers alone
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(yaml-cpp REQUIRED)
if(NOT TARGET yaml-cpp::yaml-cpp)  # the target's name until 0.7
  add_library(yaml-cpp::yaml-cpp ALIAS yaml-cpp)
endif()
pkg_check_modules(mot_pango REQUIRED IMPORTED_TARGET pangocairo)
pkg_check_modules(mot_fontconfig REQUIRED IMPORTED_TARGET fontconfig)
pkg_check_modules(mot_graphviz REQUIRED IMPORTED_TARGET libgvc libcgraph)
pkg_check_modules(mot_utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(mot_xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(mot_expat REQUIRED IMPORTED_TARGET expat)

# mot_find(<name> <library> [header <header>] [in <folder>]): an imported target mot::<name>.
function(mot_find name library)
  cmake_parse_arguments(PARSE_ARGV 2 mot "" "header;in" "")
  if(TARGET mot::${name})
    return()
  endif()
  find_library(MOT_${name}_LIBRARY ${library} PATHS ${mot_in} REQUIRED)
  add_library(mot::${name} UNKNOWN IMPORTED)
  set_target_properties(mot::${name} PROPERTIES IMPORTED_LOCATION ${MOT_${name}_LIBRARY})
  if(mot_header)
    find_path(MOT_${name}_INCLUDE_DIR ${mot_header} REQUIRED)
    set_target_properties(mot::${name} PROPERTIES INTERFACE_INCLUDE_DIRECTORIES ${MOT_${name}_INCLUDE_DIR})
  endif()
  mark_as_advanced(MOT_${name}_LIBRARY MOT_${name}_INCLUDE_DIR)
endfunction()

mot_find(csv csv header csv.h)
mot_find(httplib cpp-httplib header httplib.h)
mot_find(minizip minizip header minizip/unzip.h)  # its pkg-config file leads below that folder
mot_find(soci soci_core header soci/soci.h)  # its back ends are loaded by name at run time

# Graphviz's plugins are linked, not searched for at run time: the same ones always, and their folder is off the loader's path.
pkg_get_variable(mot_graphviz_libdir libgvc libdir)
set(MOT_GRAPHVIZ_PLUGIN_DIR ${mot_graphviz_libdir}/graphviz)
foreach(plugin core neato_layout pango)
  mot_find(gvplugin_${plugin} gvplugin_${plugin} in ${MOT_GRAPHVIZ_PLUGIN_DIR})
endforeach()
