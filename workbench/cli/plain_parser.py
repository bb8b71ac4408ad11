"""The parser of the command line, which says in one Chinese sentence what is wrong with a call."""

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from workbench.cli.output import complain

USAGE_STATUS = 2
_SENTENCES = (
    (re.compile(r"the following arguments are required: (.+)"), r"缺少 \1"),
    (re.compile(r"unrecognized arguments: (.+)"), r"不认识 \1"),
    (
        re.compile(r"argument VERB: invalid choice: (.+) \(choose from (.+)\)"),
        r"没有“\1”这个命令，可用的有 \2",
    ),
    (re.compile(r"argument (\S+): invalid choice: (.+) \(choose from (.+)\)"), r"\1 不能是“\2”，可选 \3"),
    (re.compile(r"argument (\S+): invalid int value: (.+)"), r"\1 应为整数，不能是“\2”"),
    (re.compile(r"argument (\S+): invalid float value: (.+)"), r"\1 应为数字，不能是“\2”"),
    (re.compile(r"argument (\S+): invalid \S+ value: (.+)"), r"\1 不能是“\2”"),
    (re.compile(r"argument (\S+): expected (?:one|at least one) argument"), r"\1 后面要写内容"),
    (re.compile(r"argument (\S+): ignored explicit argument (.+)"), r"\1 后面不写内容，不能有“\2”"),
    (re.compile(r"ambiguous option: (\S+) could match (.+)"), r"\1 不完整，可以是 \2"),
    (re.compile(r"argument (\S+): not allowed with argument (\S+)"), r"\1 不能和 \2 一起写"),
)


_QUOTED = re.compile(r"'([^']*)'")


class PlainHelp(argparse.HelpFormatter):
    """The library's own help with its own words in the user's language."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class PlainParser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, with the way to the help, and the help in the user's language."""

    def __init__(self, **options: Any) -> None:
        has_help = options.pop("add_help", True)
        super().__init__(formatter_class=PlainHelp, add_help=False, **options)
        # The library has no other way to name its two groups.
        self._positionals.title, self._optionals.title = "参数", "选项"
        if has_help:
            self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        complain(f"用法不对：{in_chinese(message)}。运行“{self.prog} --help”查看说明。")
        raise SystemExit(USAGE_STATUS)


def in_chinese(message: str) -> str:
    """What argparse says, in the user's language; a message not known here stays as it is."""
    plain = _QUOTED.sub(r"\1", message)
    for pattern, sentence in _SENTENCES:
        if pattern.fullmatch(plain):
            return pattern.sub(sentence, plain).replace(", ", "、")
    return message
