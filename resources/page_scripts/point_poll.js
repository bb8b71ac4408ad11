// What has been pointed at so far; nothing where the page has changed meanwhile.
JSON.stringify({ url: location.href, places: window.workbenchPoint ? window.workbenchPoint.places : null });
