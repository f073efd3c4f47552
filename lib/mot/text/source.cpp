#include "mot/text/source.h"

#include <algorithm>
#include <cassert>

#include "mot/text/utf8.h"

namespace mot {
namespace {

constexpr std::size_t bytes_between_milestones = 1024;

}  // namespace

std::uint32_t Sources::add(Source source) {
  sources_.push_back(std::move(source));
  line_starts_.emplace_back();
  milestones_.emplace_back();
  return static_cast<std::uint32_t>(sources_.size() - 1);
}

std::string_view Sources::text_of(Span span) const {
  const std::string_view text = sources_[span.file].text;
  const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
  return text.substr(begin, std::max(span.end, span.begin) - span.begin);
}

Position Sources::begin_of(Span span) const {
  return position_of(span.file, span.begin);
}

Position Sources::end_of(Span span) const {
  return position_of(span.file, std::max(span.begin, span.end));
}

std::string_view Sources::line(std::uint32_t file, std::uint32_t number) const {
  const auto& starts = line_starts(file);
  assert(number >= 1 && number <= starts.size());
  const std::string_view text = sources_[file].text;
  const std::size_t begin = starts[number - 1];
  std::size_t end = number < starts.size() ? starts[number] : text.size();
  while (end > begin && (text[end - 1] == '\n' || text[end - 1] == '\r')) --end;
  return text.substr(begin, end - begin);
}

// A line ends at \n, \r\n or a lone \r, as in YAML.
const std::vector<std::uint32_t>& Sources::line_starts(std::uint32_t file) const {
  auto& starts = line_starts_[file];
  if (!starts.empty()) return starts;
  const std::string_view text = sources_[file].text;
  starts.push_back(0);
  std::size_t feed = text.find('\n'), carriage_return = text.find('\r');
  while (feed != std::string_view::npos || carriage_return != std::string_view::npos) {
    const std::size_t end = std::min(feed, carriage_return);
    if (end == carriage_return) carriage_return = text.find('\r', end + 1);
    if (end == feed) feed = text.find('\n', end + 1);
    const bool is_pair = text[end] == '\r' && end + 1 == feed;
    if (!is_pair) starts.push_back(static_cast<std::uint32_t>(end + 1));
  }
  return starts;
}

// A milestone stands at the first character from every so many bytes on.
const std::vector<Sources::Milestone>& Sources::milestones(std::uint32_t file) const {
  auto& stones = milestones_[file];
  if (!stones.empty()) return stones;
  const std::string_view text = sources_[file].text;
  std::uint32_t characters = 0;
  for (std::size_t i = 0; i < text.size(); i += character_length(text, i), ++characters) {
    if (i >= stones.size() * bytes_between_milestones) stones.push_back({static_cast<std::uint32_t>(i), characters});
  }
  return stones;
}

std::uint32_t Sources::characters_before(std::uint32_t file, std::uint32_t offset) const {
  const auto& stones = milestones(file);
  const auto is_behind = [](std::uint32_t place, const Milestone& stone) { return place < stone.offset; };
  const auto stone = std::upper_bound(stones.begin(), stones.end(), offset, is_behind) - 1;
  const std::string_view rest = std::string_view(sources_[file].text).substr(stone->offset, offset - stone->offset);
  return stone->characters + static_cast<std::uint32_t>(count_characters(rest));
}

Position Sources::position_of(std::uint32_t file, std::uint32_t offset) const {
  const auto& starts = line_starts(file);
  const std::string_view text = sources_[file].text;
  offset = std::min<std::uint32_t>(offset, static_cast<std::uint32_t>(text.size()));
  const auto after = std::upper_bound(starts.begin(), starts.end(), offset);
  const std::uint32_t line = static_cast<std::uint32_t>(after - starts.begin());
  const std::uint32_t start = starts[line - 1];
  std::string_view before = text.substr(start, offset - start);
  if (start == 0 && before.starts_with(byte_order_mark)) before.remove_prefix(byte_order_mark.size());
  if (before.size() < bytes_between_milestones) return {line, static_cast<std::uint32_t>(count_characters(before)) + 1};
  const std::uint32_t line_begin = static_cast<std::uint32_t>(offset - before.size());
  return {line, characters_before(file, offset) - characters_before(file, line_begin) + 1};
}

}  // namespace mot
