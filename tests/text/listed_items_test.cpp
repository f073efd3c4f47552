// Lists in cells: what is exported is read again as it was, and what people write is read as they mean it.
#include "mot/text/listed_items.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <random>

using namespace mot;

namespace {

/// `[slow] [rude]`
std::string shown_items(std::string_view cell, ItemMarks marks = ItemMarks::semicolon) {
  std::string text;
  for (const std::string& item : items_in_cell(cell, marks)) text += fmt::format("{}[{}]", text.empty() ? "" : " ", item);
  return text;
}

}  // namespace

TEST_CASE("lines, bullets and marks part a cell into items") {
  const struct {
    const char* cell;
    const char* items;
  } cases[] = {{"", ""},
               {"slow", "[slow]"},
               {"slow; rude;", "[slow] [rude]"},
               {"slow, rude", "[slow, rude]"},
               {"slow\nrude; loud", "[slow] [rude; loud]"},
               {"- slow\r\n- rude", "[slow] [rude]"},
               {"- slow; rude", "[slow; rude]"},
               {"- slow\n  at the desk\n- rude", "[slow\nat the desk] [rude]"},
               {"- slow\nat the desk\n- rude", "[slow\nat the desk] [rude]"},
               {"- slow\n  at\n\n  noon\n\n- rude", "[slow\nat\n\nnoon] [rude]"},
               {"- slow\nrude", "[slow] [rude]"},
               {"1. comes\n2. waits", "[comes] [waits]"},
               {"2. Klasse ist laut", "[2. Klasse ist laut]"},
               {"2. Klasse ist laut\neng", "[2. Klasse ist laut] [eng]"},
               {"\u2022 slow \u2022 rude", "[slow] [rude]"},
               {"-5 degrees", "[-5 degrees]"},
               {" \n\t\n slow \n\n", "[slow]"}};
  for (const auto& [cell, items] : cases) {
    CAPTURE(cell);
    CHECK(shown_items(cell) == items);
  }
  CHECK(shown_items("a, b; c", ItemMarks::semicolon_and_comma) == "[a] [b] [c]");
  CHECK(shown_items("a, b\nc", ItemMarks::semicolon_and_comma) == "[a, b] [c]");
}

TEST_CASE("items come back from the cell that they are written into") {
  CHECK(cell_of_items(std::vector<std::string>{"slow", "rude"}, ItemMarks::semicolon) == "slow\nrude");
  CHECK(cell_of_items(std::vector<std::string>{"slow; rude"}, ItemMarks::semicolon) == "- slow; rude");
  CHECK(cell_of_items(std::vector<std::string>{"- slow\nat noon", "rude"}, ItemMarks::semicolon) == "- - slow\n  at noon\n- rude");
  const std::vector<std::string> pieces = {"a", ";", ",", "- ", "1. ", "\n", "\u2022", " b", "*", "\u2013 "};
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::string> items;
    for (std::size_t i = 0; i < 1 + random() % 3; ++i) {
      std::string item = "w";
      for (std::size_t piece = 0; piece < random() % 5; ++piece) item += pieces[random() % pieces.size()];
      if (random() % 3 == 0) item.insert(0, pieces[3 + random() % 2]);
      item += "w";
      // Blanks at the end of a line go, and a line below the first that has a bullet of its own begins an item.
      for (std::size_t at = item.find(" \n"); at != std::string::npos; at = item.find(" \n")) item.erase(at, 1);
      for (std::size_t at = item.find('\n'); at != std::string::npos; at = item.find('\n', at + 1)) item.insert(at + 1, "w");
      items.push_back(item);
    }
    for (const ItemMarks marks : {ItemMarks::semicolon, ItemMarks::semicolon_and_comma}) {
      const std::string cell = cell_of_items(items, marks);
      CAPTURE(cell);
      CHECK(items_in_cell(cell, marks) == items);
    }
  }
}
