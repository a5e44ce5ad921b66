// Asks the browser for a passkey and sends what it answers. A form says with data-passkey what is wanted: "create" or "get".
(() => {
  "use strict";

  async function options(form) {
    if (form.dataset.options) return JSON.parse(form.dataset.options);
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error("the site gave no options");
    return (await answer.json()).request_options;
  }

  function prepare(form) {
    form.querySelector("[data-passkey-without]").hidden = true;
    const status = form.querySelector("[data-passkey-status]");
    if (!window.PublicKeyCredential) {
      status.textContent = form.dataset.unable;
      return;
    }
    form.querySelector("[data-passkey-ask]").hidden = false;
    form.querySelector("[data-passkey-ask] button").addEventListener("click", async () => {
      status.textContent = "";
      try {
        const answered = await window.webauthnJSON[form.dataset.passkey](await options(form));
        form.elements.credential.value = JSON.stringify(answered);
        form.submit();
      } catch {
        status.textContent = form.dataset.failed;
      }
    });
  }

  document.querySelectorAll("form[data-passkey]").forEach(prepare);
})();
