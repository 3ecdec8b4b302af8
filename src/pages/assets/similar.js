// While a new record is typed: what is there already that looks like it, and why.
"use strict";

(() => {
  // The form is put together anew where rows come and go, and the place with it.
  const place = () => document.querySelector("[data-similar]");
  const form = document.querySelector("form[data-form]");
  if (!place() || !form) return;
  let timer = 0;
  let asked = 0;
  let last = "";
  let none = "";

  const link = (item) => {
    const line = document.createElement("li");
    const name = document.createElement("a");
    name.href = item.path;
    // What is typed stays where it is.
    name.target = "_blank";
    name.dir = "auto";
    name.textContent = item.title;
    const about = document.createElement("span");
    about.className = "quiet";
    about.dir = "auto";
    about.textContent = ` ${item.reference} · ${item.about} · ${item.likely}`;
    const why = document.createElement("span");
    why.className = "below";
    why.dir = "auto";
    why.textContent = [...item.why, ...item.against].join("; ");
    line.append(name, about, why);
    return line;
  };

  const ask = async () => {
    const body = new URLSearchParams(new FormData(form));
    const turn = ++asked;
    try {
      const answer = await fetch(place().dataset.similar, {
        method: "POST",
        body,
        headers: { accept: "application/json" },
      });
      // An answer that comes late must not replace a newer one.
      if (!answer.ok || turn !== asked) return;
      const found = await answer.text();
      const box = place();
      // What is said already is not said again to those who listen.
      if (found === last && (box.firstChild || found === none)) return;
      last = found;
      const { said, items } = JSON.parse(found);
      if (items.length === 0) {
        none = found;
        box.replaceChildren();
        return;
      }
      const details = document.createElement("details");
      details.open = box.querySelector("details")?.open ?? false;
      details.className = "notice warning";
      const title = document.createElement("summary");
      title.textContent = said;
      const list = document.createElement("ul");
      list.append(...items.map(link));
      details.append(title, list);
      box.replaceChildren(details);
    } catch {
      // The line dropped: the form asks once more when it is saved.
    }
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 900);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
})();
