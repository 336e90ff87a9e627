// Filters rows by nation and place; the page is whole without it. Its state stands in the address, as
// #nation=CAN&place=IRQ, so that it can be sent to somebody.
"use strict";
(() => {
  const form = document.getElementById("filter");
  const told = document.getElementById("filter-told");
  const fields = ["nation", "place"];
  const rows = [...document.querySelectorAll("[data-nation]")];

  const chosen = (name) => form.elements[name].value;
  const fits = (row) => fields.every((name) =>
    chosen(name) === "" || row.dataset[name].split(" ").includes(chosen(name)));

  const show = () => {
    const filtered = fields.some(chosen);
    let shown = 0;
    for (const row of rows) {
      row.hidden = !fits(row);
      shown += row.hidden ? 0 : 1;
    }
    told.textContent = filtered
      ? `${shown} of ${rows.length} rows and claims; pictures show all of them` : "";
    document.body.classList.toggle("filtered", filtered);
  };

  const remember = () => {
    const state = String(new URLSearchParams(fields.filter(chosen).map((name) => [name, chosen(name)])));
    const address = location.pathname + location.search;
    history.replaceState(null, "", state ? `${address}#${state}` : address);
  };

  const choose = (values) => {
    for (const name of fields) {
      form.elements[name].value = values.get(name) ?? "";
      if (form.elements[name].selectedIndex < 0) form.elements[name].value = "";
    }
    show();
  };

  // An address is a filter, or the name of something on the page, which then must be seen.
  const follow = () => {
    const fragment = location.hash.slice(1);
    const values = new URLSearchParams(fragment);
    if (fields.some((name) => values.has(name))) {
      choose(values);
      return;
    }
    const target = fragment && document.getElementById(fragment);
    if (target && target.closest("[hidden]")) {
      choose(new URLSearchParams());
      target.scrollIntoView();
    }
  };

  form.hidden = false;
  form.addEventListener("change", () => { show(); remember(); });
  form.addEventListener("reset", (event) => { event.preventDefault(); choose(new URLSearchParams()); remember(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", follow);
  follow();

  // On paper everything is open.
  const closed = () => [...document.querySelectorAll("details:not([open])")];
  let opened = [];
  addEventListener("beforeprint", () => { opened = closed(); for (const one of opened) one.open = true; });
  addEventListener("afterprint", () => { for (const one of opened) one.open = false; });
})();
