import pytest

from namesake.entities.kinds import is_no_party, looks_like_organisation, schema_named


@pytest.mark.parametrize(
    "name",
    [
        "Sample Trading LLC", "ООО Образец", 'ООО "Образец"', "Muster GmbH", "Muster G.m.b.H.", "Beispiel AG",
        "Exemple S.A.", "Esempio S.p.A.", "Przykład Sp. z o.o.", "Voorbeeld B.V.", "Örnek A.Ş. Ticaret Limited Şirketi",
        "样本贸易有限公司", "サンプル株式会社", "شركة المثال للتجارة", "University of Sampletown",
        "Sample Shipping Lines",
        "Ministry of Samples", "Fundación Ejemplo", "Sample & Sons", "АО Пример Limited", "LIMITED EXAMPLES", "Ex Corp",
    ],
)  # fmt: skip
def test_organisations(name: str) -> None:
    assert looks_like_organisation(name) == "certain"


@pytest.mark.parametrize(
    "name",
    [
        "Adam Example", "Ngo Van Mau", "Charity Sample", "Pao Zao", "Eve Bank", "Иван Проверкин", "محمد المثال",
        "王样本", "Kim Doo", "Limited", "Dr. Co", "Uni Sample", "San Sample", "",
    ],
)  # fmt: skip
def test_names_that_may_be_of_persons(name: str) -> None:
    assert looks_like_organisation(name) != "certain"


@pytest.mark.parametrize("name", ["MARIA SA", "Kim Co", "Adam As"])
def test_forms_that_are_names_too(name: str) -> None:
    assert looks_like_organisation(name) == "possible"


@pytest.mark.parametrize(
    ("text", "schema"),
    [
        ("Person", "Person"), ("INDIVIDUAL", "Person"), ("natürliche Person", "Person"), ("физлицо", "Person"),
        ("个人", "Person"), ("P", "Person"), ("company", "Company"), ("Juristische Person", "Organization"),
        ("юридическое лицо", "Organization"), ("vessel", "Vessel"), ("LegalEntity", "LegalEntity"), ("VIP", ""),
        ("Organization", "Organization"), ("Company", "Company"), ("Airplane", "Airplane"), ("x" * 100, ""),
    ],
)  # fmt: skip
def test_words_for_kinds(text: str, schema: str) -> None:
    assert schema_named(text) == schema


@pytest.mark.parametrize(("text", "expected"), [("Address", True), ("Ownership", True), ("Person", False), ("", False)])
def test_things_that_are_not_screened(text: str, expected: bool) -> None:
    assert is_no_party(text) == expected
