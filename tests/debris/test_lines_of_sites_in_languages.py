"""What sites say to their visitors in other languages than English, and the honest sentences that begin alike."""

import pytest

import auditor

AROUND = {
    "de": "Die Fähre liegt seit dem Mittag am Steg, und wer an Bord ist, wartet auf den Kapitän.",
    "es": "El barco espera en el muelle desde el mediodía y los que están a bordo no saben nada.",
    "fr": "Le bac attend au quai depuis midi, et ceux qui sont à bord ne savent pas pourquoi.",
    "id": "Kapal itu menunggu di dermaga sejak siang dan orang yang ada di kapal tidak tahu apa yang terjadi.",
    "ja": "渡し船は正午から桟橋で待っていて、乗客は何も知らない。",
    "pl": "Prom czeka na przystani od południa, a ci, którzy są na pokładzie, nie wiedzą już nic.",
    "ru": "Паром стоит у причала с полудня, и те, кто на борту, не знают, когда он уйдёт.",
    "tr": "Feribot öğleden beri iskelede bekliyor ve gemide olan yolcular için bir haber yok.",
    "zh": "渡船从中午起就停在码头，船上的人什么都不知道。",
}
SAID = [
    ("page-furniture", "de", ["Anzeige"]),
    ("page-furniture", "fr", ["Nous et nos 31 partenaires utilisons des cookies."]),
    ("page-furniture", "pl", ["Zapisz się do naszego newslettera i czytaj co rano."]),
    ("paywall-line", "es", ["Suscríbete para seguir leyendo."]),
    ("paywall-line", "fr", ["Il vous reste 60 % de cet article à lire."]),
    ("paywall-line", "ru", ["Оформите подписку, чтобы дочитать статью."]),
    ("paywall-line", "zh", ["登录后继续阅读。"]),
    ("read-also-run", "id", ["Baca juga: Nelayan menunggu", "Baca juga: Harga ikan naik", "Lihat juga: Pasar pagi"]),
    ("picture-credits", "ja", ["写真：港の会", "写真を拡大する"]),
    ("page-furniture", "tr", ["Reklam"]),
]
HONEST = [
    ("de", "Anzeige erstattete der Kapitän erst am Montag."),
    ("de", "Alle akzeptieren, dass die Fähre nicht mehr fährt."),
    ("es", "Ya tienen abonados en las dos orillas del río."),
    ("zh", "广告牌立在码头边上。"),
    ("tr", "Reklamcılar iskeleye yeni bir tabela astı."),
]


def rules_of(code, lines):
    text = "\n\n".join(part for line in lines for part in (AROUND[code], line))
    return {f.rule for f in auditor.audit(text, format="text", zone=auditor.Zone.BODY).findings}


@pytest.mark.parametrize(("rule", "code", "lines"), SAID)
def test_lines_of_the_site_are_found(rule, code, lines):
    assert rule in rules_of(code, lines)


@pytest.mark.parametrize(("code", "line"), HONEST)
def test_sentences_that_begin_like_them_are_left_alone(code, line):
    assert not rules_of(code, [line]) & {"page-furniture", "paywall-line", "read-also-run", "picture-credits"}
