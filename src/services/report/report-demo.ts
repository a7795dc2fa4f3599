/** Reports of the trial: a committee report half written, and young people's summary released. */
import type { Who } from "../challenge/context.ts";
import { listPeople } from "../people/people.ts";
import { beginDraft, openDraftFor, writeFor } from "./drafts.ts";
import { releaseFor, releaseState } from "./release.ts";
import type { Maker, ReportDesk } from "./report-desk.ts";

type Makers = { readonly analyst: Who; readonly director: Who };

/** A draft of the quarter's committee report: the cover answered, one red explained, the rest still gaps. */
export async function draftedReport(desk: ReportDesk, { analyst }: Makers): Promise<void> {
  const maker = await named(desk, analyst);
  const draft = await beginDraft(desk, maker, {
    choice: { template: "committee-report-2018", scorecard: "quarterly-performance" },
    answers: {
      committee: "Children and Families Scrutiny Committee",
      meeting: "2026-05-12",
      "portfolio-holder": "The cabinet member for children and families",
      "senior-officer": "The director of children’s services",
    },
  });
  const { made } = await openDraftFor(desk, maker, draft.id);
  const red = made.gaps.find(({ id }) => id.startsWith("red"));
  if (red === undefined) return;
  await writeFor(desk, maker, {
    ...{ id: draft.id, block: red.id, kind: "replace", seen: 0 },
    body: "The service looks at each of these children with the panel every month. The plan it made is brought to the committee in June.",
  });
}

/** The newest edition in plain words, with nothing left to write: released by the director. */
export async function releasedReport(desk: ReportDesk, { analyst, director }: Makers): Promise<void> {
  const maker = await named(desk, analyst);
  const draft = await beginDraft(desk, maker, {
    choice: { template: "young-people", scorecard: "vital-signs", period: "2026-02" },
    answers: {
      "what-next":
        "We will see more children within five days. We will help more of you to see a dentist. We will tell you how it went.",
    },
  });
  const state = await releaseState(desk, await openDraftFor(desk, maker, draft.id));
  if (!state.isReady) return;
  await releaseFor(desk, await named(desk, director), { id: draft.id, seen: state.fingerprint });
}

async function named({ store }: ReportDesk, who: Who): Promise<Maker> {
  const known = (await listPeople(store)).find(({ id }) => id === who.person);
  return { ...who, name: known?.name ?? who.actor };
}
