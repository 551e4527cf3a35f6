/** Which roles a verified user has: manager, admin and delegate by the token's app roles, seller by enrolment. */
import type { Role } from '../../contract/route.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { VerifiedUser } from '../../platform/identity/verify-token.ts';

const roleOfAppRole: Readonly<Record<string, Role>> = { Manager: 'manager', Admin: 'admin', Delegate: 'delegate' };

/** In the order seller, then as given; empty for somebody who is neither enrolled nor given a role. */
export async function callerRoles(tx: TenantTransaction, user: VerifiedUser): Promise<readonly Role[]> {
  const person = await tx.selectFrom('person').where('person_id', '=', user.userId).select('is_seller').executeTakeFirst();
  const given = user.appRoles.flatMap((appRole) => roleOfAppRole[appRole] ?? []);
  return [...(person?.is_seller ? (['seller'] as const) : []), ...new Set(given)];
}
