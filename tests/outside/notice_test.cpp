// NOTICE names all that the program is made of. What it is made of is read from the program (the shared libraries it needs), from the
// sources (the headers they include, which also tells what is compiled in and what is loaded at run time) and from the packages that
// building takes. A table leads from their names to the name in NOTICE; what has no row in it fails.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "support/folder.h"
#include "support/program.h"

namespace fs = std::filesystem;
using mot::testing::Folder;
using mot::testing::text_of;

namespace {

const fs::path root = MOT_SOURCE_DIR;

constexpr std::string_view no_part = "";  // of the program: only builds it or tests it

/// By which names a part is known; empty where it has none of that kind.
struct Part {
  std::string_view notice;   ///< as NOTICE calls it
  std::string_view library;  ///< a needed library, up to its `.so`
  std::string_view header;   ///< how the names of its headers begin
  std::string_view package;  ///< of .setup/packages, group [build]
};

constexpr Part parts[] = {
    {"CLI11", "", "CLI/", "libcli11-dev"},
    {"JSON for Modern C++", "", "nlohmann/", "nlohmann-json3-dev"},
    {"Boost.Math", "", "boost/math/", "libboost-math-dev"},
    {"Boost.Beast", "", "boost/beast/", "libboost-dev"},
    {"Boost.Asio", "", "boost/asio/", "libboost-dev"},
    {"kainjow Mustache", "", "kainjow/", "libkainjow-mustache-dev"},
    {"sortable-tablesort 4.1.7", "", "", ""},
    {"svg-pan-zoom 3.6.2", "", "", ""},
    {"Tabler Icons 3.52.0", "", "", ""},
    {"yaml-cpp", "libyaml-cpp", "yaml-cpp/", "libyaml-cpp-dev"},
    {"{fmt}", "libfmt", "fmt/", "libfmt-dev"},
    {"utf8proc", "libutf8proc", "utf8proc.h", "libutf8proc-dev"},
    {"libcsv", "libcsv", "csv.h", "libcsv-dev"},
    {"Expat", "libexpat", "expat.h", "libexpat1-dev"},
    {"minizip", "libminizip", "minizip/", "libminizip-dev"},
    {"minizip", "", "zlib.h", "zlib1g-dev"},
    {"SOCI", "libsoci_core", "soci/", "libsoci-dev"},
    {"SOCI", "libsoci_sqlite3", "", ""},
    {"SOCI", "libsoci_postgresql", "", ""},
    {"SOCI", "libsoci_odbc", "", ""},
    {"unixODBC", "", "", "unixodbc-dev"},
    {"libgit2", "libgit2", "git2.h", "libgit2-dev"},
    {"libxlsxwriter", "libxlsxwriter", "xlsxwriter.h", "libxlsxwriter-dev"},
    {"Graphviz", "", "graphviz/", "libgraphviz-dev"},
    {"Graphviz", "libgvplugin_core", "", ""},
    {"Graphviz", "libgvplugin_neato_layout", "", ""},
    {"Graphviz", "libgvplugin_pango", "", ""},
    {"Pango", "", "pango/", "libpango1.0-dev"},
    {"Pango", "libpangocairo-1.0", "", ""},
    {"GLib", "", "", ""},
    {"libspng", "libspng", "spng.h", "libspng-dev"},
    {"libqrencode", "libqrencode", "qrencode.h", "libqrencode-dev"},
    {"libjpeg-turbo", "libturbojpeg", "turbojpeg.h", "libturbojpeg0-dev"},
    {"cairo", "", "cairo-pdf.h", ""},
    {"GNU C++ library", "libstdc++", "", "g++"},
    {"GNU C++ library", "libgcc_s", "", ""},
    {"Fontconfig", "", "fontconfig/", "libfontconfig-dev"},
    {"GNU C library", "libc", "malloc.h", ""},
    {"GNU C library", "libm", "dlfcn.h", ""},
    {"GNU C library", "ld-linux-x86-64", "fcntl.h", ""},
    {"GNU C library", "ld-linux-aarch64", "sys/", ""},
    {"GNU C library", "libdl", "unistd.h", ""},
    {"GNU C library", "", "iconv.h", ""},
    {"GNU C library", "", "poll.h", ""},
    {"Open Sans", "", "", "fonts-open-sans"},
    {"Hyphen", "", "", "hyphen-en-us"},
    {"LibreOffice dictionaries", "", "", "hyphen-de"},
    {"LibreOffice dictionaries", "", "", "hyphen-fr"},
    {"LibreOffice dictionaries", "", "", "hyphen-es"},
    {"LibreOffice dictionaries", "", "", "hyphen-pt-br"},
    {no_part, "libasan", "", "cmake"},
    {no_part, "libubsan", "", "ninja-build"},
    {no_part, "libtsan", "", "pkg-config"},
    {no_part, "", "", "doctest-dev"},
};

/// What a part of NOTICE says behind its name.
struct NoticeEntry {
  std::string name;
  std::string rest;
};

/// An entry begins with `name (what for), https://…`; what follows it is indented.
std::vector<NoticeEntry> entries_of(const std::string& notice) {
  std::vector<NoticeEntry> entries;
  std::istringstream lines(notice);
  for (std::string line; std::getline(lines, line);) {
    const auto purpose = line.find(" (");
    if (purpose != std::string::npos && line.find("), https://") != std::string::npos) {
      entries.push_back({line.substr(0, purpose), ""});
    } else if (line.starts_with("  ") && !entries.empty()) {
      entries.back().rest += line + "\n";
    } else if (line == "BSD-3-Clause") {
      break;  // the texts of licenses follow
    }
  }
  return entries;
}

const std::vector<NoticeEntry>& notice() {
  static const std::vector<NoticeEntry> entries = entries_of(text_of(root / "NOTICE"));
  return entries;
}

bool is_noticed(std::string_view name) {
  return std::ranges::any_of(notice(), [&](const NoticeEntry& entry) { return entry.name == name; });
}

/// What is wrong with something the program needs; empty where nothing is.
template <class Matches>
std::string lack_of(Matches matches) {
  const auto part = std::ranges::find_if(parts, matches);
  if (part == std::end(parts)) return "has no row in the table of this test";
  return part->notice == no_part || is_noticed(part->notice) ? "" : fmt::format("NOTICE has no '{}'", part->notice);
}

/// A library's file without `.so` and version.
std::string stem_of(const std::string& file) {
  return file.substr(0, file.find(".so"));
}

/// The libraries that the program itself asks for, at its start or later.
std::set<std::string> needed_libraries() {
  const Folder folder;
  const fs::path listed = folder / "needed";
  REQUIRE(std::system(fmt::format("readelf -d '{}' > '{}'", MOT_PROGRAM, listed.string()).c_str()) == 0);
  std::set<std::string> libraries;
  std::istringstream lines(text_of(listed));
  for (std::string line; std::getline(lines, line);) {
    if (line.find("(NEEDED)") == std::string::npos) continue;
    const auto begin = line.find('[') + 1;
    libraries.insert(stem_of(line.substr(begin)));
  }
  std::istringstream late(text_of(root / "packaging/bundle/late-libraries"));
  for (std::string line; std::getline(late, line);) libraries.insert(stem_of(line));
  return libraries;
}

/// Headers in angle brackets; those of the standard library have neither a dot nor a slash.
std::set<std::string> foreign_headers() {
  std::set<std::string> headers;
  for (const char* folder : {"lib", "cli"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
      std::istringstream lines(text_of(entry.path()));
      for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("#include <")) continue;
        const std::string header = line.substr(10, line.find('>') - 10);
        if (header.find_first_of("./") != std::string::npos) headers.insert(header);
      }
    }
  }
  return headers;
}

std::vector<std::string> build_packages() {
  std::vector<std::string> packages;
  std::istringstream lines(text_of(root / ".setup/packages"));
  std::string group;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("[")) group = line;
    const bool is_package = group == "[build]" && !line.empty() && line != group && !line.starts_with("#");
    if (is_package) packages.push_back(line.substr(0, line.find(' ')));
  }
  return packages;
}

}  // namespace

TEST_CASE("NOTICE names every library that the program needs") {
  const auto libraries = needed_libraries();
  CHECK(libraries.size() > 10);
  for (const std::string& library : libraries) {
    CAPTURE(library);
    CHECK(lack_of([&](const Part& part) { return part.library == library; }) == "");
  }
}

TEST_CASE("NOTICE names whatever the sources include headers of") {
  const auto headers = foreign_headers();
  CHECK(headers.size() > 10);
  for (const std::string& header : headers) {
    CAPTURE(header);
    CHECK(lack_of([&](const Part& part) { return !part.header.empty() && header.starts_with(part.header); }) == "");
  }
}

TEST_CASE("NOTICE names whatever building takes and leaves in the program") {
  const auto packages = build_packages();
  CHECK(packages.size() > 10);
  for (const std::string& package : packages) {
    CAPTURE(package);
    CHECK(lack_of([&](const Part& part) { return part.package == package; }) == "");
  }
}

TEST_CASE("what NOTICE names is a part of the program, with its license and where the text is") {
  CHECK(notice().size() > 10);
  for (const NoticeEntry& entry : notice()) {
    CAPTURE(entry.name);
    CHECK(std::ranges::any_of(parts, [&](const Part& part) { return part.notice == entry.name; }));
    const auto path = entry.rest.find("/usr/share/doc/");
    if (path == std::string::npos) {
      // Not from Debian: the text of the license follows, or there is nothing to keep to.
      CHECK((entry.rest.find(", below") != std::string::npos || entry.rest.find("public domain") != std::string::npos));
      continue;
    }
    CHECK_MESSAGE(entry.rest.rfind(';', path) != std::string::npos, "no license before the place of its text");
    const fs::path text = entry.rest.substr(path, entry.rest.find("/copyright", path) + 10 - path);
    if (fs::exists(text.parent_path())) CHECK(fs::exists(text));
  }
}
