// Lets the user point at two things, the title and the date of one item. What the pointer is over is framed; clicks do nothing else.
((look) => {
  window.workbenchPoint?.remove();
  const host = document.createElement("div");
  host.style.cssText = "position:fixed;left:0;top:0;width:0;height:0;z-index:2147483647;pointer-events:none";
  const layer = host.attachShadow({ mode: "closed" });
  const frame = document.createElement("div");
  frame.style.cssText = `position:fixed;pointer-events:none;border:2px solid ${look.line};background:${look.soft}66;border-radius:3px;display:none`;
  layer.append(frame);
  document.documentElement.append(host);
  const places = [];
  const pathOf = (element) => {
    const steps = [];
    for (let each = element; each && each !== document.body && each.parentElement; each = each.parentElement) {
      const alike = [...each.parentElement.children].filter((other) => other.tagName === each.tagName);
      steps.unshift(`${each.tagName.toLowerCase()}:nth-of-type(${alike.indexOf(each) + 1})`);
    }
    return ["html", "body", ...steps].join(" > ");
  };
  const over = (event) => {
    const rect = event.target.getBoundingClientRect?.();
    if (!rect) return;
    frame.style.display = "block";
    frame.style.left = `${rect.left - 2}px`;
    frame.style.top = `${rect.top - 2}px`;
    frame.style.width = `${rect.width}px`;
    frame.style.height = `${rect.height}px`;
  };
  const take = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type !== "click") return;
    places.push({ path: pathOf(event.target), words: event.target.textContent.trim().slice(0, 80) });
  };
  const kinds = ["click", "mousedown", "mouseup", "dblclick"];
  document.addEventListener("mousemove", over, true);
  for (const kind of kinds) document.addEventListener(kind, take, true);
  const marks = document.documentElement;
  marks.style.setProperty("cursor", "crosshair");
  window.workbenchPoint = {
    places,
    remove: () => {
      host.remove();
      marks.style.removeProperty("cursor");
      document.removeEventListener("mousemove", over, true);
      for (const kind of kinds) document.removeEventListener(kind, take, true);
      window.workbenchPoint = undefined;
    },
  };
  return "pointing";
})(%LOOK%);
