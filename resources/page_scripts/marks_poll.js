// Whether this page bears our marks, which of them were clicked, and which links were clicked with the right button, since the
// last look.
(() => {
  if (document.readyState === "loading" || !document.documentElement) return JSON.stringify({ state: "loading" });
  if (!window.workbenchLinks) {
    window.workbenchLinks = [];
    document.addEventListener(
      "contextmenu",
      (event) => {
        const link = event.target.closest?.("a[href]");
        if (!link) return;
        event.preventDefault();
        event.stopPropagation();
        window.workbenchLinks.push({ url: String(link.href), words: link.textContent.trim().slice(0, 60) || link.title });
      },
      true,
    );
  }
  const links = window.workbenchLinks.splice(0);
  const marks = window.workbenchMarks;
  if (!marks) return JSON.stringify({ state: "none", url: location.href, links });
  marks.follow();
  return JSON.stringify({ state: "marked", url: location.href, links, clicks: marks.clicks.splice(0), count: marks.count });
})();
