"""Made-up hosts become ports of this PC, in text and in the bytes of either charset."""

import pytest

from workbench.practice.city_addresses import CityAddresses

ADDRESSES = CityAddresses({"www.jichuan.example": 8001, "jyj.jichuan.example": 8002})


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_links_in_either_charset_lead_to_the_ports(codec: str) -> None:
    page = "闻人镕<a href='http://jyj.jichuan.example/a/'>教育</a>http://www.jichuan.example/"
    body = ADDRESSES.localise_body(page.encode(codec)).decode(codec)
    assert body == "闻人镕<a href='http://127.0.0.1:8002/a/'>教育</a>http://127.0.0.1:8001/"


def test_a_place_lies_below_its_host_unless_it_names_another() -> None:
    assert ADDRESSES.url("jyj.jichuan.example", "/a/?b=1") == "http://127.0.0.1:8002/a/?b=1"
    assert ADDRESSES.url("jyj.jichuan.example", "http://www.jichuan.example/x") == "http://127.0.0.1:8001/x"
