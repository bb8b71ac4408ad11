"""Files that belong together: all of them are written, or each is as it was."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def written_together(files: Iterable[Path]) -> Iterator[None]:
    """What is at these places of one folder is put aside while new files are written; back again where that fails."""
    wanted = tuple(files)
    if not wanted:
        yield
        return
    with TemporaryDirectory(dir=wanted[0].parent, prefix=".") as room:
        aside = {file: Path(room) / file.name for file in wanted if file.exists()}
        try:
            for file, kept in aside.items():
                file.replace(kept)
            yield
        except BaseException:
            _put_back(wanted, aside)
            raise


def _put_back(wanted: Iterable[Path], aside: dict[Path, Path]) -> None:
    for file in wanted:
        kept = aside.get(file)
        if kept is None:
            file.unlink(missing_ok=True)
        elif kept.exists():
            kept.replace(file)
