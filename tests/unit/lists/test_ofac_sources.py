"""Which of OFAC's formats a file is in, and which of its two lists."""

import hashlib
import io

import pytest

from namesake.errors import ListError, PartMissingError, PartUnknownError
from namesake.lists.registry import source
from namesake.values.versions import Part

XML = "<sdnList><sdnEntry><uid>1</uid><lastName>ALFA</lastName></sdnEntry></sdnList>"
CSV = '1,"ALFA",-0- ,"SDGT"' + ",-0- " * 8 + "\r\n\x1a"


def part(name: str, content: str) -> Part:
    raw = content.encode()
    return Part(name, hashlib.sha256(raw).hexdigest(), len(raw), lambda: io.BytesIO(raw))


def rows(count: int, programme: str) -> str:
    return "".join(f'{n},"ALFA",-0- ,"{programme}"' + ",-0- " * 8 + "\r\n" for n in range(count)) + "\x1a"


@pytest.mark.parametrize("source_id", ["us_ofac_sdn", "us_ofac_cons"])
def test_facts(source_id: str) -> None:
    facts = source(source_id).facts
    assert facts.id == source_id
    assert facts.downloads
    assert all(one.url.startswith("https://sanctionslistservice.ofac.treas.gov/") for one in facts.downloads)
    assert facts.expectations.min_entries == {"us_ofac_sdn": 5000, "us_ofac_cons": 300}[source_id]
    assert facts.expectations.max_removed_share == 0.15
    assert all(0 < share <= 1 for share in facts.expectations.fill.values())


@pytest.mark.parametrize(
    ("content", "form"), [pytest.param(XML, "sdn-xml", id="xml"), pytest.param(CSV, "sdn-delimited", id="csv")]
)
@pytest.mark.parametrize("name", ["sdn.csv", "sdn.xml", "download (1)"])
@pytest.mark.parametrize("source_id", ["us_ofac_sdn", "us_ofac_cons"])
def test_the_content_decides_and_not_the_name(source_id: str, name: str, content: str, form: str) -> None:
    found = source(source_id).read([part(name, content)])
    assert (found.source, found.form, [entry.identity for entry in found.entries]) == (
        source_id,
        form,
        [f"{source_id}:1"],
    )


@pytest.mark.parametrize(
    ("files", "error"),
    [
        pytest.param({}, PartMissingError, id="nothing"),
        pytest.param({"sdn.xml": XML, "alt.csv": CSV}, PartUnknownError, id="XML with a table"),
        pytest.param({"alt.csv": CSV, "sdn.xml": XML}, PartUnknownError, id="a table with XML"),
        pytest.param({"a.xml": XML, "b.xml": XML}, PartUnknownError, id="two XML files"),
        pytest.param({"a.xml": "<unknown/>"}, PartUnknownError, id="XML of another kind"),
    ],
)
def test_parts_that_are_no_publication(files: dict[str, str], error: type[ListError]) -> None:
    with pytest.raises(error):
        source("us_ofac_sdn").read([part(name, content) for name, content in files.items()])


@pytest.mark.parametrize(
    ("source_id", "programme", "hint"),
    [
        pytest.param("us_ofac_sdn", "CMIC-EO13959", "us_ofac_cons", id="the consolidated list as SDN"),
        pytest.param("us_ofac_cons", "SDGT", "us_ofac_sdn", id="the SDN list as consolidated"),
    ],
)
def test_the_other_list_is_refused(source_id: str, programme: str, hint: str) -> None:
    with pytest.raises(PartUnknownError) as caught:
        source(source_id).read([part("list.csv", rows(200, programme))])
    assert hint in caught.value.next_step


@pytest.mark.parametrize(("source_id", "programme"), [("us_ofac_cons", "CMIC-EO13959"), ("us_ofac_sdn", "SDGT")])
def test_the_own_list_is_read(source_id: str, programme: str) -> None:
    assert len(source(source_id).read([part("list.csv", rows(200, programme))]).entries) == 200
