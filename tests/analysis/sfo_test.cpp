// The main job on a real survey: fourteen moments of an airport, 2 831 respondents.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "support/folder.h"
#include "support/program.h"

namespace fs = std::filesystem;
using mot::testing::Folder;
using mot::testing::run_mot;
using mot::testing::text_of;
using nlohmann::json;

namespace {

const fs::path answers = fs::path(MOT_SOURCE_DIR) / "../shared/data/sfo-2017.csv";

/// The workspace with its answers beside it; not there where the survey is not.
struct Airport {
  Folder folder;
  bool is_there = fs::exists(answers);
  Airport() {
    fs::copy_file(fs::path(MOT_SOURCE_DIR) / "tests/sfo/mot.yaml", folder / "mot.yaml");
    if (is_there) fs::copy_file(answers, folder / "sfo-2017.csv");
  }
  auto run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"-C", folder.path().string()});
    return run_mot(arguments);
  }
};

}  // namespace

TEST_CASE("an airport's survey goes through validate") {
  const Airport airport;
  if (!airport.is_there) {
    const auto ran = airport.run({"validate"});
    CHECK(ran.code == 1);
    CHECK(ran.out.find("[unreadable-evidence]") != std::string::npos);
    return;
  }
  const auto ran = airport.run({"validate", "--format", "json"});
  CHECK(ran.code == 0);
  CHECK(json::parse(ran.out)["summary"]["errors"] == 0);
  CHECK(json::parse(ran.out)["summary"]["touchpoints"] == 14);
}

// n, mean and standard deviation worked out in R: mean(x[x >= 1 & x <= 5]) and sd() of the same.
TEST_CASE("an airport's figures are those of another program") {
  const Airport airport;
  if (!airport.is_there) return;
  const auto ran = airport.run({"gaps", "--format", "json"});
  REQUIRE(ran.code == 0);
  std::map<std::string, std::string> figures;
  const json report = json::parse(ran.out);
  for (const json& touchpoint : report["touchpoints"]) {
    figures[touchpoint["id"]] =
        fmt::format("{} {:.4f} {:.4f}", touchpoint["n"].get<int>(), touchpoint["actual"].get<double>(), touchpoint["sd"].get<double>());
  }
  CHECK(figures.size() == 14);
  CHECK(figures["food"] == "2421 3.6154 0.9322");
  CHECK(figures["signs-inside"] == "2703 4.0881 0.8317");
  CHECK(figures["long-term-parking"] == "834 3.8501 0.9653");
  CHECK(figures["desk-arrivals"] == "1710 3.8918 0.9340");
  CHECK(figures["wifi"] == "2142 4.0798 1.0061");
}

TEST_CASE("what matters by its correlation is not what scores lowest") {
  const Airport airport;
  if (!airport.is_there) return;
  const auto ran = airport.run({"gaps", "--importance", "derived", "--format", "json"});
  std::map<std::string, json> figures;
  const json report = json::parse(ran.out);
  for (const json& touchpoint : report["touchpoints"]) figures[touchpoint["id"]] = touchpoint;
  CHECK(fmt::format("{:.4f}", figures["desk-arrivals"]["derived_importance"].get<double>()) == "0.5878");
  CHECK(fmt::format("{:.4f}", figures["wifi"]["derived_importance"].get<double>()) == "0.4676");
  for (const char* id : {"desk-arrivals", "desk-departures", "parking", "long-term-parking", "rental-cars"}) {
    CAPTURE(id);
    CHECK(figures[id]["quadrant"] == "concentrate here");
  }
  CHECK(figures["food"]["quadrant"] == "low priority");
}

// Worked out apart from the program: Wilson of 1154 in 1710, Pearson over the rows that have both, and the means of the fourteen.
TEST_CASE("an airport's desk is explained with the shares, the correlation and the cross-hair of another program") {
  const Airport airport;
  if (!airport.is_there) return;
  const json report = json::parse(airport.run({"explain", "desk-arrivals", "--importance", "derived", "--format", "json"}).out);
  std::map<std::string, std::string> steps;
  for (const json& part : report["parts"]) {
    for (const json& step : part["steps"]) {
      const json& value = step["value"];
      if (value.is_number()) steps[step["key"]] = fmt::format("{:.4f}", value.get<double>());
      if (value.is_array()) steps[step["key"]] = fmt::format("{:.4f} {:.4f}", value[0].get<double>(), value[1].get<double>());
    }
  }
  CHECK(steps["n"] == "1710.0000");
  CHECK(steps["actual"] == "3.8918");
  CHECK(steps["sd"] == "0.9340");
  CHECK(steps["top_two"] == "0.6749");
  CHECK(steps["top_two_interval"] == "0.6523 0.6966");
  CHECK(steps["derived_importance"] == "0.5878");
  CHECK(steps["crosshair_actual"] == "3.9394");
  CHECK(steps["crosshair_importance"] == "0.5655");
  const json food = json::parse(airport.run({"gaps", "--importance", "derived", "--format", "json"}).out)["touchpoints"][1];
  CHECK(food["id"] == "food");  // its mean is the lowest; what keeps it out of the first quadrant is how little it goes with the whole
  CHECK(food["distance_to_crosshair"].get<double>() < 0.1);
  const std::string table = airport.run({"gaps", "--importance", "derived", "--method", "ipa"}).out;
  CHECK(table.find("quadrant") < table.find("beyond line"));
  CHECK(table.find("beyond line") < table.find("to line\n"));
}

TEST_CASE("passengers recommend an airport as the published formula has it") {
  const Airport airport;
  if (!airport.is_there) return;
  const json recommend = json::parse(airport.run({"gaps", "--format", "json"}).out)["outcomes"][1];
  CHECK(recommend["kind"] == "nps");
  CHECK(recommend["n"] == 2746);
  CHECK(fmt::format("{:.2f} {:.2f} {:.2f}", recommend["value"].get<double>(), recommend["interval"][0].get<double>(),
                    recommend["interval"][1].get<double>()) == "39.84 37.18 42.41");
}

// By a Python program of its own: weights rescaled to sum to n, Kish's n, s with that n.
TEST_CASE("an airport's survey is weighted as its publisher weights it") {
  Airport airport;
  if (!airport.is_there) return;
  std::string workspace = text_of(airport.folder / "mot.yaml");
  workspace.insert(workspace.find("    date: 2017-05-31"), "    weight: WEIGHT\n");
  airport.folder.with("mot.yaml", workspace);
  std::map<std::string, std::string> figures;
  const json report = json::parse(airport.run({"gaps", "--format", "json"}).out);
  for (const json& touchpoint : report["touchpoints"]) {
    figures[touchpoint["id"]] = fmt::format("{} {:.6f} {:.4f} {:.6f}", touchpoint["n"].get<int>(), touchpoint["actual"].get<double>(),
                                            touchpoint["n_effective"].get<double>(), touchpoint["sd"].get<double>());
  }
  CHECK(figures["wifi"] == "2142 4.064523 1773.3135 1.020179");
  CHECK(figures["food"] == "2421 3.654776 2004.5096 0.926617");
}

TEST_CASE("an airport's journey is drawn with every moment on it") {
  const Airport airport;
  if (!airport.is_there) return;
  const auto ran = airport.run({"map", "-o", (airport.folder / "departure.svg").string()});
  CHECK(ran.code == 0);
  const std::string picture = text_of(airport.folder / "departure.svg");
  for (const char* name : {"Restaurants", "Long-term parking", "Wi-Fi", "Get here"}) {
    CAPTURE(name);
    CHECK(picture.find(name) != std::string::npos);
  }
}
