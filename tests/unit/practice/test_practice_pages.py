"""What government pages must carry is on the pages of the practice city."""

import re
import zipfile
from io import BytesIO
from xml.etree import ElementTree as ET

from workbench.practice.city import City
from workbench.practice.site_content import SiteContent


def page_text(city: City, site: SiteContent, path: str) -> str:
    host = next(host for host in city.hosts if host.name == site.plan.host)
    return host.pages[path].body.decode(site.plan.codec)


def test_every_page_names_its_site_and_every_article_its_day(city: City) -> None:
    for site in city.sites:
        home = page_text(city, site, site.plan.home)
        assert f'name="SiteIDCode" content="{site.plan.site_code}"' in home
        for section in site.sections:
            listed = page_text(city, site, section.column.path)
            assert f'name="ColumnName" content="{section.column.name}"' in listed
            for article in section.articles:
                text = page_text(city, site, article.path)
                assert f'name="PubDate" content="{article.day} {article.time}"' in text


def test_every_footer_has_its_marks(city: City) -> None:
    for site in city.sites:
        home = page_text(city, site, site.plan.home)
        assert f"政府网站标识码：{site.plan.site_code}" in home
        assert re.search(r"ICP备\d{8}号", home)
        assert re.search(r"公网安备\d{14}号", home)
        assert f"jiucuo.html?site_code={site.plan.site_code}" in home
        assert re.search(r"sitename\?method=show&amp;id=[0-9A-F]{32}", home)


def test_an_undated_list_shows_titles_and_no_date(city: City) -> None:
    defect = next(d for d in city.truth.defects if d.state == "undated")
    site = city.site(defect.subject)
    section = site.section_at(defect.place)
    assert section is not None
    text = page_text(city, site, defect.place)
    assert all(article.title in text for article in section.articles)
    shown = re.sub(r"<[^>]+>", " ", text.partition("<body>")[2].partition('class="footer"')[0])
    assert not re.search(r"\d{4}[-/.年]|\d\d-\d\d|\d月\d", shown)


def test_a_blank_column_lists_nothing_but_keeps_its_frame(city: City) -> None:
    for defect in city.truth.defects:
        if defect.state == "blank":
            site = city.site(defect.subject)
            text = page_text(city, site, defect.place)
            assert site.plan.name in text
            assert "<li><a" not in text.partition('<div class="main">')[2]


def test_files_and_interpretations_lead_to_each_other(city: City) -> None:
    for site in city.sites:
        articles = {a.path: a for section in site.sections for a in section.articles}
        tied = [a for a in articles.values() if a.related]
        assert all(bool(a.document) != bool(articles[a.related[1]].document) for a in tied if a.related)


def test_pictures_are_sound_and_forms_open(city: City) -> None:
    for host in city.hosts:
        for path, page in host.pages.items():
            if path.endswith(".svg"):
                ET.fromstring(page.body)
            if path.endswith(".docx") and page.status == 200:
                with zipfile.ZipFile(BytesIO(page.body)) as form:
                    assert form.testzip() is None
                    assert "word/document.xml" in form.namelist()
