"""A survey of many answers, one a row, about 100 bytes each; and the same sums in SQL and in awk."""
import random

TOUCHPOINTS = [f"touchpoint-{i}" for i in range(1, 15)]
PERSONAS = ["commuter", "tourist", "family"]
BLOCK = 10_000

WORKSPACE = """project: { name: Answers, scale: { min: 0, max: 10 } }
personas: [%s]
touchpoints:
%s
source:
  id: answers
  file: answers.csv
  scale: { min: 1, max: 5, missing: [0] }
  long: { touchpoint: touchpoint, score: score, persona: persona, date: day, weight: weight }
"""

# What the scores are in words, where a survey was answered in those.
WORDS = {"0": "not used", "1": "Very poor", "2": "Poor", "3": "Fair", "4": "Good", "5": "Very good"}
WORD_SCALE = "scale: { min: 1, max: 5, missing: [not used], values: { Very poor: 1, Poor: 2, Fair: 3, Good: 4, Very good: 5 } }"

# What `mot gaps` needs of them: n, weights, mean and spread by touchpoint and persona.
SUMS = """SELECT touchpoint, persona, COUNT(*), SUM(weight), SUM(weight * weight), SUM(weight * score), SUM(weight * score * score)
FROM answers WHERE score BETWEEN 1 AND 5 AND weight > 0 GROUP BY touchpoint, persona;
"""
SQL = ".mode csv\n.import answers.csv answers\n" + SUMS
DUCKDB_SQL = SUMS.replace("FROM answers", "FROM 'answers.csv'")
AWK = """NR > 1 && $3 >= 1 && $3 <= 5 && $6 > 0 {
  cell = $2 FS $4; n[cell]++; w[cell] += $6; ww[cell] += $6 * $6; ws[cell] += $6 * $3; wss[cell] += $6 * $3 * $3
}
END { for (cell in n) print cell, n[cell], w[cell], ww[cell], ws[cell], wss[cell] }
"""


def write_answers(folder, count):
    """Writes a workspace of so many answers; the size of the CSV file in MiB."""
    folder.mkdir(parents=True, exist_ok=True)
    personas = ", ".join(f"{{ id: {persona}, name: {persona} }}" for persona in PERSONAS)
    touchpoints = "\n".join(f"  - {{ id: {touchpoint}, name: {touchpoint}, importance: 3, desired: 9 }}" for touchpoint in TOUCHPOINTS)
    (folder / "mot.yaml").write_text(WORKSPACE % (personas, touchpoints))
    for name, text in (("answers.sql", SQL), ("duckdb.sql", DUCKDB_SQL), ("answers.awk", AWK)):
        (folder / name).write_text(text)
    chance = random.Random(4)
    block = "".join(
        f"{chance.randrange(10**9):09d},{chance.choice(TOUCHPOINTS)},{chance.choice('0123455')},{chance.choice(PERSONAS)},"
        f"2026-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d},{chance.randrange(1, 40) / 8},"
        f"{chance.choice(('counter', 'phone', 'web'))},{chance.randrange(10**20):020d}{chance.randrange(10**12):012d}\n"
        for _ in range(BLOCK))
    with open(folder / "answers.csv", "w", encoding="utf-8") as file:
        file.write("respondent,touchpoint,score,persona,day,weight,channel,session\n")
        for _ in range(count // BLOCK):
            file.write(block)
    return (folder / "answers.csv").stat().st_size / (1 << 20)


def write_words(numbers, folder):
    """Writes the same workspace with words in place of the scores."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mot.yaml").write_text((numbers / "mot.yaml").read_text().replace("scale: { min: 1, max: 5, missing: [0] }", WORD_SCALE))
    with open(numbers / "answers.csv", encoding="utf-8") as rows, open(folder / "answers.csv", "w", encoding="utf-8") as file:
        file.write(next(rows))
        for row in rows:
            respondent, touchpoint, score, rest = row.split(",", 3)
            file.write(f"{respondent},{touchpoint},{WORDS[score]},{rest}")
