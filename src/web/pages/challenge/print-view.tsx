/** The pack of a whole session for paper: one landscape page a team first, then its figures and what was said in portrait. */
import { Page } from "../../components/page/page.tsx";
import type { Site } from "../../context.ts";
import { PackParts } from "./pack-parts.tsx";
import type { PackView } from "./present.ts";
import { TeamSheet } from "./team-sheet.tsx";
import { type SaidView, SaidWords } from "./team-view.tsx";

export type PrintModel = {
  readonly session: { readonly id: number; readonly title: string; readonly day: string };
  readonly about: string;
  readonly teams: readonly { readonly pack: PackView; readonly said: readonly SaidView[] }[];
};

/** The page to print. */
export function PrintPage({ site, print }: { readonly site: Site; readonly print: PrintModel }) {
  const { session, teams, about } = print;
  const above = [
    { text: "Challenge", href: "/challenge" },
    { text: session.title, href: `/challenge/${session.id}` },
  ];
  return (
    <Page site={site} title={`Pack: ${session.title}`} part="/challenge" above={above} wide>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{session.day}</span>
        {session.title}
      </h1>
      <p class="govuk-body app-muted">{about}</p>
      <p class="govuk-body app-no-print">Print this page from your browser: each team begins on a page of its own.</p>
      {teams.map(({ pack, said }) => (
        <article key={pack.team} class="app-print-team">
          <div class="app-print-team__sheet">
            <h2 class="govuk-heading-l">{pack.team}</h2>
            <p class="govuk-body-s app-muted">{about}</p>
            <TeamSheet pack={pack} />
          </div>
          <section class="app-print-team__rest">
            <h3 class="govuk-heading-m">
              What was said<span class="govuk-visually-hidden"> by {pack.team}</span>
            </h3>
            {said.length === 0 && <p class="govuk-body">Nothing is recorded yet.</p>}
            {said.map((one) => (
              <SaidWords key={one.id} said={one} level={4} />
            ))}
            <PackParts pack={pack} level={3} />
          </section>
        </article>
      ))}
    </Page>
  );
}
