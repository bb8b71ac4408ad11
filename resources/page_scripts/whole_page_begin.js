// Makes the page ready to be taken tile by tile: no scroll bars, no gliding; says how large it is.
(() => {
  const style = document.createElement("style");
  style.id = "workbench-whole-page";
  style.textContent = "::-webkit-scrollbar{display:none!important} html,body{scroll-behavior:auto!important}";
  document.documentElement.append(style);
  window.workbenchHidden = [];
  window.workbenchScroll = window.scrollY;
  window.scrollTo(0, 0);
  const body = document.body || document.documentElement;
  return JSON.stringify({
    url: location.href,
    height: Math.max(document.documentElement.scrollHeight, body.scrollHeight),
    view: window.innerHeight,
    title: document.title,
    scroll: Math.round(window.workbenchScroll),
    words: String(getSelection()).slice(0, 2000),
  });
})();
