"""The few words of Qt's own dialogs that its Chinese translation leaves in English."""

from PySide6.QtCore import QTranslator

_WORDS = {
    "&Look in:": "位置(&L)：",
    "Files of &type:": "文件类型(&T)：",
    "Folder": "文件夹",
    "Page &Set:": "单双页(&S)：",
}


class MissingWords(QTranslator):
    """Asked before Qt's own translation; what it does not know goes on to that."""

    def translate(
        self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        is_dialog_of_qt = "File" in context or "Print" in context
        return _WORDS.get(source_text) if is_dialog_of_qt else None

    def isEmpty(self) -> bool:
        return False
