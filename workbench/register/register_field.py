"""What a register can say of a subject, a column, a message or a paper to be reprinted, and the word for each."""

from enum import StrEnum


class RegisterField(StrEnum):
    """The values are the field names of `Subject`, `Column` and `Message`, where there is one."""

    CODE = "code"
    NAME = "name"
    HOME_URL = "home_url"
    PREFIXES = "url_prefixes"
    PARENT = "parent_code"
    KIND = "kind"
    ORGANISER = "organiser"
    SUPERVISOR = "supervisor"
    REGION = "region"
    ICP = "icp"
    POLICE_RECORD = "police_record"
    CONTACT = "contact"
    PHONE = "phone"
    PLATFORM = "platform"
    HAS_SERVICE = "has_service"
    STATE = "state"
    STATE_REASON = "state_reason"
    FAILED_LAST_TIME = "failed_last_time"
    COLUMN_NAME = "column_name"
    COLUMN_URL = "column_url"
    COLUMN_CLASS = "column_class"
    COLUMN_LEVEL = "level"
    IS_HISTORIC = "is_historic"
    RECIPE_ITEM = "recipe_item"
    RECIPE_TITLE = "recipe_title"
    RECIPE_DATE = "recipe_date"
    MESSAGE_NUMBER = "number"
    MESSAGE_STATE = "message_state"
    RECEIVED = "received"
    ANSWERED = "answered"
    TITLE = "title"
    UNIT = "unit"
    IS_PERFUNCTORY = "is_perfunctory"
    SATISFACTION = "satisfaction"
    NOTE = "note"
    PUBLISHED = "published"
    ISSUER = "issuer"
    DUE = "due"
    LENGTH = "length"


FIELD_WORDS = {
    RegisterField.CODE: "网站标识码",
    RegisterField.NAME: "网站名称",
    RegisterField.HOME_URL: "首页网址",
    RegisterField.PREFIXES: "网址前缀",
    RegisterField.PARENT: "上级网站",
    RegisterField.KIND: "网站类型",
    RegisterField.ORGANISER: "主办单位",
    RegisterField.SUPERVISOR: "主管单位",
    RegisterField.REGION: "地区",
    RegisterField.ICP: "ICP备案号",
    RegisterField.POLICE_RECORD: "公安机关备案号",
    RegisterField.CONTACT: "负责人",
    RegisterField.PHONE: "联系电话",
    RegisterField.PLATFORM: "平台",
    RegisterField.HAS_SERVICE: "有无办事服务",
    RegisterField.STATE: "状态",
    RegisterField.STATE_REASON: "状态说明",
    RegisterField.FAILED_LAST_TIME: "上次是否不合格",
    RegisterField.COLUMN_NAME: "栏目名称",
    RegisterField.COLUMN_URL: "栏目网址",
    RegisterField.COLUMN_CLASS: "栏目类别",
    RegisterField.COLUMN_LEVEL: "栏目级别",
    RegisterField.IS_HISTORIC: "历史专题",
    RegisterField.RECIPE_ITEM: "条目选择器",
    RegisterField.RECIPE_TITLE: "标题选择器",
    RegisterField.RECIPE_DATE: "日期选择器",
    RegisterField.MESSAGE_NUMBER: "留言编号",
    RegisterField.MESSAGE_STATE: "办理状态",
    RegisterField.RECEIVED: "留言时间",
    RegisterField.ANSWERED: "答复时间",
    RegisterField.TITLE: "标题",
    RegisterField.UNIT: "承办单位",
    RegisterField.IS_PERFUNCTORY: "是否敷衍",
    RegisterField.SATISFACTION: "满意度",
    RegisterField.NOTE: "备注",
    RegisterField.PUBLISHED: "发布日期",
    RegisterField.ISSUER: "发文机关",
    RegisterField.DUE: "转载期限",
    RegisterField.LENGTH: "字数",
}
