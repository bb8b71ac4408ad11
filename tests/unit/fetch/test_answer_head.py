from workbench.fetch.answer_head import head_fields, parse_head


def test_lines_become_fields_with_lower_case_names() -> None:
    lines = [
        b"Content-Type: text/html; charset=gb2312\r\n",
        b"X-Empty:\r\n",
        b"nonsense\r\n",
        b"X-Raw: \xd6\xd0\r\n",
    ]
    assert parse_head(lines) == {
        "content-type": "text/html; charset=gb2312",
        "x-empty": "",
        "x-raw": "ÖÐ",
    }


def test_of_interim_answers_and_the_last_the_last_counts() -> None:
    lines = [
        b"HTTP/1.1 103 Early Hints\r\n",
        b"Link: </a.css>\r\n",
        b"\r\n",
        b"HTTP/1.1 200 OK\r\n",
        b"Via: a\r\n",
        b"\r\n",
    ]
    assert parse_head(lines) == {"via": "a"}


def test_repeated_fields_are_joined_and_cookies_kept_apart() -> None:
    pairs = [("Via", "a"), ("via", "b"), ("Set-Cookie", "x=1"), ("set-cookie", "y=2; Path=/")]
    assert head_fields(pairs) == {"via": "a, b", "set-cookie": "x=1\ny=2; Path=/"}


def test_of_what_may_stand_once_the_first_counts() -> None:
    assert head_fields([("Location", "/a"), ("Location", "/b")]) == {"location": "/a"}
