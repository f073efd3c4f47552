// Would not compile with this project's own warnings as errors.
#include <mot/text/nearest.h>

#include <array>

int main() {
  constexpr std::array<std::string_view, 2> names = {"desired", "actual"};
  int unused;
  const int found = mot::nearest("desird", names)->size();
  return found == 7 ? 0 : 1;
}
