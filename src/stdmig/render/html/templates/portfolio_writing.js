// What the table and the details of a town both write with.
const writing = (data) => {
  const { words } = data;
  const fill = (told, values) => told.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const number = (told) => (told === null ? "" : told.toLocaleString("en"));
  const days = (count) => fill(words.days, { n: number(count) });
  const day = (place) => (place === null ? "" : data.days[place]);
  const element = (tag, attributes, ...parts) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {}))
      if (value !== null && value !== undefined && value !== false)
        made.setAttribute(name, value);
    made.append(...parts);
    return made;
  };
  const text = (name, told) => {
    const made = document.createElement("td");
    made.className = name;
    made.textContent = told;
    return made;
  };
  return { fill, number, days, day, element, text };
};
