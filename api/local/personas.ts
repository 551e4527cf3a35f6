/** The people one can be on this machine, and their real, signed tokens from the Entra simulator. */
import * as z from 'zod';
import type { Role } from '../contract/route.ts';
import type { MicrosoftHere } from './microsoft-here.ts';
import { storySellerId } from './microsoft/demo-tenant.ts';

export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

export interface PersonaToken {
  readonly accessToken: string;
  readonly idToken: string;
  readonly expiresIn: number;
  readonly tenantId: string;
  readonly userId: string;
  readonly name: string;
  readonly username: string;
  readonly clientId: string;
  readonly scope: string;
}

const roleOf: Readonly<Record<MicrosoftHere['tenant']['users'][number]['appRoles'][number], Role>> = {
  Manager: 'manager',
  Admin: 'admin',
  Delegate: 'delegate',
};

const SignIn = z.object({ access_token: z.string(), id_token: z.string(), expires_in: z.number(), scope: z.string() });

/** Everybody of the demo tenant with a role; the seller of the first story first. */
export function personasOf({ tenant }: MicrosoftHere): readonly Persona[] {
  const sellers = new Set(tenant.groups.find(({ id }) => id === tenant.sellerGroupId)?.memberIds);
  return tenant.users
    .map(({ id, displayName, appRoles }): Persona => {
      const given = appRoles.map((appRole) => roleOf[appRole]);
      return { id, name: displayName, roles: sellers.has(id) ? ['seller', ...given] : given };
    })
    .filter(({ roles }) => roles.length > 0)
    .sort((a, b) => Number(b.id === storySellerId) - Number(a.id === storySellerId));
}

/** Undefined when there is no such person. */
export async function tokenOf(microsoft: MicrosoftHere, personaId: string): Promise<PersonaToken | undefined> {
  const { tenant, clientId, entraBaseUrl } = microsoft;
  const user = tenant.users.find(({ id }) => id === personaId);
  if (!user) return undefined;
  const response = await fetch(`${entraBaseUrl}/simulator/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ tenantId: tenant.tenantId, userId: user.id, scope: `api://${clientId}/access_as_user` }),
  });
  const answer = SignIn.parse(await response.json());
  return {
    accessToken: answer.access_token,
    idToken: answer.id_token,
    expiresIn: answer.expires_in,
    scope: answer.scope,
    tenantId: tenant.tenantId,
    userId: user.id,
    name: user.displayName,
    username: user.userPrincipalName,
    clientId,
  };
}
