#include "mot/serve/page_parts.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace mot::serve {
namespace {

using Json = nlohmann::json;

constexpr std::string_view mark = "<!--part:", mark_end = "-->", moment = "moment/";

bool is_moment(const PagePart& part) {
  return part.key.starts_with(moment);
}

/// The keys of parts that are moments, or of those that are not, in their order.
std::vector<std::string_view> keys_of(const std::vector<PagePart>& parts, bool (*is_wanted)(const PagePart& part)) {
  std::vector<std::string_view> keys;
  for (const PagePart& part : parts) {
    if (is_wanted(part)) keys.push_back(part.key);
  }
  return keys;
}

std::string_view without_blanks_before(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \n"), text.size()));
}

/// Takes what stands between `open` and `close` out of a text, marks included.
template <class Take>
std::string without(std::string_view text, std::string_view open, std::string_view close, const Take& take) {
  std::string rest;
  for (;;) {
    const auto begin = text.find(open), end = begin == std::string_view::npos ? begin : text.find(close, begin);
    if (end == std::string_view::npos) return rest.append(text);
    rest.append(text.substr(0, begin));
    take(text.substr(begin + open.size(), end - begin - open.size()));
    text.remove_prefix(end + close.size());
  }
}

}  // namespace

PageParts::PageParts(std::string_view page, std::uint64_t number, const PageParts& before)
    : number_(number), reshaped_(number), restyled_(number), reordered_(number) {
  take_apart(page);
  compare(before);
}

void PageParts::take_apart(std::string_view page) {
  const auto add_style = [&](std::string_view style) { styles_.push_back(style); };
  const auto pass_over = [](std::string_view) {};
  auto begin = std::min(page.find(mark), page.size());
  // The policy holds the hashes of styles, and the page its number.
  const std::string unstyled = without(page.substr(0, begin), "<style>", "</style>", pass_over);
  frame_ = without(without(unstyled, "<meta http-equiv", ">", pass_over), "<meta name=\"mot-page", ">", pass_over);
  without(page.substr(0, begin), "<style>", "</style>", add_style);
  while (begin < page.size()) {
    const auto key_end = page.find(mark_end, begin), text = key_end + mark_end.size();
    const auto end = std::min(page.find(mark, text), page.size());
    const PagePart part{page.substr(begin + mark.size(), key_end - begin - mark.size()), page.substr(text, end - text), number_};
    if (part.key.empty())
      frame_ += without_blanks_before(part.text);
    else
      parts_.push_back(part);
    begin = end;
  }
}

void PageParts::compare(const PageParts& before) {
  const auto is_other = [](const PagePart& part) { return !is_moment(part); };
  if (frame_ != before.frame_ || keys_of(parts_, is_other) != keys_of(before.parts_, is_other)) return;
  reshaped_ = before.reshaped_;
  if (styles_ == before.styles_) restyled_ = before.restyled_;
  if (keys_of(parts_, is_moment) == keys_of(before.parts_, is_moment)) reordered_ = before.reordered_;
  std::map<std::string_view, const PagePart*> known;
  for (const PagePart& part : before.parts_) known.emplace(part.key, &part);
  for (PagePart& part : parts_) {
    const auto was = known.find(part.key);
    if (was != known.end() && was->second->text == part.text) part.changed = was->second->changed;
  }
}

std::string PageParts::since(std::uint64_t since) const {
  Json changes = {{"page", number_}, {"anew", since < reshaped_ || since > number_}};
  if (changes["anew"] == false) {
    changes["parts"] = Json::array();
    for (const PagePart& part : parts_) {
      if (part.changed > since) changes["parts"].push_back({part.key, part.text});
    }
    if (restyled_ > since) changes["styles"] = styles_;
    if (reordered_ > since) changes["moments"] = keys_of(parts_, is_moment);
  }
  return changes.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace mot::serve
