"""Pictures to bytes and back: what is taken on screen, and what comes from a clipboard, a file or another PC."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from workbench.errors import WrongUseError
from workbench.operations.keep_evidence import MOST_PICTURE_BYTES

# The longest page that is still a picture; no screen and no phone makes wider ones.
MOST_WIDTH = 8_000
MOST_HEIGHT = 30_000
_KEPT_AS_THEY_ARE = (b"png", b"jpeg")
# Text stays legible in either; a page of photographs is many times smaller as JPEG.
_MOST_PNG_BYTES = 5 * 2**20
_PNG_EFFORT = 10
_JPEG_QUALITY = 90


def encode_picture(image: QImage) -> bytes:
    """PNG, which leaves text as it is; JPEG where a page of photographs would not fit.

    Raises:
        WrongUseError: there is no picture, or it stays too large.
    """
    if image.isNull():
        raise WrongUseError("没有可保存的画面，请等页面显示出来再取证。")
    flat = image.convertToFormat(QImage.Format.Format_RGB888)
    packed = _write(flat, b"png", _PNG_EFFORT)
    if len(packed) > _MOST_PNG_BYTES:
        packed = _write(flat, b"jpeg", _JPEG_QUALITY)
    if len(packed) > MOST_PICTURE_BYTES:
        raise WrongUseError("画面太大，没有保存；请改用画面截图，或分几段取证。")
    return packed


def take_in_picture(content: bytes) -> bytes:
    """The bytes of a picture from outside, as they came where they are PNG or JPEG and in bounds, else as PNG.

    Raises:
        WrongUseError: no picture, a damaged one, or one that is too large.
    """
    kind, image = _read(content)
    if kind in _KEPT_AS_THEY_ARE and len(content) <= MOST_PICTURE_BYTES:
        return content
    return encode_picture(image)


def decode_picture(content: bytes) -> QImage:
    """Raises WrongUseError where the bytes are no picture that can be shown."""
    return _read(content)[1]


def thumbnail_of(content: bytes, size: QSize) -> QImage:
    """As large as fits, from the top of the picture: the top of a long page is what tells it from others.

    Raises:
        WrongUseError: the bytes are no picture.
    """
    image = decode_picture(content)
    wide = image.scaledToWidth(size.width(), Qt.TransformationMode.SmoothTransformation)
    return wide.copy(0, 0, size.width(), min(size.height(), wide.height()))


def _read(content: bytes) -> tuple[bytes, QImage]:
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    kind, size = bytes(reader.format().data()), reader.size()
    if size.isValid() and (size.width() > MOST_WIDTH or size.height() > MOST_HEIGHT):
        raise WrongUseError(
            f"图片有 {size.width()}×{size.height()} 像素，太大，没有保存；请裁剪或缩小后重试。"
        )
    image = reader.read()
    if image.isNull():
        raise WrongUseError("这不是能识别的图片，或已经损坏，没有保存；请换一张 PNG 或 JPG 图片。")
    return kind, image


def _write(image: QImage, kind: bytes, quality: int) -> bytes:
    packed = QByteArray()
    buffer = QBuffer(packed)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind))
    writer.setQuality(quality)
    if not writer.write(image):
        raise WrongUseError("画面太大，没有保存；请改用画面截图，或分几段取证。")
    return bytes(packed.data())
