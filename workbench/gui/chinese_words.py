"""The few words of Qt's own dialogs that its Chinese translation leaves in English."""

from PySide6.QtCore import QTranslator

_WORDS = {
    "&Look in:": "位置(&L)：",
    "Files of &type:": "文件类型(&T)：",
    "Folder": "文件夹",
}


class MissingWords(QTranslator):
    """Asked before Qt's own translation; what it does not know goes on to that."""

    def translate(
        self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        return _WORDS.get(source_text) if "File" in context else None

    def isEmpty(self) -> bool:
        return False
