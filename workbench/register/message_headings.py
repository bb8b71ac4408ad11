"""The headings exports of message platforms bear, best first; compared without blanks, brackets and marks."""

from workbench.register.heading_words import SUBJECT_HEADINGS
from workbench.register.register_field import RegisterField as Field

MESSAGE_HEADINGS: dict[Field, tuple[str, ...]] = {
    Field.CODE: SUBJECT_HEADINGS[Field.CODE],
    Field.PARENT: SUBJECT_HEADINGS[Field.PARENT],
    Field.NAME: ("网站名称", "政府网站名称", "站点名称", "网站", "站点", "涉及网站", "被反映网站"),
    Field.HOME_URL: ("首页网址", "网站首页网址", "首页地址", "网站网址", "网站地址", "网站域名", "域名"),
    Field.PLATFORM: (
        "留言平台", "平台名称", "平台", "来源平台", "来源渠道", "留言渠道", "来信渠道", "渠道", "信箱名称", "信箱",
        "受理平台", "留言来源", "来源", "所属栏目", "栏目",
    ),
    Field.MESSAGE_NUMBER: (
        "留言编号", "留言id", "留言号", "信件编号", "来信编号", "工单编号", "工单号", "受理编号", "办件编号", "查询编号",
        "查询码", "问题编号", "问题id", "编号", "id", "流水号",
    ),
    Field.RECEIVED: (
        "留言时间", "留言日期", "来信时间", "来信日期", "写信时间", "写信日期", "提交时间", "提交日期", "网民提交时间",
        "咨询时间", "咨询日期", "提问时间", "提问日期", "反映时间", "反映日期", "收到时间", "收到日期", "接收时间", "收件时间",
        "受理时间", "受理日期", "转办时间", "留言提交时间",
    ),
    Field.ANSWERED: (
        "答复时间", "答复日期", "回复时间", "回复日期", "办结时间", "办结日期", "处理时间", "处理日期", "反馈时间", "反馈日期",
        "回复发布时间", "答复发布时间", "回信时间", "回信日期",
    ),
    Field.MESSAGE_STATE: (
        "办理状态", "处理状态", "办理情况", "处理情况", "状态", "答复状态", "回复状态", "留言状态", "信件状态", "办理结果",
        "处理结果", "是否回复", "是否答复", "是否办结",
    ),
    Field.TITLE: (
        "留言标题", "信件标题", "来信标题", "标题", "主题", "留言主题", "信件主题", "来信主题", "问题标题", "咨询标题",
        "问题描述", "留言内容", "来信内容", "咨询内容", "反映内容", "内容",
    ),
    Field.UNIT: (
        "承办单位", "承办部门", "办理单位", "办理部门", "答复单位", "回复单位", "答复部门", "回复部门", "受理单位", "受理部门",
        "责任单位", "责任部门", "所属部门", "所属单位", "处理单位", "处理部门", "主办单位", "单位", "部门",
    ),
    Field.IS_PERFUNCTORY: ("是否敷衍", "敷衍", "答复敷衍", "是否推诿敷衍", "敷衍推诿"),
    Field.SATISFACTION: ("满意度", "满意度评价", "网民评价", "评价", "评价结果", "是否满意", "满意情况"),
    Field.NOTE: ("备注", "说明", "核查说明"),
}  # fmt: skip
