"""Tax and value added tax numbers."""

from namesake.fields.ids.kinds import Kind, passes

_CHECKS = {  # tax numbers that have a check digit, by country
    "ar": ("ar.cuit",), "az": ("az.voen",), "be": ("be.vat",), "bg": ("bg.vat",),
    "br": ("br.cnpj", "br.cpf"), "by": ("by.unp",), "ch": ("ch.uid", "ch.vat"), "cl": ("cl.rut",),
    "cn": ("cn.uscc",), "co": ("co.nit",), "cr": ("cr.cpf", "cr.cpj"), "cy": ("cy.vat",),
    "cz": ("cz.dic",), "de": ("de.idnr", "de.stnr", "de.vat"), "do": ("do.rnc",), "dz": ("dz.nif",),
    "ec": ("ec.ruc",), "eg": ("eg.tn",), "es": ("es.nif", "es.cif"), "gb": ("gb.utr", "gb.vat"),
    "gt": ("gt.nit",), "hr": ("hr.oib",), "id": ("id.npwp",), "in": ("in_.pan", "in_.gstin"),
    "it": ("it.codicefiscale", "it.iva"), "ke": ("ke.pin",), "lt": ("lt.pvm",), "lv": ("lv.pvn",),
    "ma": ("ma.ice",), "mk": ("mk.edb",), "mt": ("mt.vat",), "mx": ("mx.rfc",), "pe": ("pe.ruc",),
    "pl": ("pl.nip",), "pt": ("pt.nif",), "py": ("py.ruc",), "ro": ("ro.cf",), "rs": ("rs.pib",),
    "ru": ("ru.inn",), "si": ("si.ddv",), "sk": ("sk.dph",), "sv": ("sv.nit",), "tn": ("tn.mf",),
    "tr": ("tr.vkn", "tr.tckimlik"), "ua": ("ua.edrpou", "ua.rntrc"), "us": ("us.tin",),
    "uy": ("uy.rut",), "ve": ("ve.rif",), "vn": ("vn.mst",), "za": ("za.tin",),
}  # fmt: skip

KINDS = (
    Kind(
        "tax",
        "Tax ID No.; Tax ID; Tax number; taxNumber; Fiscal Code; National Fiscal Code; fiscalcode; TIN; "
        "Steuernummer; Steuer-ID; Numéro fiscal; Número fiscal; Vergi No; RUT; Tax code; Tax "
        "identification number; Numero Unico de Identificacao Tributaria (NUIT); RTN; Romanian Tax "
        "Registration; IRS number; Налоговый номер; Vergi Kimlik No; الرقم الضريبي",
    ),
    Kind(
        "vat",
        "V.A.T. Number; VAT; vatCode; VAT ID; USt-IdNr.; Umsatzsteuer-ID; Numéro de TVA; IVA",
    ),
    Kind(
        "inn",
        "INN; innCode; ИНН; Taxpayer Identification Number (INN)",
        country="ru",
        checks=("ru.inn",),
    ),
    Kind(
        "tax",
        "C.U.I.T.; CUIT",
        country="ar",
        checks=("ar.cuit",),
    ),
    Kind(
        "tax",
        "NIT #; NIT",
        checks=("co.nit", "gt.nit", "sv.nit"),
    ),
    Kind(
        "tax",
        "R.F.C.; RFC",
        country="mx",
        checks=("mx.rfc",),
    ),
    Kind(
        "tax",
        "RIF #; RIF",
        country="ve",
        checks=("ve.rif",),
    ),
    Kind(
        "tax",
        "RUC #; RUC",
        checks=("ec.ruc", "pe.ruc", "py.ruc"),
    ),
    Kind(
        "tax",
        "C.I.F.; CIF",
        checks=("es.cif", "ro.cf"),
    ),
    Kind(
        "tax",
        "N.I.F.; NIF",
        checks=("es.nif", "pt.nif", "dz.nif"),
    ),
    Kind(
        "tax",
        "Italian Fiscal Code; Codice fiscale",
        country="it",
        checks=("it.codicefiscale", "it.iva"),
    ),
    Kind(
        "tax",
        "Paraguayan tax identification number",
        country="py",
        checks=("py.ruc",),
    ),
    Kind(
        "tax",
        "US FEIN; FEIN; EIN",
        country="us",
        checks=("us.ein",),
    ),
    Kind(
        "tax",
        "PAN",
        country="in",
        checks=("in_.pan",),
    ),
    Kind(
        "tax",
        "CNPJ",
        country="br",
        checks=("br.cnpj",),
    ),
    Kind(
        "tax",
        "CPF",
        country="br",
        checks=("br.cpf",),
    ),
)


def valid(scheme: str, value: str, country: str) -> bool | None:
    """True if a check of the country accepts the number; None where there is no check, or where it may
    be one of the country's other tax numbers. An INN is wrong when its check digit is.
    """
    if scheme == "inn":
        return passes(("ru.inn",), value)
    if passes(_CHECKS.get(country, ()), value) or (scheme == "vat" and passes(("eu.vat",), value)):
        return True
    return None
