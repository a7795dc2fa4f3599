/** Reads the dataset's free words where a canonical table has kinds: health checks, addresses, roles, orders, services. */
import { type Reader, type Reading, readNothing } from "../../mapping/reading.ts";

type Kind = readonly [words: RegExp, value: string];

const HEALTH_CHECK: readonly Kind[] = [
  [/initial|\biha\b/, "iha"],
  [/dent/, "dental"],
  [/optic|optom|\beyes?\b|sight|vision/, "optical"],
  [/immuni|vaccin/, "immunisation"],
  [/development/, "development"],
  [/strengths|\bsdq\b/, "sdq"],
  [/substance/, "substance"],
  [/health|medical|review|annual|\brha\b/, "rha"],
];

const ADDRESS: readonly Kind[] = [
  [/placement|placed|foster|residential|children'?s home|looked after/, "placement"],
  [/home|main|primary|permanent|current|usual/, "home"],
  [/./, "other"],
];

const ROLE: readonly Kind[] = [
  [/review|\biro\b|chair/, "reviewing_officer"],
  [/advis/, "adviser"],
  [/early.?help|family.?help|key ?worker/, "early_help"],
  [/superv/, "supervising"],
  [/alloc|case.?holder|social worker|lead/, "allocated"],
];

const IDENTIFIER: readonly Kind[] = [
  [/former.*(upn|pupil)/, "former_upn"],
  [/pupil|\bupn\b/, "upn"],
  [/learner|\buln\b/, "uln"],
  [/\bnhs\b/, "nhs_number"],
  [/youth|\byot\b|\byjs\b/, "youth_justice_id"],
  [/home office/, "home_office_id"],
];

const SERVICE: readonly Kind[] = [
  [/front.?door|\bmash\b|contact|first response/, "front_door"],
  [/early.?help|family.?help/, "early_help"],
  [/disab/, "disability"],
  [/leaving.?care|care.?leav|pathway/, "care_leavers"],
  [/looked.?after|cared.?for|in.?care|permanen/, "children_looked_after"],
  [/foster/, "fostering"],
  [/adopt/, "adoption"],
  [/assess|duty|referral/, "assessment"],
  [/safeguard|protection|in.?need|court|family support|locality/, "safeguarding"],
];

const ORDER: readonly Kind[] = [
  [/adopt/, "adoption"],
  [/special guard|\bsgo\b/, "special_guardianship"],
  [/child arrangement|residence|\bcao\b/, "child_arrangements"],
];

const PRE_PROCEEDINGS: readonly Kind[] = [
  [/issue|proceedings/, "proceedings_issued"],
  [/step/, "stepped_down"],
];

/** Readings of free words, by the name the mapping gives them. */
export const WORD_READINGS: Readonly<Record<string, Reader>> = {
  "health-check": kindReader(HEALTH_CHECK, "other"),
  "address-kind": kindReader(ADDRESS, "other"),
  "identifier-kind": kindReader(IDENTIFIER),
  role: kindReader(ROLE),
  service: kindReader(SERVICE),
  "order-type": kindReader(ORDER),
  "pre-proceedings-outcome": kindReader(PRE_PROCEEDINGS),
  "sdq-status": readSdqStatus,
};

/** The first kind whose words are used; else the words themselves in our manner (lower case, underscores), or the kind for anything else. */
function kindReader(kinds: readonly Kind[], otherwise?: string): Reader {
  return (text): Reading => {
    const words = text.trim().toLowerCase().replaceAll("_", " ");
    const kind = kinds.find(([named]) => named.test(words));
    if (kind !== undefined) return { value: kind[1] };
    const nothing = readNothing(text);
    if (nothing !== null) return otherwise === undefined ? nothing : { ...nothing, value: otherwise };
    return { value: otherwise ?? words.replace(/[^a-z0-9]+/g, "_").replace(/^_|_$/g, "") };
  };
}

/** Why there is no score (SDQ1 to SDQ5), or that there is one. */
function readSdqStatus(text: string): Reading {
  const [, reason] = /^(SDQ[1-5])\b/i.exec(text.trim()) ?? [];
  if (reason !== undefined) return { value: reason.toUpperCase() };
  if (text === "completed") return { value: text };
  return readNothing(text) ?? { value: null, issue: "VALUE_UNKNOWN", valueClass: "reason not expected" };
}
