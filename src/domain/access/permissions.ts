/** What may be done in Waymark: one word for each thing a page, query, export or API call asks leave for. */

/** Permission to its words, as the administration pages print them. */
export const PERMISSIONS = {
  "read-editions": "Read published editions and their files",
  "see-figures": "See internal figures: scorecards, measures and comparisons, small numbers shown",
  "see-teams": "See the profiles of teams and workers within scope",
  "see-cases": "See the children behind a figure within scope, with a purpose, logged",
  "export-cases": "Take a list of children away within scope, watermarked, logged",
  "save-lists": "Keep a list of children’s criteria under a name, for oneself or one’s team",
  "see-data": "See loads, their issues and what they cover",
  "load-data": "Load returns, and accept or refuse them",
  "enter-figures": "Enter figures by hand that one owns",
  "write-comments": "Write and submit commentary",
  "approve-comments": "Return or approve commentary somebody else wrote",
  "run-challenge": "Prepare challenge sessions and record challenge, actions and what came of them",
  "see-actions": "See challenge actions and report on one’s own",
  "judge-figures": "Override a rating with a reason, note a series, accept a fault of reconciliation",
  "sign-off": "Sign a scorecard’s period off in a role",
  publish: "Publish an edition, and correct one",
  "propose-definitions": "Draft changes to measures, targets, scorecards, neighbours, populations and calendars",
  "approve-definitions": "Approve a change of definition somebody else drafted",
  "see-changes": "See the log of changes and re-perform published figures",
  "see-access-log": "See who looked at what: every view of a child, everything a person saw",
  "manage-people": "Add people, give and take roles, end sessions",
  "manage-settings": "Change settings and see the state of the installation",
  "use-api": "Make tokens for programs that read figures",
} as const;

export type Permission = keyof typeof PERMISSIONS;
