#!/usr/bin/env python3
"""Write the answer files of this example: passengers-2026.csv, thumbs.csv, app-ratings.csv, meal-cards.csv, call-ratings.csv
and wayfinding.xlsx.

The answers are invented, the pattern in them is not an accident: change MOMENTS to tell another story, run the script, and
ask `mot gaps` again. Same script, same bytes: of Python's random numbers only Random(seed).random() is used, which every
version of Python promises to repeat, and only sums and products are made of them.
"""

import csv
import datetime
import pathlib
import random
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
RESPONDENTS = 600
FIRST_DAY = datetime.date(2026, 1, 7)
FIELD_DAYS = 296

# Share of the respondents, and the weight that undoes their unequal readiness to answer.
SEGMENTS = {
    "B": (0.44, 0.80),  # business
    "F": (0.29, 1.15),  # family
    "S": (0.22, 1.25),  # students and other young travellers
    "": (0.05, 1.00),  # did not say
}


class Moment:
    """How passengers score one touchpoint.

    level   aim of the mean, on the survey's scale of 1 to 5
    asked   share that lived it, by segment; or the number of answers in all
    spread  standard deviation before rounding
    halo    how much the respondent's general mood colours the score
    drives  how much the score moves what is said about the whole trip
    shift   what a segment scores above or below the others
    """

    def __init__(self, column, level, asked, spread=0.85, halo=0.25, drives=0.0, shift=None):
        self.column = column
        self.level = level
        self.asked = asked
        self.spread = spread
        self.halo = halo
        self.drives = drives
        self.shift = shift or {}


EVERYONE = {"B": 0.92, "F": 0.92, "S": 0.92, "": 0.92}
FAMILIES = {"B": 0.02, "F": 0.80, "S": 0.02, "": 0.20}
MOST = {"B": 0.72, "F": 0.80, "S": 0.75, "": 0.70}
MANY = {"B": 0.45, "F": 0.85, "S": 0.70, "": 0.60}

MOMENTS = [
    Moment("Q1FARE", 3.95, EVERYONE, halo=0.30, drives=0.05),
    Moment("Q1SEAT", 4.00, MANY),
    Moment("Q1BOOK", 4.30, MOST, spread=0.75),
    Moment("Q1CONFIRM", 4.42, EVERYONE, spread=0.70),
    Moment("Q2SPECIAL", 3.50, {"B": 0.05, "F": 0.55, "S": 0.04, "": 0.20}, spread=1.05, drives=0.22),
    Moment("Q2REBOOK", 2.30, {"B": 0.30, "F": 0.09, "S": 0.14, "": 0.15}, spread=1.10, drives=0.30),
    Moment("Q3APP", 4.38, MOST, spread=0.80),
    Moment("Q3PAPER", 3.50, 6, spread=1.10),
    Moment("Q3NEWS", 3.48, MOST, spread=1.00, drives=0.22),
    Moment("Q4FIND", 3.65, MOST, spread=0.90, halo=0.15),
    Moment("Q4GREET", 4.40, MANY, spread=0.75, drives=0.30),
    Moment("Q4BAGDROP", 3.52, MANY, spread=1.00),
    Moment("Q5BOARD", 3.35, EVERYONE, spread=0.95, drives=0.06),
    Moment("Q6WELCOME", 4.65, EVERYONE, spread=0.75, halo=0.30, drives=0.38),
    Moment("Q6COCKPIT", 3.27, EVERYONE, spread=1.05, halo=0.35, drives=0.42),
    Moment("Q6MEAL", 3.52, EVERYONE, spread=1.05, halo=0.08),
    Moment("Q6CHILD", 4.35, FAMILIES, spread=0.75, drives=0.15),
    Moment("Q7BAGS", 2.75, MANY, spread=1.10, halo=0.35, drives=0.36),
    Moment("Q7LOST", 2.30, 8, spread=1.00, drives=0.20),
    Moment("Q7PRAM", 3.62, FAMILIES, spread=1.20, drives=0.20),
    # Passengers with status are served first, and it shows.
    Moment("Q8MISSED", 2.45, {"B": 0.15, "F": 0.08, "S": 0.32, "": 0.10}, spread=0.95, drives=0.30, shift={"B": 0.85, "S": -0.50}),
    Moment("Q8CALL", 4.60, 24, spread=0.70, drives=0.15),
    Moment("Q8CLAIM", 2.30, {"B": 0.10, "F": 0.13, "S": 0.10, "": 0.08}, spread=1.05, drives=0.25),
    Moment("Q9THANKS", 3.75, MOST, spread=0.85, halo=0.10),
    Moment("Q9POINTS", 4.35, {"B": 0.85, "F": 0.40, "S": 0.30, "": 0.30}, spread=0.75, halo=0.10),
]
# At the belt passengers also say what they want there and how much it matters to them.
MORE_QUESTIONS = {
    "Q7BAGS": [Moment("Q7BAGSWANT", 4.72, EVERYONE, spread=0.55, halo=0.0), Moment("Q7BAGSIMP", 4.85, EVERYONE, spread=0.60, halo=0.0)],
}
NO_ANSWER = ["0", "0", "6", "Blank", ""]  # not used (most often), don't know, skipped, not asked


def normal(dice):
    """A number of mean 0 and deviation 1: twelve uniform ones added up, one by one.

    No logarithm, which differs between machines, and no sum(), which adds more exactly from Python 3.12 on.
    """
    total = 0.0
    for _ in range(12):
        total += dice.random()
    return total - 6.0


def pick(dice, things):
    return things[int(dice.random() * len(things))]


def on_scale(value, low, high):
    return max(low, min(high, int(value + 0.5)))


def segment_of(dice):
    point = dice.random()
    for segment, (share, _) in SEGMENTS.items():
        if point < share:
            return segment
        point -= share
    return ""


def lived(dice, moment, segment, number):
    """Whether this respondent has a score for the moment; a fixed number of answers is spread evenly over the respondents."""
    point = dice.random()
    if isinstance(moment.asked, int):
        step = RESPONDENTS // moment.asked
        return number % step == step // 2
    return point < moment.asked[segment]


def score(dice, moment, segment, mood):
    return on_scale(moment.level + moment.shift.get(segment, 0.0) + moment.halo * mood + moment.spread * normal(dice), 1, 5)


def respondent(dice, number):
    segment = segment_of(dice)
    mood = normal(dice)
    weight = SEGMENTS[segment][1] * (0.85 + 0.30 * dice.random())
    day = FIRST_DAY + datetime.timedelta(days=number * FIELD_DAYS // RESPONDENTS)
    row = {"RESPONDENT": number + 1, "INTDATE": day.strftime("%m/%d/%Y"), "SEGMENT": segment, "WEIGHT": f"{weight:.3f}"}
    trip = 3.85 + 0.10 * mood + 0.42 * normal(dice)
    for moment in MOMENTS:
        # All dice are thrown whether needed or not: changing one moment leaves the answers to the others as they are.
        answered = lived(dice, moment, segment, number)
        given, silence = score(dice, moment, segment, mood), pick(dice, NO_ANSWER)
        trip += moment.drives * (given - moment.level) if answered else 0.0
        row[moment.column] = given if answered else silence
        for question in MORE_QUESTIONS.get(moment.column, []):
            also_given = score(dice, question, segment, mood)
            row[question.column] = also_given if answered else ""
    row["QALL"] = on_scale(trip, 1, 5) if dice.random() < 0.97 else "Blank"
    # Asked from 0 to 10: a 0 or a 6 is an answer here, so only an empty cell is none.
    row["RECOMMEND"] = on_scale(7.45 + 1.75 * (trip - 3.7) + 0.95 * normal(dice), 0, 10) if dice.random() < 0.95 else ""
    return row


def passengers():
    dice = random.Random(20260108)
    return [respondent(dice, number) for number in range(RESPONDENTS)]


# By touchpoint: cards in all, thumbs up among them, words of those with thumbs up, words of those with thumbs down.
THUMBS = {
    "greeting-at-check-in": (16, 14,
        ["She knew my name before I had said it.", "He asked which town I was going to study in.", "Papers stamped, coffee offered, done.",
         "The agent came round the counter to help with the pram."],
        ["He looked at the screen, never at me."]),
    "bag-drop": (10, 5, ["In and out, two minutes.", "She let half a kilo pass with a smile."],
        ["Twenty minutes for one open scale.", "I repacked my suitcase in front of forty people."]),
    "boarding-call": (10, 4, ["Families first, and they meant it."],
        ["Everyone stood up at once.", "We were called, then told to sit down again."]),
    "welcome-on-board": (18, 17,
        ["She remembered me.", "My son got to show his boarding pass like a grown-up.", "A smile at six in the morning.",
         "He stowed my violin as if it were his own.", "They moved a man so that we could sit together."],
        ["A nod at the door, no more."]),
    "word-from-the-cockpit": (14, 5,
        ["He said he did not know yet, and that was enough.", "The captain stood in the door and told us the truth."],
        ["Forty minutes, two announcements, no reason.",
         "\"Operational reasons\" is not a reason.", "We heard it from a passenger with a phone."]),
    "bags-at-the-belt": (16, 4,
        ["Someone came out and told us which cart was late.", "Bags first, then us."],
        ["25 minutes without a word.", "The sign says 20 minutes. My watch said 41.", "First class bags went round alone for ten minutes.",
         "My papers were in that bag, and the buyer was waiting."]),
    "lost-bag-desk": (8, 2, ["He drove it to my hotel himself."],
        ["A form, a pen that did not write, a number nobody answers.", "They asked me three times what colour it was."]),
    "missed-connection-desk": (12, 3,
        ["She walked along the queue and started with the children.", "A bed, a meal and a call to my landlady."],
        ["The desk closed while I was third in line.",
         "Gold cards first. It was my first flight, and I cried.", "I slept on my rucksack."]),
    "pram-at-the-door": (10, 6, ["It stood there, opened."], ["I carried him for 900 metres.", "It came out with the skis."]),
    "something-goes-wrong": (6, 4,
        ["A new shirt from the crew's own bag.", "Two minutes later there was a doctor."],
        ["I was given a form. For coffee."]),
}


def thumb_rows():
    """Dealt like cards, one from each pile in turn, so that places and days mix; all words are used before any comes again."""
    dice = random.Random(20260201)
    piles = {where: list(range(how_many)) for where, (how_many, _, _, _) in THUMBS.items()}
    rows = []
    while any(piles.values()):
        for where, pile in piles.items():
            if not pile:
                continue
            card = pile.pop(int(dice.random() * len(pile)))
            _, ups, up_words, down_words = THUMBS[where]
            words, place = (up_words, card) if card < ups else (down_words, card - ups)
            rows.append({
                "where": where,
                "thumb": "up" if card < ups else "down",
                "words": words[place] if place < len(words) else "",
                "person": f"card-{1 + int(dice.random() * 90):03d}",
                "consent": "withheld" if dice.random() < 0.06 else "given",
            })
    for number, row in enumerate(rows):
        row["day"] = (datetime.date(2026, 2, 2) + datetime.timedelta(days=number * 260 // len(rows))).isoformat()
    return rows


# What passengers tap in the app after a flight, a word each. Those of one flight have lived the same day.
STARS = ["Awful", "Poor", "Fair", "Good", "Great"]
COMMENTS = {5: ["There before I had landed.", "Counted to the mile."], 4: [""], 3: ["Took a week."], 2: ["The wrong flight."], 1: ["Nothing came."]}


def app_rows():
    dice = random.Random(20260301)
    rows = []
    for flight in range(30):
        day = datetime.date(2026, 3, 2) + datetime.timedelta(days=7 * flight)
        luck = 0.2 * normal(dice)
        for _ in range(4 + int(dice.random() * 4)):
            given = on_scale(4.35 + luck + 0.75 * normal(dice), 1, 5)
            comment = pick(dice, COMMENTS[given]) if dice.random() < 0.2 else ""
            rows.append({"day": day.isoformat(), "flight": f"SK{201 + 2 * (flight % 9)}-{flight + 1}", "points": STARS[given - 1],
                         "thumb": "up" if given >= 4 else "down", "comment": comment})
    return rows


def meal_rows():
    """Cards that the crew counts after each month: how many gave each mark."""
    dice = random.Random(20260302)
    counts = [0] * 5
    for _ in range(180):
        counts[on_scale(3.52 + 1.05 * normal(dice), 1, 5) - 1] += 1
    return [{"question": "How was your meal?", **{f"mark {mark}": counts[mark - 1] for mark in range(1, 6)}}]


# A report of the airport's agency, which asked arriving and departing passengers about the building; from 0 to 100.
AGENCY = [("Signs to the counters", 212, 66.5, 22.4), ("Cleanliness", 212, 71.0, 19.3)]


def call_rows():
    """Ratings after a call: what was asked for, from 0 to 10, and how easy it was to get it done."""
    dice = random.Random(20260303)
    rows = []
    for call in range(90):
        day = datetime.date(2026, 4, 1) + datetime.timedelta(days=2 * call)
        mood = 0.8 * normal(dice)
        segment = pick(dice, ["F", "F", "F", "B", "S"])
        weight = SEGMENTS[segment][1]
        for item, level in [("special-requests", 6.25), ("effort", 6.8)]:
            rating = on_scale(level + mood + 1.9 * normal(dice), 0, 10)
            rows.append({"answered": day.isoformat(), "call": f"call-{call + 1:03d}", "segment": segment, "weight": weight, "item": item, "rating": rating})
    return rows


def sheet_xml(rows):
    cells = []
    for row in rows:
        line = "".join(f"<c><v>{cell}</v></c>" if isinstance(cell, (int, float)) else f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row)
        cells.append(f"<row>{line}</row>")
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{namespace}"><sheetData>{"".join(cells)}</sheetData></worksheet>'


def write_workbook(name, sheets):
    """A workbook of the least that Excel and LibreOffice open. The same bytes every time: no compression, no clock."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    numbered = list(enumerate(sheets.items(), 1))
    parts = {
        "[Content_Types].xml": f'{head}<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}sheet.main+xml"/>'
        + "".join(f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{kind}worksheet+xml"/>' for i, _ in numbered)
        + "</Types>",
        "_rels/.rels": f'{head}<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{head}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{office}"><sheets>'
        + "".join(f'<sheet name="{title}" sheetId="{i}" r:id="r{i}"/>' for i, (title, _) in numbered)
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'{head}<Relationships xmlns="{package}/relationships">'
        + "".join(f'<Relationship Id="r{i}" Type="{office}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i, _ in numbered)
        + "</Relationships>",
    }
    for i, (_, rows) in numbered:
        parts[f"xl/worksheets/sheet{i}.xml"] = sheet_xml(rows)
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_STORED) as book:
        for path, text in parts.items():
            book.writestr(zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0)), text)


def write(name, columns, rows):
    with open(HERE / name, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main():
    answers = passengers()
    write("passengers-2026.csv", list(answers[0]), answers)
    write("thumbs.csv", ["day", "where", "thumb", "words", "person", "consent"], thumb_rows())
    write("app-ratings.csv", ["day", "flight", "points", "thumb", "comment"], app_rows())
    meals = meal_rows()
    write("meal-cards.csv", list(meals[0]), meals)
    cards = HERE / "meal-cards.csv"
    cards.write_text("Meal cards January to July 2026\n" + cards.read_text(encoding="utf-8"), encoding="utf-8")
    write_workbook("wayfinding.xlsx", {"Notes": [["Asked in the terminal, April to June 2026"]],
                                       "Items": [["item", "base", "score", "sd"], *AGENCY]})
    calls = call_rows()
    write("call-ratings.csv", list(calls[0]), calls)


if __name__ == "__main__":
    main()
