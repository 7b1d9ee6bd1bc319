"""The list of public suffixes, of which only what a name needs is read."""

import pytest
from publicsuffixlist import PublicSuffixList

from auditor import suffixes

NAMES = (
    "news.bbc.co.uk", "co.uk", "uk", "www.ck", "a.b.ck", "b.c.kawasaki.jp", "city.kawasaki.jp", "someone.github.io",
    "shop.blogspot.com", "COM", "Example.COM.", "a..b", "", ".", "mill.unlisted", "unlisted", "x.xn--55qx5d.cn",
    "a.b.xn--85x722f.com.cn", "x.y.xn--mgba3a4f16a.ir", "食狮.公司.cn", "x.食狮.中国", "ferry.s3.amazonaws.com",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_it_says_what_the_whole_list_says(name):
    assert suffixes.registered(name) == PublicSuffixList().privatesuffix(name)


def test_of_the_list_only_one_top_level_domain_is_read():
    read = suffixes._suffixes("uk")
    assert read.is_public("co.uk")
    assert len(read._publicsuffix) < 100
