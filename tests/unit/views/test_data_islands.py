"""Lists carried as data are read; other data is not."""

from workbench.views.data_islands import MOST_RECORDS, island_html

RECORD = "<record><![CDATA[<li><a href='a.html'>标题</a></li>]]></record>"


def test_records_become_html() -> None:
    html = island_html([f"<datastore><recordset>{RECORD * 2}</recordset></datastore>"])
    assert html.count("<a href='a.html'>标题</a>") == 2


def test_other_data_is_left_alone() -> None:
    assert island_html(["var a=1", "<![CDATA[<a href='x'></a>]]>", ""]) == ""


def test_a_list_without_end_is_cut() -> None:
    assert island_html([RECORD * (MOST_RECORDS + 50)]).count("<li>") == MOST_RECORDS
