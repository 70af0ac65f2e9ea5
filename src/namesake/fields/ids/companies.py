"""Registers of companies and other organisations."""

from namesake.fields.ids.kinds import Kind, compact, passes

_REGISTERS = {  # register numbers that have a check digit, by country
    "au": ("au.acn", "au.abn"), "br": ("br.cnpj",), "ca": ("ca.bn",), "ch": ("ch.uid",),
    "cn": ("cn.uscc",), "cz": ("cz.dic",), "dk": ("dk.cvr",), "ee": ("ee.registrikood",),
    "fi": ("fi.ytunnus",), "fr": ("fr.siren", "fr.siret"), "il": ("il.hp",), "in": ("in_.gstin",),
    "jp": ("jp.cn",), "kr": ("kr.brn",), "lv": ("lv.pvn",), "nl": ("nl.btw",), "no": ("no.orgnr",),
    "pl": ("pl.regon",), "ru": ("ru.ogrn",), "se": ("se.orgnr",), "sg": ("sg.uen",), "sk": ("sk.dph",),
    "ua": ("ua.edrpou",),
}  # fmt: skip

KINDS = (
    Kind(
        "registration",
        "Registration Number; Registration ID; registrationNumber; regnumber; Business Registration "
        "Number; Business Registration Document #; Company Number; Commercial Registry Number; C.R. No.; "
        "Legal Entity Number; LE Number; Public Registration Number; Business Number; Enterprise Number; "
        "Folio Mercantil No.; Matricula Mercantil No; Chamber of Commerce Number; Organization Code; "
        "Economic Register Number (CBLS); Istanbul Chamber of Comm. No.; Central Registration System "
        "Number; Dubai Chamber of Commerce Membership No.; Certificate of Incorporation Number; UK "
        "Company Number; Registered Charity No.; Registration Certificate Number (Dubai); Romanian C.R.; "
        "Branch Unit Number; Government Gazette Number; File Number; Business registration number (s); "
        "Handelsregisternummer; HRB; Company registration number; Numéro d'immatriculation; SIREN; SIRET; "
        "KvK; Ticaret Sicil No; Регистрационный номер; رقم السجل التجاري; jibCode; bvdId; companyNumber",
    ),
    Kind(
        "ogrn",
        "OGRN; ogrnCode; ОГРН; OGRNIP; Russian State Individual Business Registration Number Pattern (OGRNIP)",
        country="ru",
        checks=("ru.ogrn",),
    ),
    Kind(
        "okpo",
        "OKPO; okpoCode; ОКПО",
        country="ru",
    ),
    Kind(
        "kpp",
        "KPP; kppCode; КПП",
        country="ru",
    ),
    Kind(
        "edrpou",
        "EDRPOU; ЄДРПОУ; edrpouCode",
        country="ua",
        checks=("ua.edrpou",),
    ),
    Kind(
        "uscc",
        "Unified Social Credit Code (USCC); United Social Credit Code Certificate (USCCC); uscCode; USCC; "
        "统一社会信用代码",
        country="cn",
        checks=("cn.uscc",),
    ),
    Kind(
        "lei",
        "LEI; leiCode; Legal Entity Identifier",
        checks=("lei",),
    ),
    Kind(
        "duns",
        "D-U-N-S Number; D-U-N-S; DUNS; dunsCode",
    ),
    Kind(
        "uei",
        "uniqueEntityId; UEI; SAM UEI",
    ),
    Kind(
        "cage",
        "cageCode; CAGE",
    ),
    Kind(
        "wikidata",
        "wikidataId; Wikidata; QID",
    ),
    Kind(
        "licence",
        "License; Licence; Trade License No.; tradelic; Trade license; Permit Number; SRE Permit No.; "
        "Tourism License No.; Afghan Money Service Provider License Number; MSB Registration Number; "
        "Pilot License Number; licenseNumber",
    ),
)


def valid(scheme: str, value: str, country: str) -> bool | None:
    """True or False for a DUNS number by its shape; True for a register number that a check of its
    country accepts; None for other register numbers, for a country has several registers.
    """
    if scheme == "duns":
        return len(compact(value)) == 9 and compact(value).isdecimal()
    checks = _REGISTERS.get(country, ()) if scheme == "registration" else ()
    return True if passes(checks, value) else None
