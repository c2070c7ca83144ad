(() => {
  "use strict";
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const form = document.getElementById("filter");
  const tip = document.getElementById("tip");
  const items = document.getElementById("items");
  const choices = all("select", form);
  const marked = all("[data-u]").filter((each) => each.tagName !== "OPTION");
  const rows = all("#tasks tbody tr:not(.g)");

  // "0-3 7": the numbers of the units that something is about.
  const ranges = (told) => told.split(" ").map((part) => part.split("-").map(Number));
  const units = (told) => {
    const found = new Set();
    for (const [first, last = first] of ranges(told))
      for (let number = first; number <= last; number++) found.add(number);
    return found;
  };
  const about = (told, wanted) =>
    ranges(told).some(([first, last = first]) => {
      for (let number = first; number <= last; number++)
        if (wanted.has(number)) return true;
      return false;
    });

  const chosen = () => {
    let wanted = null;
    for (const choice of choices) {
      const told = choice.selectedOptions[0].dataset.u;
      if (!told) continue;
      const own = units(told);
      wanted = wanted ? new Set([...wanted].filter((each) => own.has(each))) : own;
    }
    return wanted;
  };

  const shown = (each) => !each.closest("[hidden]");
  // "3" becomes "1 / 3" where two of three are not about the choice.
  const counted = all("[data-n]").map((each) => [each, each.textContent]);
  const output = form.querySelector("output");
  const count = (wanted) => {
    for (const [each, told] of counted) {
      const own = all(each.dataset.n, each.closest("article, details") || document);
      const left = own.filter(shown).length;
      each.textContent = left < own.length ? `${left} / ${told}` : told;
    }
    const left = wanted && rows.filter(shown).length;
    output.textContent = wanted ? `${left} / ${rows.length} ${output.dataset.shown}` : "";
  };
  const narrow = () => {
    const wanted = chosen();
    for (const each of marked) each.hidden = !!wanted && !about(each.dataset.u, wanted);
    for (const group of all("[data-group]")) {
      group.hidden = false;
      group.hidden = !all("tbody tr, :scope > ul > li", group).some(shown);
    }
    document.body.classList.toggle("narrowed", !!wanted);
    for (const note of all(".nothing"))
      note.hidden = !wanted || all("[data-u]", note.parentNode).some(shown);
    count(wanted);
    if (items) redraw();
  };

  // Rows that went leave no hole, so that the lines between the others move along.
  // All places are read before the first line moves, or each would cost a layout.
  const redraw = () => {
    const top = items.querySelector(".over").offsetTop - 12;
    const rises = new Map();
    for (const row of all("tbody tr[id]", items))
      if (!row.hidden) rises.set(row.id, row.offsetTop - top);
    const put = (part, what, by) =>
      part.setAttribute("d", part.getAttribute("d").replace(what, by));
    for (const line of all(".links g", items)) {
      const [from, to] = line.dataset.l.split(" ").map((id) => rises.get(id));
      line.toggleAttribute("hidden", !from || !to);
      if (!from || !to) continue;
      const into = to + (to > from ? -7.7 : 7.7);
      const [path, head] = line.children;
      put(path, / [-\d.]+H([-\d.]+)V[-\d.]+$/, ` ${from}H$1V${into}`);
      put(head, / [-\d.]+l/, ` ${into}l`);
    }
  };

  const remember = () => {
    const told = new URLSearchParams();
    for (const each of choices) if (each.value) told.set(each.name, each.value);
    try {
      history.replaceState(null, "", told.size ? `#${told}` : location.pathname);
    } catch {}
  };
  const recall = () => {
    const told = new URLSearchParams(location.hash.slice(1));
    let any = false;
    for (const each of choices)
      for (const option of each.options)
        if (option.value && option.value === told.get(each.name))
          any = option.selected = true;
    if (any) narrow();
  };
  form.hidden = false;
  form.addEventListener("change", () => (narrow(), remember()));
  form.addEventListener("reset", () => setTimeout(() => (narrow(), remember())));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", recall);
  recall();

  // A title of SVG shows late and never at the keyboard: it becomes a tip.
  const words = new WeakMap();
  const told = (start) => {
    for (let at = start; at && at !== document; at = at.parentNode) {
      const row = at.matches("tr, summary");
      const picture = row ? at.querySelector("svg") : at;
      const title = picture && picture.querySelector(":scope > title");
      if (title) {
        words.set(picture, title.textContent);
        if (picture.matches("svg")) picture.setAttribute("aria-label", title.textContent);
        title.remove();
      }
      if (row || words.has(picture)) return words.get(picture) || "";
    }
    return "";
  };
  const show = (text, x, y) => {
    tip.hidden = !text;
    if (!text) return;
    tip.textContent = text;
    tip.style.left = `${Math.max(8, Math.min(x, innerWidth - tip.offsetWidth - 16))}px`;
    const below = y + 18 + tip.offsetHeight < innerHeight;
    tip.style.top = `${below ? y + 18 : y - tip.offsetHeight - 10}px`;
  };
  let lit = [];
  const light = (row) => {
    for (const each of lit) each.classList.remove("on");
    lit = row && row.id
      ? all(".links g", row.closest("table"))
          .filter((each) => each.dataset.l.split(" ").includes(row.id))
      : [];
    for (const each of lit) each.classList.add("on");
  };
  const within = ".gantt tbody tr:not(.over), .fold > summary";
  document.addEventListener("pointerover", (event) => {
    const row = event.target.closest(within);
    light(row && row.matches("tr") ? row : null);
    if (!row || !event.target.closest("svg")) show("");
    else show(told(event.target), event.clientX, event.clientY);
  });
  document.addEventListener("focusin", (event) => {
    const row = event.target.closest("tr[tabindex]");
    light(row);
    if (!row) return show("");
    const box = row.getBoundingClientRect();
    show(told(row), box.left + 60, box.bottom - 14);
  });

  // One stop of the tab key for every chart; arrows go from row to row.
  for (const table of all(".gantt"))
    all("tbody tr:not(.over)", table).forEach((row, place) => {
      row.tabIndex = place ? -1 : 0;
    });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") show("");
    const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" };
    const row = event.target.closest("tr[tabindex]");
    if (!row || !step[event.key]) return;
    let next = row[step[event.key]];
    while (next && (next.hidden || !next.hasAttribute("tabindex")))
      next = next[step[event.key]];
    if (!next) return;
    event.preventDefault();
    row.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });

  // What is folded stays folded on paper, so a reader opens what is to be printed.
  const unfold = document.getElementById("unfold");
  unfold.hidden = false;
  let open = false;
  unfold.addEventListener("click", () => {
    unfold.setAttribute("aria-pressed", (open = !open));
    for (const each of all("details")) each.open = open;
  });
  addEventListener("beforeprint", () => show(""));
})();
