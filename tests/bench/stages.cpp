// Times one stage of the way from files to a picture, in a process of its own, and prints CPU and elapsed seconds.
//   stages parse FOLDER         a bare event parse by yaml-cpp of every YAML file, the bytes already in memory
//   stages load FOLDER THREADS  load(), from the files on
//   stages draw FOLDER          the first journey's picture, from the scene on; writes FOLDER/map.dot before, untimed
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

#include "mot/load/load.h"

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

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> words(arguments + 1, arguments + count);
  const std::string stage = words.empty() ? "" : words[0];
  if (stage == "parse" && words.size() == 2)
    time_parse(words[1]);
  else if (stage == "load" && words.size() == 3)
    time_load(words[1], static_cast<unsigned>(std::stoul(words[2])));
  else
    return 2;
}
