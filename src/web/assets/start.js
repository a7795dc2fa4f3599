// Starts GOV.UK Frontend where the browser supports it. Every page is complete without it.
import { initAll } from "GOVUK_FRONTEND_URL";

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) document.body.classList.add("govuk-frontend-supported");
initAll();

// A folded table is no use on paper: unfold everything for printing, then put it back.
const folded = () => document.querySelectorAll("details:not([open])");
addEventListener("beforeprint", () => {
  for (const details of folded()) {
    details.open = true;
    details.dataset.openedToPrint = "";
  }
});
addEventListener("afterprint", () => {
  for (const details of document.querySelectorAll("details[data-opened-to-print]")) {
    details.open = false;
    delete details.dataset.openedToPrint;
  }
});
