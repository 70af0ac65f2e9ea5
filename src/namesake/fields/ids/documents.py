"""Documents of persons: passports, identity cards and the like."""

from namesake.fields.ids.kinds import Kind, passes

_CHECKS = {  # personal numbers that have a check digit, by country
    "ar": ("ar.dni",), "be": ("be.nn",), "bg": ("bg.egn", "bg.pnf"), "br": ("br.cpf",),
    "cl": ("cl.rut",), "cn": ("cn.ric",), "cu": ("cu.ni",), "cz": ("cz.rc",), "dk": ("dk.cpr",),
    "do": ("do.cedula",), "ec": ("ec.ci",), "ee": ("ee.ik",), "es": ("es.dni", "es.nie"),
    "fi": ("fi.hetu",), "fr": ("fr.nir",), "hr": ("hr.oib",), "id": ("id.nik",), "ie": ("ie.pps",),
    "il": ("il.idnr",), "in": ("in_.aadhaar",), "it": ("it.codicefiscale",), "kr": ("kr.rrn",),
    "lt": ("lt.asmens",), "lv": ("lv.pvn",), "mx": ("mx.curp",), "my": ("my.nric",), "nl": ("nl.bsn",),
    "no": ("no.fodselsnummer",), "pk": ("pk.cnic",), "pl": ("pl.pesel",), "ro": ("ro.cnp",),
    "se": ("se.personnummer",), "sk": ("sk.rc",), "th": ("th.pin",), "tr": ("tr.tckimlik",),
    "us": ("us.ssn",), "za": ("za.idnr",),
}  # fmt: skip

KINDS = (
    Kind(
        "passport",
        "Passport; National passport; Passport No.; Passport Number; passportNumber; Diplomatic Passport; "
        "Service passport; British National Overseas Passport; Numéro de passeport; Passeport; Número de "
        "pasaporte; Pasaporte; Reisepass; Passnummer; Passaporte; Passaporto; Паспорт; Номер паспорта; "
        "Загранпаспорт; Pasaport; Pasaport No; جواز السفر; رقم جواز السفر; گذرنامه; Paspoort; Paszport; "
        "护照; passport_no; Stateless Person Passport",
    ),
    Kind(
        "national_id",
        "National ID No.; National ID; National Identification Number; National identification card; "
        "National Identity Card; Identity card; id; idNumber; ID Number; ID No.; ID card; Identification "
        "Number; National identification details; National Identifier Number; Afghan national "
        "identification card (tazkira) number; Tazkira National ID Card; Tazkira; Cedula No.; Cédula; "
        "Cédula de ciudadanía; Numero de Identidad; Personal ID Card; Kenyan ID No.; Moroccan Personal ID "
        "No.; Bosnian Personal ID No.; UAE Identification; Citizen's Card Number; C.I.N.; C.U.I.; "
        "C.U.I.P.; National Foreign ID Number; Other national ID; Civil Identification number; Personal "
        "identification no.; Personal Number; I.F.E.; Ration card no.; Ration Card number:; Indonesian "
        "national identity card number; FARDC ID; Jordanian national number; Yemeni identity card number; "
        'federal identity card number; Identity document ("Bundespersonalausweis"); Personalausweis; '
        "Ausweisnummer; Carte d'identité; Carte nationale d'identité; Documento de identidad; Carta "
        "d'identità; Bilhete de identidade; Удостоверение личности; Kimlik No; الرقم الوطني; رقم الهوية; "
        "کد ملی; شماره ملی; Emirates ID; personal_id; identity_number; Certificate of Iraqi Nationality; "
        "Certificate of Nationality; Nationality certificate; nationcert; Stateless Person ID Card; "
        "Refugee ID Card; Certificate of nationality acquired through birth; Romanian Permanent Resident",
    ),
    Kind(
        "national_id",
        "C.U.R.P.; CURP",
        country="mx",
        checks=("mx.curp",),
    ),
    Kind(
        "national_id",
        "CNP (Personal Numerical Code); CNP",
        country="ro",
        checks=("ro.cnp",),
    ),
    Kind(
        "national_id",
        "D.N.I.; DNI",
        checks=("es.dni", "ar.dni", "pe.cui"),
    ),
    Kind(
        "national_id",
        "N.I.E.; NIE",
        country="es",
        checks=("es.nie",),
    ),
    Kind(
        "national_id",
        "PESEL",
        country="pl",
        checks=("pl.pesel",),
    ),
    Kind(
        "national_id",
        "Turkish Identification Number; TC Kimlik No; TCKN",
        country="tr",
        checks=("tr.tckimlik",),
    ),
    Kind(
        "national_id",
        "Aadhaar",
        country="in",
        checks=("in_.aadhaar",),
    ),
    Kind(
        "national_id",
        "CNIC",
        country="pk",
        checks=("pk.cnic",),
    ),
    Kind(
        "social_security",
        "SSN; Social Security Number; socialSecurityNumber; United States Social Security Number; SNILS; "
        "Sozialversicherungsnummer; СНИЛС; National Insurance Number",
    ),
    Kind(
        "driving_licence",
        "Driver's License No.; Driving licence; drivinglicence; Driver's Licence; Driver's Permit; "
        "Führerschein; Permis de conduire; Licencia de conducir; Водительское удостоверение",
    ),
    Kind(
        "birth_certificate",
        "Birth Certificate Number; birthcert; Birth Certificate; Acte de naissance",
    ),
    Kind(
        "residence_permit",
        "Residency Number; Resident's Permit; residentperm; Residential card number; Residence permit; "
        "Immigration No.; Public Security and Immigration No.; Aufenthaltstitel; Titre de séjour",
    ),
    Kind(
        "travel_document",
        "Travel Document Number; Temporary Travel Document; travelcardid; VisaNumberID; Visa; "
        "Laissez-passer; Seafarer's Identification Document",
    ),
    Kind(
        "voter_id",
        "Electoral Registry No.; Credencial electoral; Election Card Number; electionid; Voter ID",
    ),
    Kind(
        "military_id",
        "Cartilla de Servicio Militar Nacional; Military Registration Number; military identification "
        "number; Ex-serviceman’s identification card",
    ),
)


def valid(scheme: str, value: str, country: str) -> bool | None:
    """True if a check of the issuing country accepts the number; None otherwise, for a country has
    several kinds of personal number and the label does not say which this is.
    """
    checks = _CHECKS.get(country, ()) if scheme in ("national_id", "social_security") else ()
    return True if passes(checks, value) else None
