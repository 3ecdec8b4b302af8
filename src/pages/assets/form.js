// Comfort for forms: what a date is understood as, said while it is typed; and what is typed, kept on
// the server while it is typed.
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

  // Who would see it ---------------------------------------------------------------------------

  let asking = 0;
  const audience = async () => {
    const box = form.querySelector("[data-audience]");
    if (!box) return;
    const turn = ++asking;
    const address = new URL(box.dataset.audience, location.origin);
    const level = form.querySelector("input[name=confidentiality]:checked");
    if (level) address.searchParams.set("confidentiality", level.value);
    const team = form.querySelector("input[name=team]");
    if (team?.value) address.searchParams.set("team", team.value);
    try {
      const answer = await fetch(address, { headers: { accept: "application/json" } });
      if (!answer.ok || turn !== asking) return;
      const { said } = await answer.json();
      box.replaceChildren(
        ...said.map((line) => {
          const paragraph = document.createElement("p");
          paragraph.textContent = line;
          return paragraph;
        }),
      );
    } catch {
      // The line dropped: it is said when the form comes back.
    }
  };
  form.addEventListener("change", (event) => {
    if (["confidentiality", "team"].includes(event.target.name)) audience();
  });

  // Unfinished forms ---------------------------------------------------------------------------

  // Kept on the server and nowhere in the browser, neither in localStorage nor elsewhere: laptops are
  // seized, and what a browser stores is still there when the session has ended.
  if (form.dataset.keep) {
    const EVERY = 4000;
    const MOST_ALIVE = 60_000; // What a browser still sends for a page that is gone.
    const said = form.querySelector("[data-kept]");
    let changed = false;
    let sent = false;
    let keeping = null;
    const tell = (text) => {
      // The line of whoever writes by ear is not read out again and again.
      const now = form.querySelector("[data-kept]") ?? said;
      if (now.textContent !== text) now.textContent = text;
    };
    const keep = async (leaving) => {
      if (!changed || sent || keeping) return;
      const data = new FormData(form);
      for (const field of form.querySelectorAll("input[type=password]")) data.delete(field.name);
      data.delete("~then");
      data.set("~form", new URL(form.action).pathname);
      const body = new URLSearchParams(data);
      changed = false;
      keeping = new AbortController();
      try {
        const keepalive = leaving && body.toString().length < MOST_ALIVE;
        const answer = await fetch(form.dataset.keep, {
          method: "POST",
          body,
          keepalive,
          signal: keeping.signal,
        });
        if (answer.status === 401) tell(form.dataset.ended);
        else if (answer.headers.get("content-type")?.includes("json")) tell((await answer.json()).said);
        else throw new Error("not kept");
      } catch (error) {
        if (error.name !== "AbortError") {
          changed = true; // Tried again.
          tell(form.dataset.unkept);
        }
      } finally {
        keeping = null;
      }
    };
    const note = () => (changed = true);
    form.addEventListener("input", note);
    form.addEventListener("change", note);
    setInterval(() => keep(false), EVERY);
    addEventListener("online", () => keep(false));
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") keep(true);
    });
    addEventListener("pagehide", () => keep(true));
    form.addEventListener("submit", (event) => {
      if (event.defaultPrevented) return; // Rows came or went, or there is no line.
      sent = true;
      // What is saved is not kept unfinished as well.
      keeping?.abort();
    });
    addEventListener("pageshow", () => (sent = false));
  }
})();
