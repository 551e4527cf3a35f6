/** Starts the stand-ins for Microsoft with one tenant, and the settings that point the product at them. */
import { randomBytes } from 'node:crypto';
import { startEntraSimulator } from './microsoft/entra-simulator.ts';
import { startGraphSimulator } from './microsoft/graph-simulator.ts';
import type { LocalTenant } from './microsoft/tenant.ts';

export interface MicrosoftHere {
  readonly tenant: LocalTenant;
  readonly graphBaseUrl: string;
  readonly entraBaseUrl: string;
  readonly clientId: string;
  readonly managedIdentityClientId: string;
  readonly stop: () => Promise<void>;
}

const clientId = '7b1ad5a8-1f0b-4b57-9d7e-2a4b5f7c9e11';
const managedIdentityClientId = 'c2f4b8de-53a9-4e0c-8a1f-6d2e9b7f0a33';
const managedIdentityPrincipalId = '0d9e3c61-7f42-4c5d-b8aa-915c2f3b6e77';
/** What an admin consents to in Entra; calendars are opened by Exchange alone. */
const graphRoles = ['User.Read.All', 'GroupMember.Read.All', 'AdministrativeUnit.Read.All', 'Organization.Read.All'];
/** What the app may do in the name of whoever is signed in: read calendars that others share with them. */
const graphScopes = ['Calendars.Read.Shared'];

export interface MicrosoftOptions {
  readonly tenant: LocalTenant;
  readonly nowAt: () => Date;
}

/** Also sets IDENTITY_ENDPOINT and IDENTITY_HEADER, as App Service does for MSAL's managed identity. */
export async function startMicrosoft({ tenant, nowAt }: MicrosoftOptions): Promise<MicrosoftHere> {
  const identityHeader = randomBytes(16).toString('hex');
  const app = { clientId, managedIdentityClientId, managedIdentityPrincipalId, identityHeader, graphRoles, graphScopes };
  const entra = await startEntraSimulator({ tenants: [tenant], app, nowAt });
  const graph = await startGraphSimulator({ tenants: [tenant], entraBaseUrl: entra.baseUrl, nowAt });
  process.env['IDENTITY_ENDPOINT'] = `${entra.baseUrl}/msi/token`;
  process.env['IDENTITY_HEADER'] = identityHeader;
  return {
    tenant,
    graphBaseUrl: graph.baseUrl,
    entraBaseUrl: entra.baseUrl,
    clientId,
    managedIdentityClientId,
    async stop() {
      await Promise.all([graph.close(), entra.close()]);
    },
  };
}
