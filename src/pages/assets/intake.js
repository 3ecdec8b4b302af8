// Comfort for drafts of statements: the keyboard, and findings added by selecting text. All of it can be
// done without.
"use strict";

(() => {
  const paste = document.querySelector("form[data-paste]");
  paste?.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) paste.requestSubmit();
  });

  const form = document.querySelector("form[data-intake]");
  if (!form) return;

  const KINDS = ["actors", "events", "instruments", "demands"];
  const all = () => [...form.querySelectorAll("[data-finding]")];
  const radios = (finding) => [...finding.querySelectorAll(":scope > .decide input")];
  const decided = (finding) => radios(finding).find((it) => it.checked)?.value ?? "";
  const tell = (text) => {
    form.querySelector("[data-kept]").textContent = text;
  };

  // What is decided -----------------------------------------------------------------------------

  const show = (finding) => {
    const now = decided(finding);
    finding.classList.toggle("accepted", now === "accepted");
    finding.classList.toggle("rejected", now === "rejected");
    for (const tag of form.querySelectorAll(`[data-of="${finding.id}"]`)) {
      tag.classList.toggle("accepted", now === "accepted");
      tag.classList.toggle("rejected", now === "rejected");
    }
    const left = all().filter((it) => decided(it) === "").length;
    const count = form.querySelector("[data-undecided]");
    count.textContent = left === 0 ? "" : `${left} / ${all().length}`;
  };
  const changed = (element) => element.dispatchEvent(new Event("change", { bubbles: true }));

  const undone = [];
  const decide = (finding, value) => {
    undone.push({ finding, was: decided(finding) });
    set(finding, value);
  };
  const set = (finding, value) => {
    for (const radio of radios(finding)) radio.checked = radio.value === value;
    show(finding);
    changed(radios(finding)[0]);
  };
  form.addEventListener("change", (event) => {
    const finding = event.target.closest("[data-finding]");
    if (finding && event.target.name.endsWith("/decision")) show(finding);
  });

  // Where one is --------------------------------------------------------------------------------

  let current = null;
  const go = (finding) => {
    if (!finding) return;
    current?.classList.remove("current");
    form.querySelectorAll("mark.current, .tag.current").forEach((it) => it.classList.remove("current"));
    current = finding;
    current.classList.add("current");
    current.focus({ preventScroll: true });
    current.scrollIntoView({ block: "nearest" });
    const tag = form.querySelector(`[data-of="${finding.id}"]`);
    if (tag) {
      tag.classList.add("current");
      tag.nextElementSibling?.classList.add("current");
      tag.scrollIntoView({ block: "nearest" });
    }
  };
  const step = (by) => {
    const findings = all();
    const at = findings.indexOf(current);
    go(findings[Math.min(Math.max(at + by, 0), findings.length - 1)]);
  };
  // The next that is not decided yet; at the end, the button that saves.
  const onward = () => {
    const findings = all();
    const at = findings.indexOf(current);
    const left = [...findings.slice(at + 1), ...findings.slice(0, at + 1)];
    const next = left.find((it) => decided(it) === "");
    if (next) go(next);
    else form.querySelector(".actions .primary").focus();
  };
  form.addEventListener("focusin", (event) => {
    const finding = event.target.closest("[data-finding]");
    if (finding && finding !== current) {
      current?.classList.remove("current");
      current = finding;
      current.classList.add("current");
    }
  });

  // Who takes part ------------------------------------------------------------------------------

  const names = (input) =>
    input.value
      .split(/[;؛]/)
      .map((it) => it.trim())
      .filter(Boolean);
  const field = (finding, name) => form.elements[`${finding.dataset.name}/${name}`];
  const cast = (number) => {
    const actor = document.getElementById(`actors-${number - 1}`);
    if (!actor || current?.dataset.finding !== "events") return;
    const name = field(actor, "name").value.trim();
    const [doers, targets] = ["perpetrators", "targets"].map((it) => field(current, it));
    const [by, to] = [names(doers), names(targets)];
    undone.push({ fields: [[doers, doers.value], [targets, targets.value]] });
    const without = (list) => list.filter((it) => it !== name);
    let now = [[...by, name], to];
    if (by.includes(name)) now = [without(by), [...without(to), name]];
    else if (to.includes(name)) now = [by, without(to)];
    [doers.value, targets.value] = now.map((it) => it.join("; "));
    changed(doers);
    tell(`${doers.value || "?"} → ${targets.value || "?"}`);
  };
  // Numbers above nine are typed digit after digit.
  let typed = "";
  let typing = 0;
  const digit = (key) => {
    clearTimeout(typing);
    typed += key;
    const most = all().filter((it) => it.dataset.finding === "actors").length;
    const finish = () => {
      cast(Number(typed));
      typed = "";
    };
    if (Number(typed) * 10 > most) finish();
    else typing = setTimeout(finish, 500);
  };

  // Which record an actor is: the first, the second…; 0 for a new one.
  const mean = (number) => {
    const records = [...current.querySelectorAll(":scope > .offers input[type=radio]")];
    const record = number === 0 ? records.at(-1) : records.slice(0, -1)[number - 1];
    if (!record) return;
    const was = records.find((it) => it.checked);
    undone.push({ back: () => records.forEach((it) => (it.checked = it === was)) });
    record.checked = true;
    changed(record);
  };

  const undo = () => {
    const last = undone.pop();
    if (!last) return;
    if (last.back) {
      last.back();
      return;
    }
    if (last.fields) {
      for (const [input, value] of last.fields) input.value = value;
      changed(last.fields[0][0]);
      tell("");
      return;
    }
    set(last.finding, last.was);
    go(last.finding);
  };

  // Fields of a finding -------------------------------------------------------------------------

  const edit = (name) => {
    if (!current) return;
    const details = current.querySelector(":scope > details");
    details.open = true;
    const input = name
      ? field(current, name)
      : details.querySelector("input:not([type=hidden]), select, textarea");
    input?.focus();
    input?.select?.();
  };
  const retype = () => {
    const kind = { actors: "kind", events: "type", instruments: "article", demands: "category" };
    if (current) edit(kind[current.dataset.finding]);
  };

  // Findings that are added ---------------------------------------------------------------------

  let selected = null;
  // Places count Unicode scalar values, as everywhere.
  const scalars = (part) => [...part].length;
  const place = (node, offset) => {
    const holder = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-from]");
    if (!holder) return null;
    const within = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, offset) : "";
    return Number(holder.dataset.from) + scalars(within);
  };
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const text = form.querySelector("[data-body]");
    if (selection.rangeCount === 0 || !text.contains(selection.anchorNode)) return;
    const range = selection.getRangeAt(0);
    const [start, end] = [
      place(range.startContainer, range.startOffset),
      place(range.endContainer, range.endOffset),
    ];
    selected = start !== null && end !== null && start < end ? { start, end } : null;
    form.querySelector("[data-adding]").hidden = selected === null;
  });
  const add = async (kind) => {
    const body = new URLSearchParams(new FormData(form));
    body.delete("~then");
    body.set("~add", kind);
    if (selected) {
      body.set("~start", selected.start);
      body.set("~end", selected.end);
    }
    const answer = await fetch(form.action, { method: "POST", body });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("form[data-intake]");
    if (!fresh) throw new Error("no form came back");
    const before = new Set(all().map((it) => it.id));
    for (const part of [".source", ".drafted"]) {
      form.querySelector(part).replaceChildren(...fresh.querySelector(part).childNodes);
    }
    changed(form);
    all().forEach(show);
    return all().find((it) => !before.has(it.id));
  };

  // Keyboard ------------------------------------------------------------------------------------

  let choosing = false;
  const keys = form.querySelector("[data-keys]");
  keys.hidden = false;
  const save = () => {
    if (all().every((it) => decided(it) !== "")) {
      form.requestSubmit(form.querySelector(".actions .primary"));
      return;
    }
    tell(form.dataset.left);
    onward();
  };
  const isTyping = (element) =>
    element.closest("textarea, select, [contenteditable]") ||
    (element.matches("input") && !["radio", "checkbox", "hidden"].includes(element.type));

  addEventListener(
    "keydown",
    (event) => {
      const done = () => {
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        done();
        save();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const finding = event.target.closest?.("[data-finding]");
      if (isTyping(event.target)) {
        const leaves = event.key === "Escape" || (event.key === "Enter" && event.target.matches("input, select"));
        if (leaves && finding && event.target.getAttribute("aria-expanded") !== "true") {
          done();
          go(finding);
        }
        return;
      }
      if (choosing && "1234".includes(event.key)) {
        done();
        choosing = false;
        pick(KINDS[Number(event.key) - 1]);
        return;
      }
      choosing = false;
      // Links and buttons do what they do.
      const isOwn = event.target.closest?.("a, button, summary");
      const acts = {
        Enter: () => current && !isOwn && (decide(current, "accepted"), onward()),
        x: () => current && (decide(current, "rejected"), onward()),
        j: () => step(1),
        k: () => step(-1),
        e: () => edit(),
        t: retype,
        u: undo,
        a: () => (choosing = true),
        A: () => {
          all().filter((it) => decided(it) === "").forEach((it) => decide(it, "accepted"));
          form.querySelector(".actions .primary").focus();
        },
        "?": () => {
          keys.open = !keys.open;
          keys.querySelector("summary").focus();
        },
      };
      if (event.key === "Enter" && isOwn) return;
      if (/^[0-9]$/.test(event.key) && current?.dataset.finding === "events") {
        done();
        digit(event.key);
      } else if (/^[0-9]$/.test(event.key) && current?.dataset.finding === "actors") {
        done();
        mean(Number(event.key));
      } else if (Object.hasOwn(acts, event.key)) {
        done();
        acts[event.key]();
      }
    },
    true,
  );
  const pick = (kind) => {
    add(kind)
      .then((fresh) => {
        go(fresh);
        edit();
      })
      .catch(() => tell(form.dataset.unkept));
  };
  form.addEventListener(
    "click",
    (event) => {
      const button = event.target.closest("button[name='~add']");
      if (!button) return;
      event.preventDefault();
      pick(button.value);
    },
    true,
  );

  all().forEach(show);
  // What is wrong is read first.
  if (!form.querySelector("[data-focus]")) {
    const first = all().find((it) => decided(it) === "") ?? all()[0];
    if (first) go(first);
  }
})();
