# What the library links. One list for two readers: the build itself, and mot-config.cmake for those who link the static library.
# What is bound when it is needed is none of it: lib/mot-late.cmake has that. Targets that Debian ships no CMake or pkg-config file for are named mot::….

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost REQUIRED)  # headers alone
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(yaml-cpp REQUIRED)
if(NOT TARGET yaml-cpp::yaml-cpp)  # the target's name until 0.7
  add_library(yaml-cpp::yaml-cpp ALIAS yaml-cpp)
endif()
pkg_check_modules(mot_utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(mot_expat REQUIRED IMPORTED_TARGET expat)

# mot_find(<name> <library> <header>): an imported target mot::<name>.
function(mot_find name library header)
  if(TARGET mot::${name})
    return()
  endif()
  find_library(MOT_${name}_LIBRARY ${library} REQUIRED)
  add_library(mot::${name} UNKNOWN IMPORTED)
  set_target_properties(mot::${name} PROPERTIES IMPORTED_LOCATION ${MOT_${name}_LIBRARY})
  find_path(MOT_${name}_INCLUDE_DIR ${header} REQUIRED)
  set_target_properties(mot::${name} PROPERTIES INTERFACE_INCLUDE_DIRECTORIES ${MOT_${name}_INCLUDE_DIR})
  mark_as_advanced(MOT_${name}_LIBRARY MOT_${name}_INCLUDE_DIR)
endfunction()

mot_find(csv csv csv.h)
mot_find(minizip minizip minizip/unzip.h)  # its pkg-config file leads below that folder
mot_find(soci soci_core soci/soci.h)  # its back ends are loaded by name at run time
