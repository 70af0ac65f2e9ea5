"""Screens records of your own program against the lists in force: `python screen_a_list_of_dicts.py`.

Needs at least one list: `namesake lists add table in-house-list/watch.csv in-house-list/watch.toml`.
"""

from namesake import Result, Screener

CUSTOMERS = [
    {"id": "C-1", "schema": "Person", "name": "Talvik Quoren", "birthDate": "1971-06-05", "nationality": "md"},
    {"id": "C-2", "schema": "Person", "firstName": "Sablo", "lastName": "Vintaskerre", "birthDate": "1990"},
    {"id": "C-3", "schema": "Company", "name": "Veltani Maritime Trading LLC"},
    {"id": "C-4", "schema": "Person", "birthDate": "1990-02-02"},
]


def main() -> None:
    screener = Screener.open()
    for item in screener.context.lists:
        print(f"against {item.reference} of {item.dated}, {item.entries} entries")
    for customer, outcome in zip(CUSTOMERS, screener.screen_many(CUSTOMERS), strict=True):
        if not isinstance(outcome, Result):
            print(f"{customer['id']}: NOT SCREENED, {outcome.reason}")
        elif not outcome.matches:
            print(f"{customer['id']}: clear")
        for match in outcome.matches if isinstance(outcome, Result) else ():
            print(f"{customer['id']}: {match.band}, {match.entry.caption} ({match.entry.identity})")


if __name__ == "__main__":
    main()
