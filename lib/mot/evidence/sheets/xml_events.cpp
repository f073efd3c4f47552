#include "mot/evidence/sheets/xml_events.h"

#include <expat.h>
#include <fmt/format.h>

#include <charconv>
#include <exception>
#include <memory>
#include <new>

#include "mot/evidence/sheets/sheet_fault.h"

namespace mot::evidence {
namespace {

constexpr char separator = '|';  // between the address of a namespace and the name in it
constexpr std::size_t most_levels = 200;
constexpr int xml_buffer_size = 1 << 16;

std::string_view local(std::string_view name) {
  const std::size_t at = name.rfind(separator);
  return at == std::string_view::npos ? name : name.substr(at + 1);
}

/// What is thrown may not pass through expat, which is C: it is kept, and thrown behind it.
class Parsing {
 public:
  explicit Parsing(XmlListener& listener) : listener_(listener), parser_(XML_ParserCreateNS(nullptr, separator), &XML_ParserFree) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), &Parsing::on_open, &Parsing::on_close);
    XML_SetCharacterDataHandler(parser_.get(), &Parsing::on_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), &Parsing::on_doctype);
  }

  void run(ByteStream& bytes) {
    while (true) {
      void* const buffer = XML_GetBuffer(parser_.get(), xml_buffer_size);
      if (buffer == nullptr) throw std::bad_alloc();
      const auto count = bytes.read({static_cast<char*>(buffer), static_cast<std::size_t>(xml_buffer_size)});
      if (!count) throw SheetFault("can't be read to its end");
      const XML_Status status = XML_ParseBuffer(parser_.get(), static_cast<int>(*count), *count == 0);
      if (thrown_) std::rethrow_exception(thrown_);
      if (is_stopped_) return;
      if (status != XML_STATUS_OK) throw SheetFault("is damaged: a part of it is no well-formed XML; save it anew");
      if (*count == 0) return;
    }
  }

 private:
  template <class Work>
  void guarded(Work work) {
    if (is_stopped_) return;
    try {
      work();
      if (listener_.is_done()) stop();
    } catch (...) {
      thrown_ = std::current_exception();
      stop();
    }
  }
  void stop() {
    is_stopped_ = true;
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  static void on_open(void* self, const char* name, const char** attributes) {
    auto& parsing = *static_cast<Parsing*>(self);
    parsing.guarded([&] {
      if (++parsing.levels_ > most_levels) throw SheetFault("is no usual workbook: its XML nests too deep");
      parsing.listener_.open(local(name), XmlAttributes(attributes));
    });
  }
  static void on_close(void* self, const char* name) {
    auto& parsing = *static_cast<Parsing*>(self);
    --parsing.levels_;
    parsing.guarded([&] { parsing.listener_.close(local(name)); });
  }
  static void on_text(void* self, const char* text, int size) {
    auto& parsing = *static_cast<Parsing*>(self);
    parsing.guarded([&] { parsing.listener_.text({text, static_cast<std::size_t>(size)}); });
  }
  static void on_doctype(void* self, const char*, const char*, const char*, int) {
    static_cast<Parsing*>(self)->guarded([] { throw SheetFault("is no usual workbook: its XML declares a document type"); });
  }

  XmlListener& listener_;
  std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser_;
  std::exception_ptr thrown_;
  std::size_t levels_ = 0;
  bool is_stopped_ = false;
};

}  // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    if (local(pair[0]) == name) return std::string_view(pair[1]);
  }
  return std::nullopt;
}

std::size_t XmlAttributes::number(std::string_view name, std::size_t fallback) const {
  const std::string_view value = text(name);
  std::size_t number = fallback;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() && end == value.data() + value.size() ? number : fallback;
}

void read_xml(ByteStream& bytes, XmlListener& listener) {
  Parsing(listener).run(bytes);
}

}  // namespace mot::evidence
