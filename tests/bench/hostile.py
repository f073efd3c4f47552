"""Files of many faults or extremes, by name: each takes a count and returns the text of a file."""

ONE_TOUCHPOINT = "mot: 1\ntouchpoints:\n  - id: a\n    name: A\n"


def unknown_keys(count):
    return ONE_TOUCHPOINT + "".join(f"    key-{i}: 1\n" for i in range(count))


def duplicate_ids(count):
    return "mot: 1\ntouchpoints:\n" + "  - { id: a, name: A }\n" * count


def long_scalar(bytes_of_text):
    return "mot: 1\ntouchpoints:\n  - id: a\n    name: " + "word " * (bytes_of_text // 5) + "\n"


def deep_lists(levels):
    return "mot: 1\nproject:\n" + ("  - " + "[" * (levels - 2) + "]" * (levels - 2) + "\n") * 1000


def aliases(count):
    return ONE_TOUCHPOINT + "    remember: &all [name, seat]\n    flags:\n" + "".join(f"      p-{i}: *all\n" for i in range(count))


def findings(count):
    return ("mot: 1\njourneys:\n  - id: a\n    name: A\n    stages:\n      - id: s\n        name: S\n        touchpoints:\n"
            + "".join(f"          - nothing-{i}\n" for i in range(count)))


# What it is called, how it is made, and how large the larger of two is; the other one is a tenth.
HOSTILE = [
    ("unknown keys", unknown_keys, 100_000),
    ("duplicate ids", duplicate_ids, 100_000),
    ("bytes in one scalar", long_scalar, 60 << 20),
    ("levels, a thousand times", deep_lists, 200),
    ("aliases", aliases, 10_000),
    ("findings", findings, 1_000_000),
]
