#include "mot/evidence/csv/csv_file.h"

#include <utility>

#include "mot/evidence/csv/csv_rows.h"

namespace mot::evidence {
namespace {

class CsvFile : public RowSource {
 public:
  CsvFile(OpenFile open, std::string path, const CsvForm& form) : open_(std::move(open)), path_(std::move(path)), form_(form) {}
  RowReport read(RowReceiver& receiver) override {
    const OpenedFile opened = open_(path_);
    if (!opened.bytes) return {.fault = opened.fault, .header_cells = 0, .ragged = {}};
    return read_csv(*opened.bytes, receiver, {}, form_);
  }

 private:
  OpenFile open_;
  std::string path_;
  CsvForm form_;
};

}  // namespace

std::unique_ptr<RowSource> csv_file(const OpenFile& open, const std::string& path, const CsvForm& form) {
  return std::make_unique<CsvFile>(open, path, form);
}

}  // namespace mot::evidence
