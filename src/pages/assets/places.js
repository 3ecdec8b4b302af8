// Places in forms: suggestions while a name is typed, which fill in what belongs to the place; and the map
// without leaving the page. Without this script buttons do the same.
"use strict";

(() => {
  const form = document.querySelector("form[data-form]");
  if (!form) return;
  const FIELDS = ["place_name", "admin1", "latitude", "longitude", "geo_precision"];
  const before = (name) => name.slice(0, name.lastIndexOf("/") + 1);
  const field = (name) => form.elements.namedItem(name);
  const put = (input, value) => {
    if (!input || input.value === value) return;
    input.value = value;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    input.closest("details")?.setAttribute("open", "");
  };

  // Suggestions ---------------------------------------------------------------------------------

  let open = null; // The list that is shown: its input, its items, which is chosen.
  let turn = 0;
  let timer = 0;

  const close = () => {
    if (!open) return;
    const { input, list } = open;
    list.parentElement.remove();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    open = null;
  };

  const said = (input) => input.closest(".field").querySelector("[data-place-said]");

  const take = (input, item) => {
    close();
    const prefix = before(input.name);
    const country = field("country");
    const names = [...FIELDS.map((name) => prefix + name), "country"];
    const kept = names.map((name) => [name, field(name)?.value]);
    const isElsewhere = country?.value && country.value !== item.fields.country;
    const other = country?.selectedOptions[0]?.textContent ?? "";
    for (const name of FIELDS) {
      // A province or a country does not say where in it, but takes the place of what was typed to find it.
      const isTyped = prefix + name === input.name;
      if (name !== "place_name" || item.fields[name] || isTyped) put(field(prefix + name), item.fields[name]);
    }
    if (!country?.value) put(country, item.fields.country);
    const note = said(input);
    const filled = note.dataset.filled
      .replace("{precision}", item.precision)
      .replace("{place}", item.value);
    const elsewhere = note.dataset.elsewhere
      .replace("{country}", item.country)
      .replace("{other}", other);
    const undo = document.createElement("button");
    undo.type = "button";
    undo.className = "link";
    undo.textContent = note.dataset.undo;
    undo.addEventListener("click", () => {
      kept.forEach(([name, value]) => value !== undefined && put(field(name), value));
      note.replaceChildren();
      input.focus();
    });
    note.replaceChildren(isElsewhere ? `${filled} ${elsewhere} ` : `${filled} `, undo);
  };

  const choose = (at) => {
    const lines = [...open.list.children];
    open.chosen = (at + lines.length) % lines.length;
    lines.forEach((line, index) => line.setAttribute("aria-selected", String(index === open.chosen)));
    open.input.setAttribute("aria-activedescendant", lines[open.chosen].id);
    lines[open.chosen].scrollIntoView({ block: "nearest" });
  };

  const show = (input, items) => {
    close();
    if (items.length === 0) return;
    const box = document.createElement("div");
    box.className = "suggest";
    const list = document.createElement("ul");
    list.id = `${input.id}-list`;
    list.setAttribute("role", "listbox");
    list.append(
      ...items.map((item, index) => {
        const line = document.createElement("li");
        line.id = `${list.id}-${index}`;
        line.setAttribute("role", "option");
        line.setAttribute("aria-selected", "false");
        const name = document.createElement("bdi");
        name.textContent = item.value;
        const about = document.createElement("span");
        about.className = "below";
        about.dir = "auto";
        about.textContent = item.about;
        line.append(name, about);
        line.addEventListener("mousedown", (event) => {
          event.preventDefault();
          take(input, item);
        });
        return line;
      }),
    );
    box.append(list);
    input.after(box);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "true");
    input.setAttribute("aria-controls", list.id);
    open = { input, list, items, chosen: -1 };
  };

  const ask = async (input) => {
    const typed = input.value.trim();
    const mine = ++turn;
    if (typed.length < 2) return close();
    const query = new URLSearchParams({ q: typed });
    const country = field("country")?.value;
    if (country) query.set("country", country);
    if (input.name.endsWith("admin1")) query.set("kind", "province");
    try {
      const answer = await fetch(`/suggest/places?${query}`, { headers: { accept: "application/json" } });
      // An answer that comes late must not replace a newer one.
      if (!answer.ok || mine !== turn || document.activeElement !== input) return;
      show(input, (await answer.json()).items);
    } catch {
      close(); // The line dropped: the name can be typed out.
    }
  };

  const isPlace = (element) => element.dataset?.suggest === "places";
  form.addEventListener("input", (event) => {
    if (!isPlace(event.target)) return;
    clearTimeout(timer);
    timer = setTimeout(() => ask(event.target), 150);
  });
  form.addEventListener("focusout", (event) => {
    if (open?.input === event.target) close();
  });
  form.addEventListener("keydown", (event) => {
    if (!open || open.input !== event.target) return;
    if (event.key === "ArrowDown") choose(open.chosen + 1);
    else if (event.key === "ArrowUp") choose(open.chosen - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && open.chosen >= 0) take(open.input, open.items[open.chosen]);
    else return;
    event.preventDefault();
  });

  // The map -------------------------------------------------------------------------------------

  // What was pressed is sent as the form would send it; of the page that comes back the map is shown, and
  // what it filled in.
  const press = async (box, more) => {
    const body = new URLSearchParams(new FormData(form));
    body.delete("~then");
    more.forEach(([name, value]) => body.set(name, value));
    const answer = await fetch(form.action, { method: "POST", body });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const name = box.dataset.field;
    const fresh = page.querySelector(`[data-field="${CSS.escape(name)}"]`);
    if (!fresh) throw new Error("no map came back");
    const prefix = before(name);
    for (const part of ["latitude", "longitude", "geo_precision"].map((it) => prefix + it).concat("country")) {
      const now = page.querySelector(`form[data-form] [name="${CSS.escape(part)}"]`);
      if (now) put(field(part), now.value);
    }
    const label = document.activeElement?.name;
    box.replaceWith(fresh);
    if (label) fresh.querySelector(`[name="${CSS.escape(label)}"]`)?.focus();
  };
  form.addEventListener("click", (event) => {
    const pressed = event.target.closest("input[type=image], [name='~closer'], [name='~farther']");
    const box = pressed?.closest("[data-field]");
    // The keyboard presses an image without a place.
    if (!box || event.button !== 0) return;
    event.preventDefault();
    const more =
      pressed.type === "image"
        ? [[`${pressed.name}.x`, String(Math.round(event.offsetX))], [`${pressed.name}.y`, String(Math.round(event.offsetY))]]
        : [[pressed.name, pressed.value]];
    if (pressed.type === "image" && event.detail === 0) return;
    press(box, more).catch(() => {
      const note = form.querySelector("[data-kept]");
      if (note) note.textContent = form.dataset.offline;
    });
  });
})();
