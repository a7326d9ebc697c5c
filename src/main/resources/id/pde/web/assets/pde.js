// The pages work without this: it closes the menu on a phone and asks before what cannot be undone.
const narrow = window.matchMedia("(max-width: 760px)");
const menu = document.querySelector("details.menu");
function fold() {
  if (menu) menu.open = !narrow.matches;
}
fold();
narrow.addEventListener("change", fold);

// How far work is comes as events. Where they cannot come, or are cut, the page asks once a second.
let stream = null;
function place(name) {
  return document.querySelector("[data-events]" + (name ? " " + name : ""));
}
function show(event) {
  const now = JSON.parse(event.data);
  const rows = place("[data-rows]");
  const bar = place("progress");
  if (rows) rows.textContent = now.shown;
  if (bar && now.percent !== undefined) bar.value = now.percent;
  if (event.type === "step" || (!bar && now.percent !== undefined)) renew();
}
function renew() {
  const here = place();
  if (here) htmx.trigger(here, "told");
}
function hear() {
  const here = place();
  if (!here || !window.EventSource) return;
  stream = new EventSource(here.dataset.events);
  stream.addEventListener("rows", show);
  stream.addEventListener("step", show);
  stream.addEventListener("over", () => {
    stream.close();
    renew();
  });
}
hear();
document.addEventListener("htmx:configRequest", (event) => {
  const told = event.detail.triggeringEvent && event.detail.triggeringEvent.type === "told";
  const open = stream && stream.readyState === EventSource.OPEN;
  if (open && !told && event.target.dataset.events) event.preventDefault();
});
window.addEventListener("pagehide", () => stream && stream.close());
