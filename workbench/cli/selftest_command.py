"""`workbench selftest`: does this installation work?"""

from argparse import ArgumentParser, Namespace

from workbench.cli.output import say
from workbench.cli.verb import verb
from workbench.operations.selftest import selftest as try_all

FAILED_STATUS = 1


def _arguments(_parser: ArgumentParser) -> None:
    pass


@verb("selftest", summary="自检：程序的各部分是否完好", arguments=_arguments)
def selftest(_arguments: Namespace) -> int:
    has_failed = False
    for result in try_all():
        say(f"{'✓' if result.is_fine else '✗'} {result.part}：{result.detail}")
        has_failed = has_failed or not result.is_fine
    say("有部分不能用，见上。" if has_failed else "一切正常。")
    return FAILED_STATUS if has_failed else 0
