/** The roles a person may hold, and what each permits: the one declared policy. Whatever is not named here is denied. */
import type { Permission } from "./permissions.ts";

type RoleFacts = { readonly words: string; readonly about: string; readonly permits: readonly Permission[] };

const INTERNAL: readonly Permission[] = ["read-editions", "see-figures", "see-actions", "use-api"];
const MANAGER: readonly Permission[] = [
  ...INTERNAL,
  "see-teams",
  "see-cases",
  "export-cases",
  "save-lists",
  "write-comments",
  "enter-figures",
];

/** Role to its words and permissions; where a permission concerns children or teams, the grant's scope narrows it. */
export const ROLES = {
  "published-viewer": {
    words: "Viewer of published figures",
    about: "Councillors and partners: published editions only.",
    permits: ["read-editions", "use-api"],
  },
  "internal-viewer": {
    words: "Viewer of internal figures",
    about: "Staff who read figures but no child’s record.",
    permits: INTERNAL,
  },
  "team-manager": {
    words: "Team manager",
    about: "Their own teams’ profiles and the children behind the figures.",
    permits: MANAGER,
  },
  "service-manager": {
    words: "Service manager",
    about: "Every team of a service; runs challenge sessions.",
    permits: [...MANAGER, "run-challenge", "see-data"],
  },
  commentator: {
    words: "Commentator",
    about: "Writes commentary and enters figures owned.",
    permits: [...INTERNAL, "write-comments", "enter-figures"],
  },
  "quality-lead": {
    words: "Quality lead",
    about: "Independent reviewing officers and quality leads: children within scope, challenge, judgement.",
    permits: [...MANAGER, "run-challenge", "judge-figures", "see-data"],
  },
  analyst: {
    words: "Performance analyst",
    about: "Loads data, keeps definitions, prepares editions.",
    permits: [
      ...MANAGER,
      "run-challenge",
      "judge-figures",
      "see-data",
      "load-data",
      "propose-definitions",
      "approve-definitions",
      "publish",
      "see-changes",
    ],
  },
  approver: {
    words: "Approver",
    about: "The director and deputies: approve commentary, sign off, release.",
    permits: [
      ...INTERNAL,
      "see-teams",
      "see-cases",
      "run-challenge",
      "judge-figures",
      "write-comments",
      "approve-comments",
      "approve-definitions",
      "sign-off",
      "publish",
      "see-data",
      "see-changes",
    ],
  },
  auditor: {
    words: "Auditor",
    about: "Re-performs figures, reads the logs; changes nothing.",
    permits: [...INTERNAL, "see-teams", "see-cases", "see-data", "see-changes", "see-access-log"],
  },
  administrator: {
    words: "Administrator",
    about: "People, roles and settings; sees no child and no internal figure.",
    permits: ["read-editions", "manage-people", "manage-settings", "see-access-log", "see-data"],
  },
} as const satisfies Record<string, RoleFacts>;

export type Role = keyof typeof ROLES;

/** Every role's id, in the order the administration pages list them. */
export const ROLE_IDS = Object.keys(ROLES) as readonly Role[];
