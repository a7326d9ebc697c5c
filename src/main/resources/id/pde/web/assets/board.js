// The board works without this: it tells when the server is gone and when the session has ended.
const lost = document.querySelector(".lost");
function tell(text) {
  if (lost) lost.textContent = text;
}
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.responseURL.includes("/board")) {
    tell("");
  } else {
    event.preventDefault();
    window.location.reload();
  }
});
for (const kind of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(kind, () => tell(lost ? lost.dataset.text : ""));
}
