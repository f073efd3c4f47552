// The table of formats that figures are written in: the choices of --format, the extensions of -o, and the functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/tables/table.h"
#include "mot/write/findings/finding_report.h"

namespace mot {

/// What every format of figures is given.
struct TableReport {
  std::vector<Table> tables;          ///< the one with a row per thing first; formats that hold one table hold that
  std::function<std::string()> json;  ///< the figures themselves, written only where asked for
  std::size_t width = 0;              ///< columns of the terminal; 0: as wide as need be
  Ink ink = Ink::plain;               ///< for a terminal only
};

/// People read a table in the workspace's language, programs in English.
enum class Readers : std::uint8_t { people, programs };

struct TableFormat {
  std::string_view name;
  std::string_view extension;  ///< with its dot
  std::string_view shows;      ///< for the help
  Readers readers;             ///< for whom the tables of a report are to be made
  std::string (*write)(const TableReport& report);
};

/// The default one stands first.
std::span<const TableFormat> table_formats();

}  // namespace mot
