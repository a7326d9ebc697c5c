// The pages work without this: it closes the menu on a phone and asks before what cannot be undone.
const narrow = window.matchMedia("(max-width: 760px)");
const menu = document.querySelector("details.menu");
function fold() {
  if (menu) menu.open = !narrow.matches;
}
fold();
narrow.addEventListener("change", fold);
