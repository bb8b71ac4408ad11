"""What a clipboard or a drop holds, as pictures: the picture itself, or the files it names."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from workbench.errors import EnvironmentFaultError, WrongUseError, fault_in_words
from workbench.gui.pictures.picture_bytes import encode_picture, take_in_picture
from workbench.operations.keep_evidence import MOST_PICTURE_BYTES

SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif")
PICTURE_FILES = f"图片 ({' '.join(f'*{suffix}' for suffix in SUFFIXES)})"
# What is copied in one go by mistake is many more.
MOST_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class GivenPicture:
    """Either a picture that lay in the clipboard, or the file that holds one; `read` does the work, off the window's thread."""

    image: QImage | None = None
    file: Path | None = None

    def read(self) -> bytes:
        """The bytes to keep.

        Raises:
            WrongUseError: no picture, or one that is too large.
            EnvironmentFaultError: the file cannot be read.
        """
        if self.image is not None:
            return encode_picture(self.image)
        assert self.file is not None
        try:
            if self.file.stat().st_size > 4 * MOST_PICTURE_BYTES:
                raise WrongUseError(f"“{self.file.name}”太大，没有保存；请缩小或裁剪后重试。")
            return take_in_picture(self.file.read_bytes())
        except OSError as error:
            raise EnvironmentFaultError(
                f"读不了“{self.file.name}”（{fault_in_words(error)}），请检查文件后重试。"
            ) from error


def has_pictures(mime: QMimeData) -> bool:
    return mime.hasImage() or bool(_files(mime))


def pictures_in(mime: QMimeData) -> tuple[GivenPicture, ...]:
    """The files where it names files, else the picture; nothing where it holds neither."""
    files = _files(mime)
    if files:
        return tuple(GivenPicture(file=file) for file in files[:MOST_AT_ONCE])
    image = mime.imageData() if mime.hasImage() else None
    return (GivenPicture(image=image),) if isinstance(image, QImage) and not image.isNull() else ()


def _files(mime: QMimeData) -> list[Path]:
    local = (Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    return [path for path in local if path.suffix.lower() in SUFFIXES]
