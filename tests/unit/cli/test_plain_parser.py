"""The help and every refusal of a call are in the user's language."""

import re

import pytest

from workbench.__main__ import build_parser
from workbench.cli.verb import verbs

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("verb", ["", *sorted(verbs.all())])
def test_the_help_has_no_english_words_of_the_library(verb: str, capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        build_parser(verbs).parse_args([*([verb] if verb else []), "--help"])
    told = capsys.readouterr().out
    assert told.startswith(f"用法：workbench {verb}".rstrip())
    assert not re.search(r"usage|options:|positional|show this|exit\b", told)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("fly",), "没有“fly”这个命令，可用的有 check、"),
        (("draw", "a", "--seed", "x"), "--seed 应为整数，不能是“x”"),
        (("verdict", "a", "--subject", "b", "--outcome", "yes"), "--outcome 不能是“yes”，可选 pass、fail"),
        (("ignore", "a", "add", "--check", "b", "--outcome", "c"), "--outcome 不能和 --check 一起写"),
        (("links", "--r", "3", "b"), "--r 不完整，可以是 --retries、"),
        (("links", "--robots=3", "b"), "--robots 后面不写内容"),
        (("score",), "缺少 WS"),
        (("score", "a", "b"), "不认识 b"),
        (("score", "a", "--explain"), "--explain 后面要写内容"),
    ],
)
def test_a_wrong_call_is_told_in_one_sentence(words: tuple[str, ...], sentence: str, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as leaving:
        build_parser(verbs).parse_args(words)
    told = capsys.readouterr().err
    assert leaving.value.code == 2
    assert told.startswith(f"用法不对：{sentence}")
    assert re.search(r"。运行“workbench( \w+)? --help”查看说明。$", told)
