/** What waits for the viewer: how many of each, where to deal with them, and by when. */
import { Tag } from "../../components/tag/tag.tsx";
import type { WaitingLine } from "./present.ts";

/** The list, or that nothing waits. */
export function WaitingList({ waiting }: { readonly waiting: readonly WaitingLine[] }) {
  return (
    <section class="app-waiting" aria-labelledby="waiting">
      <h2 class="govuk-heading-m app-waiting__title" id="waiting">
        Waiting for you
      </h2>
      {waiting.length === 0 ? (
        <p class="govuk-body">Nothing waits for you today.</p>
      ) : (
        <ul class="app-waiting__list">
          {waiting.map((line) => (
            <li key={`${line.href} ${line.title}`} class="app-waiting__item">
              <a class="govuk-link app-waiting__link" href={line.href}>
                {`${line.title}: `}
                <span class="app-waiting__count">{line.count}</span>
              </a>
              {line.due !== null && <span class="app-waiting__due">{line.due}</span>}
              {line.isOverdue && <Tag class="govuk-tag--orange">Overdue</Tag>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
