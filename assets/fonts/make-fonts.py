"""Cuts the faces the desk uses down to the letters of its two languages. Needs fonttools and brotli; run from the project's root.

Be Vietnam Pro keeps its name. The serif is Source Serif 4, whose name is reserved, so the cut is called Leaf Serif.
Both come from the @fontsource packages and stay under the SIL Open Font License, beside this file.
"""

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

SANS = "node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-{part}-{weight}-normal.woff2"
SERIF = "node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-{part}-wght-{style}.woff2"
OUT = "assets/fonts/"

SIGNS = [0xA0, 0xA7, 0xB0, 0xB6, 0xB7, 0xD7, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x2192, 0x2212]
ACCENTED = [ord(c) for c in "àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ"]
# The first screen says the game's name in Vietnamese, whatever the reader's language: its letters come before the others of theirs.
NAMED = [0x1EA1]
# English needs no other accents: a reader of English fetches none before the first decision.
LATIN = [*range(0x20, 0x7F), *SIGNS, 0xE2]
ACCENTED.remove(0xE2)
VIETNAMESE = [0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0, *range(0x1EA0, 0x1EFA)]
VIETNAMESE += [0x300, 0x301, 0x303, 0x309, 0x323, 0x20AB]

# What puts accents in their place, beside what every letter needs.
EVERY = ["kern", "tnum", "lnum", "liga"]
MARKS = ["ccmp", "locl", "mark", "mkmk", "calt"]


def cut(
    source: str, target: str, letters: list[int], features: list[str], name: str | None = None, weight: float | tuple[int, int] = (400, 600)
) -> None:
    font = TTFont(source)
    if name:
        font = instancer.instantiateVariableFont(font, {"wght": weight})
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    for record in font["name"].names if name else []:
        if record.nameID in (1, 4):
            record.string = name
        if record.nameID == 6:
            record.string = name.replace(" ", "")
    font.flavor = "woff2"
    font.save(OUT + target)


# Files for each face: what English needs, the accents that Latin shares with Vietnamese, and what only Vietnamese has. The packages keep the
# second with the first.
PARTS = (
    ("latin", LATIN, "", EVERY),
    ("latin", ACCENTED, "-accents", EVERY + MARKS),
    ("vietnamese", VIETNAMESE, "-vi", EVERY + MARKS),
)

for part, letters, suffix, features in PARTS:
    for weight in (400, 600):
        cut(SANS.format(part=part, weight=weight), f"be-vietnam-pro-{weight}{suffix}.woff2", letters, features)
    unnamed = [letter for letter in letters if letter not in NAMED]
    cut(SERIF.format(part=part, style="normal"), f"leaf-serif{suffix}.woff2", unnamed, features, "Leaf Serif")
    # One weight is enough for the italic: it stands for band words, views and quotations.
    cut(SERIF.format(part=part, style="italic"), f"leaf-serif-italic{suffix}.woff2", letters, features, "Leaf Serif", 430)
cut(SERIF.format(part="vietnamese", style="normal"), "leaf-serif-named.woff2", NAMED, EVERY, "Leaf Serif")
