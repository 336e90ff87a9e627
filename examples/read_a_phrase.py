"""What do the phrases of a news report say, and which of them say no such thing as a presence?

Each phrase is read whole or refused; a refusal names the word. Only a level may be recorded as present: a
change, a ceiling or a brigade is kept as what it is.
"""

import troopmoves as tm
from troopmoves.errors import PhraseError

PHRASES = (
    ("en", "nearly two dozen"),
    ("en", "some of its 500 military personnel"),
    ("en", "160 of the 200"),
    ("en", "an additional 3,000"),
    ("en", "from 15,000 to 5,000 men"),
    ("en", "two brigades"),
    ("en", "about half of its 5,000 troops"),
    ("de", "bis zu 1.400 Soldaten"),
    ("de", "nur noch knapp 10.000 Soldaten"),
    ("fr", "une bonne centaine de militaires"),
    ("fr", "plus de 15 000 membres de la Minusma, dont 12 000 militaires"),
    ("en", "about 5.200 troops"),
    ("en", "close to 400 or more"),
    ("en", "40 soldiers killed"),
    ("en", "500 purple soldiers"),
)

for language, text in PHRASES:
    try:
        phrase = tm.read_phrase(text, language)
    except PhraseError as error:
        print(f"{text}\n    refused: {error.rule}")
        continue
    said = [str(phrase.headcount or phrase.share)]
    if phrase.whole is not None:
        said.append(f"of {phrase.whole}")
    if phrase.headcount is not None:
        said.append(f"that is {phrase.headcount.bounds()} {phrase.counts}")
    said.append(phrase.measure)
    print(f"{text}\n    {', '.join(said)}")

estimate = tm.read_phrase("etwa 3000 bis 5000 Soldaten", "de").level
print("\nThe same in three languages:")
for language in ("en", "de", "fr"):
    print(f"    {language}: {tm.format_phrase(estimate, language)}")
