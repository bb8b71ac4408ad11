"""What the lead does with the register: add, edit, assign, plan, cut task packs."""

from typing import TYPE_CHECKING

from workbench.gui.commands.command_catalogue import command
from workbench.gui.commands.command_needs import Need

if TYPE_CHECKING:
    from workbench.gui.register_page.register_page import RegisterPage

_REGISTER = "台账"


@command(
    "take-in-register",
    title="导入台账…",
    icon="import",
    group=_REGISTER,
    order=380,
    on="register",
    needs=Need.LEAD,
)
def take_in_register(page: "RegisterPage") -> None:
    page.choose_file()


@command("take-sample", title="抽样…", icon="draw", group=_REGISTER, order=386, on="register")
def take_sample(page: "RegisterPage") -> None:
    page.ask_draw()


@command(
    "add-subject",
    title="新增对象…",
    icon="add",
    group=_REGISTER,
    order=381,
    keys=("N",),
    on="register",
    needs=Need.LEAD,
)
def add_subject(page: "RegisterPage") -> None:
    page.desk.add()


@command("edit-subject", title="修改…", icon="edit", group=_REGISTER, order=382, keys=("E",), on="register")
def edit_subject(page: "RegisterPage") -> None:
    page.desk.edit()


@command(
    "subject-columns", title="栏目…", icon="columns", group=_REGISTER, order=383, keys=("C",), on="register"
)
def subject_columns(page: "RegisterPage") -> None:
    page.desk.show_columns()


@command(
    "find-columns",
    title="发现栏目…",
    icon="find",
    group=_REGISTER,
    order=384,
    keys=("Shift+C",),
    on="register",
)
def find_columns(page: "RegisterPage") -> None:
    page.desk.find_columns()


@command(
    "assign-subjects",
    title="分派…",
    icon="person",
    group=_REGISTER,
    order=388,
    keys=("A",),
    on="register",
    needs=Need.LEAD,
)
def assign_subjects(page: "RegisterPage") -> None:
    page.desk.assign()


@command("list-organisers", title="主办单位…", icon="organiser", group=_REGISTER, order=385, on="register")
def list_organisers(page: "RegisterPage") -> None:
    page.desk.list_organisers()


@command("plan-rounds", title="轮次和抽查…", icon="clock", group=_REGISTER, order=387, on="register")
def plan_rounds(page: "RegisterPage") -> None:
    page.desk.plan_rounds()


@command(
    "task-packs",
    title="生成任务包…",
    icon="export",
    group=_REGISTER,
    order=389,
    on="register",
    needs=Need.LEAD,
)
def task_packs(page: "RegisterPage") -> None:
    page.desk.ask_task_packs()


@command(
    "remove-subjects",
    title="从台账删除",
    icon="remove",
    group=_REGISTER,
    order=390,
    keys=("Delete",),
    on="register",
    needs=Need.LEAD,
)
def remove_subjects(page: "RegisterPage") -> None:
    page.desk.remove()


@command(
    "find-in-register", title="查找对象", icon="find", group=_REGISTER, order=391, keys=("/",), on="register"
)
def find_in_register(page: "RegisterPage") -> None:
    page.search.setFocus()
