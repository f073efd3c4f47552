// Dates as they stand in cells, whatever the locale.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mot/model/values.h"

namespace mot::evidence {

/// A day as a number: days since 1970-01-01.
using Day = int;

Day day_of(Date date);
Date date_of(Day day);

/// How a column writes its dates: a small part of strptime.
/// `%Y` four digits; `%y` two, 69 to 99 in the 20th century; `%m`, `%d` or `%e`, `%H`, `%I`, `%M`, `%S` one or two digits; `%b` or `%B`
/// an English month, short or whole; `%p` AM or PM; `%%` a percent sign; a blank any number of blanks; anything else itself.
/// The time of day is read and forgotten, and so is what follows after a blank: a zone, or a time. Without a format: 2026-03-31, and what
/// follows after a blank or a `T` is forgotten; with one, 2026-03-31T12:00Z is understood as well.
class DateFormat {
 public:
  /// ISO.
  DateFormat() = default;
  /// Nothing where the format holds a directive that is not known, or does not give day, month and year.
  static std::optional<DateFormat> from(std::string_view format);
  std::optional<Day> read(std::string_view cell) const;
  /// `'%m/%d/%Y'`, or `2026-03-31`: what a date should look like.
  std::string example() const;

 private:
  std::optional<Day> read_with_format(std::string_view cell) const;

  std::string format_;  ///< empty: ISO
};

}  // namespace mot::evidence
