#include "mot/page/filled_items.h"

#include <fmt/format.h>

#include <cassert>
#include <utility>

#include "mot/page/fill_in.h"

namespace mot {
namespace {

using Json = nlohmann::json;

/// The lists of the page with an item a moment or a table, in the order in which the template has them.
constexpr std::string_view lists[] = {"ranking", "coverage_tables", "voice_tables", "plan_tables", "findings", "data_tables", "moments"};
/// What stands outside of them and is seen in them.
constexpr const char* seen_in_items[] = {"is_live"};

/// The list as it stands in the page, once its items are filled in.
std::string filled_name(std::string_view list) {
  return fmt::format("filled_{}", list);
}

/// The template of an item, taken out of a text behind `from`, which then is behind what stands in its place.
std::string item_taken_out(std::string_view list, std::string& text, std::size_t& from) {
  const std::string opening = fmt::format("\n{{{{#{}}}}}\n", list), closing = fmt::format("\n{{{{/{}}}}}\n", list);
  const std::string instead = fmt::format("{{{{{{{}}}}}}}", filled_name(list));
  const auto begin = text.find(opening, from), item = begin + opening.size(), end = text.find(closing, item - 1);
  assert(begin != std::string::npos && end != std::string::npos);
  std::string taken = text.substr(item, end + 1 - item);
  text.replace(begin + 1, end + closing.size() - begin - 1, instead);
  from = begin + 1 + instead.size();
  return taken;
}

}  // namespace

std::string FilledItems::filled_in(std::string_view list, const std::string& text, Json items) {
  Kept& before = lists_[std::string(list)];
  if (before.text != text) before = {text, {}};
  Kept now{text, {}};
  Template item_template(text, html_text);
  std::string all;
  for (Json& item : items) {
    auto known = now.filled.find(item);
    if (known == now.filled.end()) {
      auto kept = before.filled.extract(item);
      if (kept.empty()) {
        std::string filled = item_template.filled_in(item);
        known = now.filled.emplace(std::move(item), std::move(filled)).first;
      } else {
        known = now.filled.insert(std::move(kept)).position;
      }
    }
    all += known->second;
  }
  before = std::move(now);
  return all;
}

void fill_lists(std::string& text, Json& content, FilledItems& items) {
  constexpr const char* of_no_items = "\n";  // as mustache leaves the line of a section that is not there
  std::size_t from = 0;
  for (const std::string_view list : lists) {
    const std::string item = item_taken_out(list, text, from);
    Json& all = content.at(list);
    for (Json& one : all) {
      for (const char* name : seen_in_items) one[name] = content.at(name);
    }
    const bool has_items = !all.empty();
    content[filled_name(list)] = has_items ? items.filled_in(list, item, std::move(all)) : of_no_items;
    content[list] = has_items;
  }
}

}  // namespace mot
