/** Every page of administration. */
import type { FastifyInstance } from "fastify";
import type { DeskContext } from "../../context.ts";
import { addUseCount } from "../../middleware/count-use.ts";
import { registerAccess } from "./access/route.tsx";
import { registerHealth } from "./health/route.tsx";
import { registerAdminIndex } from "./index-route.tsx";
import { registerPeople } from "./people/route.tsx";
import { registerSettings } from "./settings/route.tsx";
import { registerUsage } from "./usage/route.tsx";

/** Adds them, and counts the use of every page added after. */
export function registerAdmin(app: FastifyInstance, context: DeskContext): void {
  addUseCount(app, context.desk);
  for (const register of [
    registerAdminIndex,
    registerPeople,
    registerAccess,
    registerUsage,
    registerSettings,
    registerHealth,
  ])
    register(app, context);
}
