// Puts everything back as it was.
(() => {
  document.getElementById("workbench-whole-page")?.remove();
  for (const [each, before] of window.workbenchHidden || []) {
    each.style.removeProperty("visibility");
    each.style.visibility = before;
  }
  window.workbenchHidden = [];
  window.scrollTo(0, window.workbenchScroll || 0);
  return "done";
})();
