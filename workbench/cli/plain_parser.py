"""The parser of the command line, which says in one Chinese sentence what is wrong with a call."""

import argparse
import re
from typing import NoReturn

from workbench.cli.output import complain

USAGE_STATUS = 2
_SENTENCES = (
    (re.compile(r"the following arguments are required: (.+)"), r"缺少 \1"),
    (re.compile(r"unrecognized arguments: (.+)"), r"不认识 \1"),
    (re.compile(r"argument (\S+): invalid choice: (.+) \(choose from (.+)\)"), r"\1 不能是 \2，可选 \3"),
    (re.compile(r"argument (\S+): invalid int value: (.+)"), r"\1 应为整数，不能是 \2"),
    (re.compile(r"argument (\S+): invalid float value: (.+)"), r"\1 应为数字，不能是 \2"),
    (re.compile(r"argument (\S+): invalid \S+ value: (.+)"), r"\1 不能是 \2"),
    (re.compile(r"argument (\S+): expected (?:one|at least one) argument"), r"\1 后面要写内容"),
    (re.compile(r"argument (\S+): not allowed with argument (\S+)"), r"\1 不能和 \2 一起写"),
)


class PlainParser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, with the way to the help."""

    def error(self, message: str) -> NoReturn:
        complain(f"用法不对：{in_chinese(message)}。运行“{self.prog} --help”查看说明。")
        raise SystemExit(USAGE_STATUS)


def in_chinese(message: str) -> str:
    """What argparse says, in the user's language; a message not known here stays as it is."""
    for pattern, sentence in _SENTENCES:
        if pattern.fullmatch(message):
            return pattern.sub(sentence, message)
    return message
