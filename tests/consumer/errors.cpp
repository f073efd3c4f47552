// errors WORKSPACE: what fails is told apart by its type. Ends with the number of cases that went another way.
#include <mot/mot.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

/// A folder of its own, without a workspace in or above it.
fs::path folder() {
  std::string name = (fs::temp_directory_path() / "mot-errors-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) std::abort();
  return name;
}

mot::Review reviewed(const mot::Loaded& loaded, mot::Databases databases = mot::Databases::left_out) {
  return mot::review(loaded, {.today = std::chrono::year{2026} / 11 / 25, .databases = databases, .environment = [](const std::string&) {
                                return std::string("DSN=nowhere-at-all");
                              }});
}

template <class Error, class Work>
int fails_to_throw(const char* what, const Work& work) {
  try {
    work();
    std::printf("%s: nothing was thrown\n", what);
  } catch (const Error& error) {
    return 0;
  } catch (const std::exception& error) {
    std::printf("%s: %s\n", what, error.what());
  }
  return 1;
}

void write(const fs::path& path, const char* text) {
  std::ofstream(path) << text;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 100;
  const fs::path here = folder();
  const mot::Loaded bakery = mot::load({.paths = {arguments[1]}});
  const mot::Review review = reviewed(bakery);
  write(here / "odbc.yaml",
        "touchpoints: [{ id: desk, name: Desk }]\n"
        "source: { id: w, database: odbc, connect: \"${W}\", table: a, scale: { min: 1, max: 5 }, long: { touchpoint: t, score: s } }\n");
  fs::create_directory(here / "folder.yaml");
  int wrong = 0;
  wrong += fails_to_throw<mot::NoWorkspace>("no workspace", [&] { mot::load({.directory = here}); });
  wrong += fails_to_throw<mot::NotFound>("no file", [&] { mot::load({.directory = here, .paths = {"gone.yaml"}}); });
  wrong += fails_to_throw<mot::NotFound>("no YAML in a folder", [&] { mot::load({.directory = here, .paths = {"folder.yaml"}}); });
  wrong += fails_to_throw<mot::Unreadable>("a file", [&] { mot::load({.paths = {"/proc/self/mem"}}); });
  wrong += fails_to_throw<mot::DatabaseFailure>(
      "a database", [&] { reviewed(mot::load({.paths = {(here / "odbc.yaml").string()}}), mot::Databases::read); });
  wrong += fails_to_throw<mot::NotFound>("no view", [&] { mot::draw(bakery, review, {.view = "globe"}); });
  wrong += fails_to_throw<mot::NotFound>("no journey", [&] { mot::draw(bakery, review, {.journey = "to-the-moon"}); });
  wrong += fails_to_throw<mot::TooLarge>("a PNG", [&] { mot::draw(bakery, review, {.format = "png", .drawing = {.dpi = 100'000}}); });
  fs::remove_all(here);
  return wrong;
}
