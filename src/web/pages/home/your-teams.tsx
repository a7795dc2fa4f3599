/** The teams somebody answers for: what stands out of each, with why, before anything about the whole council. */
import { countOf } from "../../words.ts";
import { Exceptions } from "../challenge/pack-parts.tsx";
import type { TeamStanding } from "./present.ts";

/** One part a team. */
export function YourTeams({ teams }: { readonly teams: readonly TeamStanding[] }) {
  return (
    <section aria-labelledby="your-teams">
      <h2 class="govuk-heading-m" id="your-teams">
        {teams.length === 1 ? "Your team" : "Your teams"}
      </h2>
      {teams.map(({ team, href, lines, count }) => (
        <div key={team} class="app-home__team">
          <p class="govuk-body">
            <a class="govuk-link govuk-!-font-weight-bold" href={href}>
              {team}
            </a>
            : every measure, caseloads, and what can still be done
          </p>
          <Exceptions lines={lines} level={3} />
          {count > lines.length && (
            <p class="govuk-body">
              {`The ${lines.length} most pressing of ${countOf(count, "measure")} that stand out. `}
              <a class="govuk-link" href={href}>
                See the rest<span class="govuk-visually-hidden"> of {team}</span>
              </a>
            </p>
          )}
        </div>
      ))}
    </section>
  );
}
