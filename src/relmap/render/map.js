"use strict";
// Filters, search and details of the map. All text goes in as text, never as markup.
(function () {
  const data = JSON.parse(document.getElementById("map-data").textContent);
  const byKey = new Map(data.people.map((person) => [person.key, person]));
  const controls = ["search", "role", "support", "member", "live"].map((id) => document.getElementById(id));
  const [search, role, support, member, live] = controls;
  const details = document.getElementById("details");
  const groups = [...document.querySelectorAll("svg g[data-key]")];
  const lines = [...document.querySelectorAll("svg path[data-from]")];
  const rows = [...document.querySelectorAll("#list tr[data-key]")];
  let opener = null;

  function matches(person) {
    const words = search.value.trim().toLocaleLowerCase();
    return (!words || person.search.toLocaleLowerCase().includes(words)) &&
      (!role.value || person.roles.includes(role.value)) &&
      (!support.value || person.support === support.value) &&
      (!member.value || person.members.includes(member.value)) &&
      (!live.checked || person.live);
  }

  function apply() {
    const shown = new Set(data.people.filter((person) => person.side === "theirs" && matches(person)).map((p) => p.key));
    const all = controls.every((control) => (control.type === "checkbox" ? !control.checked : !control.value));
    document.documentElement.classList.toggle("filtered", !all);
    const near = (key) => data.people.some((p) => shown.has(p.key) && p.members.includes(key));
    const on = (key) => all || shown.has(key) || (key.startsWith("ours:") && near(key));
    groups.forEach((group) => group.classList.toggle("off", !on(group.dataset.key)));
    lines.forEach((line) => line.classList.toggle("off", !(on(line.dataset.from) && on(line.dataset.to))));
    rows.forEach((row) => { row.hidden = !shown.has(row.dataset.key); });
    document.getElementById("count").textContent = shown.size + " of " + rows.length + " people" + filters();
  }

  // What is filtered by, in words, so that a print says it too.
  function filters() {
    const said = controls.filter((control) => (control.type === "checkbox" ? control.checked : control.value));
    const words = said.map((control) => control === live ? "live only" : control === search ? "“" + control.value + "”"
      : control.selectedOptions[0].textContent);
    return words.length ? ": " + words.join(", ") : "";
  }

  function add(parent, name, text) {
    const element = document.createElement(name);
    element.textContent = text;
    parent.append(element);
    return element;
  }

  function open(key, from) {
    const person = byKey.get(key);
    opener = from;
    const body = document.getElementById("details-body");
    body.replaceChildren();
    const heading = add(body, "h2", person.label);
    heading.tabIndex = -1;
    const list = add(body, "dl", "");
    person.facts.forEach(([label, text]) => { add(list, "dt", label); add(list, "dd", text); });
    if (person.lines.length) {
      add(body, "h3", "Lines and evidence");
      const evidence = add(body, "ul", "");
      person.lines.forEach((text) => add(evidence, "li", text));
    }
    details.hidden = false;
    groups.forEach((group) => group.classList.toggle("chosen", group.dataset.key === key));
    lines.forEach((line) => line.classList.toggle("lit", line.dataset.from === key || line.dataset.to === key));
    heading.focus();
  }

  function close() {
    details.hidden = true;
    groups.forEach((group) => group.classList.remove("chosen"));
    lines.forEach((line) => line.classList.remove("lit"));
    if (opener) { opener.focus(); }
  }

  groups.forEach((group) => {
    group.setAttribute("tabindex", "0");
    group.setAttribute("role", "button");
    group.addEventListener("click", () => open(group.dataset.key, group));
    group.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        open(group.dataset.key, group);
      }
    });
  });
  document.querySelectorAll("#list button").forEach((button) => {
    button.addEventListener("click", () => open(button.dataset.key, button));
  });
  controls.forEach((control) => control.addEventListener("input", apply));
  document.getElementById("reset").addEventListener("click", () => {
    controls.forEach((control) => { control.value = ""; control.checked = false; });
    apply();
    search.focus();
  });
  document.getElementById("close").addEventListener("click", close);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !details.hidden) { close(); } });
  document.documentElement.classList.add("ready");
  apply();
})();
