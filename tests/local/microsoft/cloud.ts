// What the tests of the simulators share: a small hand-made tenant, both servers, and the real Microsoft clients led to them.
import type { Event as GraphEvent, ResponseType } from '@microsoft/microsoft-graph-types';
import { ConfidentialClientApplication } from '@azure/msal-node';
import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { AuthenticationHandler, Client, RetryHandler, RetryHandlerOptions } from '@microsoft/microsoft-graph-client';
import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { startEntraSimulator } from '../../../api/local/microsoft/entra-simulator.ts';
import { startGraphSimulator } from '../../../api/local/microsoft/graph-simulator.ts';
import { copyMeeting, noTime, utcTimes } from '../../../api/local/microsoft/meeting-copies.ts';
import { globalObjectId } from '../../../api/local/microsoft/outlook-ids.ts';
import type { SimulatedEvent, SimulatedTenant, SimulatedUser } from '../../../api/local/microsoft/tenant.ts';

export const app = {
  clientId: '7d0a1f52-0c35-4f6e-9a51-0a2f4a7b9c01',
  managedIdentityClientId: '1c1b6d0e-53b4-4d38-a1f3-6f2f6ab1d202',
  managedIdentityPrincipalId: '5e0d8f11-2f6a-47d5-8f0a-9d9a3c55e303',
  identityHeader: 'header-of-the-identity-endpoint',
  graphRoles: ['User.Read.All', 'GroupMember.Read.All'],
} as const;

/** The tests run at the machine's own time, since MSAL knows no other clock. */
export const nowAt = (): Date => new Date();

export interface Cloud {
  readonly entraUrl: string;
  readonly graphUrl: string;
  readonly close: () => Promise<void>;
}

export async function startCloud(options: {
  readonly tenants: readonly SimulatedTenant[];
  readonly latencyMs?: number;
  readonly graphRoles?: readonly string[];
  readonly nowAt?: () => Date;
}): Promise<Cloud> {
  const clock = options.nowAt ?? nowAt;
  const entra = await startEntraSimulator({
    tenants: options.tenants,
    app: { ...app, graphRoles: options.graphRoles ?? app.graphRoles },
    nowAt: clock,
  });
  const graph = await startGraphSimulator({
    tenants: options.tenants,
    entraBaseUrl: entra.baseUrl,
    nowAt: clock,
    latencyMs: options.latencyMs ?? 0,
  });
  return {
    entraUrl: entra.baseUrl,
    graphUrl: graph.baseUrl,
    close: async () => {
      await graph.close();
      await entra.close();
    },
  };
}

/** MSAL insists on https; its network layer is the seam that leads elsewhere. */
export function networkTo(entraUrl: string): INetworkModule {
  const send = async <T>(url: string, init: RequestInit): Promise<NetworkResponse<T>> => {
    const answer = await fetch(url.replace('https://login.microsoftonline.com', entraUrl), init);
    return { headers: Object.fromEntries(answer.headers), body: (await answer.json()) as T, status: answer.status };
  };
  return {
    sendGetRequestAsync: (url: string, options?: NetworkRequestOptions) => send(url, { headers: options?.headers ?? {} }),
    sendPostRequestAsync: (url: string, options?: NetworkRequestOptions) =>
      send(url, { method: 'POST', headers: options?.headers ?? {}, body: options?.body ?? '' }),
  };
}

export async function managedIdentityToken(cloud: Cloud, resource = 'api://AzureADTokenExchange'): Promise<string> {
  const query = new URLSearchParams({ resource, 'api-version': '2019-08-01', client_id: app.managedIdentityClientId });
  const answer = await fetch(`${cloud.entraUrl}/msi/token?${query.toString()}`, { headers: { 'X-IDENTITY-HEADER': app.identityHeader } });
  return ((await answer.json()) as { readonly access_token: string }).access_token;
}

export function confidentialClient(cloud: Cloud, tenantId: string): ConfidentialClientApplication {
  return new ConfidentialClientApplication({
    auth: {
      clientId: app.clientId,
      authority: `https://login.microsoftonline.com/${tenantId}`,
      clientAssertion: () => managedIdentityToken(cloud),
    },
    system: { networkClient: networkTo(cloud.entraUrl) },
  });
}

export async function graphToken(cloud: Cloud, tenantId: string): Promise<string> {
  const result = await confidentialClient(cloud, tenantId).acquireTokenByClientCredential({
    scopes: ['https://graph.microsoft.com/.default'],
  });
  return result?.accessToken ?? '';
}

/** The real Graph client with its last middleware replaced; `maxRetries` 0 shows throttling instead of waiting for it. */
export function graphClient(cloud: Cloud, token: string, maxRetries = 0): Client {
  const authentication = new AuthenticationHandler({ getAccessToken: () => Promise.resolve(token) });
  const retry = new RetryHandler(new RetryHandlerOptions(0, maxRetries));
  const last: Middleware = {
    execute: async (context: Context) => {
      const url = typeof context.request === 'string' ? context.request : context.request.url;
      context.response = await fetch(url.replace('https://graph.microsoft.com', cloud.graphUrl), context.options);
    },
  };
  authentication.setNext(retry);
  retry.setNext(last);
  return Client.initWithMiddleware({ middleware: authentication });
}

export async function clientFor(cloud: Cloud, tenantId: string): Promise<Client> {
  return graphClient(cloud, await graphToken(cloud, tenantId));
}

/** One request without any client. */
export async function getRaw(options: {
  readonly cloud: Pick<Cloud, 'graphUrl'>;
  readonly token: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
}): Promise<Response> {
  return await fetch(`${options.cloud.graphUrl}${options.path}`, {
    headers: { authorization: `Bearer ${options.token}`, ...options.headers },
  });
}

const user = (local: string, options: Partial<SimulatedUser> = {}): SimulatedUser => ({
  id: `${local
    .padEnd(8, '0')
    .slice(0, 8)
    .replaceAll(/[^0-9a-f]/g, 'a')}-1111-4111-8111-111111111111`,
  displayName: `${local[0]?.toUpperCase() ?? ''}${local.slice(1)} Test`,
  mail: `${local}@north.example`,
  userPrincipalName: `${local}@north.example`,
  timeZone: 'Europe/Berlin',
  appRoles: [],
  hasMailbox: true,
  ...options,
});

const boss = user('bodo', { id: 'b0550000-1111-4111-8111-111111111111', appRoles: ['Manager'] });
export const people = {
  boss,
  anna: user('anna', { id: 'a11a0000-1111-4111-8111-111111111111', managerId: boss.id }),
  carl: user('carl', { id: 'ca410000-1111-4111-8111-111111111111', managerId: boss.id }),
  /** In the directory, with a mailbox, outside the scope. */
  dora: user('dora', { id: 'd04a0000-1111-4111-8111-111111111111' }),
  /** Without a mailbox. */
  robot: user('robot', { id: '40b00000-1111-4111-8111-111111111111', hasMailbox: false }),
} as const;

export interface SmallMeeting {
  readonly key: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly users: readonly SimulatedUser[];
  readonly event?: GraphEvent;
  readonly response?: ResponseType;
  readonly series?: { readonly seriesKey: string; readonly masterKey?: string };
}

function attendee(mail: string): NonNullable<GraphEvent['attendees']>[number] {
  return { type: 'required', status: { response: 'none', time: noTime }, emailAddress: { name: mail, address: mail } };
}

/** Calendars by user id; the first user of a meeting organizes it unless the event says otherwise. */
export function calendarsOf(meetings: readonly SmallMeeting[]): Map<string, SimulatedEvent[]> {
  const calendars = new Map<string, SimulatedEvent[]>();
  for (const meeting of meetings) {
    const times = { startsAtMs: Date.parse(meeting.startsAt), endsAtMs: Date.parse(meeting.endsAt) };
    const organizer = meeting.users[0] ?? people.anna;
    const shared: GraphEvent = {
      subject: meeting.key,
      type: 'singleInstance',
      iCalUId: globalObjectId({ seed: meeting.key }),
      organizer: { emailAddress: { name: organizer.displayName, address: organizer.mail } },
      attendees: [...meeting.users.slice(1).map((each) => attendee(each.mail)), attendee('kim@customer.example')],
      body: { contentType: 'html', content: `<html><body><p>CANARY-${meeting.key}</p></body></html>` },
      ...utcTimes(times),
      ...meeting.event,
    };
    for (const each of meeting.users) {
      const copy = copyMeeting({
        user: each,
        meetingKey: meeting.key,
        ...meeting.series,
        shared,
        ...times,
        response: meeting.response ?? 'accepted',
      });
      calendars.set(each.id, [...(calendars.get(each.id) ?? []), copy]);
    }
  }
  return calendars;
}

export function smallTenant(meetings: readonly SmallMeeting[], options: { readonly tenantId?: string } = {}): SimulatedTenant {
  const everybody = Object.values(people);
  return {
    tenantId: options.tenantId ?? '0a0a0a0a-2222-4222-8222-222222222222',
    displayName: 'North',
    domains: ['north.example'],
    users: everybody,
    groups: [
      { id: '9a000000-3333-4333-8333-333333333333', displayName: 'Scope', memberIds: [people.anna.id, people.carl.id] },
      { id: '9b000000-3333-4333-8333-333333333333', displayName: 'Everybody', memberIds: everybody.map((each) => each.id) },
    ],
    mailboxScopeGroupId: '9a000000-3333-4333-8333-333333333333',
    calendars: calendarsOf(meetings),
  };
}
