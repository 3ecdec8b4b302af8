// Says at once that a report is being made: a long one takes its time.
"use strict";

(() => {
  const said = document.querySelector("[data-busy]");
  const form = said?.closest("form");
  if (!form) return;
  form.addEventListener("submit", (event) => {
    const isFile = event.submitter?.hasAttribute("formaction");
    said.textContent = isFile ? said.dataset.file : said.dataset.busy;
  });
  addEventListener("pageshow", () => (said.textContent = ""));
})();
