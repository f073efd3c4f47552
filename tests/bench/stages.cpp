// Times one stage of the way from files to a picture, in a process of its own, and prints CPU and elapsed seconds.
//   stages parse FOLDER         a bare event parse by yaml-cpp of every YAML file, the bytes already in memory
//   stages load FOLDER THREADS  load(), from the files on
//   stages review FOLDER        every rule, and the figures rules ask for, of what was loaded before, untimed
//   stages draw FOLDER VIEW     from figures to the scene and on to SVG; writes FOLDER/VIEW.dot, what the same picture is in Graphviz's
//   language, untimed
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "mot/draw/draw.h"
#include "mot/load/load.h"
#include "mot/picture/canvas.h"
#include "mot/picture/theme.h"
#include "mot/review/review.h"
#include "mot/typesetting/typesetter.h"
#include "mot/view/views.h"

namespace {

class Nothing final : public YAML::EventHandler {
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

template <typename Work>
void time(Work work) {
  const auto elapsed = std::chrono::steady_clock::now();
  const std::clock_t cpu = std::clock();
  work();
  const double cpu_seconds = static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC;
  const std::chrono::duration<double> elapsed_seconds = std::chrono::steady_clock::now() - elapsed;
  std::cout << cpu_seconds << ' ' << elapsed_seconds.count() << '\n';
}

void time_parse(const std::string& folder) {
  std::vector<std::string> texts;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".yaml") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  time([&] {
    Nothing nothing;
    for (const std::string& text : texts) {
      std::istringstream in(text);
      YAML::Parser parser(in);
      while (parser.HandleNextDocument(nothing)) {
      }
    }
  });
}

void time_load(const std::string& folder, unsigned threads) {
  std::size_t touchpoints = 0;
  time([&] { touchpoints = mot::load({.directory = folder, .threads = threads}).workspace.touchpoints.size(); });
  if (touchpoints == 0) throw std::runtime_error("nothing was loaded");
}

const mot::ReviewOptions on_a_day = {.today =
                                         std::chrono::year_month_day(std::chrono::year(2026), std::chrono::month(7), std::chrono::day(1))};

void time_review(const std::string& folder) {
  const mot::Loaded loaded = mot::load({.directory = folder});
  time([&] { mot::review(loaded, on_a_day); });
}

/// The member of a table that is called so.
template <typename Table>
const auto& named(const Table& table, std::string_view name) {
  for (const auto& row : table) {
    if (row.name == name) return row;
  }
  throw std::runtime_error("there is no '" + std::string(name) + "'");
}

void time_drawing(const std::string& folder, const std::string& view) {
  const mot::Loaded loaded = mot::load({.directory = folder});
  const mot::Review reviewed = mot::review(loaded, on_a_day);
  const mot::Typesetter typesetter;
  const auto draw = [&](std::string_view format) {
    const mot::Scene scene =
        named(mot::picture_views(), view).draw({loaded.workspace, reviewed.analysis, reviewed.answers, mot::light_theme(), typesetter}, {});
    return named(mot::picture_formats(), format).draw(scene, {});
  };
  std::ofstream(folder + "/" + view + ".dot", std::ios::binary) << draw("dot");
  time([&] { draw("svg"); });
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> words(arguments + 1, arguments + count);
  const std::string stage = words.empty() ? "" : words[0];
  if (stage == "parse" && words.size() == 2)
    time_parse(words[1]);
  else if (stage == "load" && words.size() == 3)
    time_load(words[1], static_cast<unsigned>(std::stoul(words[2])));
  else if (stage == "review" && words.size() == 2)
    time_review(words[1]);
  else if (stage == "draw" && words.size() == 3)
    time_drawing(words[1], words[2]);
  else
    return 2;
}
