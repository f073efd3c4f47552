// How a database is reached, kept out of the lines that findings show.
#pragma once

#include <string>
#include <string_view>

namespace mot {

/// The line with an asterisk for every byte of what stands under `connect`, unless that is a variable (`${NAME}`), of a password
/// (`password=…`, `pwd=…`), and of whom an address lets in (`postgresql://name:password@host`). As long as the line.
std::string secrets_hidden(std::string_view line);

}  // namespace mot
