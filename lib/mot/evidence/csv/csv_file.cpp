#include "mot/evidence/csv/csv_file.h"

#include <utility>

#include "mot/evidence/csv/csv_rows.h"

namespace mot::evidence {
namespace {

class CsvFile : public RowSource {
 public:
  CsvFile(OpenFile open, std::string path) : open_(std::move(open)), path_(std::move(path)) {}
  RowReport read(RowReceiver& receiver) override {
    const OpenedFile opened = open_(path_);
    if (!opened.bytes) return {.fault = opened.fault, .header_cells = 0, .ragged = {}};
    return read_csv(*opened.bytes, receiver);
  }

 private:
  OpenFile open_;
  std::string path_;
};

}  // namespace

std::unique_ptr<RowSource> csv_file(const OpenFile& open, const std::string& path) {
  return std::make_unique<CsvFile>(open, path);
}

}  // namespace mot::evidence
