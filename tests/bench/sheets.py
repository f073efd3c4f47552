"""A survey in a workbook, written as spreadsheet programs write it: a million cells, ten to a row."""
import random
import zipfile

COLUMNS = 10
BLOCK = 1000

WORKSPACE = """project: { name: Sheet, scale: { min: 0, max: 10 } }
touchpoints:
%s
source:
  id: sheet
  file: answers.xlsx
  scale: { min: 1, max: 5, missing: [0] }
  columns: { %s }
"""

PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    "</Types>",
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="Answers" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def row(number, cells):
    return f'<row r="{number}">' + "".join(f'<c r="{chr(65 + i)}{number}"{cell}</c>' for i, cell in enumerate(cells)) + "</row>"


def write_sheet(folder, cells):
    """Writes a workspace and a workbook of so many cells."""
    folder.mkdir(parents=True, exist_ok=True)
    names = [f"q{i}" for i in range(COLUMNS)]
    touchpoints = "\n".join(f"  - {{ id: {name}, name: {name}, importance: 3, desired: 9 }}" for name in names)
    (folder / "mot.yaml").write_text(WORKSPACE % (touchpoints, ", ".join(f"{name}: {name}" for name in names)))
    chance = random.Random(4)
    answers = [[f"><v>{chance.choice('0123455')}</v>" for _ in names] for _ in range(BLOCK)]
    sheet = ['<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>']
    sheet.append(row(1, [f' t="inlineStr"><is><t>{name}</t></is>' for name in names]))
    sheet += (row(i + 2, answers[i % BLOCK]) for i in range(cells // COLUMNS))
    sheet.append("</sheetData></worksheet>")
    with zipfile.ZipFile(folder / "answers.xlsx", "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in PARTS.items():
            file.writestr(name, text)
        file.writestr("xl/worksheets/sheet1.xml", "".join(sheet))
