// A report that is shown while it is put together: made anew when something was changed, saved without
// leaving the page, its sections moved where they stand. Without any of it the form is sent, and does the same.
"use strict";

(() => {
  const form = document.querySelector("form[data-report]");
  const preview = document.getElementById("preview");
  if (!form || !preview) return;
  const said = form.querySelector("[data-said]");
  const making = form.querySelector("[data-making]");
  const stop = form.querySelector("[data-stop]");
  const list = form.querySelector("[data-sections]");
  const WAIT = 900; // Until somebody who types has paused.
  const SOON = 400; // What is done sooner need not be said to have begun.
  let timer = 0;
  let turn = 0;
  let running = null;
  let last = "";

  const field = (name) => form.elements.namedItem(name);
  const body = () => new URLSearchParams(new FormData(form));
  const parse = (text) => new DOMParser().parseFromString(text, "text/html");
  const tell = (text) => {
    if (said.textContent !== text) said.textContent = text;
  };

  // One thing is made at a time: what is asked for later takes the place of what was asked before.
  const begin = (about) => {
    running?.abort();
    running = new AbortController();
    const own = ++turn;
    preview.setAttribute("aria-busy", "true");
    setTimeout(() => {
      if (own !== turn || !running) return;
      tell(about);
      making.hidden = stop.hidden = false;
    }, SOON);
    return own;
  };
  const end = (about) => {
    running = null;
    const isFocused = document.activeElement === stop;
    making.hidden = stop.hidden = true;
    if (isFocused) form.querySelector(".actions .primary").focus();
    preview.removeAttribute("aria-busy");
    tell(about);
  };
  stop.addEventListener("click", () => {
    running?.abort();
    turn += 1;
    end(said.dataset.stopped);
  });
  class Ended extends Error {}
  const send = async (address, data) => {
    const headers = { accept: "text/html" };
    const answer = await fetch(address, { method: "POST", body: data, signal: running.signal, headers });
    if (answer.status === 401) throw new Ended();
    return answer;
  };
  const failed = (error) => end(error instanceof Ended ? said.dataset.ended : said.dataset.failed);

  // What is wrong stands where the report would, and takes nobody out of their field.
  const wrong = (page) => {
    const notice = page.querySelector("[data-wrong]");
    if (!notice) throw new Error("neither a report nor what is wrong came back");
    notice.removeAttribute("role"); // It is said already.
    document.querySelectorAll("[data-wrong]").forEach((it) => it.remove());
    preview.replaceChildren(notice);
    end(notice.textContent.trim());
  };

  // The report ------------------------------------------------------------------------------------

  const hasSubject = () =>
    field("preset").value === "actor" ? field("actor").value.trim() !== "" : field("country").value !== "";

  const put = (fresh, isAsked) => {
    const isInside = preview.contains(document.activeElement);
    const open = [...preview.querySelectorAll("details[open]")].map((it) => it.closest("[id]")?.id);
    document.querySelectorAll("[data-wrong]").forEach((it) => it.remove());
    preview.replaceChildren(...fresh.childNodes);
    preview.querySelectorAll("details").forEach((it) => {
      if (open.includes(it.closest("[id]")?.id)) it.open = true;
    });
    if (isAsked || isInside) {
      preview.querySelector("[data-focus]")?.focus({ preventScroll: !isAsked });
    }
  };

  // Another kind of report has other sections; what is written above them stays.
  const renew = (page) => {
    const fresh = page.querySelector("[data-sections]");
    const of = page.querySelector("input[name=sections-of]");
    if (!fresh || !of || (of.value === field("sections-of").value && !field("as-preset").checked)) return;
    fresh.querySelectorAll("textarea").forEach((it) => {
      it.value = field(it.name)?.value ?? it.value;
    });
    list.replaceChildren(...fresh.children);
    field("sections-of").value = of.value;
    field("as-preset").checked = false;
    last = body().toString();
  };

  const show = async (isAsked) => {
    clearTimeout(timer);
    const data = body();
    const text = data.toString();
    if (!isAsked && (text === last || !hasSubject())) return;
    const own = begin(said.dataset.busy);
    try {
      const answer = await send(form.getAttribute("action"), data);
      const page = parse(await answer.text());
      if (own !== turn) return;
      const fresh = page.getElementById("preview");
      last = text;
      if (!fresh?.dataset.said) return wrong(page);
      put(fresh, isAsked);
      renew(page);
      end(fresh.dataset.said);
    } catch (error) {
      if (own !== turn || error.name === "AbortError") return;
      failed(error);
      // Sent the plain way, the server says what is the matter, and keeps what was typed.
      if (isAsked && navigator.onLine) form.submit();
    }
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => show(false), WAIT);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);

  // Files -----------------------------------------------------------------------------------------

  const save = async (button) => {
    const own = begin(said.dataset.file);
    try {
      const answer = await send(button.formAction, body());
      const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1];
      if (!answer.ok || !name) {
        const page = parse(await answer.text());
        if (own === turn) wrong(page);
        return;
      }
      const bytes = await answer.blob();
      if (own !== turn) return;
      const link = document.createElement("a");
      link.href = URL.createObjectURL(bytes);
      link.download = name;
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      end(said.dataset.taken);
    } catch (error) {
      if (own === turn && error.name !== "AbortError") failed(error);
    }
  };

  // Sections --------------------------------------------------------------------------------------

  const rows = () => [...list.children];
  const number = () =>
    rows().forEach((row, at) => (row.querySelector("input[type=number]").value = String(at + 1)));
  const moved = (row) => {
    number();
    const label = row.querySelector("[data-label]").textContent;
    const place = `${rows().indexOf(row) + 1} / ${rows().length}`;
    tell(list.dataset.moved.replace("{section}", label).replace("{place}", place));
    later();
  };
  const move = (button) => {
    const row = button.closest("li");
    // The neighbour goes to the other side, so that the focus stays where it is.
    if (button.value.startsWith("up.")) {
      if (row.previousElementSibling) row.after(row.previousElementSibling);
    } else if (row.nextElementSibling) {
      row.before(row.nextElementSibling);
    }
    row.scrollIntoView({ block: "nearest" });
    moved(row);
  };
  list.addEventListener("change", (event) => {
    const input = event.target;
    if (input.type !== "number") return;
    const row = input.closest("li");
    const others = rows().filter((it) => it !== row);
    const at = Math.min(Math.max(Number.parseInt(input.value, 10) || 1, 1), others.length + 1);
    list.insertBefore(row, others[at - 1] ?? null);
    input.focus();
    moved(row);
  });

  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    event.preventDefault();
    if (button?.name === "move") move(button);
    else if (button?.hasAttribute("formaction")) save(button);
    else show(true);
  });
})();
