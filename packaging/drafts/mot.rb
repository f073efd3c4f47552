# A draft of a Homebrew formula. It has been tried on no machine: its build dependencies are those of docs/portability.md, and the two
# lines in capitals are to be filled in from a release.
class Mot < Formula
  desc "Moments of truth as code: validate, rank, draw and gate customer journeys"
  homepage "https://github.com/OWNER/mot"
  url "https://github.com/OWNER/mot/archive/refs/tags/vVERSION.tar.gz"
  sha256 "CHECKSUM"

  depends_on "boost" => :build
  depends_on "cli11" => :build
  depends_on "cmake" => :build
  depends_on "ninja" => :build
  depends_on "nlohmann-json" => :build
  depends_on "pkg-config" => :build
  depends_on "expat"
  depends_on "fmt"
  depends_on "fontconfig"
  depends_on "graphviz"
  depends_on "jpeg-turbo"
  depends_on "libcsv"
  depends_on "libgit2"
  depends_on "libspng"
  depends_on "libxlsxwriter"
  depends_on "minizip"
  depends_on "pango"
  depends_on "qrencode"
  depends_on "soci"
  depends_on "utf8proc"
  depends_on "yaml-cpp"

  def install
    system "cmake", "-S", ".", "-B", "build", "-G", "Ninja", "-DMOT_BUILD_TESTS=OFF", "-DMOT_PRECOMPILE=OFF", *std_cmake_args
    system "cmake", "--build", "build"
    system "cmake", "--install", "build"
  end

  test do
    system bin/"mot", "init", "shop"
    assert_match "delivered", shell_output("#{bin}/mot -C shop gaps")
  end
end
