// All about a town, in a dialog over the page.
const details = (data, prefectures) => {
  const { words, states } = data;
  const { fill, number, days, day, element, text } = writing(data);
  const dialog = document.getElementById("town");
  const part = (name, value) => element("div", {}, element("dt", {}, name), element("dd", {}, value));
  const line = (each) => {
    const [sign, label] = states[each.state];
    const [done, started, none, all] = each.steps;
    const told = [];
    if (each.designated) {
      told.push(words.yes);
      if (each.reason) told.push(fill(words.reason, { n: each.reason }));
      if (each.completion !== null) told.push(fill(words.until, { day: day(each.completion) }));
    }
    const [vendors, packages] = each.maker;
    const makers = vendors.map((place) => data.vendors[place]).join(words.comma);
    const more = packages.filter((name) => name !== makers).join(words.comma);
    const steps = all ? `${done + none} / ${all}` : "";
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, each.name),
      element("td", {}, element("span", { class: `sign s${each.state}`, "aria-hidden": "true" }, sign), label),
      text("d", day(each.cutover)),
      text("d", day(each.deadline)),
      text(each.slack < 0 ? "n bad" : "n", number(each.slack)),
      text(each.gap ? "n bad" : "n", each.gap ? number(each.gap) : ""),
      text("", told.join(words.comma)),
      element("td", { class: "n" }, steps, ...(started ? [element("small", {}, ` ${fill(words.started, { n: started })}`)] : [])),
      element("td", {}, makers, ...(more ? [element("small", {}, ` ${more}`)] : [])),
    );
  };
  const listed = (title, own) => {
    const keys = ["system", "state", "cutover", "deadline", "slack", "gap", "designated", "steps", "vendor"];
    const numbers = ["slack", "gap", "steps"];
    const head = keys.map((key) => element("th", { scope: "col", class: numbers.includes(key) ? "n" : "" }, words[key]));
    return element("div", { class: "scroll" }, element("table", { class: "list small" },
      element("caption", title ? {} : { class: "sr" }, title || words.system),
      element("thead", {}, element("tr", {}, ...head)),
      element("tbody", {}, ...own.map(line))));
  };
  const open = (each) => {
    const close = element("button", { type: "button", class: "close", autofocus: "" }, words.close);
    close.addEventListener("click", () => dialog.close());
    const about = [prefectures.get(each.prefecture)];
    if (each.code) about.push(`${words.code} ${each.code}`);
    if (each.population !== null) about.push(`${words.population} ${number(each.population)}`);
    about.push(`${words.workspace} ${each.folder}`);
    dialog.replaceChildren(
      element("div", { class: "head" }, element("h2", { id: "town-h" }, each.name, ...(each.other ? [element("small", {}, ` ${each.other}`)] : [])), close),
      element("p", { class: "about" }, about.join(" | ")),
      element("dl", { class: "tiles" },
        part(words.rank, number(each.rank)), part(words.lost, number(each.lost)),
        part(words.late, number(each.late)), part(words.days_late, days(each.daysLate)),
        part(words.uncovered, number(each.uncovered)),
        part(words.errors, `${number(each.errors)} / ${words.warnings} ${number(each.warnings)}`),
        part(words.step_rate, each.steps || "-"), part(words.work_rate, each.work || "-")),
      listed("", each.own.filter(Boolean)),
      ...(each.beyond.length ? [listed(words.others, each.beyond)] : []),
    );
    dialog.showModal();
    dialog.scrollTop = 0;
  };
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  return open;
};
