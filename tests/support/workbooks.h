// Workbooks put together part by part, as programs write them and as nobody should.
#pragma once

#include <fmt/format.h>
#include <minizip/zip.h>

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "support/folder.h"

namespace mot::testing {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A ZIP file of these parts.
inline std::string zip_of(const Parts& parts) {
  const Folder folder;
  const std::string path = (folder / "x.zip").string();
  const zipFile file = zipOpen64(path.c_str(), APPEND_STATUS_CREATE);
  if (file == nullptr) throw std::runtime_error("no ZIP file");
  for (const auto& [name, text] : parts) {
    zip_fileinfo information{};
    zipOpenNewFileInZip64(file, name.c_str(), &information, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, 1, 1);
    zipWriteInFileInZip(file, text.data(), static_cast<unsigned>(text.size()));
    zipCloseFileInZip(file);
  }
  zipClose(file, nullptr);
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A sheet of an Excel workbook: what stands in its `worksheet`, and its state.
struct XlsxSheet {
  std::string name;
  std::string body;  ///< `<sheetData>…</sheetData>` and what follows it
  std::string state = {};
};

/// The parts of an Excel workbook.
inline Parts xlsx_parts(const std::vector<XlsxSheet>& sheets, const std::string& properties = {}) {
  std::string list, links;
  Parts parts;
  for (std::size_t i = 1; i <= sheets.size(); ++i) {
    const XlsxSheet& sheet = sheets[i - 1];
    list += fmt::format(R"(<sheet name="{}" sheetId="{}" r:id="rId{}"{}/>)", sheet.name, i, i,
                        sheet.state.empty() ? "" : fmt::format(R"( state="{}")", sheet.state));
    links += fmt::format(R"(<Relationship Id="rId{}" Type="http://x/relationships/worksheet" Target="worksheets/sheet{}.xml"/>)", i, i);
    parts.emplace_back(fmt::format("xl/worksheets/sheet{}.xml", i),
                       R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)" + sheet.body + "</worksheet>");
  }
  parts.emplace_back("xl/workbook.xml",
                     R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://r">)" + properties +
                         "<sheets>" + list + "</sheets></workbook>");
  parts.emplace_back("xl/_rels/workbook.xml.rels", "<Relationships>" + links + "</Relationships>");
  return parts;
}

/// A row of numbers and texts, without references: `<c><v>4</v></c><c t="str"><v>x</v></c>`.
inline std::string xlsx_row(const std::vector<std::string>& cells) {
  std::string text = "<row>";
  for (const std::string& cell : cells) {
    const bool is_number = !cell.empty() && cell.find_first_not_of("0123456789.") == std::string::npos;
    text += cell.empty() ? "<c/>" : fmt::format("<c{}><v>{}</v></c>", is_number ? "" : R"( t="str")", cell);
  }
  return text + "</row>";
}

/// An Excel workbook with one sheet of these rows.
inline std::string xlsx_of(const std::vector<std::vector<std::string>>& rows) {
  std::string body;
  for (const auto& row : rows) body += xlsx_row(row);
  return zip_of(xlsx_parts({{"Answers", "<sheetData>" + body + "</sheetData>"}}));
}

/// An OpenDocument workbook: what stands in its `spreadsheet`, and the styles before it.
inline std::string ods_of(const std::string& tables, const std::string& styles = {}) {
  return zip_of(
      {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
       {"content.xml",
        R"(<o:document-content xmlns:o="urn:o" xmlns:table="urn:t" xmlns:text="urn:x" xmlns:style="urn:s"><o:automatic-styles>)" + styles +
            "</o:automatic-styles><o:body><o:spreadsheet>" + tables + "</o:spreadsheet></o:body></o:document-content>"}});
}

}  // namespace mot::testing
