from datetime import date

from workbench.cli.masked_output import masked_output


def test_every_text_of_a_document_is_masked_and_all_else_stays() -> None:
    document = {"a": ["手机13800138000", 13, None, True], "b": {"c": "http://a.gov.cn/13800138000.html"}}
    assert masked_output(document, as_of=date(2026, 11, 20)) == {
        "a": ["手机138****8000", 13, None, True],
        "b": {"c": "http://a.gov.cn/13800138000.html"},
    }
