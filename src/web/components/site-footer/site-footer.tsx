/** The foot of every page. Not GOV.UK's footer: that carries the crown and Crown copyright, which are not a council's to use. */

/** Links about the service itself. */
export function SiteFooter() {
  return (
    <footer class="app-site-footer">
      <div class="govuk-width-container app-width-container">
        <ul class="app-site-footer__list">
          <li>
            <a class="govuk-link govuk-link--text-colour" href="/about#accessibility">
              Accessibility statement
            </a>
          </li>
          <li>
            <a class="govuk-link govuk-link--text-colour" href="/about#privacy">
              Privacy and outside traffic
            </a>
          </li>
        </ul>
        <p class="app-site-footer__name">Waymark: figures you can trace</p>
      </div>
    </footer>
  );
}
