// The sentence beside a rating, direction or signal, which is there for those who hear the page, shows on pointing too.
// Written here and not in the page, which would hold each sentence twice.
for (const mark of document.querySelectorAll(".app-rating, .app-direction, .app-signal")) {
  const sentence = mark.nextElementSibling;
  if (sentence?.classList.contains("govuk-visually-hidden")) mark.title = sentence.textContent;
}
