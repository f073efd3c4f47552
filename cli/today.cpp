#include "today.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

#include "mot/text/utf8.h"

namespace mot {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;

constexpr std::int64_t end_of_9999 = 253'402'300'799;

std::optional<Date> stated_day(const Session& session) {
  const auto text = session.arguments.text("--today");
  if (!text) return std::nullopt;
  const auto date = date_from(*text);
  if (date) return date;
  throw UsageError(fmt::format("option '--today': '{}' is not a date; write it like 2027-03-31", printable(*text)),
                   session.arguments.command);
}

std::optional<std::int64_t> source_date_epoch(const Session& session) {
  const auto text = variable(session, "SOURCE_DATE_EPOCH");
  if (!text) return std::nullopt;
  std::int64_t number = -1;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error == std::errc() && end == text->data() + text->size() && number >= 0 && number <= end_of_9999) return number;
  throw UsageError(fmt::format("SOURCE_DATE_EPOCH is '{}', which is not a number of seconds since 1970", printable(*text)));
}

Date day_of(sys_seconds time) {
  return floor<days>(time);
}

}  // namespace

Today today_of(const Session& session) {
  if (const auto date = stated_day(session)) return {*date, "--today"};
  if (const auto time = source_date_epoch(session)) return {day_of(sys_seconds(seconds(*time))), "SOURCE_DATE_EPOCH"};
  return {day_of(floor<seconds>(std::chrono::system_clock::now())), "the system's clock"};
}

std::optional<std::int64_t> source_date_of(const Session& session) {
  if (const auto time = source_date_epoch(session)) return time;
  const auto date = stated_day(session);
  return date ? std::optional<std::int64_t>(seconds(sys_days(*date).time_since_epoch()).count()) : std::nullopt;
}

}  // namespace mot
