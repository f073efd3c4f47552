#include "mot/serve/live_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>

#include "mot/serve/json_text.h"

namespace mot::serve {
namespace {

using Json = nlohmann::json;
using namespace std::chrono_literals;

constexpr auto longest_drawing = 120s;
constexpr auto between_looks = 40ms;
constexpr auto quiet_before_rest = 250ms;  // who saves again and again waits for no rest of a page that is over

/// From the process that draws to the one that serves: a line about it, and the page.
std::string packed_page(const Made& made) {
  Json problems = Json::array(), stale = Json::array();
  for (const auto& [place, message, line, mark] : made.problems) problems.push_back({place, message, line, mark});
  for (const auto& [name, saved, touchpoints, is_evidence] : made.stale) stale.push_back({name, saved, touchpoints, is_evidence});
  return as_text({{"problems", problems}, {"more", made.more}, {"behind", made.is_behind}, {"stale", stale}})
      .append("\n")
      .append(made.page);
}

Made unpacked(std::string text) {
  const std::size_t head = text.find('\n');
  const Json json = Json::parse(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(head));
  text.erase(0, head + 1);
  Made made{.page = std::move(text), .problems = {}, .more = json["more"], .stale = {}, .is_behind = json["behind"]};
  for (const Json& problem : json["problems"]) made.problems.push_back({problem[0], problem[1], problem[2], problem[3]});
  for (const Json& file : json["stale"]) made.stale.push_back({file[0], file[1], file[2], file[3]});
  return made;
}

Made problem(std::string what) {
  return {.problems = {{"", std::move(what), "", ""}}};
}

Made made_safely(const MakePage& make, Wanted wanted, const std::string& memory) {
  try {
    return make(wanted, memory);
  } catch (const std::exception& error) {
    return problem(error.what());
  }
}

/// `is_current` where the page shows what the files say, as far as they can be read.
std::string state_of(std::uint64_t page_number, const Made& made, bool is_current) {
  Json problems = Json::array(), stale = Json::array();
  for (const auto& [place, message, line, mark] : made.problems)
    problems.push_back({{"place", place}, {"message", message}, {"line", line}, {"mark", mark}});
  for (const auto& [name, saved, touchpoints, is_evidence] : made.stale)
    stale.push_back({{"file", name}, {"saved", saved}, {"touchpoints", touchpoints}, {"evidence", is_evidence}});
  return as_text({{"page", page_number}, {"problems", problems}, {"more", made.more}, {"stale", stale}, {"current", is_current}});
}

/// Where the number of a page stands in it.
std::size_t place_of_number(std::string_view page) {
  constexpr std::string_view head = "<head>\n";
  const auto at = page.find(head);
  return at == std::string_view::npos ? page.size() : at + head.size();
}

std::string number_tag(std::uint64_t number) {
  return fmt::format("<meta name=\"mot-page\" content=\"{}\">\n", number);
}

/// The page with its number, which says what changed since.
std::string numbered(std::string page, std::uint64_t number) {
  return page.insert(place_of_number(page), number_tag(number));
}

/// Whether a page is what another one is without its number. Pages have megabytes: none is copied.
bool is_numbered(std::string_view page, std::string_view with_number, std::uint64_t number) {
  const std::string tag = number_tag(number);
  const std::size_t at = place_of_number(page);
  return with_number.size() == page.size() + tag.size() && with_number.substr(0, at) == page.substr(0, at) &&
         with_number.substr(at, tag.size()) == tag && with_number.substr(at + tag.size()) == page.substr(at);
}

/// Loads again until there is another one; a refresh by a header or a tag does nothing where the address has a fragment.
constexpr std::string_view empty_page =
    "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>mot</title>"
    "<script>setTimeout(() => location.reload(), 500);</script></head>"
    "<body><main><h1>Not drawn yet</h1><p>The page comes as soon as it is drawn.</p></main></body></html>";

}  // namespace

LivePage::LivePage(MakePage make, std::vector<std::filesystem::path> paths)
    : drawer_(
          [make = std::move(make)](char what, const std::string& memory) -> Drawing {
            Made made = made_safely(make, static_cast<Wanted>(what), memory);
            return {packed_page(made), std::move(made.memory)};
          },
          longest_drawing),
      watch_(std::move(paths)),
      shown_(std::make_shared<Shown>(Shown{0, 0, std::make_shared<std::string>(empty_page), {}, state_of(0, {}, true)})) {}

LivePage::~LivePage() {
  is_over_ = true;
  if (thread_.joinable()) thread_.join();
}

void LivePage::start() {
  thread_ = std::thread([this] { follow(); });
}

std::shared_ptr<const Shown> LivePage::shown() const {
  const std::lock_guard lock(mutex_);
  return shown_;
}

void LivePage::follow() {
  using Clock = std::chrono::steady_clock;
  std::optional<Clock::time_point> rest;  // when it is due
  while (!is_over_) {
    const auto begun = Clock::now();
    const bool has_changed = watch_.has_changed();
    const auto look = Clock::now() - begun;
    if (has_changed) {
      const bool is_behind = make(shown()->page_number > 0 ? Wanted::page : Wanted::first_page);
      rest = is_behind ? std::optional(Clock::now() + quiet_before_rest) : std::nullopt;
    } else if (rest && Clock::now() >= *rest) {
      rest.reset();
      make(Wanted::rest);
    }
    // Where very many files lie, looking at them takes a tenth of the time at most.
    std::this_thread::sleep_for(std::max<std::chrono::nanoseconds>(between_looks, 10 * look));
  }
}

bool LivePage::make(Wanted wanted) {
  auto bytes = drawer_.drawn(static_cast<char>(wanted));
  Made made = bytes ? unpacked(std::move(*bytes)) : problem("the page could not be drawn: that crashed, or took longer than two minutes");
  const bool is_behind = made.is_behind;
  publish(std::move(made));
  return is_behind;
}

void LivePage::publish(Made made) {
  const auto before = shown();
  Shown now = *before;
  const bool is_current = !made.page.empty() || made.problems.empty();
  if (!made.page.empty() && !is_numbered(made.page, *before->page, now.page_number)) {
    ++now.page_number;
    now.page = std::make_shared<std::string>(numbered(std::move(made.page), now.page_number));
    now.parts = PageParts(*now.page, now.page_number, before->parts);
  }
  now.state = state_of(now.page_number, made, is_current);
  if (now.state == before->state) return;
  ++now.number;
  const std::lock_guard lock(mutex_);
  shown_ = std::make_shared<Shown>(std::move(now));
}

}  // namespace mot::serve
