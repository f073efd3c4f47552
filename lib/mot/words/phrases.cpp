#include "mot/words/phrases.h"

#include <array>
#include <unordered_map>
#include <vector>

#include "mot/words/parts.h"

namespace mot {
namespace {

using Phrases = std::span<const Phrase>;
using Rows = std::unordered_map<std::string_view, const Phrase*>;

/// By language, its parts.
constexpr Phrases (*parts[names_of<Language>.size()][5])() = {
    {words::en_pictures, words::en_views, words::en_tables, words::en_explain, words::en_report},
    {words::de_pictures, words::de_views, words::de_tables, words::de_explain, words::de_report},
    {words::fr_pictures, words::fr_views, words::fr_tables, words::fr_explain, words::fr_report},
    {words::es_pictures, words::es_views, words::es_tables, words::es_explain, words::es_report},
    {words::pt_pictures, words::pt_views, words::pt_tables, words::pt_explain, words::pt_report},
};

struct Table {
  std::vector<Phrase> phrases;
  Rows rows;
};

Table table_of(std::size_t language) {
  Table table;
  for (const auto part : parts[language]) table.phrases.insert(table.phrases.end(), part().begin(), part().end());
  for (const Phrase& phrase : table.phrases) table.rows.emplace(phrase.english, &phrase);
  return table;
}

/// Made the first time any is looked up.
const Table& table_in(Language language) {
  static const std::array<Table, names_of<Language>.size()> tables = {table_of(0), table_of(1), table_of(2), table_of(3), table_of(4)};
  return tables[static_cast<std::size_t>(language)];
}

}  // namespace

std::span<const Phrase> phrases_in(Language language) {
  return table_in(language).phrases;
}

const Phrase* find_phrase(Language language, std::string_view english) {
  const Rows& rows = table_in(language).rows;
  const auto found = rows.find(english);
  return found == rows.end() ? nullptr : found->second;
}

}  // namespace mot
