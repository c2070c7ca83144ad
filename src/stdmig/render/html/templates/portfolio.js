(() => {
  "use strict";
  const grid = document.getElementById("grid");
  if (!grid) return;
  const data = JSON.parse(document.getElementById("data").textContent);
  const { words, states, systems } = data;
  const { fill, number, days, day, element, text } = writing(data);
  const form = document.getElementById("find");
  const body = grid.querySelector("tbody");
  const heads = [...grid.querySelectorAll("th[data-key]")];
  const output = form.querySelector("output");
  const nothing = document.getElementById("nothing");
  const tip = document.getElementById("tip");
  const prefectures = new Map(data.prefectures.map(([code, name]) => [code, name]));
  const open = details(data, prefectures);
  const places = new Map(data.prefectures.map(([code], place) => [code, place]));
  const plain = (told) => told.normalize("NFKC").toLowerCase();

  // Where a system is not listed there is a place among the states, but no plan.
  const town = (row, place) => {
    const [name, other, code, prefecture, population, rank, lost, late, daysLate] = row;
    const [uncovered, gap, errors, warnings, slack, designated, steps, work] = row.slice(9);
    const [folder, told, plans, done, makers, others] = row.slice(17);
    let at = 0;
    const own = [...told].map((state, column) => {
      if (state === ".") return null;
      const found = system(systems[column], +state, plans[at], done[at], makers[at]);
      at++;
      return found;
    });
    const beyond = others.map((each) => system(...each));
    const every = [...own, ...beyond].filter(Boolean);
    const vendors = new Set(every.flatMap((each) => each.maker[0]));
    const names = [...vendors].map((each) => data.vendors[each]);
    const sought = plain([name, other || "", code || "", folder, ...names].join("\n"));
    return {
      place, name, other, code, prefecture, population, rank, lost, late, daysLate,
      uncovered, gap, errors, warnings, slack, designated, steps, work, folder,
      own, beyond, every, vendors, sought,
    };
  };
  const system = (name, state, plan, done, maker) => {
    const [cutover, deadline, slack, gap, designated, reason, completion] = data.plans[plan];
    return {
      name, state, cutover, deadline, slack, gap, designated, reason, completion,
      steps: data.steps[done], maker: data.makers[maker],
    };
  };
  const towns = data.towns.map(town);

  // What a heading sorts by: the value, and whether its greatest comes first.
  const names = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const byName = [...towns].sort((one, other) => names.compare(one.name, other.name));
  byName.forEach((each, place) => (each.alphabetical = place));
  const rate = (told) => (told ? parseFloat(told) : null);
  const keys = {
    rank: [(each) => each.rank, 1],
    name: [(each) => each.alphabetical, 1],
    prefecture: [(each) => places.get(each.prefecture), 1],
    slack: [(each) => each.slack, 1],
    gap: [(each) => each.gap, -1],
    errors: [(each) => each.errors, -1],
    steps: [(each) => rate(each.steps), 1],
    work: [(each) => rate(each.work), 1],
  };
  systems.forEach((_, column) => {
    const value = (each) => {
      const own = each.own[column];
      return own && own.state * 1e6 + Math.min(Math.max(own.slack ?? 0, -4e5), 4e5);
    };
    keys[column] = [value, 1];
  });
  let sorted = "rank";
  let way = 1;

  const TALL = 28;
  let shown = [];
  let rows = new Map();
  let active = 0;
  const wide = heads.length - (grid.querySelector("table.one") ? 1 : 0);
  const space = () => element("tr", { class: "space", "aria-hidden": "true" },
    element("td", { colspan: wide }));
  const above = space();
  const below = space();
  body.append(above, below);

  const tell = (each) => {
    const told = [`${each.name}: ${states[each.state][1]}`];
    if (each.cutover !== null) told.push(`${words.cutover} ${day(each.cutover)}`);
    if (each.slack !== null) told.push(`${words.slack} ${days(each.slack)}`);
    if (each.gap) told.push(`${words.gap} ${days(each.gap)}`);
    if (each.designated) told.push(words.designated);
    return told.join(words.comma);
  };
  const cell = (each, column) => {
    const made = document.createElement("td");
    if (!each) {
      made.setAttribute("aria-label", `${systems[column]}: ${words.not_listed}`);
      return made;
    }
    const more = (each.gap ? " gap" : "") + (each.designated ? " named" : "");
    made.className = `s${each.state}${more}`;
    made.textContent = states[each.state][0];
    made.setAttribute("aria-label", tell(each));
    return made;
  };
  const drawn = (index) => {
    const item = shown[index];
    const row = element("tr", { "aria-rowindex": index + 2 });
    row.dataset.index = index;
    if (item.head) {
      row.className = "group";
      row.append(element("th", { scope: "rowgroup", colspan: wide }, item.head));
      return row;
    }
    const button = element("button", { type: "button", tabindex: index === active ? 0 : -1, "aria-haspopup": "dialog", title: item.name }, item.name);
    row.append(
      text("r", item.rank),
      element("th", { scope: "row", class: "t" }, button),
      text("p", prefectures.get(item.prefecture)),
      ...item.own.map(cell),
      text(item.slack < 0 ? "n low" : "n", number(item.slack)),
      text(item.gap ? "n low" : "n", item.gap ? number(item.gap) : ""),
      text("n", item.errors ? number(item.errors) : ""),
      text("n", item.steps),
      text("n", item.work),
    );
    return row;
  };
  const remove = (index) => {
    const row = rows.get(index);
    // A row that leaves must not take the keyboard with it.
    if (row.contains(document.activeElement)) grid.focus({ preventScroll: true });
    row.remove();
    rows.delete(index);
  };
  const draw = (all = false) => {
    const first = all ? 0 : Math.max(0, Math.floor(grid.scrollTop / TALL) - 4);
    const tall = Math.max(grid.clientHeight, Math.min(innerHeight, 900));
    const room = Math.ceil(tall / TALL) + 6;
    const last = all ? shown.length : Math.min(shown.length, first + room);
    for (const index of [...rows.keys()]) if (index < first || index >= last) remove(index);
    let next = above.nextSibling;
    for (let index = first; index < last; index++) {
      let row = rows.get(index);
      if (row) next = row.nextSibling;
      else rows.set(index, body.insertBefore(drawn(index), next));
    }
    above.firstChild.style.height = `${first * TALL}px`;
    below.firstChild.style.height = `${(shown.length - last) * TALL}px`;
    above.hidden = !first;
    below.hidden = last === shown.length;
  };

  const sort = (found) => {
    const [value, first] = keys[sorted];
    const sense = first * way;
    return found
      .map((each) => [value(each), each])
      .sort(([one, a], [other, b]) => {
        const none = (one === null) - (other === null);
        return none || (one - other) * sense || a.place - b.place;
      })
      .map(([, each]) => each);
  };
  const grouped = (found) => {
    const known = new Map(data.prefectures.map(([code]) => [code, []]));
    for (const each of found) known.get(each.prefecture).push(each);
    const items = [];
    for (const [code, own] of known) {
      if (!own.length) continue;
      const lost = own.reduce((sum, each) => sum + each.lost, 0);
      const told = { name: prefectures.get(code), n: number(own.length), lost: number(lost) };
      items.push({ head: fill(words.group, told) }, ...own);
    }
    return items;
  };
  const wanted = () => {
    const told = new FormData(form);
    const sought = plain(told.get("search") || "").split(/\s+/).filter(Boolean);
    const state = told.get("state");
    const prefecture = told.get("prefecture");
    const vendor = told.get("vendor") ? data.vendors.indexOf(told.get("vendor")) : -1;
    const designated = told.get("designated");
    return (each) =>
      sought.every((part) => each.sought.includes(part)) &&
      (!prefecture || String(each.prefecture) === prefecture) &&
      (vendor < 0 || each.vendors.has(vendor)) &&
      (!designated || (designated === "yes") === !!each.designated) &&
      (!state ||
        each.every.some((own) =>
          (state === "gap" ? own.gap : own.state === +state) &&
          (vendor < 0 || own.maker[0].includes(vendor))));
  };
  const show = () => {
    const found = sort(towns.filter(wanted()));
    const group = form.elements.group && form.elements.group.checked;
    shown = group ? grouped(found) : found;
    active = shown.findIndex((each) => !each.head);
    for (const index of [...rows.keys()]) remove(index);
    grid.scrollTop = 0;
    grid.querySelector("table").setAttribute("aria-rowcount", shown.length + 1);
    output.textContent = fill(words.count, { n: number(found.length), all: number(towns.length) });
    nothing.hidden = found.length > 0;
    for (const head of heads) {
      head.removeAttribute("aria-sort");
      const [, first] = keys[head.dataset.key];
      if (head.dataset.key === sorted)
        head.setAttribute("aria-sort", first * way > 0 ? "ascending" : "descending");
    }
    draw();
  };

  const remember = () => {
    const told = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) told.set(name, value);
    if (sorted !== "rank" || way < 0) told.set("sort", `${way < 0 ? "-" : ""}${sorted}`);
    try {
      history.replaceState(null, "", told.size ? `#${told}` : location.pathname);
    } catch {}
  };
  const recall = () => {
    const told = new URLSearchParams(location.hash.slice(1));
    for (const [name, value] of told) {
      const field = form.elements[name];
      if (name === "sort" && keys[value.replace(/^-/, "")]) {
        sorted = value.replace(/^-/, "");
        way = value.startsWith("-") ? -1 : 1;
      } else if (field && field.type === "checkbox") field.checked = true;
      else if (field && "value" in field) field.value = value;
    }
  };
  const change = () => (show(), remember());
  form.addEventListener("input", change);
  form.addEventListener("reset", () => {
    sorted = "rank";
    way = 1;
    setTimeout(change);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const head of heads)
    head.firstChild.addEventListener("click", () => {
      const { key } = head.dataset;
      way = key === sorted ? -way : 1;
      sorted = key;
      change();
    });
  let waiting = false;
  grid.addEventListener("scroll", () => {
    if (!waiting)
      requestAnimationFrame(() => {
        waiting = false;
        draw();
      });
    waiting = true;
    tip.hidden = true;
  });
  addEventListener("resize", () => draw());
  for (const link of document.querySelectorAll("a[data-p]"))
    link.addEventListener("click", () => {
      if (form.elements.prefecture) form.elements.prefecture.value = link.dataset.p;
      setTimeout(change);
    });

  // One stop of the tab key for all rows; arrows go from row to row.
  const go = (index, sense) => {
    let place = Math.min(Math.max(index, 0), shown.length - 1);
    while (shown[place] && shown[place].head) place += sense;
    if (!shown[place]) return;
    active = place;
    const top = place * TALL;
    const room = grid.clientHeight - grid.querySelector("thead").offsetHeight;
    if (top < grid.scrollTop) grid.scrollTop = top;
    else if (top + TALL > grid.scrollTop + room) grid.scrollTop = top + TALL - room;
    draw();
    for (const [own, row] of rows) {
      const button = row.querySelector("button");
      if (button) button.tabIndex = own === place ? 0 : -1;
    }
    rows.get(place).querySelector("button").focus({ preventScroll: true });
  };
  grid.addEventListener("keydown", (event) => {
    if (event.target.closest("thead")) return;
    const page = Math.max(1, Math.floor(grid.clientHeight / TALL) - 6);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
    const ends = { Home: [0, 1], End: [shown.length - 1, -1] };
    if (steps[event.key]) go(active + steps[event.key], Math.sign(steps[event.key]));
    else if (ends[event.key]) go(...ends[event.key]);
    else return;
    event.preventDefault();
  });
  body.addEventListener("focusin", (event) => {
    const row = event.target.closest("tr");
    if (row) active = +row.dataset.index;
  });

  body.addEventListener("click", (event) => {
    const row = event.target.closest("tr[data-index]");
    const item = row && shown[row.dataset.index];
    if (item && !item.head && event.target.closest("button, td")) {
      active = +row.dataset.index;
      row.querySelector("button").focus({ preventScroll: true });
      open(item);
    }
  });
  const point = (event) => {
    const at = event.target.closest("tbody td[aria-label]");
    tip.hidden = !at || !grid.contains(at);
    if (tip.hidden) return;
    tip.textContent = at.getAttribute("aria-label");
    const left = Math.min(event.clientX, innerWidth - tip.offsetWidth - 16);
    tip.style.left = `${Math.max(8, left)}px`;
    const under = event.clientY + 18 + tip.offsetHeight < innerHeight;
    tip.style.top = `${under ? event.clientY + 18 : event.clientY - tip.offsetHeight - 10}px`;
  };
  document.addEventListener("pointerover", point);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") tip.hidden = true;
  });

  // Paper has no scroll bar: all rows that were found are drawn for it.
  addEventListener("beforeprint", () => {
    tip.hidden = true;
    draw(true);
  });
  addEventListener("afterprint", () => draw());
  nothing.textContent = words.nothing;
  for (const each of document.querySelectorAll(".scripted"))
    each.hidden = each === nothing;
  form.hidden = grid.hidden = false;
  recall();
  show();
})();
