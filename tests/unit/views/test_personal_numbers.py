"""Numbers of persons are found by their own arithmetic, and only masked ones leave. All numbers here are made up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.views.page_view import PageView
from workbench.views.personal_numbers import (
    PersonalKind,
    is_id_number,
    is_luhn,
    mask_personal,
    numbers_of_page,
    personal_numbers,
)

AS_OF = date(2026, 11, 20)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def with_check_digit(first: str) -> str:
    total = sum(int(digit) * weight for digit, weight in zip(first, WEIGHTS, strict=True))
    return first + "10X98765432"[total % 11]


def with_luhn_digit(first: str) -> str:
    return next(first + digit for digit in "0123456789" if is_luhn(first + digit))


GOOD_ID = with_check_digit("51010119900307123")
GOOD_CARD = with_luhn_digit("622202020011223")
LONG_CARD = with_luhn_digit("622848001234567890")


def found(text: str) -> list[tuple[str, str, bool]]:
    return [(n.kind.value, n.masked, n.is_doubtful) for n in personal_numbers(text, as_of=AS_OF)]


@given(
    area=st.sampled_from(["110101", "330106", "620102", "650102"]),
    born=st.dates(date(1920, 1, 1), date(2026, 11, 20)),
    order=st.integers(0, 999),
)
def test_every_right_id_number_is_found_and_no_other_check_digit(area: str, born: date, order: int) -> None:
    number = with_check_digit(f"{area}{born:%Y%m%d}{order:03d}")
    assert is_id_number(number, as_of=AS_OF)
    wrong = [number[:17] + digit for digit in "0123456789X" if digit != number[17]]
    assert not any(is_id_number(other, as_of=AS_OF) for other in wrong)
    for text in (f"身份证号{number}", f"，{number.lower()}。", f"{number[:6]} {number[6:14]} {number[14:]}"):
        [(kind, masked, doubtful)] = found(text)
        assert (kind, doubtful) == ("id-number", False)
        assert masked == f"{number[:4]}{'*' * 12}{number[-2:]}"
        assert number[6:14] not in mask_personal(text, as_of=AS_OF)


@pytest.mark.parametrize(
    "number",
    [
        with_check_digit("51010120270307123"),  # born after the monitoring day
        with_check_digit("51010119901307123"),  # a thirteenth month
        with_check_digit("99010119900307123"),  # no such province
    ],
)
def test_an_id_number_must_be_plausible(number: str) -> None:
    assert found(f"身份证号：{number}") == []


def test_old_id_numbers_need_their_label() -> None:
    assert found("身份证号码：510101680307123")[0][0] == "id-number"
    assert found("项目510101680307123") == []


def test_full_width_digits_are_digits() -> None:
    wide = GOOD_ID.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert found(f"证件号码：{wide}")[0][0] == "id-number"
    assert wide[6:14] not in mask_personal(f"证件号码：{wide}", as_of=AS_OF)


@pytest.mark.parametrize("number", [GOOD_CARD, LONG_CARD])
def test_cards_are_found_in_one_piece_or_in_groups_of_four(number: str) -> None:
    grouped = " ".join(number[at : at + 4] for at in range(0, len(number), 4))
    for text in (number, f"卡号：{grouped}"):
        assert found(text) == [("bank-card", f"{number[:4]}{'*' * (len(number) - 6)}{number[-2:]}", False)]


def test_a_card_needs_its_check_digit_and_a_known_beginning() -> None:
    other = str((int(GOOD_CARD[-1]) + 1) % 10)
    assert found(f"卡号：{GOOD_CARD[:-1]}{other}") == []
    assert found(with_luhn_digit("888802020011223")) == []
    assert found(with_luhn_digit("456702020011223")) == []
    assert found(f"银行卡号：{with_luhn_digit('456702020011223')}")[0][0] == "bank-card"


@pytest.mark.parametrize(
    "text",
    [
        "咨询电话：0571-88001234，12345",
        "服务热线：400-820-8820 4008208820",
        "监督举报电话：13800138000",
        "值班电话：（0898）65301234、13907551234",
        "如有线索请拨打13800138000。",
        "统一社会信用代码：91330106MA2AX12345",
        "统一社会信用代码：510101199003071233",
        "流水号：13800138000",
        "http://www.some.gov.cn/art/2020/13800138000.html",
        "文件名 a13800138000 与 img_13800138000.jpg",
        "邮箱13800138000@163.com",
        "京公网安备 11010102000001号",
        "面积123456789012平方米，金额10012345678元",
        "编号20261120123456789",
    ],
)
def test_public_numbers_and_codes_do_not_alarm(text: str) -> None:
    assert found(text) == []


def test_a_contact_is_for_a_person_to_judge() -> None:
    assert found("联系人：张三，联系电话：13800138000") == [("mobile", "138****8000", True)]


@pytest.mark.parametrize(
    "text", ["来信人：张三 联系电话：13800138000", "我家住三楼，13800138000", "+86 138 0013 8000"]
)
def test_a_person_s_mobile_number_alarms(text: str) -> None:
    assert found(text) == [("mobile", "138****8000", False)]


def test_a_list_of_persons_alarms() -> None:
    rows = "\n".join(f"张某{n}\n1380013800{n}" for n in range(4))
    assert [doubtful for _, _, doubtful in found(f"姓名\n联系电话\n{rows}")] == [False] * 4


def test_the_foot_may_hold_the_office_s_mobile_number_but_no_id_number() -> None:
    page = PageView(
        f"<p>正文</p><p>版权所有：某局 联系电话：13800138000 {GOOD_ID}</p>".encode(),
        url="http://a.gov.cn/",
        as_of=AS_OF,
    )
    assert [number.kind for number in numbers_of_page(page)] == [PersonalKind.ID_NUMBER]


@given(st.text(alphabet="0123456789Xx -.：身份证卡号a\n", max_size=80))
def test_nothing_that_is_found_is_shown(text: str) -> None:
    for number in personal_numbers(text, as_of=AS_OF):
        assert "****" in number.masked
        assert number.masked.replace("*", "") != number.masked
    once = mask_personal(text, as_of=AS_OF)
    assert len(personal_numbers(once, as_of=AS_OF)) <= len(personal_numbers(text, as_of=AS_OF)) + 1
