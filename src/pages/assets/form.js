// Comfort for forms: what a date is understood as, said while it is typed.
"use strict";

(() => {
  const form = document.querySelector("form[data-form]");
  if (!form) return;

  // Dates --------------------------------------------------------------------------------------

  // By field, so that rows that come and go need nothing of their own.
  const turns = new WeakMap();
  const understand = async (input) => {
    const said = document.getElementById(`${input.id}-said`);
    if (!said) return;
    const turn = (turns.get(input) ?? 0) + 1;
    turns.set(input, turn);
    if (input.value.trim() === "") {
      said.textContent = "";
      said.classList.remove("wrong");
      return;
    }
    try {
      const answer = await fetch(`/understand/date?q=${encodeURIComponent(input.value)}`, {
        headers: { accept: "application/json" },
      });
      // An answer that comes late must not replace a newer one.
      if (!answer.ok || turns.get(input) !== turn) return;
      const understood = await answer.json();
      said.textContent = understood.said;
      said.classList.toggle("wrong", understood.wrong);
    } catch {
      // The line dropped: the server says it when the form is sent.
    }
  };
  let timer = 0;
  form.addEventListener("input", (event) => {
    const input = event.target;
    if (input.dataset?.suggest !== "date") return;
    clearTimeout(timer);
    timer = setTimeout(() => understand(input), 300);
  });
})();
