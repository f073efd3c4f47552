// How engines differ in the SQL that they take.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "mot/model/vocabulary.h"

namespace mot::evidence {

/// What a column holds, as far as the SQL has to know. In SQLite any cell may be anything.
enum class Holds : unsigned char { numbers, days, texts, anything };

/// Names, and pieces of SQL in which {} stands for an expression. A piece that is empty cannot be said in the dialect.
struct Dialect {
  std::string_view name;            ///< as `mot pull --sql` takes it
  std::string_view product;         ///< how the engine calls itself through ODBC
  char quote;                       ///< stands around an identifier, doubled within
  std::string_view number_type;     ///< of double precision
  std::string_view text_type;       ///< of a few hundred characters
  std::string_view number_of_text;  ///< NULL where the text is not a number
  std::string_view day_of_date;     ///< 2026-03-31, as text
  std::string_view day_of_text;     ///< NULL where the text is not such a day
  std::string_view fence = {};      ///< ends a step whose cells are used often, so that the engine works each out once
  bool has_unicode_names = false;   ///< U&"\003A" is a name
  bool is_read_by_soci = true;      ///< SOCI looks for parameters in the statement, names included; not for its SQLite
};

std::span<const Dialect> dialects();
const Dialect* dialect_named(std::string_view name);
/// That of an engine which ODBC leads to, by what it calls itself and how it quotes names; the standard's where it is not known.
Dialect dialect_of_product(std::string_view product, char quote);

/// The piece with the expression in all its places.
std::string filled(std::string_view piece, std::string_view expression);

/// A name as the dialect quotes it; nothing where it cannot be said: SOCI would take a colon or an apostrophe in it for its own.
std::optional<std::string> quoted_name(const Dialect& dialect, std::string_view name);
/// The same for a table, whose parts are separated by dots.
std::optional<std::string> quoted_table(const Dialect& dialect, std::string_view name);

}  // namespace mot::evidence
