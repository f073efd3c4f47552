// XML as it goes by: elements and text, one after another, in memory that does not grow with the file.
#pragma once

#include <optional>
#include <string_view>

#include "mot/text/bytes.h"

namespace mot::evidence {

/// The attributes of an element by their names without prefixes; good until the next event.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  std::optional<std::string_view> find(std::string_view name) const;
  std::string_view text(std::string_view name) const { return find(name).value_or(std::string_view()); }
  /// A whole number; the fallback where it is none.
  std::size_t number(std::string_view name, std::size_t fallback) const;

 private:
  const char** pairs_;
};

/// Takes what goes by. Names come without their prefixes.
class XmlListener {
 public:
  virtual ~XmlListener() = default;
  virtual void open(std::string_view element, const XmlAttributes& attributes) = 0;
  virtual void close(std::string_view) {}
  virtual void text(std::string_view) {}
  /// Whether it has heard enough.
  virtual bool is_done() const { return false; }
};

/// Throws SheetFault where the bytes are no XML, nest too deep or declare a document type, which can make much of little; and what the
/// listener throws.
void read_xml(ByteStream& bytes, XmlListener& listener);

}  // namespace mot::evidence
