// Starts the program of a bundle by the bundle's own loader and libraries, wherever the bundle lies and whatever the system has: it is
// linked statically and needs neither a shell nor /proc.
#include <sys/auxv.h>
#include <unistd.h>

#include <climits>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

/// The folder that holds bin/ and lib/, or nothing where the path of this program can't be followed.
std::string bundle_of(const char* path) {
  char real[PATH_MAX];
  if (path == nullptr || realpath(path, real) == nullptr) return "";
  std::string folder(real);
  for (int level = 0; level < 2; ++level) folder.resize(folder.find_last_of('/') == std::string::npos ? 0 : folder.find_last_of('/'));
  return folder.empty() ? "/" : folder;
}

/// What the libraries look for elsewhere: a user who has set it keeps it.
void point_to(const char* variable, const std::string& place) {
  if (setenv(variable, place.c_str(), 0) != 0) std::perror("mot");
}

}  // namespace

int main(int count, char** arguments) {
  const std::string bundle = bundle_of(reinterpret_cast<const char*>(getauxval(AT_EXECFN)));
  if (bundle.empty()) {
    std::perror("mot: the folder it was unpacked to can't be found");
    return 3;
  }
  const std::string library = bundle + "/lib";
  point_to("FONTCONFIG_FILE", bundle + "/etc/fonts.conf");
  point_to("SOCI_BACKENDS_PATH", library);
  point_to("GCONV_PATH", library + "/gconv");
  point_to("MOT_HYPHENATION", bundle + "/share/hyphen");
  const std::string loader = library + "/ld-linux.so";
  const std::string program = library + "/mot";
  std::string name = "mot";
  std::vector<const char*> words = {loader.c_str(), "--library-path", library.c_str(), "--argv0", name.c_str(), program.c_str()};
  for (int i = 1; i < count; ++i) words.push_back(arguments[i]);
  words.push_back(nullptr);
  execv(loader.c_str(), const_cast<char* const*>(words.data()));
  std::perror(("mot: " + loader).c_str());
  return 3;
}
