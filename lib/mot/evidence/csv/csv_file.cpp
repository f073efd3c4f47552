#include "mot/evidence/csv/csv_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "mot/evidence/csv/csv_rows.h"
#include "mot/evidence/csv/encoding.h"

namespace mot::evidence {
namespace {

class CsvFile : public RowSource {
 public:
  CsvFile(OpenFile open, std::string path, const CsvForm& form) : open_(std::move(open)), path_(std::move(path)), form_(form) {}
  RowReport read(RowReceiver& receiver) override {
    const OpenedFile opened = open_(path_);
    if (!opened.bytes) return {.fault = opened.fault, .header_cells = 0, .ragged = {}};
    if (!means_utf8(form_.encoding)) return read_recoded(*opened.bytes, receiver);
    RowReport report = read_csv(*opened.bytes, receiver, {}, form_);
    if (report.has_foreign_bytes) advise_encoding(*report.fault);
    return report;
  }

 private:
  RowReport read_recoded(ByteStream& bytes, RowReceiver& receiver) {
    RecodedStream recoded(bytes, form_.encoding);
    RowReport report = read_csv(recoded, receiver, {}, form_);
    if (!recoded.fault().empty()) report.fault = recoded.fault();
    return report;
  }

  /// Names the encoding that would read it, before the advice to write it another way.
  void advise_encoding(std::string& fault) const {
    const OpenedFile again = open_(path_);
    if (!again.bytes) return;
    const std::size_t end = std::min(fault.find(';'), fault.size());
    fault.insert(end, fmt::format("; every byte can be read with the line 'encoding: {}' in the source", likely_encoding(*again.bytes)));
    if (const std::size_t other = fault.find("; save it"); other != std::string::npos) fault.replace(other, 2, ", or ");
  }

  OpenFile open_;
  std::string path_;
  CsvForm form_;
};

}  // namespace

std::unique_ptr<RowSource> csv_file(const OpenFile& open, const std::string& path, const CsvForm& form) {
  return std::make_unique<CsvFile>(open, path, form);
}

}  // namespace mot::evidence
