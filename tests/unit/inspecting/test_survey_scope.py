from uuid import uuid4

from workbench.domain.subject import Subject, SubjectKind
from workbench.inspecting.survey_scope import scope_of_site, scope_of_subject

PORTAL = Subject(
    id=uuid4(),
    code="1",
    name="门户",
    kind=SubjectKind.PORTAL,
    home_url="http://www.a.gov.cn/",
    url_prefixes=(),
)
CHANNEL = Subject(
    id=uuid4(),
    code="2",
    name="频道",
    kind=SubjectKind.CHANNEL,
    home_url="http://www.a.gov.cn/whly/index.html",
    url_prefixes=("http://www.a.gov.cn/whly",),
)


def test_a_site_owns_its_host_with_its_port() -> None:
    scope = scope_of_site("http://127.0.0.1:8001/")
    assert scope.is_own("http://127.0.0.1:8001/a/b?c")
    assert not scope.is_own("http://127.0.0.1:8002/a")
    assert not scope.is_own("mailto:a@b.cn")


def test_a_site_that_moves_its_visitors_owns_the_new_host_too() -> None:
    scope = scope_of_site("http://a.gov.cn/")
    scope.did_arrive("https://www.a.gov.cn/portal/")
    assert scope.is_own("https://www.a.gov.cn/x")
    assert scope.is_own("http://a.gov.cn/x")


def test_a_channel_answers_for_what_is_below_its_prefix() -> None:
    scope = scope_of_subject(CHANNEL)
    page = "http://www.a.gov.cn/whly/index.html"
    assert scope.is_counted("https://www.a.gov.cn/whly/jq/1.html", page=page)
    assert scope.is_counted("http://www.a.gov.cn/whly?id=3", page=page)
    assert not scope.is_counted("http://www.a.gov.cn/whlyj/1.html", page=page)
    assert not scope.is_counted("http://www.a.gov.cn/", page=page)
    assert not scope.is_counted("http://www.b.gov.cn/", page=page)
    scope.did_arrive("http://www.b.gov.cn/whly/")
    assert not scope.is_own("http://www.b.gov.cn/x")


def test_a_channel_without_prefixes_owns_the_folder_of_its_home() -> None:
    bare = Subject(id=uuid4(), code="3", name="频道", kind=SubjectKind.CHANNEL, home_url=CHANNEL.home_url)
    scope = scope_of_subject(bare)
    assert scope.is_own("http://www.a.gov.cn/whly/jq/1.html")
    assert not scope.is_own("http://www.a.gov.cn/zwgk/1.html")


def test_a_portal_leaves_its_channels_affairs_to_them() -> None:
    scope = scope_of_subject(PORTAL, left_to_children=CHANNEL.url_prefixes)
    inside, other = "http://www.a.gov.cn/whly/jq/1.html", "http://www.a.gov.cn/zwgk/"
    assert scope.is_own(inside)
    assert not scope.is_counted(inside, page="http://www.a.gov.cn/whly/")
    assert scope.is_counted(inside, page="http://www.a.gov.cn/")
    assert scope.is_counted(other, page="http://www.a.gov.cn/whly/")
