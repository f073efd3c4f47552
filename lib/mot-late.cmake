# What the library binds when it is needed (lib/mot/text/late_library.h): only its headers are used here. Who links the library needs none
# of it.
pkg_check_modules(mot_git2 REQUIRED libgit2)
pkg_check_modules(mot_pango REQUIRED IMPORTED_TARGET pangocairo)
pkg_check_modules(mot_fontconfig REQUIRED fontconfig)
pkg_check_modules(mot_graphviz REQUIRED libgvc libcgraph)
pkg_check_modules(mot_xlsxwriter REQUIRED xlsxwriter)
pkg_check_modules(mot_spng REQUIRED spng)
pkg_check_modules(mot_turbojpeg REQUIRED libturbojpeg)
pkg_check_modules(mot_qrencode REQUIRED libqrencode)

# mot_interface(<variable> <library> [<folder>]): which binary interface the installed headers describe: 6 of libgvc.so.6.
function(mot_interface variable library)
  find_library(MOT_${library}_FILE ${library} PATHS ${ARGN} REQUIRED)
  mark_as_advanced(MOT_${library}_FILE)
  file(REAL_PATH ${MOT_${library}_FILE} file)
  if(NOT file MATCHES "[.]so[.]([0-9]+)|[.]([0-9]+)[0-9.]*[.]dylib$")
    message(FATAL_ERROR "the name of ${file} does not tell its interface")
  endif()
  set(${variable} ${CMAKE_MATCH_1}${CMAKE_MATCH_2} PARENT_SCOPE)
endfunction()

pkg_get_variable(mot_graphviz_libdir libgvc libdir)
set(MOT_GRAPHVIZ_PLUGIN_DIR ${mot_graphviz_libdir}/graphviz)
mot_interface(MOT_GRAPHVIZ_INTERFACE gvc)
mot_interface(MOT_GRAPHVIZ_PLUGIN_INTERFACE gvplugin_core ${MOT_GRAPHVIZ_PLUGIN_DIR})
mot_interface(MOT_XLSX_INTERFACE xlsxwriter)

foreach(name MOT_GRAPHVIZ_INTERFACE MOT_GRAPHVIZ_PLUGIN_INTERFACE MOT_GRAPHVIZ_PLUGIN_DIR MOT_XLSX_INTERFACE)
  list(APPEND mot_late_definitions ${name}="${${name}}")
endforeach()
set(mot_late_includes ${mot_git2_INCLUDE_DIRS} ${mot_pango_INCLUDE_DIRS} ${mot_fontconfig_INCLUDE_DIRS} ${mot_graphviz_INCLUDE_DIRS}
                      ${mot_xlsxwriter_INCLUDE_DIRS} ${mot_spng_INCLUDE_DIRS} ${mot_turbojpeg_INCLUDE_DIRS} ${mot_qrencode_INCLUDE_DIRS})
