// What the page on screen is made of, for the workbench to say what is worth marking.
(() => {
  const addresses = new Set();
  for (const each of document.querySelectorAll("a[href], area[href]")) if (each.href) addresses.add(String(each.href));
  for (const each of document.querySelectorAll("img[src]")) addresses.add(String(each.src));
  const html = document.documentElement.outerHTML;
  return JSON.stringify({
    url: location.href,
    addresses: [...addresses].filter((each) => each.length < 2000).slice(0, 3000),
    html: html.length <= 1500000 ? html : "",
  });
})();
