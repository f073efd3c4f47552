# What is installed beside the program and the library, and the Debian package. `make dist` and `make deb` use it.

# Manual pages and completions, made by the program itself from its own tables.
set(made ${CMAKE_CURRENT_BINARY_DIR}/made)
add_custom_command(
  OUTPUT ${made}/done
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${made}
  COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/packaging/make-pages $<TARGET_FILE:mot-program> ${made}
  DEPENDS mot-program ${CMAKE_CURRENT_SOURCE_DIR}/packaging/make-pages
  COMMENT "Writing manual pages and completions")
add_custom_target(mot-pages ALL DEPENDS ${made}/done)

# The name of the package's folder for a shell's completions is the shell's own.
install(DIRECTORY ${made}/man DESTINATION ${CMAKE_INSTALL_DATADIR} COMPONENT program)
install(FILES ${made}/completion/mot.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT program RENAME mot)
install(FILES ${made}/completion/mot.zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions COMPONENT program RENAME _mot)
install(FILES ${made}/completion/mot.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
install(FILES schemas/mot.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/mot COMPONENT program)
install(DIRECTORY examples DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program FILES_MATCHING PATTERN "*.md" PATTERN "*.svg")

# What Debian asks of a package: a changelog in its own form, the licences, and why two of its rules don't hold here.
configure_file(packaging/debian/changelog.in ${CMAKE_CURRENT_BINARY_DIR}/debian/changelog @ONLY)
add_custom_command(
  OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/debian/changelog.gz
  COMMAND gzip -9 -n -k -f ${CMAKE_CURRENT_BINARY_DIR}/debian/changelog
  DEPENDS ${CMAKE_CURRENT_BINARY_DIR}/debian/changelog)
add_custom_target(mot-changelog ALL DEPENDS ${CMAKE_CURRENT_BINARY_DIR}/debian/changelog.gz)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/debian/changelog.gz DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
file(READ NOTICE mot_notice)
configure_file(packaging/debian/copyright.in ${CMAKE_CURRENT_BINARY_DIR}/debian/copyright @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/debian/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(FILES packaging/debian/lintian-overrides DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides COMPONENT program RENAME mot)

# The library is static, so whoever links it links what it needs, too.
file(RELATIVE_PATH mot_pc_to_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(packaging/mot.pc.in mot.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/mot.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

# Starts the program of a bundle; `make dist` alone builds it.
add_executable(mot-launcher EXCLUDE_FROM_ALL packaging/bundle/launcher.cpp)
target_link_options(mot-launcher PRIVATE -static -s)

# What is bound when it is needed stands in no list of linked libraries.
string(REGEX MATCH "^[0-9]+\\.[0-9]+" mot_git2_interface ${mot_git2_VERSION})
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME mot)
set(CPACK_PACKAGE_VENDOR "The mot authors")
set(CPACK_PACKAGE_CONTACT "The mot authors <mot@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "moments of truth as code: gaps, gates and journey maps")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/deb)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_CMAKE_PROJECTS "${CMAKE_CURRENT_BINARY_DIR};mot;program;/")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libgit2-${mot_git2_interface}, libpangocairo-1.0-0, libgvc${MOT_GRAPHVIZ_INTERFACE}, libxlsxwriter${MOT_XLSX_INTERFACE}, libspng0, libturbojpeg0, libqrencode4, fonts-open-sans, hyphen-en-us, hyphen-de, hyphen-fr, hyphen-es, hyphen-pt-br")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libsoci-sqlite3-4.0")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "libsoci-postgresql4.0, libsoci-odbc4.0, fonts-noto-core, fonts-noto-cjk, fonts-noto-color-emoji")
set(CPACK_PACKAGE_DESCRIPTION "Teams write their customer touchpoints per department in YAML.
mot validates them, works out the gaps between desired and actual
experience, and draws journey maps, blueprints, pyramids and matrices.
A gate holds a pipeline to what was promised.")
include(CPack)
