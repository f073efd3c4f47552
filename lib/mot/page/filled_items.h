// The page filled in a list's item at a time: most items say what they said in the page before, and are not filled in again.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

namespace mot {

/// The items of a page's lists as they were filled in, kept from one page to the next.
class FilledItems {
 public:
  /// All items of a list, one after the other. `text` is the template of each of them, which sees nothing but the item.
  std::string filled_in(std::string_view list, const std::string& text, nlohmann::json items);

 private:
  struct Kept {
    std::string text;
    std::unordered_map<nlohmann::json, std::string> filled;  ///< by the item
  };
  std::unordered_map<std::string, Kept> lists_;
};

/// Fills in the lists that make up most of the page, which stand outside of any section, on lines of their own: `fill_in` of the text and
/// the content then gives the same bytes as it would have given before. `content` has to hold nothing but the lists and what their items
/// see.
void fill_lists(std::string& text, nlohmann::json& content, FilledItems& items);

}  // namespace mot
