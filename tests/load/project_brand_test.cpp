// A brand: how it is read, and what of it is refused.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "mot/load/load.h"
#include "support/folder.h"
#include "support/photos.h"

using namespace mot;
using namespace mot::testing;

namespace {

Loaded load_brand(const std::string& brand) {
  Folder folder;
  folder.with("looks/logo.png", png_of(200, 100)).with("looks/no.png", "a text\n").with("mot.yaml", "project: {brand: {" + brand + "}}\n");
  return load({.directory = folder.path()});
}

std::string faults_of(const std::string& brand) {
  std::string text;
  const Loaded loaded = load_brand(brand);
  for (const Finding& finding : loaded.findings) text += fmt::format("{}{}", text.empty() ? "" : ", ", finding.rule.id());
  return text;
}

}  // namespace

TEST_CASE("a brand has a logo, two colours and a family of letters") {
  const Loaded loaded = load_brand("logo: looks/logo.png, colour: '#20364F', accent: '#2c6fb3', font: Fira Sans");
  CHECK(loaded.findings.empty());
  const auto& brand = loaded.workspace.project.brand;
  REQUIRE(brand);
  REQUIRE(brand->logo_file);
  CHECK(brand->logo_file->width == 200);
  CHECK(brand->logo_file->height == 100);
  CHECK(brand->logo_file->bytes == png_of(200, 100));
  CHECK(hex(brand->colour->value) == "#20364f");
  CHECK(hex(brand->accent->value) == "#2c6fb3");
  CHECK(font_of(loaded.workspace.project) == "Fira Sans");
  CHECK(font_of(load_brand("accent: '#2c6fb3'").workspace.project).empty());
}

TEST_CASE("what is no colour, no family and no picture is told") {
  const struct {
    const char* brand;
    const char* faults;
  } cases[] = {
      {"colour: blue", "bad-value"},          {"colour: '#fff'", "bad-value"},
      {"colour: '#12345g'", "bad-value"},     {"colour: [1, 2]", "wrong-type"},
      {"accent: '20364f'", "bad-value"},      {"font: 'Arial, Times'", "bad-value"},
      {"font: 'x\"/><script>'", "bad-value"}, {"logo: looks/no.png", "bad-photo"},
      {"logo: looks", "bad-photo"},           {"logo: looks/none.png", "unknown-file"},
      {"logo: ../logo.png", "bad-value"},     {"color: '#20364f'", "unknown-key"},
  };
  for (const auto& [brand, faults] : cases) {
    CAPTURE(brand);
    CHECK(faults_of(brand) == faults);
  }
}
