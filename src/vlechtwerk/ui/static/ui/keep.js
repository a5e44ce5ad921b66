// Keeps what is typed in a long form on the server, a moment after the last key. Nothing is stored in the browser.
(() => {
  "use strict";

  const PAUSE = 1500;
  const AGAIN = 5000;
  const LAST_WORDS = 60000;

  for (const place of document.querySelectorAll("[data-keep]")) {
    watch(place.closest("form"), place);
  }

  function watch(form, place) {
    const said = place.querySelector("[data-keep-said]");
    let timer = 0;
    let going = null;
    let changed = false;
    let trouble = false;
    let leaving = false;

    function tell(text) {
      if (said.textContent !== text) said.textContent = text;
    }

    function later(wait) {
      window.clearTimeout(timer);
      timer = window.setTimeout(keep, wait);
    }

    function typed() {
      const body = new URLSearchParams();
      for (const [name, value] of new FormData(form)) {
        if (typeof value === "string") body.append(name, value);
      }
      body.set("_keep", "script");
      return body;
    }

    // Whether what stands in the form is on the server now; `last` when the page is about to go.
    async function keep(last) {
      window.clearTimeout(timer);
      if (going || leaving) return false;
      going = new AbortController();
      changed = false;
      try {
        const body = typed();
        const answer = await fetch(window.location.href, {
          method: "POST",
          body,
          headers: { Accept: "application/json" },
          keepalive: last === true && body.toString().length < LAST_WORDS,
          signal: going.signal,
        });
        if (!(answer.headers.get("Content-Type") || "").startsWith("application/json")) throw new Error("refused");
        tell((await answer.json()).said);
        trouble = false;
      } catch (error) {
        if (leaving) return false;
        const offline = error instanceof TypeError;
        tell(offline ? place.dataset.offline : place.dataset.failed);
        trouble = true;
        changed = true;
        if (offline) later(AGAIN);
        return false;
      } finally {
        going = null;
      }
      if (changed) later(PAUSE);
      return true;
    }

    form.addEventListener("input", () => {
      changed = true;
      later(PAUSE);
    });
    window.addEventListener("online", () => changed && keep());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden" && changed) keep(true);
    });

    // A form that is sent without a connection would be lost with its page: it stays, and is sent when there is one.
    form.addEventListener("submit", (event) => {
      if (leaving) return;
      if (trouble || navigator.onLine === false) {
        event.preventDefault();
        const button = event.submitter;
        keep().then((kept) => kept && form.requestSubmit(button));
        return;
      }
      leaving = true;
      window.clearTimeout(timer);
      if (going) going.abort();
    });
    window.addEventListener("pageshow", () => {
      leaving = false;
    });
  }
})();
