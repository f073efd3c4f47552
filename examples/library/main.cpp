// trip-report WORKSPACE PICTURE.svg: says what is wrong in a workspace, ranks its gaps, and draws its first journey.
#include <mot/mot.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <string>

namespace {

/// What is stale or overdue is so on a day; here it is the system's.
mot::Date today() {
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

void print_findings(const mot::Loaded& loaded, const mot::Findings& findings) {
  for (const mot::Finding& finding : findings) {
    const mot::Position place = loaded.sources.begin_of(finding.span);
    std::cout << loaded.sources[finding.span.file].name << ':' << place.line << ": " << name_of(finding.severity) << ": " << finding.message
              << '\n';
  }
}

/// The ranking first, then what nobody knows: unknown is never 0.
void print_gaps(const mot::Workspace& workspace, const mot::Analysis& analysis) {
  for (const std::size_t i : analysis.ranking) {
    const mot::Figures& figures = analysis.touchpoints[i];
    std::cout << *figures.rank << ". " << workspace.touchpoints[i].name.value << ": " << *figures.gap << " points, "
              << name_of(figures.gap_class) << '\n';
  }
  for (const std::size_t i : analysis.blind_spots) std::cout << "?. " << workspace.touchpoints[i].name.value << '\n';
}

int report(const std::string& path, const std::string& picture) {
  const mot::Loaded loaded = mot::load({.paths = {path}});
  const mot::Review review = mot::review(loaded, {.today = today()});
  print_findings(loaded, review.findings);
  if (std::any_of(review.findings.begin(), review.findings.end(), mot::forbids_figures)) return 1;
  print_gaps(loaded.workspace, review.analysis);
  std::ofstream(picture, std::ios::binary) << mot::draw(loaded, review);
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: trip-report WORKSPACE PICTURE.svg\n";
    return 2;
  }
  try {
    return report(arguments[1], arguments[2]);
  } catch (const mot::NotFound& error) {
    std::cerr << error.what() << "; name a workspace file or folder\n";
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
  }
  return 2;
}
