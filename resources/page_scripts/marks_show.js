// Lays our marks over the page: boxes and small labels in a layer of our own that the page's styles do not reach. The page's own
// elements are not changed. A click on a label, or on a marked word, is kept until the workbench asks for it.
((signs, look, aims) => {
  window.workbenchMarks?.remove();
  const host = document.createElement("div");
  host.style.cssText = "position:absolute;left:0;top:0;width:0;height:0;z-index:2147483646;pointer-events:none;border:0;margin:0;padding:0";
  const layer = host.attachShadow({ mode: "closed" });
  // A page that is shown smaller must not make the labels too small to read.
  const size = 1 / Math.min(1, window.devicePixelRatio || 1);
  const style = document.createElement("style");
  style.textContent = `
    .box { position: absolute; box-sizing: border-box; border-radius: 3px; pointer-events: none; }
    .label { position: absolute; font: 600 ${11 * size}px/${15 * size}px sans-serif; padding: 0 ${5 * size}px; border-radius: ${7 * size}px; white-space: nowrap;
             cursor: pointer; pointer-events: auto; box-shadow: 0 0 0 1px ${look.paper}; }
    .quiet { pointer-events: none; cursor: default; }`;
  layer.append(style);
  document.documentElement.append(host);

  const marks = { clicks: [], count: 0, size: "", spots: [] };
  const tones = {
    link: (sign) => (sign.sure ? look.dead : look.unsure),
    word: (sign) => (sign.sure ? look.dead : look.unsure),
    number: () => look.number,
    date: () => look.date,
  };

  const texts = [];
  const walker = document.createTreeWalker(document.body || document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && texts.length < 20000; node = walker.nextNode()) {
    const above = node.parentElement;
    if (!above || !node.data.trim() || ["SCRIPT", "STYLE", "NOSCRIPT", "TEXTAREA"].includes(above.tagName)) continue;
    texts.push(node);
  }
  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = (sign) =>
    sign.kind === "number"
      ? new RegExp("(?<![0-9])" + sign.what.split("").map((c) => (c === "*" ? "[0-9Xx]" : escaped(c))).join("[ \\-]?") + "(?![0-9])", "g")
      : new RegExp(escaped(sign.what), "g");
  const rangesOf = (sign) => {
    const found = [], wanted = pattern(sign);
    for (const node of texts) {
      for (const hit of node.data.matchAll(wanted)) {
        const range = document.createRange();
        range.setStart(node, hit.index);
        range.setEnd(node, hit.index + hit[0].length);
        found.push(range);
        if (found.length >= 50) return found;
      }
    }
    return found;
  };
  // A saved page stands at an address of its own scheme.
  const plain = (address) => address.replace(/^(?:snap|https?):\/\//, "");
  const linked = new Map();
  for (const each of document.querySelectorAll("a[href], area[href], img[src]")) {
    const address = plain(String(each.href || each.src));
    if (!linked.has(address)) linked.set(address, []);
    linked.get(address).push(each);
  }
  const dateIn = (link, iso) => {
    const [year, month, day] = iso.split("-").map(Number);
    const wanted = new RegExp(`(?:${year}|${year % 100})?[-/.年 ]*0?${month}[-/.月 ]+0?${day}日?(?![0-9])`);
    let box = link;
    for (let up = 0; up < 4 && box && box !== document.body; up += 1, box = box.parentElement) {
      const inside = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
      for (let node = inside.nextNode(); node; node = inside.nextNode()) {
        const hit = node.data.match(wanted);
        if (!hit) continue;
        const range = document.createRange();
        range.setStart(node, hit.index);
        range.setEnd(node, hit.index + hit[0].length);
        return range;
      }
    }
    return null;
  };
  for (const sign of signs) {
    if (sign.kind === "link") for (const each of linked.get(plain(sign.what)) || []) marks.spots.push([sign, each]);
    else if (sign.kind === "date") {
      for (const each of (linked.get(plain(sign.near)) || []).slice(0, 2)) {
        const range = dateIn(each, sign.what);
        if (range) marks.spots.push([sign, range]);
      }
    } else for (const range of rangesOf(sign)) marks.spots.push([sign, range]);
  }
  marks.count = marks.spots.length;

  const put = (sign, rect) => {
    const [line, soft] = tones[sign.kind](sign);
    const left = rect.left + window.scrollX, top = rect.top + window.scrollY;
    const box = document.createElement("div");
    box.className = "box";
    const room = sign.kind === "date" ? 1 : 2;
    box.style.cssText = `left:${left - room}px;top:${top - room}px;width:${rect.width + 2 * room}px;height:${rect.height + 2 * room}px;` +
      (sign.kind === "date" ? `border-bottom:2px dotted ${line}` : `border:2px solid ${line}`);
    // The one that was asked for is seen at a glance, and in a picture.
    if (sign.pointed) box.style.boxShadow = `0 0 0 ${3 * size}px ${look.paper}, 0 0 0 ${7 * size}px ${line}`;
    layer.append(box);
    const isWord = sign.kind === "word" || sign.kind === "number";
    if (isWord) {
      box.style.pointerEvents = "auto";
      box.style.cursor = "pointer";
      box.style.background = `${soft}55`;
      box.title = sign.hint;
      listen(box, sign);
    }
    if (!sign.label) return;
    const label = document.createElement("div");
    label.className = sign.kind === "date" ? "label quiet" : "label";
    label.textContent = sign.label;
    label.title = sign.hint;
    label.style.cssText = `left:0;top:${Math.max(0, top - 14 * size)}px;background:${line};color:${look.paper}`;
    layer.append(label);
    // Nothing of ours makes the page wider.
    const width = document.documentElement.clientWidth - label.offsetWidth - 2;
    let at = left - room;
    if (sign.kind === "date") {
      // Before the date, where a title has mostly ended.
      at = left - label.offsetWidth - 4 >= 0 ? left - label.offsetWidth - 4 : left + rect.width + 4;
      label.style.top = `${top + (rect.height - 15 * size) / 2}px`;
    }
    label.style.left = `${Math.max(0, Math.min(at, width))}px`;
    if (sign.kind !== "date") listen(label, sign);
  };
  const listen = (element, sign) =>
    element.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation();
      marks.clicks.push(sign.id);
    });
  const draw = () => {
    for (const each of [...layer.children]) if (each !== style) each.remove();
    for (const [sign, spot] of marks.spots) {
      const rects = [...spot.getClientRects()].filter((each) => each.width > 0 && each.height > 0);
      if (rects.length) put(sign, rects[0]);
    }
  };
  const sizeNow = () => `${innerWidth}x${document.documentElement.scrollWidth}x${document.documentElement.scrollHeight}`;
  marks.follow = () => {
    if (sizeNow() !== marks.size) {
      draw();
      marks.size = sizeNow();
    }
  };
  marks.click = (id) => marks.clicks.push(id);
  marks.remove = () => host.remove();
  window.workbenchMarks = marks;
  const aimed = marks.spots.find(([sign, spot]) => sign.pointed && [...spot.getClientRects()].some((each) => each.width > 0 && each.height > 0));
  if (aims && aimed) aimed[1].scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  marks.follow();
  return JSON.stringify({ count: marks.count, aimed: Boolean(aimed) });
})(%SIGNS%, %LOOK%, %AIMS%);
