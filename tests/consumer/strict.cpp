// Loads a workspace, analyses it, and fails where that does not give a figure.
#include <mot/analysis/analysis.h>
#include <mot/load/load.h>

#include <iostream>

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const mot::Loaded loaded = mot::load({.paths = {arguments[1]}});
  mot::Answers answers;
  answers.touchpoints.resize(loaded.workspace.touchpoints.size());
  const mot::Analysis analysis = mot::analyse(loaded.workspace, answers);
  std::cout << analysis.all.touchpoints << " touchpoints\n";
  return analysis.all.delivered.value ? 0 : 1;
}
