// Tells beside a category that a change could not be saved. What was typed stays where it is, and the button saves all of it.
(() => {
  "use strict";

  const form = document.getElementById("icf");

  function tell(row) {
    const state = row.querySelector("[data-icf-state]");
    if (!state || state.querySelector("[data-not-saved]")) return;
    const line = document.createElement("p");
    line.className = "field-error";
    line.dataset.notSaved = "";
    line.setAttribute("role", "alert");
    line.textContent = form.dataset.unsaved;
    state.prepend(line);
  }

  for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    form.addEventListener(failure, (event) => tell(event.target));
  }

  // A page that is not the answer of a category, such as the one to sign in, is not put in its place.
  form.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.responseText.includes("data-icf-state")) return;
    event.detail.shouldSwap = false;
    tell(event.detail.requestConfig.elt);
  });
})();
