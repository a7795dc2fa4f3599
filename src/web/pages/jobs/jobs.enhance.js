// Looks again how far long work is, until it has ended; without this the page has a link to do so.
const job = document.getElementById("job");
const status = document.getElementById("job-status");
const EVERY = 1000;

async function lookAgain() {
  const answer = await fetch(window.location.href, { headers: { accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("job");
  if (fresh === null) return;
  // The status stays the same element, so that a change of its words is read out.
  const words = page.getElementById("job-status").textContent;
  if (status.textContent !== words) status.textContent = words;
  if (job.innerHTML !== fresh.innerHTML) job.replaceChildren(...fresh.childNodes);
  job.dataset.job = fresh.dataset.job;
  if (job.dataset.job === "running") window.setTimeout(lookAgain, EVERY);
}

if (job !== null && job.dataset.job === "running") window.setTimeout(lookAgain, EVERY);
