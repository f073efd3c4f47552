// The small values that everything in a workspace is made of. Each knows the place it was written at.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mot/text/source.h"

namespace mot {

/// A value and where it was written.
template <class T>
struct Placed {
  T value{};
  Span span;
  bool operator==(const Placed&) const = default;
};

using Text = Placed<std::string>;
using Number = Placed<double>;

/// A number from `Low` to `High`, checked when it is read.
template <int Low, int High>
struct Within : Number {
  static constexpr int low = Low;
  static constexpr int high = High;
  bool operator==(const Within&) const = default;
};

/// A whole number of at least 0.
using Count = Placed<std::size_t>;

/// A name by which other files call a thing: `[a-z0-9]+(-[a-z0-9]+)*`.
struct Id : Text {
  bool operator==(const Id&) const = default;
};

bool is_id(std::string_view text);

/// An id that stands for something else, and the index of what it stands for once it has been found. `Target` only tells links apart.
template <class Target>
struct Link : Text {
  std::optional<std::size_t> index;
  bool operator==(const Link&) const = default;
};

/// An entry of a mapping whose keys the user chooses.
template <class Key, class Value>
struct Entry {
  Key key;
  Value value;
  bool operator==(const Entry&) const = default;
};
template <class Key, class Value>
using Entries = std::vector<Entry<Key, Value>>;

using Date = std::chrono::year_month_day;

/// `2026-03-12`; nothing where the text is no date of the calendar in exactly this form.
std::optional<Date> date_from(std::string_view text);
std::string to_string(Date date);

/// A length of time as people say it: `12 months`. Months and days are kept apart, for a month is no number of days.
struct TimeSpan {
  int months = 0;
  int days = 0;
  bool operator==(const TimeSpan&) const = default;
};

/// `18 months`, `1 year`, `6 weeks`, `90 days`; nothing where the text says something else.
std::optional<TimeSpan> time_span_from(std::string_view text);
/// The day that lies this long before `date`; the month's last day where it has no such day.
Date before(Date date, TimeSpan span);

/// The scale every score of a workspace is on.
struct Scale {
  double min = 0;
  double max = 10;
  double range() const { return max - min; }
  double middle() const { return (min + max) / 2; }
  bool operator==(const Scale&) const = default;
};

}  // namespace mot
