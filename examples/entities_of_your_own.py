"""Finds the same party twice in data of your own, without any list: `python entities_of_your_own.py`."""

from namesake import Screener, compare

KNOWN = [
    {"id": "K-1", "schema": "Person", "name": "Talvek Imran Quoren", "birthDate": "1971-06-05"},
    {"id": "K-2", "schema": "Company", "name": "Veltani Shipping LLC", "jurisdiction": "mt"},
    {"id": "K-3", "schema": "Vessel", "name": "Ocean Velt", "imoNumber": "IMO 9074729"},
]
APPLICANTS = [
    {"id": "A-1", "schema": "Person", "name": "Талвек Куорен", "birthDate": "1971"},
    {"id": "A-2", "schema": "Vessel", "name": "Velt Spirit", "imoNumber": "9074729"},
    {"id": "A-3", "schema": "Person", "name": "Sablo Vintaskerre"},
]


def main() -> None:
    screener = Screener.of(KNOWN)
    for applicant in APPLICANTS:
        found = [(match.entry.entry_id, match.band) for match in screener.screen(applicant).matches]
        print(applicant["id"], found or "is not known")

    match = compare(KNOWN[0], APPLICANTS[0])
    if match:
        print(f"K-1 and A-1: {match.bits / 1024:+.1f} bits, of them")
        print(f"  {match.explanation.prior / 1024:+.1f} before any comparison")
        for item in match.explanation.evidence:
            values = f"{item.subject_value!r} and {item.entry_value!r}"
            print(f"  {item.bits / 1024:+.1f} {item.code}, {item.level}: {values}")


if __name__ == "__main__":
    main()
