"""What the browser engine calls a failure, in words for the reader."""

_FAILURES = {
    "NAME_NOT_RESOLVED": "域名解析不了，请核对网址或网络",
    "CONNECTION_REFUSED": "对方服务器拒绝连接",
    "CONNECTION_RESET": "连接被对方断开",
    "CONNECTION_CLOSED": "连接被对方断开",
    "EMPTY_RESPONSE": "对方没有返回内容",
    "TIMED_OUT": "对方很久没有回应",
    "INTERNET_DISCONNECTED": "本机没有联网",
    "NETWORK_CHANGED": "网络刚刚变动，请重试",
    "PROXY_CONNECTION_FAILED": "代理服务器连不上，请检查设置里的代理",
    "ADDRESS_UNREACHABLE": "到不了这个地址",
    "CERT": "证书不可信",
    "SSL": "安全连接建立不了",
    "TOO_MANY_REDIRECTS": "页面不停地跳转",
    "BLOCKED": "这个地址不允许在这里打开",
}
_STATUS = {
    400: "请求有误",
    401: "要登录才能看",
    403: "拒绝访问",
    404: "页面不存在",
    405: "不允许这样访问",
    410: "页面已删除",
    429: "访问太频繁被限制",
}
_CERTIFICATES = {
    "CertificateCommonNameInvalid": "证书不是发给这个域名的",
    "CertificateDateInvalid": "证书已过期或尚未生效（也请看看本机的日期对不对）",
    "CertificateAuthorityInvalid": "签发证书的机构不受信任，或证书是自己签的",
    "CertificateRevoked": "证书已被吊销",
    "CertificateContainsErrors": "证书本身有错误",
    "CertificateInvalid": "证书本身有错误",
    "CertificateWeakSignatureAlgorithm": "证书的签名算法已被淘汰",
    "CertificateWeakKey": "证书的密钥太弱",
    "CertificateValidityTooLong": "证书的有效期长得不合规定",
    "SslPinnedKeyNotInCertificateChain": "证书与网站公布的不一致",
}


def failure_in_words(error: str) -> str:
    """What the engine calls `net::ERR_…`, for people; an answer without a body comes as markup of its error page."""
    known = next((text for name, text in _FAILURES.items() if name in error), "")
    if known:
        return f"{known}。（{error}）"
    if "<" in error:
        return "这个网址没有可显示的内容，多半是页面不存在或服务器出错；可用系统浏览器再核对一次。"
    return f"内核报告：{error.rstrip('。.')}。"


def status_in_words(status: int) -> str:
    """An answer of 400 and above, with its number, as part of a sentence."""
    meaning = _STATUS.get(status, "服务器出错" if status >= 500 else "对方不给这个页面")
    return f"服务器回应 {status}（{meaning}）"


def certificate_in_words(host: str, name: str) -> str:
    """`name` is the engine's name of the fault."""
    reason = _CERTIFICATES.get(name, f"证书有问题（{name}）")
    return f"{host} 的证书不可信：{reason}。页面没有打开；这本身可以作为问题记下来。"
