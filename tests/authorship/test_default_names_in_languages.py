"""Names that a form or a theme puts where nobody was entered, in several languages."""

import pytest

import auditor

TEXT = "The ferry had been waiting at the pier since noon, and those who were on board knew nothing at all. " * 5


def rules(name):
    page = f'<title>Ferry waits</title><meta name="author" content="{name}"><h1>Ferry waits</h1><p>{TEXT}</p>'
    return {finding.rule for finding in auditor.audit(page, format="html").findings}


@pytest.mark.parametrize(
    "name", ["Fulano de Tal", "Nome do Redator", "张三", "作者姓名", "홍길동", "Имя Фамилия", "Ad Soyad"]
)
def test_a_default_name_is_a_placeholder(name):
    assert "placeholder-byline" in rules(name)


@pytest.mark.parametrize("name", ["Fulgencio de Tal", "张三丰", "홍길순", "Имя Иванов", "Adi Soysal"])
def test_a_name_like_it_is_not(name):
    assert "placeholder-byline" not in rules(name)
