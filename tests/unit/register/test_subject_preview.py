"""A register against what is stored: new, changed, same, faulty, and why."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

import pytest

from workbench.domain.ids import subject_id
from workbench.domain.subject import Subject, SubjectKind, SubjectState
from workbench.register.register_preview import FieldChange, PreviewRow, RegisterPreview, RowState

Import = Callable[..., RegisterPreview]
CAMPAIGN = UUID(int=7)
HEADINGS = ["网站标识码", "网站名称", "首页网址", "网站类型", "上级网站", "网址前缀", "平台"]
CITY = ["4601000012", "示例市人民政府", "http://www.city.gov.cn/", "政府门户网站"]


def only(preview: RegisterPreview) -> PreviewRow:
    (row,) = preview.rows
    return row


def subject_in(row: PreviewRow) -> Subject:
    assert row.subject is not None, row.reason
    return row.subject


def reasons(preview: RegisterPreview) -> list[str]:
    return [row.reason for row in preview.rows]


def test_a_new_site(import_rows: Import) -> None:
    headings = [
        "标识码",
        "网站名称",
        "首页网址",
        "主办单位",
        "ICP备案编号",
        "有无办事服务",
        "上期结果",
        "状态",
    ]
    cells = [
        "4601000012",
        "示例市",
        "www.city.gov.cn",
        "市府办",
        "琼ICP备05000041号-1",
        "无",
        "不合格",
        "改版中",
    ]
    row = only(import_rows(headings, cells))
    assert (row.line, row.state, row.reason) == (2, RowState.NEW, "")
    assert subject_in(row) == Subject(
        id=subject_id(CAMPAIGN, "4601000012"),
        code="4601000012",
        name="示例市",
        home_url="http://www.city.gov.cn",
        organiser="市府办",
        icp="琼ICP备05000041号-1",
        has_service=False,
        failed_last_time=True,
        state=SubjectState.REBUILD,
    )


def test_name_and_address_are_enough_and_the_number_is_always_the_same(import_rows: Import) -> None:
    rows = [["甲", "http://127.0.0.1:8001/"], ["乙", "http://127.0.0.1:8002/"]]
    first = import_rows(["网站名称", "首页网址"], *rows)
    turned = import_rows(["网站名称", "首页网址"], *reversed(rows))
    assert {s.name: s.code for s in first.subjects_to_save} == {
        s.name: s.code for s in turned.subjects_to_save
    }
    assert {s.kind for s in first.subjects_to_save} == {SubjectKind.DEPARTMENT_SITE}
    assert len({s.code for s in first.subjects_to_save}) == 2


def test_parts_and_accounts_get_numbers_and_prefixes_under_their_parent(import_rows: Import) -> None:
    preview = import_rows(
        HEADINGS,
        ["", "旅游频道", "http://www.city.gov.cn/lvyou/index.html", "频道", "4601000012"],
        ["", "信息公开", "", "信息公开模块", "示例市人民政府", "/xxgk；http://xxgk.city.gov.cn/"],
        ["", "子站", "http://zz.city.gov.cn/", "频道"],
        ["", "城市发布", "", "微信公众号", "http://www.city.gov.cn"],
        ["", "城市微博", "", "", "", "", "微博"],
        CITY,
    )
    assert preview.summary == "新增 6 行，变更 0 行，不变 0 行，有误 0 行。"
    channel, module, below, wechat, weibo, city = preview.subjects_to_save
    assert channel.url_prefixes == ("http://www.city.gov.cn/lvyou/",)
    assert module.url_prefixes == ("http://www.city.gov.cn/xxgk/", "http://xxgk.city.gov.cn/")
    assert module.home_url == "http://www.city.gov.cn/xxgk/"
    assert below.url_prefixes == ("http://zz.city.gov.cn/",)
    assert [s.parent_code for s in (channel, module, below, wechat, weibo)] == ["4601000012"] * 4 + [""]
    assert all(s.code.startswith("4601000012-") for s in (channel, module, below, wechat))
    assert (wechat.kind, wechat.platform) == (SubjectKind.ACCOUNT, "微信公众号")
    assert (weibo.kind, weibo.platform) == (SubjectKind.ACCOUNT, "微博")
    assert city.url_prefixes == ()


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (["460100001234", "甲", "http://a.gov.cn"], "标识码“460100001234”有12位，应为10位"),
        (["4601001", "甲", "http://a.gov.cn"], "有7位"),
        (["4601000014", "", "http://a.gov.cn"], "没有填写网站名称"),
        (["4601000014", "甲", ""], "“甲”没有填写首页网址"),
        (["4601000014", "甲", "无"], "没有填写首页网址"),
        (
            ["4601000014", "甲", "javascript:alert(1)"],
            "第3行：首页网址“javascript:alert(1)”不是网址，请填写以 http:// 或 https:// 开头的地址。",
        ),
        (["4601000014", "甲", "=A1"], "公式"),
        (["4601000014", "长" * 501, "http://a.gov.cn"], "超过500个字"),
        (["", "频道", "http://www.city.gov.cn/", "频道"], "没有和上级网站“示例市人民政府”区分开"),
        (["", "频道", "http://www.city.gov.cn/?ch=1", "频道"], "没有和上级网站“示例市人民政府”区分开"),
        (["", "频道", "http://www.else.gov.cn/a/", "频道"], "没有写上级网站"),
        (["", "频道", "http://www.else.gov.cn/a/", "频道", "4601000012"], "不在上级网站“示例市人民政府”"),
        (["", "频道", "http://www.city.gov.cn/a/", "频道", "4601000099"], "上级网站“4601000099”不是"),
        (["", "频道", "", "频道", "4601000012"], "没有填写首页网址"),
        (["", "发布", "", "新媒体"], "账号“发布”没有填写平台"),
        (["", "发布", "扫码关注", "微信公众号"], "不是网址"),
    ],
)
def test_faulty_rows_say_why_and_spare_the_others(
    import_rows: Import, cells: Sequence[str], said: str
) -> None:
    preview = import_rows(HEADINGS, CITY, cells)
    city, faulty = preview.rows
    assert city.state is RowState.NEW
    assert faulty.state is RowState.FAULTY
    assert faulty.subject is None
    assert said in faulty.reason
    assert faulty.reason.startswith("第3行：")
    assert faulty.reason.endswith("。")
    assert faulty.name == cells[1]


def test_rows_with_one_code_are_all_faulty_and_name_each_other(import_rows: Import) -> None:
    preview = import_rows(HEADINGS, CITY, CITY, ["４６０１００００１２", "坏的", "javascript:"])
    assert [row.state for row in preview.rows] == [RowState.FAULTY] * 3
    assert "与第3行、第4行重复" in preview.rows[0].reason
    assert "与第2行、第4行重复" in preview.rows[1].reason
    many = import_rows(HEADINGS, *[CITY] * 6)
    assert "与第3行、第4行、第5行等重复" in many.rows[0].reason


def test_rows_at_one_address_are_faulty_without_codes_and_remarked_upon_with_them(
    import_rows: Import,
) -> None:
    url = "http://www.city.gov.cn/"
    bare = import_rows(["网站名称", "首页网址"], ["甲", url], ["乙", "https://WWW.city.gov.cn"])
    assert reasons(bare) == [
        "第2行：网址与第3行相同，请只保留一行，或填写各自的标识码。",
        "第3行：网址与第2行相同，请只保留一行，或填写各自的标识码。",
    ]
    coded = import_rows(HEADINGS, CITY, ["4601000013", "乙", url])
    assert [row.state for row in coded.rows] == [RowState.NEW] * 2
    assert coded.rows[0].reason == "第2行：网址与第3行相同，请核对。"
    accounts = import_rows(["账号名称", "平台"], ["发布", "微博"], ["发布", "微博"], ["发布", "抖音"])
    assert [row.state for row in accounts.rows] == [RowState.FAULTY, RowState.FAULTY, RowState.NEW]


def test_changes_name_field_old_and_new(import_rows: Import) -> None:
    stored = import_rows(HEADINGS, CITY).subjects_to_save
    row = only(import_rows(HEADINGS, [CITY[0], "示例市政府", CITY[2], "部门网站"], existing=stored))
    assert row.state is RowState.CHANGED
    assert row.changes == (
        FieldChange("网站名称", "示例市人民政府", "示例市政府"),
        FieldChange("网站类型", "门户网站", "部门网站"),
    )


def test_what_the_file_does_not_carry_stays(import_rows: Import) -> None:
    (stored,) = import_rows(HEADINGS, CITY).subjects_to_save
    kept = replace(
        stored,
        phone="0898-1",
        contact="某某",
        is_drawn=False,
        assigned_to=("甲",),
        has_service=False,
        region="东区",
    )
    without = only(import_rows(["标识码", "网站名称", "首页网址"], CITY[:3], existing=[kept]))
    assert (without.state, without.subject) == (RowState.SAME, kept)
    headings = ["标识码", "网站名称", "首页网址", "联系电话", "负责人", "地区"]
    row = only(import_rows(headings, [*CITY[:3], "", "无", "西区"], existing=[kept]))
    assert subject_in(row) == replace(kept, contact="", region="西区")


def test_a_code_alone_may_name_a_stored_site(import_rows: Import) -> None:
    stored = import_rows(HEADINGS, CITY).subjects_to_save
    row = only(import_rows(["标识码", "名称", "网址", "电话"], ["4601000012", "", "", "1"], existing=stored))
    assert row.changes == (FieldChange("联系电话", "", "1"),)


def test_another_spelling_of_the_same_address_changes_nothing(import_rows: Import) -> None:
    stored = import_rows(HEADINGS, CITY).subjects_to_save
    row = only(import_rows(HEADINGS, [*CITY[:2], "HTTP://www.City.gov.cn:80", CITY[3]], existing=stored))
    assert (row.state, row.subject) == (RowState.SAME, stored[0])
    moved = only(import_rows(HEADINGS, [*CITY[:2], "https://www.city.gov.cn/", CITY[3]], existing=stored))
    assert [change.label for change in moved.changes] == ["首页网址"]


def test_a_site_without_code_is_known_by_its_address_and_by_its_name(import_rows: Import) -> None:
    stored = import_rows(HEADINGS, CITY).subjects_to_save
    renamed = only(import_rows(["网站名称", "首页网址"], ["新名", CITY[2]], existing=stored))
    assert (subject_in(renamed).code, subject_in(renamed).name) == ("4601000012", "新名")
    moved = only(import_rows(["网站名称", "首页网址"], [CITY[1], "http://new.gov.cn/"], existing=stored))
    assert (moved.state, subject_in(moved).id) == (RowState.CHANGED, stored[0].id)


def test_a_site_without_code_that_may_be_two_is_faulty(import_rows: Import) -> None:
    stored = import_rows(HEADINGS, CITY, ["4601000013", "乙", CITY[2]]).subjects_to_save
    row = only(import_rows(["网站名称", "首页网址"], ["丙", CITY[2]], existing=stored))
    assert "台账里有2个对象和它相同" in row.reason


def test_parts_keep_their_number_when_renamed_moved_or_reordered(import_rows: Import) -> None:
    channel = ["", "旅游频道", "http://www.city.gov.cn/lvyou/", "频道", "4601000012"]
    module = ["", "信息公开", "http://www.city.gov.cn/xxgk/", "模块", "4601000012"]
    stored = import_rows(HEADINGS, CITY, channel, module).subjects_to_save
    codes = {subject.name: subject.code for subject in stored}
    renamed = ["", "文旅频道", *channel[2:]]
    moved = ["", "信息公开", "http://www.city.gov.cn/zwgk/", *module[3:]]
    preview = import_rows(HEADINGS, moved, renamed, CITY, existing=stored)
    assert [row.state for row in preview.rows] == [RowState.CHANGED, RowState.CHANGED, RowState.SAME]
    assert [row.code for row in preview.rows[:2]] == [codes["信息公开"], codes["旅游频道"]]
    assert subject_in(preview.rows[0]).url_prefixes == ("http://www.city.gov.cn/zwgk/",)


def test_stored_prefixes_stay_while_the_home_page_lies_under_them(import_rows: Import) -> None:
    channel = ["", "频道", "http://www.city.gov.cn/a/b/", "频道", "4601000012", "/a/ /c/"]
    stored = import_rows(HEADINGS, CITY, channel).subjects_to_save
    short = ["网站名称", "首页网址", "网站类型"]
    same = only(import_rows(short, ["频道", "http://www.city.gov.cn/a/b/", "频道"], existing=stored))
    assert same.state is RowState.SAME
    under = only(import_rows(short, ["频道", "http://www.city.gov.cn/c/", "频道"], existing=stored))
    assert [change.label for change in under.changes] == ["首页网址"]


def test_parts_of_one_name_under_two_sites_are_two(import_rows: Import) -> None:
    other = ["4601000013", "示例区", "http://www.district.gov.cn/", "政府门户网站"]
    preview = import_rows(
        HEADINGS,
        CITY,
        other,
        ["", "信息公开", "http://www.city.gov.cn/xxgk/", "模块"],
        ["", "信息公开", "http://www.district.gov.cn/xxgk/", "模块"],
    )
    assert [s.parent_code for s in preview.subjects_to_save[2:]] == ["4601000012", "4601000013"]


def test_an_official_code_takes_the_place_of_our_own_number(import_rows: Import) -> None:
    bare = ["网站名称", "首页网址", "网站类型", "上级网站", "平台"]
    stored = import_rows(
        bare,
        [*CITY[1:4]],
        ["频道", "http://www.city.gov.cn/a/", "频道"],
        ["发布", "", "新媒体", "示例市人民政府", "微博"],
    ).subjects_to_save
    preview = import_rows(HEADINGS, CITY, existing=stored)
    city, channel, account = preview.rows
    assert city.changes == (FieldChange("网站标识码", stored[0].code, "4601000012"),)
    assert [subject_in(row).id for row in preview.rows] == [subject.id for subject in stored]
    assert [subject_in(row).parent_code for row in (channel, account)] == ["4601000012"] * 2
    assert channel.reason == "第2行：“频道”随上级网站改用新的标识码。"


def test_a_new_official_code_at_a_stored_address_is_remarked_upon(import_rows: Import) -> None:
    stored = import_rows(HEADINGS, CITY).subjects_to_save
    row = only(import_rows(HEADINGS, ["4601000013", "乙", CITY[2]], existing=stored))
    assert row.state is RowState.NEW
    assert row.reason == "第2行：与台账里的“示例市人民政府”（4601000012）相同，只是标识码不同，请核对。"


def test_remarks_on_good_rows(import_rows: Import) -> None:
    headings = ["标识码", "网站名称", "首页网址", "类型", "ICP备案号", "公安备案号", "状态", "上级网站"]
    cells = ["4601000012", "甲", "http://a.gov.cn", "奇怪", "京备1", "京公网安备1号", "忙", "某站"]
    row = only(import_rows(headings, cells))
    assert row.state is RowState.NEW
    assert row.reason == (
        "第2行：网站类型“奇怪”认不出来，新的对象按部门网站登记，请核对。"
        "“状态”的“忙”认不出来，未采用，请核对。"
        "ICP备案号“京备1”与通常写法（如“琼ICP备05000041号-1”）不同，请核对。"
        "公安机关备案号“京公网安备1号”与通常写法（如“琼公网安备46010002000001号”）不同，请核对。"
        "上级网站“某站”不在台账里，未采用，请核对。"
    )
    assert subject_in(row).icp == "京备1"


def test_a_hosting_platform_does_not_make_a_site_an_account(import_rows: Import) -> None:
    row = only(import_rows(["网站名称", "首页网址", "平台名称"], ["甲", "http://a.gov.cn", "省集约化平台"]))
    assert (subject_in(row).kind, subject_in(row).platform) == (SubjectKind.DEPARTMENT_SITE, "")


def test_parents_of_sites_and_accounts_can_be_taken_away(import_rows: Import) -> None:
    stored = import_rows(
        HEADINGS,
        CITY,
        ["", "发布", "", "微博", "4601000012"],
        ["4601000013", "乙", "http://b.cn", "", "4601000012"],
    ).subjects_to_save
    assert [s.parent_code for s in stored] == ["", "4601000012", "4601000012"]
    again = import_rows(HEADINGS, ["", "发布", "", "微博", ""], existing=stored)
    assert only(again).state is RowState.SAME
    gone = only(import_rows(HEADINGS, ["", "发布", "", "微博", "无"], existing=stored))
    assert gone.changes == (FieldChange("上级网站", "4601000012", ""),)
    own = only(import_rows(HEADINGS, [*CITY, "4601000012"], existing=stored))
    assert own.state is RowState.SAME


def test_two_heads_of_one_record_are_one_subject(import_rows: Import) -> None:
    (stored,) = import_rows(HEADINGS, CITY).subjects_to_save
    heads = [replace(stored, phone="1"), replace(stored, phone="2")]
    row = only(import_rows(["网站名称", "首页网址"], CITY[1:3], existing=heads))
    assert row.state is RowState.SAME


def test_a_vague_row_takes_no_other_rows_channel(import_rows: Import) -> None:
    """Twins are faulty at first; on the second import the stored channel is still that of the row with prefixes."""
    rows = [
        CITY,
        ["", "频道", "http://zz.city.gov.cn/", "频道", "4601000012", "http://zz.city.gov.cn/a/"],
        ["", "甲", "http://zz.city.gov.cn/"],
        ["", "乙", "http://zz.city.gov.cn/"],
    ]
    first = import_rows(HEADINGS, *rows)
    assert [row.state for row in first.rows] == [RowState.NEW, RowState.NEW, RowState.FAULTY, RowState.FAULTY]
    again = import_rows(HEADINGS, *rows, existing=first.subjects_to_save)
    assert [row.state for row in again.rows] == [
        RowState.SAME,
        RowState.SAME,
        RowState.FAULTY,
        RowState.FAULTY,
    ]


def test_a_number_of_our_own_is_never_given_twice(import_rows: Import) -> None:
    """The stored site has moved away from the address its number was made from; another now stands there."""
    bare = ["网站名称", "首页网址"]
    (stored,) = import_rows(bare, ["甲", "http://a.gov.cn/"]).subjects_to_save
    moved = replace(stored, home_url="http://b.gov.cn/")
    row = only(import_rows(bare, ["乙", "http://a.gov.cn/"], existing=[moved]))
    assert row.state is RowState.NEW
    assert row.code != stored.code
    assert subject_in(row).id != stored.id
