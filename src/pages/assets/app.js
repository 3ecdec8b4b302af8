// Comfort on top of pages that work without it. Nothing here is needed to read or to save.
"use strict";

(() => {
  const isField = (element) => element.closest("input, textarea, select, [contenteditable]");

  // What went wrong gets the focus, so that it is read first.
  document.querySelector("[data-focus]")?.focus();

  // Type-ahead --------------------------------------------------------------------------------

  const suggesters = new WeakSet();

  const suggest = (input) => {
    if (suggesters.has(input)) return;
    suggesters.add(input);
    const kind = input.dataset.suggest;
    const box = document.createElement("div");
    box.className = "suggest";
    const list = document.createElement("ul");
    list.id = `${input.id}-list`;
    list.setAttribute("role", "listbox");
    list.hidden = true;
    input.after(box);
    box.append(list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);
    let chosen = -1;
    let asked = 0;
    let timer = 0;

    const close = () => {
      list.hidden = true;
      chosen = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const choose = (at) => {
      const items = [...list.children];
      chosen = (at + items.length) % items.length;
      items.forEach((item, index) => item.setAttribute("aria-selected", String(index === chosen)));
      input.setAttribute("aria-activedescendant", items[chosen].id);
      items[chosen].scrollIntoView({ block: "nearest" });
    };
    const take = (item) => {
      input.value = item.dataset.value;
      close();
      input.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const show = (items) => {
      list.replaceChildren(
        ...items.map((item, index) => {
          const line = document.createElement("li");
          line.id = `${list.id}-${index}`;
          line.setAttribute("role", "option");
          line.setAttribute("aria-selected", "false");
          line.dataset.value = item.value;
          const name = document.createElement("bdi");
          name.textContent = item.value;
          const about = document.createElement("span");
          about.className = "below";
          about.dir = "auto";
          about.textContent = item.about;
          line.append(name, about);
          line.addEventListener("mousedown", (event) => {
            event.preventDefault();
            take(line);
          });
          return line;
        }),
      );
      if (items.length === 0) close();
      else {
        list.hidden = false;
        input.setAttribute("aria-expanded", "true");
      }
    };
    const ask = async () => {
      const typed = input.value.trim();
      const turn = ++asked;
      if (typed.length < 2) return close();
      try {
        const answer = await fetch(`/suggest/${kind}?q=${encodeURIComponent(typed)}`, {
          headers: { accept: "application/json" },
        });
        // An answer that comes late must not replace a newer one.
        if (!answer.ok || turn !== asked || document.activeElement !== input) return;
        show((await answer.json()).items);
      } catch {
        close(); // The line dropped: the name can be typed out.
      }
    };
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 150);
    });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      if (event.key === "ArrowDown") choose(chosen + 1);
      else if (event.key === "ArrowUp") choose(chosen - 1);
      else if (event.key === "Escape") close();
      else if (event.key === "Enter" && chosen >= 0) take(list.children[chosen]);
      else return;
      event.preventDefault();
    });
  };

  const KINDS = ["actors", "statements", "incidents", "events"];
  const dress = (root) =>
    root.querySelectorAll("[data-suggest]").forEach((input) => {
      if (KINDS.includes(input.dataset.suggest)) suggest(input);
    });
  dress(document);

  // Forms -------------------------------------------------------------------------------------

  const form = document.querySelector("form[data-form]");
  if (form) {
    let changed = false;
    let leaving = false;
    form.addEventListener("input", () => (changed = true));
    form.addEventListener("change", () => (changed = true));
    addEventListener("beforeunload", (event) => {
      if (changed && !leaving) event.preventDefault();
    });

    // Rows come and go without leaving the page; the server says how they look.
    const rearrange = async (button) => {
      const body = new URLSearchParams(new FormData(form));
      body.delete("~then");
      body.set(button.name, button.value);
      const answer = await fetch(form.action, { method: "POST", body });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("form[data-form]");
      if (!fresh) throw new Error("no form came back");
      const open = [...form.querySelectorAll("details")].map((it) => it.open);
      const before = new Set([...form.elements].map((it) => it.id));
      form.replaceChildren(...fresh.childNodes);
      if (button.name === "~add") {
        const first = [...form.elements].find(
          (it) => it.id && !before.has(it.id) && it.type !== "hidden" && it.tagName !== "FIELDSET",
        );
        first?.focus();
      } else {
        form.querySelectorAll("details").forEach((it, at) => (it.open ||= open[at] ?? false));
      }
      dress(form);
    };
    form.addEventListener("submit", (event) => {
      const button = event.submitter;
      if (button && (button.name === "~add" || button.name === "~drop")) {
        event.preventDefault();
        // Without a line the browser does it the plain way, and says so itself.
        rearrange(button).catch(() => {
          leaving = true;
          const field = document.createElement("input");
          field.type = "hidden";
          field.name = button.name;
          field.value = button.value;
          form.append(field);
          form.submit();
        });
        return;
      }
      if (!navigator.onLine) {
        event.preventDefault();
        const said = form.querySelector("[data-kept]");
        said.textContent = form.dataset.offline;
        return;
      }
      leaving = true;
    });
    addEventListener("online", () => {
      form.querySelector("[data-kept]").textContent = "";
    });
    addEventListener("pageshow", () => (leaving = false));
  }

  // Citing a passage ---------------------------------------------------------------------------

  const text = document.querySelector("[data-statement]");
  if (text) {
    const links = [
      ["[data-cite]", "quote"],
      ["[data-cite-incident]", "events/0/citations/0/quote"],
    ];
    document.addEventListener("selectionchange", () => {
      const selection = getSelection();
      if (selection.rangeCount === 0 || !text.contains(selection.anchorNode)) return;
      // The numbers of citations are not part of the text.
      const part = selection.getRangeAt(0).cloneContents();
      part.querySelectorAll("sup").forEach((it) => it.remove());
      const quote = part.textContent.trim();
      for (const [link, name] of links) {
        const element = document.querySelector(link);
        if (!element) continue;
        const address = new URL(element.href);
        if (quote) address.searchParams.set(name, quote);
        else address.searchParams.delete(name);
        element.href = address;
      }
    });
  }

  // Keyboard -----------------------------------------------------------------------------------

  const GO = { s: "/", i: "/incidents", e: "/events", t: "/statements", a: "/actors" };
  let going = 0;
  addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && form?.contains(event.target)) {
      form.requestSubmit(form.querySelector(".actions .primary"));
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
    const now = performance.now();
    if (now - going < 1500 && GO[event.key]) {
      location.href = GO[event.key];
    } else if (event.key === "g") {
      going = now;
    } else if (event.key === "/") {
      event.preventDefault();
      document.getElementById("find")?.focus();
    } else if (event.key === "n") {
      location.href = "/incidents/new";
    } else if (event.key === "?") {
      location.href = "/help#keys";
    }
  });

  // Menus close when one looks elsewhere.
  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });
})();
