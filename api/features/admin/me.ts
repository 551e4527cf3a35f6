/** Who the caller is, for the add-in's navigation. Answers everybody who is signed in. */
import type { me as route } from '../../contract/person.ts';
import { ok } from '../../domain/result.ts';
import type { Handler } from '../../platform/trigger/handler.ts';

export const me: Handler<typeof route> = ({ caller, transaction }) =>
  transaction(async (tx) => {
    const tenant = await tx.selectFrom('tenant').select(['display_name', 'currency', 'time_zone']).executeTakeFirst();
    return ok({
      id: caller.userId,
      tenantId: caller.tenantId,
      name: caller.name,
      roles: [...caller.roles],
      tenantName: tenant?.display_name ?? null,
      currency: tenant?.currency ?? null,
      timeZone: tenant?.time_zone ?? null,
    });
  });
