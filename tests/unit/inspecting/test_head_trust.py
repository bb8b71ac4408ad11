from workbench.domain.link import LinkKind
from workbench.inspecting.head_trust import HeadTrust
from workbench.inspecting.inspection_state import InspectionState, decode_pieces, encode_state
from workbench.inspecting.survey_journal import SurveyPiece

A, B, C = "http://a.cn/1.pdf", "http://a.cn/2.pdf", "http://b.cn/1.pdf"
FILE = LinkKind.ATTACHMENT


def test_pages_are_never_asked_with_head() -> None:
    assert not HeadTrust().may_ask("http://a.cn/1.html", LinkKind.PAGE)


def test_others_wait_for_the_first_proof_of_their_host_and_kind() -> None:
    trust = HeadTrust()
    assert not trust.must_wait(A, FILE, 1)
    assert trust.must_wait(B, FILE, 2)
    assert not trust.must_wait(C, FILE, 3)
    assert not trust.must_wait("http://a.cn/x.jpg", LinkKind.IMAGE, 4)
    trust.did_compare(A, FILE, head_ok=True, get_ok=True)
    assert list(trust.released) == [2]
    assert trust.is_proven(B, FILE)
    assert not trust.is_proven(C, FILE)


def test_a_contradiction_ends_head_for_the_host() -> None:
    for head_ok in (True, False):
        trust = HeadTrust()
        trust.did_compare(A, FILE, head_ok=head_ok, get_ok=not head_ok)
        assert not trust.may_ask(B, FILE)
        assert not trust.may_ask("http://a.cn/x.jpg", LinkKind.IMAGE)
        assert trust.may_ask(C, FILE)


def test_what_is_dead_both_ways_proves_nothing_and_is_not_tried_for_ever() -> None:
    trust = HeadTrust()
    for _ in range(3):
        assert trust.may_ask(A, FILE)
        assert not trust.must_wait(A, FILE, 1)
        trust.did_compare(A, FILE, head_ok=False, get_ok=False)
    assert not trust.may_ask(B, FILE)


def test_a_survey_that_goes_on_need_not_find_out_again() -> None:
    before = HeadTrust()
    before.did_compare("http://a.cn/x.png", LinkKind.IMAGE, head_ok=True, get_ok=True)
    before.did_compare("http://b.cn/x.png", LinkKind.IMAGE, head_ok=False, get_ok=True)
    after = HeadTrust()
    piece = SurveyPiece(heads=before.known())
    body = encode_state(InspectionState(piece=piece, tallies=[], last_at=None))
    (read,) = decode_pieces([body], states=[])
    after.take_up(read.heads)
    assert after.is_proven("http://a.cn/y.png", LinkKind.IMAGE)
    assert not after.may_ask("http://b.cn/y.png", LinkKind.IMAGE)
