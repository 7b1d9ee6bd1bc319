"use strict";
// Without this script the report still reads, links and prints; it adds stepping, filters, sorting, search and keys.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);
  // Pages opened from disk may have no storage.
  const stored = (key, value) => {
    try {
      if (value !== undefined) localStorage.setItem(`auditor.${key}`, value);
      return localStorage.getItem(`auditor.${key}`);
    } catch {
      return null;
    }
  };
  let printing = false;
  const chosen = stored("theme");
  if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;

  // Text and list side by side, as in report.css.
  const wide = () => !matchMedia("(max-width: 60rem)").matches;
  const permalink = (id) => {
    try {
      history.replaceState(null, "", `#${id}`);
    } catch {
      // some browsers refuse on pages opened from disk
    }
  };

  function article(section) {
    const items = all(".rule > ol > li", section);
    const cards = all(".rule", section);
    const marks = new Map();
    for (const mark of all("mark", section)) {
      for (const n of mark.dataset.f.split(" ")) marks.has(n) ? marks.get(n).push(mark) : marks.set(n, [mark]);
    }
    const numbers = all("sup .n", section);
    const owner = new Map(items.map((item) => [item.dataset.n, item]));
    const visible = () => items.filter((item) => !item.hidden && !item.closest(".rule").hidden);
    const current = one(".current", section);
    let selected = null;

    function select(item, { text = true, list = true, place } = {}) {
      for (const mark of marks.get(selected?.dataset.n) ?? []) mark.classList.remove("on");
      selected?.classList.remove("on");
      selected?.removeAttribute("aria-current");
      selected = item;
      step();
      if (!item) return;
      const shown = marks.get(item.dataset.n) ?? [];
      for (const mark of shown) mark.classList.add("on");
      expand(item.closest(".rule"));
      item.classList.add("on");
      item.setAttribute("aria-current", "true");
      permalink(item.id);
      const target = place ?? one(`[id="at-${item.id}"]`, section) ?? shown[0];
      for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
      if (list && wide()) reveal(item);
      if (text && target) target.scrollIntoView({ block: "center" });
      if (list && !(text && target)) item.scrollIntoView({ block: wide() ? "nearest" : "center" });
    }

    // One card is open, so that the others stay in sight.
    function expand(card) {
      for (const other of cards) if (other !== card) other.open = false;
      card.open = true;
    }

    function tick(box) {
      const card = box.closest(".rule");
      stored(`done.${box.dataset.cause}`, box.checked ? "yes" : "");
      card.classList.toggle("done", box.checked);
    }

    // What is wrong and what to do, without what is ticked off and without information: to paste into a mail.
    function note() {
      const said = (selector, within = section) => one(selector, within)?.textContent.replace(/\s+/g, " ").trim() ?? "";
      const lines = [said("h1"), `${said(".verdict strong")}: ${said(".gauge .score")} of 100`];
      const wanted = cards.filter((card) => !card.matches(".done, .info"));
      wanted.forEach((card, number) => {
        lines.push("", `${number + 1}. ${said("h3", card)}`);
        for (const item of all("ol > li", card).slice(0, 5)) {
          const where = said(".where", item).split(";")[0].replace(/ ?#$/, "");
          lines.push(`   - ${said(".message", item)} (${where})`);
        }
        for (const fix of all(".fix", card)) lines.push(`   To do: ${fix.textContent}`);
      });
      return lines.join("\n");
    }
    function copied(text) {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    async function copy(button) {
      const label = button.textContent;
      try {
        await navigator.clipboard.writeText(note());
      } catch {
        copied(note());
      }
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = label; }, 1500);
    }

    // The head of the card at the upper edge, so that why and what to do are in sight; far findings of one rule half-way down.
    function reveal(item) {
      const box = one(".list", section);
      const top = (element) => element.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
      box.scrollTop = Math.max(top(item.closest(".rule")), top(item) - box.clientHeight / 2);
    }

    function step(by = 0) {
      const shown = visible();
      const at = shown.indexOf(selected);
      if (by && shown.length) return select(shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length]);
      if (!current) return;
      current.textContent = selected ? `${at + 1} of ${shown.length}: ${one(".message", selected).textContent}` : `${shown.length} findings`;
      current.href = `#${(selected ?? shown[0])?.id ?? ""}`;
    }

    function filter() {
      const off = new Set(all('.filters [aria-pressed="false"]', section).map((chip) => chip.dataset.severity));
      const by = Object.fromEntries(all(".filters select", section).map((choice) => [choice.dataset.by, choice.value]));
      for (const rule of all(".rule", section)) {
        const inside = all("li", rule);
        for (const item of inside) {
          const { severity, dimension, zone } = item.dataset;
          item.hidden = Boolean(off.has(severity) || (by.dimension && dimension !== by.dimension) || (by.zone && zone !== by.zone));
        }
        rule.hidden = inside.every((item) => item.hidden);
      }
      const gone = (n) => owner.get(n)?.hidden;
      for (const mark of all("mark", section)) mark.classList.toggle("off", mark.dataset.f.split(" ").every(gone));
      for (const number of numbers) number.classList.toggle("off", Boolean(gone(number.textContent)));
      const count = visible().length;
      one(".total", section).textContent = count === items.length ? `${count}` : `${count} of ${items.length}`;
      if (selected?.hidden) select(null);
      else step();
    }

    section.addEventListener("click", (event) => {
      const chip = event.target.closest("[aria-pressed]");
      const link = event.target.closest("a[href^='#']");
      const mark = event.target.closest("mark:not(.off)");
      if (chip) {
        chip.setAttribute("aria-pressed", chip.getAttribute("aria-pressed") === "false");
        filter();
      } else if (event.target.closest(".copy")) copy(event.target.closest(".copy"));
      else if (event.target.closest(".previous")) step(-1);
      else if (event.target.closest(".next")) step(1);
      else if (link?.closest(".losses")) follow(event, document.getElementById(link.hash.slice(1)), { text: wide() });
      else if (link?.closest("article, .current")) follow(event, owner.get(link.textContent) ?? document.getElementById(link.hash.slice(1)), { text: false }, link);
      else if (link?.closest(".go")) follow(event, link.closest("li"), { list: false });
      else if (link?.closest(".where")) follow(event, link.closest("li"), { list: false, place: place(link) });
      else if (mark && !String(getSelection())) {
        const shown = mark.dataset.f.split(" ").map((n) => owner.get(n)).filter((item) => !item.hidden);
        select(shown[(shown.indexOf(selected) + 1) % shown.length], { text: false });
      }
    });
    const place = (link) => (link.hash.startsWith("#at-") ? document.getElementById(link.hash.slice(1)) : undefined);
    function follow(event, item, how, from) {
      if (!item || !owner.has(item.dataset.n) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      select(item, how);
      if (from && event.detail === 0) one(".go", item).focus({ preventScroll: true });
      else if (event.detail === 0) numbers.find((number) => number.textContent === item.dataset.n)?.focus({ preventScroll: true });
    }
    section.addEventListener("change", (event) => (event.target.dataset.cause ? tick(event.target) : filter()));
    section.addEventListener("toggle", (event) => { if (event.target.matches(".rule[open]") && !printing) expand(event.target); }, true);
    for (const box of all("[data-cause]", section)) {
      box.checked = stored(`done.${box.dataset.cause}`) === "yes";
      box.closest(".rule").classList.toggle("done", box.checked);
    }
    step();
    return { section, step, select, selected: () => selected, find: (id) => items.find((item) => item.id === id || id.startsWith(`at-${item.id}`)) };
  }

  function table(section) {
    const body = one("tbody", section);
    const rows = all("tr", body);
    const texts = rows.map((row) => `${row.textContent} ${row.dataset.rules}`.toLowerCase());
    const field = one("input", section);
    const more = one(".show", section);
    const heads = all("th[data-key]", section).filter((head) => head.dataset.key);
    let order = rows.map((_, number) => number);
    let limit = 100;
    let at = -1;

    function draw() {
      const off = new Set(all('[aria-pressed="false"]', section).map((chip) => chip.dataset.verdict));
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      const fits = order.filter((n) => !off.has(rows[n].dataset.verdict) && words.every((word) => texts[n].includes(word)));
      const found = rows.map((_, n) => n).filter((n) => words.every((word) => texts[n].includes(word)));
      for (const chip of all(".chips [data-verdict]", section)) {
        const count = found.filter((n) => rows[n].dataset.verdict === chip.dataset.verdict).length;
        chip.textContent = `${chip.dataset.verdict[0].toUpperCase()}${chip.dataset.verdict.slice(1)} ${count.toLocaleString("en")}`;
      }
      body.classList.add("all");
      body.replaceChildren(...fits.slice(0, limit).map((n) => rows[n]));
      one(".total", section).textContent = fits.length === rows.length ? rows.length.toLocaleString("en") : `${fits.length.toLocaleString("en")} of ${rows.length.toLocaleString("en")}`;
      more.hidden = fits.length <= limit;
      more.textContent = `Show ${Math.min(500, fits.length - limit)} more`;
      at = -1;
    }
    function sort(head) {
      const falls = head.getAttribute("aria-sort") === "ascending" || (head.dataset.key === "findings" && !head.hasAttribute("aria-sort"));
      const column = all("th", section).indexOf(head);
      const keys = rows.map((row) => row.cells[column].dataset.v ?? row.cells[column].textContent);
      const compare = new Intl.Collator("en", { numeric: true }).compare;
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", falls ? "descending" : "ascending");
      order = rows.map((_, n) => n).sort((a, b) => (falls ? -1 : 1) * compare(keys[a], keys[b]) || a - b);
      draw();
    }
    section.addEventListener("click", (event) => {
      const chip = event.target.closest("[aria-pressed]");
      const head = event.target.closest("th");
      if (chip) chip.setAttribute("aria-pressed", chip.getAttribute("aria-pressed") === "false");
      if (head?.dataset.key) sort(head);
      else if (event.target === more) {
        limit += 500;
        draw();
      } else if (chip) draw();
    });
    field.addEventListener("input", draw);
    for (const button of all("[data-rule]")) {
      button.addEventListener("click", () => {
        field.value = button.dataset.rule;
        draw();
        section.scrollIntoView({ block: "start" });
      });
    }
    heads[0]?.setAttribute("aria-sort", "ascending");
    draw();
    const step = (by) => {
      at = Math.max(0, Math.min(body.rows.length - 1, at + by));
      one("a", body.rows[at] ?? section)?.focus();
    };
    return { step, search: () => field.focus() };
  }

  function beside(section) {
    const rows = all("ol > li", section);
    const differing = () => rows.filter((row) => !row.hidden && !row.matches(".both"));
    let on = null;
    function step(by) {
      const shown = differing();
      if (!shown.length) return;
      const at = shown.indexOf(on);
      on?.classList.remove("on");
      on = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length];
      on.classList.add("on");
      on.focus({ preventScroll: true });
      on.scrollIntoView({ block: "center" });
      one(".at", section).textContent = `${shown.indexOf(on) + 1} of ${shown.length}`;
    }
    section.addEventListener("click", (event) => {
      const chip = event.target.closest("[aria-pressed]");
      if (!chip) return;
      const shown = chip.getAttribute("aria-pressed") === "false";
      chip.setAttribute("aria-pressed", shown);
      for (const row of rows) if (row.classList.contains(chip.dataset.is)) row.hidden = !shown;
    });
    return { step, search: () => {} };
  }

  // Days as the reader's language writes them; the day is the article's, in whatever time zone it is read.
  function dates() {
    const day = { dateStyle: "long", timeZone: "UTC" };
    for (const time of all("time")) {
      time.lang = navigator.language;
      time.textContent = new Date(time.dateTime).toLocaleDateString(navigator.language, day);
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    dates();
    const made = new Map();
    const sections = all(".article");
    const pair = one(".beside");
    const list = one(".articles") ? table(one(".articles")) : pair ? beside(pair) : null;
    const open = () => one(".article.open");
    const view = () => {
      const section = open();
      if (section && !made.has(section)) made.set(section, article(section));
      return made.get(section);
    };
    function route() {
      const target = document.getElementById(location.hash.slice(1));
      const section = target?.closest(".article");
      if (list) {
        for (const other of sections) other.classList.toggle("open", other === section);
        document.body.classList.toggle("reading", Boolean(section));
        scrollTo(0, 0);
      }
      const shown = view();
      const item = shown?.find(location.hash.slice(1));
      if (item) shown.select(item, { place: target.id.startsWith("at-") ? target : undefined });
      else if (target && target !== section) target.scrollIntoView();
    }
    addEventListener("hashchange", route);
    route();

    const theme = one(".theme");
    const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
    const label = () => { theme.textContent = dark() ? "Light" : "Dark"; };
    theme.addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      stored("theme", root.dataset.theme);
      label();
    });
    label();
    const help = one("dialog");
    const single = one(".single");
    single.checked = stored("keys") !== "off";
    single.addEventListener("change", () => stored("keys", single.checked ? "on" : "off"));
    one(".help").addEventListener("click", () => help.showModal());
    one(".close").addEventListener("click", () => help.close());

    const back = () => {
      const shown = view();
      if (shown?.selected()) {
        one(".go", shown.selected()).focus({ preventScroll: true });
        shown.select(null);
        permalink(shown.section.id);
      } else if (shown) one(".back")?.click();
      else if (list) document.activeElement.blur();
    };
    const keys = { j: 1, n: 1, k: -1, p: -1 };
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest("input[type=search], select, dialog, textarea");
      if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
      if (event.key === "Escape") return typing ? event.target.blur() : back();
      if (typing) return;
      const arrows = { ArrowDown: 1, ArrowUp: -1 };
      const by = (single.checked && keys[event.key]) || (event.target.closest(".list") && arrows[event.key]);
      if (by) {
        event.preventDefault();
        const shown = view();
        if (!shown) return list?.step(by);
        shown.step(by);
        if (shown.selected() && event.target.closest(".list")) one(".go", shown.selected()).focus({ preventScroll: true });
      } else if (event.key === "Enter" && event.target === document.body && view()?.selected()) one(".go", view().selected()).click();
      else if (single.checked && event.key === "?") help.showModal();
      else if (single.checked && event.key === "/" && list && !open()) {
        event.preventDefault();
        list.search();
      }
    });
    let folded = [];
    addEventListener("beforeprint", () => {
      printing = true;
      folded = all("details:is(.zone, .rule, .people):not([open])").filter((fold) => !fold.matches(".zone") || one("mark", fold));
      for (const zone of folded) zone.open = true;
    });
    addEventListener("afterprint", () => {
      for (const fold of folded) fold.open = false;
      printing = false;
    });
  });
})();
