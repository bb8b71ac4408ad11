// To the next tile. What stays in place while the page scrolls would be on every tile: after the first it is hidden.
((to) => {
  if (to > 0 && !window.workbenchHidden.length) {
    for (const each of document.querySelectorAll("body *")) {
      const place = getComputedStyle(each).position;
      if (place === "fixed" || place === "sticky") {
        window.workbenchHidden.push([each, each.style.visibility]);
        each.style.setProperty("visibility", "hidden", "important");
      }
    }
  }
  window.scrollTo(0, to);
  return JSON.stringify({ url: location.href, scroll: window.scrollY });
})(%TO%);
