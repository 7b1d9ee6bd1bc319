"""Lines of contact and staffs that a template holds, in the languages of the word folders."""

import pytest

import auditor

TEXT = "The ferry sails at nine, and nobody on the pier was asked about the fare, which rises in May."


def found(text, kind="text"):
    report = auditor.audit(text, format=kind)
    assert not report.rules.errored
    return [f for f in report.findings if f.rule == "placeholder-contact"]


@pytest.mark.parametrize(
    "line",
    [
        "Contact: John Doe, phone: 000-000-0000",
        "Ansprechpartner: Max Mustermann, Telefon: 0123456789",
        "Persona de contacto: Fulano de Tal | Teléfono: +34 000 000 000",
        "Osoba kontaktowa: Imię Nazwisko, adres: 00000 XXXX",
        "Контактное лицо: Имя Фамилия, телефон: +7 000 000 00 00",
        "联系人：张三　电话：12345678901",
        "담당자: 홍길동, 주소: ○○시 ○○구",
    ],
)
def test_two_placeholders_of_a_line_that_closes_a_text(line):
    assert found(f"{TEXT}\n\n{line}")
    assert not found("\n\n".join((TEXT, line, *[TEXT.replace("nine", n) for n in ("six", "ten", "two", "noon")])))


def test_one_of_them_may_be_an_example_and_a_number_that_reaches_somebody_is_none():
    assert not found(f"{TEXT}\n\nContact: John Doe, phone: 0171 6840 752")
    assert not found(f"{TEXT}\n\nContact: Ada Lund, phone: 0163 496 0123, address: 3 Mill Lane")
    assert not found(f"{TEXT}\n\nRatio: 2: 3, time: 10: 30, see: here: there")


@pytest.mark.parametrize(("heading", "count"), [("Our team", 1), ("Wer hier schreibt", 1), ("Names of nobody", 0)])
def test_a_staff_of_whom_two_are_nobody(heading, count):
    staff = "<li>Author Name – editor</li><li>Ada Lund – pictures</li><li>Jane Doe – research</li>"
    page = f"<article><h1>The ferry</h1><p>{TEXT}</p><h3>{heading}</h3><ul>{staff}</ul></article>"
    assert len(found(page, "html")) == count
