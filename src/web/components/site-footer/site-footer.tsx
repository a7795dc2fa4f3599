/** The foot of every page. Not GOV.UK's footer: that carries the crown and Crown copyright, which are not a council's to use. */

/** Links about the service itself, in a container of the page's own width. */
export function SiteFooter({ container }: { readonly container: string }) {
  return (
    <footer class="app-site-footer">
      <div class={container}>
        <ul class="app-site-footer__list">
          <li>
            <a class="govuk-link govuk-link--text-colour" href="/about">
              About Waymark
            </a>
          </li>
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
