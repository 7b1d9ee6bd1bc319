"""Bytes to text, by what a browser would do."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

import auditor
from auditor.parsing.decode import decode

JAPANESE = "港の朝は静かだった。船は沖へ出ていった。"
CHINESE = "港口的早晨很安静。船驶向大海。"


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"", "", "utf-8"),
        (codecs.BOM_UTF8 + b"tar", "tar", "utf-8"),
        (codecs.BOM_UTF16_LE + "tår".encode("utf-16-le"), "tår", "utf-16-le"),
        (codecs.BOM_UTF16_BE + "tår".encode("utf-16-be"), "tår", "utf-16-be"),
        (codecs.BOM_UTF32_LE + "tår".encode("utf-32-le"), "tår", "utf-32-le"),
        ("<p>tar and rope</p>".encode("utf-16-le"), "<p>tar and rope</p>", "utf-16-le"),
        ("<p>tar and rope</p>".encode("utf-16-be"), "<p>tar and rope</p>", "utf-16-be"),
        ("tår".encode(), "tår", "utf-8"),
        (b"a\r\nb\rc", "a\r\nb\rc", "utf-8"),
        # A declared Latin-1 is windows-1252, and a declaration does not overrule valid UTF-8.
        (b"<meta charset=iso-8859-1>\x93tar\x94", "<meta charset=iso-8859-1>“tar”", "cp1252"),
        ("<meta charset=latin1>tår".encode(), "<meta charset=latin1>tår", "utf-8"),
        (f"<meta charset='shift_jis'>{JAPANESE}".encode("cp932"), f"<meta charset='shift_jis'>{JAPANESE}", "cp932"),
        (f"<meta charset=euc-jp>{JAPANESE}".encode("euc_jp"), f"<meta charset=euc-jp>{JAPANESE}", "euc_jp"),
        (f'<meta charset="gb2312">{CHINESE}'.encode("gb18030"), f'<meta charset="gb2312">{CHINESE}', "gb18030"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">порт'.encode("cp1251"),
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">порт',
            "cp1251",
        ),
        (b"<!-- " + b"x" * 2000 + b" --><meta charset=iso-8859-2>\xb1", None, "iso8859-2"),
    ],
)
def test_encodings(data, text, encoding):
    found, name, notes = decode(data)
    assert (found == text or text is None, name, notes) == (True, encoding, ())


def test_the_declared_encoding_of_a_transport_comes_before_the_page():
    assert decode(b"<meta charset=windows-1251>\xe5", "iso-8859-1")[:2] == ("<meta charset=windows-1251>å", "cp1252")


def test_bytes_that_do_not_fit_are_replaced_and_counted():
    text, name, notes = decode(b"<meta charset=utf-8>t\xe5r " + "tår ".encode() * 20)
    assert (text[21], name) == ("\ufffd", "utf-8")
    assert notes == ("1 sequences of bytes are not utf-8",)


def test_an_undeclared_encoding_is_detected_and_noted():
    text, _, notes = decode("Die Mädchen grüßten höflich über die Straße.".encode("cp1252"))
    assert text == "Die Mädchen grüßten höflich über die Straße."
    assert "no encoding is declared" in notes[0]


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 8, b"\x89PNG\r\n\x1a\n" + b"\x00\x01\x02\xff" * 50, b"%PDF-1.4\n" + b"\x01\x02\x80\xff" * 40],
)
def test_binary_data_is_refused(data):
    with pytest.raises(ValueError, match="binary"):
        decode(data)


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200).filter(
        lambda text: not text.startswith("\ufeff")
    )
)
def test_utf8_comes_back_as_it_was(text):
    assert decode(text.encode())[:2] == (text, "utf-8")


@given(st.binary(max_size=400))
def test_any_bytes_decode_or_are_refused(data):
    try:
        text, name, _ = decode(data)
    except ValueError:
        return
    assert isinstance(text, str)
    assert codecs.lookup(name)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Ein Apfel für den König.", "cp1252"),
        ("São Paulo não é a capital; há informações à noite.", "cp1252"),
        ("船は正午に出て、夕方までに港へ戻ります。天気がよければ乗客は甲板に座ります。", "cp932"),
        ("船は正午に出て、夕方までに港へ戻ります。天気がよければ乗客は甲板に座ります。", "euc_jp"),
        ("渡轮中午开航，傍晚之前回到港口。这是他们的习惯，一边喝茶一边看海。", "gb18030"),
        ("渡輪中午開航，傍晚之前回到港口。這是他們的習慣，一邊喝茶一邊看海。", "big5"),
        ("배는 정오에 출발하여 저녁까지 항구로 돌아온다. 날씨가 좋으면 승객들은 갑판에 앉는다.", "cp949"),
    ],
)
def test_undeclared_encodings_are_told_without_any_installed_detector(text, encoding):
    assert decode(text.encode(encoding))[:2] == (text, encoding)


LABELS = """
    x-sjis windows-31j x-euc-jp cseucpkdfmtjapanese x-x-big5 cn-big5 x-gbk csgb2312 gb_2312-80 iso-8859-8-i
    csiso88598i logical visual dos-874 x-cp1250 x-cp1251 x-cp1252 unicode-1-1-utf-8 unicode11utf8 x-mac-cyrillic
    x-mac-roman koi8-ru windows-949 sun_eu_greek csisolatin9 ascii latin1 l2 tis-620 shift_jis euc-kr
    ks_c_5601-1987
""".split()


@pytest.mark.parametrize("label", LABELS)
def test_labels_that_browsers_know(label):
    assert decode(f"<meta charset={label}>".encode() + b"port", label)[2] == ()


def test_a_label_is_read_as_browsers_read_it():
    page = "<meta charset=x-cp1251>Причал построили монахи".encode("cp1251")
    assert decode(page) == ("<meta charset=x-cp1251>Причал построили монахи", "cp1251", ())
    assert decode("порт".encode("koi8-u"), "koi8-ru")[0] == "порт"
    assert decode("שלום".encode("iso8859-8"), "logical")[0] == "שלום"
    assert decode(b"\xc9", "iso-8859-11")[0] == "ษ"


@pytest.mark.parametrize(
    "label", ["cp037", "hz-gb-2312", "idna", "punycode", "undefined", "rot13", "utf-7", "raw_unicode_escape", "mbcs"]
)
def test_what_no_browser_knows_is_unknown_and_noted(label):
    text, name, notes = decode(f"<meta charset={label}><p>Tea at the old p\xeeer".encode("cp1252"))
    assert (text[-5:], name) == ("pîer", "cp1252") or text.endswith("pîer")
    assert notes[0] == f"no encoding of the web is called {label!r}"
    assert decode(b"tar", f"{label}\n")[2] == notes[:1]


def test_escapes_of_iso_2022_jp_are_read_where_it_is_declared():
    page = f"<meta charset=iso-2022-jp>{JAPANESE}"
    assert decode(page.encode("iso2022_jp")) == (page, "iso2022_jp", ())
    assert decode(JAPANESE.encode("iso2022_jp"), "csISO2022JP")[0] == JAPANESE
    assert decode(page.encode())[:2] == (page, "utf-8")


def test_a_mark_at_the_start_overrules_transport_and_page():
    page = "<meta charset=koi8-r>порт"
    assert decode(codecs.BOM_UTF8 + page.encode(), "windows-1251") == (page, "utf-8", ())


def test_the_public_door_takes_the_charset_of_a_transport():
    page = "<h1>Причал</h1><p>Построили монахи".encode("koi8-r")
    assert auditor.parse(page, charset="koi8-r").title == "Причал"
    assert auditor.audit(page, charset="koi8-r").document.title == "Причал"
    assert auditor.parse("порт".encode("utf-16-le"), charset="utf-16").blocks[0].text == "порт"
