#include "mot/import/channels_in_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <span>

#include "mot/evidence/cells/number.h"
#include "mot/import/plain_line.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

constexpr std::string_view between_channels = "; ";
constexpr std::string_view sure_marks[] = {";", "|", " / ", " + "};
constexpr std::string_view doubtful_marks[] = {",", "/", " & ", " and ", " und ", " et ", " y ", " e "};

/// The parts of a text between any of the marks, without blanks around them.
std::vector<std::string> parts_of(std::string_view text, std::span<const std::string_view> marks) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view part) {
    part = evidence::trimmed(part);
    if (!part.empty() && std::ranges::find(parts, part) == parts.end()) parts.emplace_back(part);
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto starts = [&](std::string_view mark) { return text.substr(at).starts_with(mark); };
    const auto mark = std::ranges::find_if(marks, starts);
    if (mark == marks.end()) {
      ++at;
      continue;
    }
    add(text.substr(begin, at - begin));
    begin = at += mark->size();
  }
  add(text.substr(begin));
  return parts;
}

/// A part of what is a list by one of the others may be what makes another a list.
void add_parts_of_lists(std::set<std::string, std::less<>>& alone) {
  for (std::size_t known = 0; known != alone.size();) {
    known = alone.size();
    std::set<std::string, std::less<>> found;
    for (const std::string& name : alone) {
      const auto parts = parts_of(name, doubtful_marks);
      const bool is_list = parts.size() > 1 && std::ranges::any_of(parts, [&](const std::string& part) { return alone.contains(part); });
      if (is_list) found.insert(parts.begin(), parts.end());
    }
    alone.merge(found);
  }
}

}  // namespace

std::vector<std::string> channels_in(std::string_view cell) {
  return parts_of(cell, {&between_channels, 1});
}

void settle_channels(std::vector<Touchpoint>& touchpoints, Notes& notes) {
  std::set<std::string, std::less<>> alone;
  for (const Touchpoint& touchpoint : touchpoints) {
    const auto found = touchpoint.facets.find(Facet::channel);
    if (found == touchpoint.facets.end()) continue;
    const auto parts = parts_of(found->second, sure_marks);
    for (const std::string& part : parts) alone.insert(folded(part));
  }
  add_parts_of_lists(alone);
  std::set<std::string> several, doubtful;
  for (Touchpoint& touchpoint : touchpoints) {
    const auto found = touchpoint.facets.find(Facet::channel);
    if (found == touchpoint.facets.end()) continue;
    std::vector<std::string> channels;
    for (const std::string& part : parts_of(found->second, sure_marks)) {
      const auto parts = parts_of(part, doubtful_marks);
      const bool is_list =
          parts.size() > 1 && std::ranges::any_of(parts, [&](const std::string& name) { return alone.contains(folded(name)); });
      if (parts.size() > 1 && !is_list) doubtful.insert(in_quotes(part));
      is_list ? void(channels.insert(channels.end(), parts.begin(), parts.end())) : channels.push_back(part);
    }
    if (channels.size() > 1) several.insert(in_quotes(found->second));
    found->second = fmt::format("{}", fmt::join(channels, between_channels));
  }
  if (!several.empty()) notes.push_back({Fate::converted, fmt::format("several channels in one cell: {}", fmt::join(several, ", "))});
  if (!doubtful.empty())
    notes.push_back({Fate::undecided,
                     fmt::format("channels that may be several: {}; write them with '; ' between if they are", fmt::join(doubtful, ", "))});
}

}  // namespace mot::importing
