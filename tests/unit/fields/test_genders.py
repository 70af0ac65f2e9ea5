import pytest

from namesake.fields import genders
from namesake.values.facts import Gender


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((text, "male") for text in ["m", "M", "Male", "MALE", "homme", "männlich", "м", "Муж.", "ذكر",
                                          "مرد", "Erkek"]),
        *((text, "female") for text in ["f", "F", "Female", "weiblich", "Ж", "женский", "أنثى", "زن", "kadın", "W"]),
        *((text, "other") for text in ["X", "divers", "other"]),
        *((text, None) for text in ["", "Unknown", "-", "0", "N/A", "\x00", "m" * 1000, "male female"]),
    ],
)  # fmt: skip
def test_gender(text: str, expected: Gender | None) -> None:
    assert genders.parse(text) == expected
