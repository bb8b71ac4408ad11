from pathlib import Path

from sizes_report import measure


def test_files_classes_and_functions_are_measured_against_their_aims(tmp_path: Path) -> None:
    folder = tmp_path / "workbench"
    folder.mkdir()
    body = "\n".join("    x = 1" for _ in range(24))
    (folder / "short.py").write_text("def f():\n    pass\n")
    (folder / "long.py").write_text(f"class C:\n    y = 1\n\n\ndef long():\n{body}\n" + "z = 1\n" * 130)
    files, classes, functions = map(str, measure(tmp_path))
    assert files == "文件：2 个，超过 150 行的 1 个（workbench/long.py 159）"
    assert classes == "类：1 个，超过 150 行的 0 个"
    assert functions == "函数：2 个，超过 20 行的 1 个（workbench/long.py:long 25）"
