"""The headings of lists of papers to be reprinted, best first; compared without blanks, brackets and marks."""

from workbench.register.register_field import RegisterField as Field

REPRINT_HEADINGS: dict[Field, tuple[str, ...]] = {
    Field.TITLE: (
        "应转载标题", "转载标题", "文件标题", "文件名称", "稿件标题", "文章标题", "信息标题", "政策名称", "政策标题",
        "标题", "题目",
    ),
    Field.PUBLISHED: (
        "发布日期", "发布时间", "公布日期", "公布时间", "首发时间", "首发日期", "原文发布时间", "原文发布日期",
        "国务院网站发布时间", "中国政府网发布时间", "中国政府网发布日期", "日期", "时间",
    ),
    Field.ISSUER: ("发文机关", "发布机构", "发布单位", "发文单位", "印发单位", "来源", "信息来源"),
    Field.DUE: ("转载期限", "转载截止时间", "转载截止日期", "应转载时间", "应转载日期", "转载时限", "截止日期", "截止时间"),
    Field.LENGTH: ("字数", "正文字数", "原文字数"),
}  # fmt: skip
