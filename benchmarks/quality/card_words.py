"""What the model card says in words; figures come from the measurement."""

NOTICE = "<!-- Written by `python -m benchmarks.quality.card` from benchmarks/quality/results.json. Do not edit. -->"

USE = """## What it is for

The model says how likely it is that two records, a subject and an entry of a published list, are about the same person,
organisation, ship or aircraft. It orders and selects pairs for **people to look at**.

- **Never an automatic adverse decision.** A match is a reason to look, with its evidence; it is no finding about anybody.
  Nobody may be refused, reported or frozen because of a score alone.
- It knows nothing of ownership, of embargoes on countries, or of what a list entry means in law.
- A clear result says that no entry of the lists that were screened resembles the subject closely enough. It does not say
  that nobody of that kind exists: noms de guerre and renamed firms are beyond a comparison of names (see below).
- Nationality, place and gender only ever tell two parties apart. Agreement in them is worth nothing, by rule and by test,
  and no part of the model treats a name culture, religion or nationality as risk.
- Probabilities hold under the stated prior and for populations like the labelled pairs. Measure your own lists and
  customers with `namesake evaluate` before you choose a threshold."""

FITTED = """## What was fitted on what

| part | fitted on | licence | command |
|---|---|---|---|
| how common words are in names of persons | people of Wikipedia (name2nat), commonest names of 106 countries, US census of 1990 | Apache-2.0; CC0; public domain | `python -m reference.frequencies` |
| how common words are in names of organisations | organisations on OFAC's SDN list that are not held out; the persons above | public domain | `python -m reference.frequencies` |
| what it costs to spell a word otherwise | spellings of one name in rigour 1.8.0 (`persons.txt`, from Wikidata); aliases of OFAC entries that are not held out | MIT, the facts CC0; public domain | `python -m reference.spelling` |
| weights of names | development parts of the labelled sets {sources}; OFAC queries and their targets; innocents and listed organisations beside the entries that the engine itself finds nearest | public domain, MIT, CC0, Apache-2.0 | `python -m benchmarks.quality.fit` |
| weights of birth dates, countries, gender and numbers | nothing: set by judgement, within the rules | | by hand in `data/model.toml` |

Nothing was ever fitted on: `un_alias`, the UN queries, `febrl4`, `nicknames_en`; entries and cases that are held out
(`reference.frequencies.held_out`, applied by both commands of `reference`, with a test); any data under a licence that
excludes commercial use.

Three overlaps to keep in mind. The innocents are people of the same encyclopaedia from which the reference population
was counted. Spelling costs come from Wikidata, which the cross-script sets draw on as well; they may share names. And the
OFAC sets, `ssb_ofac` and the OFAC queries are about entries of one list, in different forms."""

READING = """**In-sample** means that weights were fitted on these very cases: such a figure flatters the model. "No" means that no
weight was, though frequencies and spelling costs may know the words. Everything here is the development part of the
data; none of it is a held-out result. `python -m benchmarks.quality.fit --check` fits on one half of the entities and
measures on the other. Values in brackets are 95 % intervals (bootstrap over entities; false alerts and bins: Wilson)."""

REACHABLE = """A pair is **within reach** unless it is a true pair of which the best explanation says `name.no_word`: no word of
the two names agrees closely enough for anything else to count. A score from names can say nothing about those; they
stay in every other figure, and the second half of the table has them."""

NAMESAKES = """Every match says how many of a million people of the reference population would match at least this well by
chance. Checked on true matches of OFAC queries (names only): the stated number beside the share of innocents who reach as
many bits with the same entry. A ratio above 1 means that there were more namesakes than stated. The innocents
are fifteen cultures in equal parts, of which the lists hold some far oftener than others; the reference population is
spread otherwise. So "all" is harsher than a customer base, and the rows by culture say where the statement is too
kind. No coincidence among so many innocents does not show that there is none: mind the intervals."""

FAILURES = """No example is a real person or firm. The tables by category above have the counts of each class."""
