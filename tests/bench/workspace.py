#!/usr/bin/env python3
"""Writes a workspace of any size, the same for the same arguments: what the bench measures and the gallery draws.

workspace.py FOLDER [--touchpoints N] [--files N] [--stages N] [--journeys N] [--departments N] [--words SET] [--known SHARE]
             [--scores spread|equal] [--seed N]
"""
import argparse
import pathlib
import random

# Texts of other scripts and lengths show what a picture does with them.
WORDS = {
    "plain": ("bags desk gate fare seat call form voucher queue refund lounge message belt window ticket delay meal key".split(),
              "I do not want to wait and wonder what happens next".split()),
    "long": (["Donaudampfschifffahrtsgesellschaftskapitänsbüro", "reconsideration", "counterproposal", "interdepartmental"],
             ("Nobody at the counter was able to say whether the connection would be held or who would know, and the longer it took "
              "the more of us stood there with bags and children").split()),
    "german": (["Bordkartenkontrollautomatenwartungsdienst", "Rindfleischetikettierungsüberwachungsgesetz", "Entschädigungsleistungsbearbeitungsstelle",
                "Umsteigeverbindungsauskunftsbildschirme", "und", "am", "Schalter"],
               ["Die", "Gepäckrückgabewartezeitüberschreitungen", "sind", "uns", "zu", "lang", "und", "die", "Verantwortlichkeitszuordnung", "bleibt", "unklar"]),
    "arabic": (["بوابة", "الصعود", "استلام", "الأمتعة", "مكتب", "المساعدة", "تغيير", "الحجز", "بطاقة", "الوجبة"],
               ["لا", "أريد", "أن", "أنتظر", "وأتساءل", "عما", "سيحدث", "بعد", "ذلك", "ولا", "أحد", "يخبرني", "42"]),
    "chinese": (["行李转盘", "登机口变更", "值机柜台的第一声问候", "改签", "贵宾休息室", "餐食与饮料", "延误通知"],
                ["我不想排队等待还不知道接下来会发生什么", "希望有人主动告诉我", "请在两分钟之内办完", "没有人能够当场决定"]),
    "emoji": (["🧳 bags", "✈️ fly", "👩‍👩‍👧‍👦 family", "🛂", "🚼 pram", "🍽️ meal", "⏰", "🇵🇹 desk", "1️⃣ first"],
              ["😀", "I", "love", "👍🏽", "the", "🛄", "but", "not", "⌛️", "👩🏾‍✈️", "at", "all", "🤷‍♂️"]),
    "scripts": (["行李转盘", "登机口", "搭乗口変更", "بوابة الصعود", "שער העלייה", "ประตูขึ้นเครื่อง", "Çıkış kapısı", "Выход", "🧳 bags"],
                ["我不想等", "お待たせしました", "لا أريد الانتظار", "אני לא רוצה לחכות", "не хочу", "ждать", "ไม่อยากรอ", "👍🏽", "é", "ñ"]),
    "markup": (["<b>", "A & B", "]]>", "\\N \\G", "{x|y}", "\"quoted\"", "&amp;", "%s", "$(x)", "a\\\\b"],
               ["<script>alert(1)</script>", "&lt;", "--> ", "'; drop", "=1+1", "`x`", "\\l\\r", "</svg>", "#{}"]),
}
CHANNELS = ["phone", "counter", "gate", "belt", "message"]
LEVELS = ["interaction", "transaction", "project", "relationship", "evolution"]
DIMENSIONS = ["tangibles", "reliability", "responsiveness", "assurance", "empathy"]
VOICES = ["customer", "frontline", "observer", "top-performer"]


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class Writer:
    def __init__(self, options):
        self.options = options
        self.random = random.Random(options.seed)
        self.names, self.phrases = WORDS[options.words]
        self.departments = [f"department-{i}" for i in range(options.departments or max(1, min(12, options.touchpoints // 4)))]

    def some(self, words, least, most):
        return " ".join(self.random.choice(words) for _ in range(self.random.randint(least, most)))

    def score(self, low, high):
        return 7 if self.options.scores == "equal" else round(self.random.uniform(low, high), 1)

    def touchpoint(self, number):
        dice = self.random
        say = lambda: quoted(self.some(self.phrases, 4, 12))
        is_decisive = number % 9 == 4
        lines = [
            f"id: touchpoint-{number}",
            f"name: {quoted(self.some(self.names, 1, 3))}",
            f"department: {self.departments[number * 7 // 10 % len(self.departments)]}",
            f"channel: {dice.choice(CHANNELS)}",
            f"importance: {3 if self.options.scores == 'equal' else dice.randint(1, 5)}",
            f"owner: Duty manager {number % 20}",
            f"role: Agent {number % 30}",
            f"customer_does: {say()}",
            "tangibles: [belt, screen, tag stub]",
            f"level: {dice.choice(LEVELS)}",
            f"dimension: {dice.choice(DIMENSIONS)}",
            "desired:",
            f"  company: {{ experience: {say()}, score: {self.score(7, 10)} }}",
            "  customer:",
            f"    experience: {say()}",
            f"    score: {self.score(7, 10)}",
            f"    adequate: {self.score(4, 6)}",
            f"    heard: [talks-{number}]",
            f"standard: {{ text: {say()}, score: {self.score(6, 9)} }}",
            "policy: { rule: " + say() + ", protects: company, exceptions: [unaccompanied children] }",
            f"empowerment: {{ may: [send a courier, waive the fee], limit: up to {number % 200} EUR, knows: [status], asks: Manager }}",
            "remember: [connecting flight, what was in the bag]",
            "review_by: 2031-03-01",
            "evidence:",
            f"  - {{ id: talks-{number}, from: talks with passengers, date: 2026-03-12, voice: customer, quote: {say()} }}",
            f"  - {{ from: shadowing, date: 2026-03-14, voice: {dice.choice(VOICES)}, practice: {say()} }}",
        ]
        if dice.random() < self.options.known:
            lines.append(f"actual: {{ experience: {say()}, score: {self.score(1, 10)} }}")
        if is_decisive:
            lines += ["moment_of_truth: true", f"recovery: touchpoint-{max(0, number - 1)}"]
        return "".join(f"  {'- ' if i == 0 else '  '}{line}\n" for i, line in enumerate(lines))

    def journey(self, number):
        stages = min(self.options.stages, self.options.touchpoints)
        text = f"  - id: journey-{number}\n    name: {quoted(self.some(self.names, 2, 3))}\n    personas: [ines]\n    stages:\n"
        for stage in range(stages):
            own = range(stage * self.options.touchpoints // stages, (stage + 1) * self.options.touchpoints // stages)
            ids = ", ".join(f"touchpoint-{i}" for i in own if i % self.options.journeys == number or self.options.journeys == 1)
            text += f"      - {{ id: stage-{stage}, name: {quoted(self.some(self.names, 1, 2))}, touchpoints: [{ids}] }}\n"
        return text

    def project(self):
        departments = "".join(f"  - {{ id: {id}, name: {quoted(self.some(self.names, 1, 2))}, lead: Head }}\n" for id in self.departments)
        return ("mot: 1\nproject: { name: " + quoted(self.some(self.names, 2, 2)) + " }\ninclude: [touchpoints-*.yaml, journeys.yaml]\n"
                f"channels: [{', '.join(CHANNELS)}]\n"
                "personas:\n  - { id: ines, name: Ines, needs: [no surprises], flag: Sells across borders, advocate: Desk }\n"
                "departments:\n" + departments)

    def write(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "mot.yaml").write_text(self.project(), encoding="utf-8")
        (folder / "journeys.yaml").write_text("journeys:\n" + "".join(map(self.journey, range(self.options.journeys))), encoding="utf-8")
        total, files = self.options.touchpoints, self.options.files
        for file in range(files):
            numbers = range(file * total // files, (file + 1) * total // files)
            (folder / f"touchpoints-{file:04}.yaml").write_text("touchpoints:\n" + "\n".join(map(self.touchpoint, numbers)), encoding="utf-8")


def write_workspace(folder, touchpoints, files=1, stages=8, journeys=1, **others):
    """Writes the workspace and returns its size in bytes. `departments` is how many; 0: as many as suit the touchpoints."""
    options = argparse.Namespace(**{"departments": 0, "words": "plain", "known": 1.0, "scores": "spread", "seed": 1, **others},
                                 touchpoints=touchpoints, files=files, stages=stages, journeys=journeys)
    folder = pathlib.Path(folder)
    Writer(options).write(folder)
    return sum(path.stat().st_size for path in folder.glob("*.yaml"))


def main():
    parser = argparse.ArgumentParser(description="Writes a workspace of any size, the same for the same arguments.")
    parser.add_argument("folder")
    for name, default in (("touchpoints", 12), ("files", 1), ("stages", 8), ("journeys", 1), ("departments", 0), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--words", choices=WORDS, default="plain")
    parser.add_argument("--scores", choices=("spread", "equal"), default="spread")
    parser.add_argument("--known", type=float, default=1.0, help="share of touchpoints whose actual score is known")
    print(write_workspace(**vars(parser.parse_args())), "bytes")


if __name__ == "__main__":
    main()
