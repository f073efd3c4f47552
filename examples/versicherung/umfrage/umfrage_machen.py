#!/usr/bin/env python3
"""Macht umfrage-2026.csv: erfundene Antworten von 240 Kunden nach einem Schaden, immer dieselben (nur Python 3)."""
import pathlib
import random

LABELS = {1: "1 - sehr unzufrieden", 2: "2 - unzufrieden", 3: "3 - teils, teils", 4: "4 - zufrieden", 5: "5 - sehr zufrieden"}
# Mittel auf der Skala von 1 bis 5, und wie viele von 100 die Frage beantworten können.
QUESTIONS = {
    "Erstes Telefonat": (4.1, 62),
    "Meldung im Portal": (3.3, 55),
    "Bestätigung": (3.9, 90),
    "Nachforderung": (2.2, 48),
    "Besichtigung": (3.7, 44),
    "Auskunft zum Stand": (2.5, 71),
    "Verständlichkeit der Entscheidung": (2.9, 93),
    "Auszahlung": (4.2, 84),
}
SEGMENTS = {"Gewerbe": (-0.5, "1,60"), "Kfz": (0.1, "0,85"), "Sonstige": (0.0, "1,00")}


def answer(dice, mean):
    return max(1, min(5, round(dice.gauss(mean, 0.95))))


def rows():
    dice = random.Random(1906)
    for number in range(1, 241):
        segment = dice.choices(list(SEGMENTS), [18, 41, 41])[0]
        shift, weight = SEGMENTS[segment]
        day = f"{dice.randint(1, 28):02}.{dice.randint(1, 9):02}.2026"
        given = [answer(dice, mean + shift) if dice.random() * 100 < share else None for mean, share in QUESTIONS.values()]
        known = [score for score in given if score]
        overall = max(1, min(5, round(sum(known) / len(known) + dice.gauss(-0.2, 0.5)))) if known else 3
        recommends = "k. A." if dice.random() < 0.06 else str(max(0, min(10, round(overall * 2.2 + 0.3 + dice.gauss(0, 1)))))
        labels = [LABELS[score] if score else "k. A." for score in given]
        yield [str(number), day, segment, weight, *labels, LABELS[overall], recommends]


def main():
    names = ["Nr.", "Datum", "Segment", "Gewicht", *QUESTIONS, "Insgesamt", "Weiterempfehlung"]
    questions = ["", "", "", "", "Wie zufrieden waren Sie mit …?", *[""] * (len(QUESTIONS) - 1), "Und insgesamt?", "Würden Sie uns empfehlen? (0 bis 10)"]
    lines = [";".join(line) for line in [questions, names, *rows()]]
    path = pathlib.Path(__file__).with_name("umfrage-2026.csv")
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode("windows-1252"))


if __name__ == "__main__":
    main()
