// Puts a part of a page that takes longer to make in its place, without leaving the page.
"use strict";

document.querySelectorAll("a[data-part]").forEach((link) => {
  const place = document.getElementById(link.dataset.part);
  if (!place) return;
  const fetchPart = async () => {
    place.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(link.href, { headers: { accept: "text/html" } });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const part = page.getElementById(link.dataset.part);
      if (part) place.replaceWith(part);
    } catch {
      // The line dropped: the link still leads there.
    } finally {
      place.removeAttribute("aria-busy");
    }
  };
  fetchPart();
});
