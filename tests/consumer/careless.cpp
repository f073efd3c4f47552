// Would not compile with this project's own warnings as errors.
#include <mot/findings/rules.h>

int main() {
  int unused;
  const int found = mot::rules.size();
  return found > 20 && mot::RuleId::named("unknown-key") ? 0 : 1;
}
