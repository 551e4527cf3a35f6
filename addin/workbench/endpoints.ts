/** The local server's endpoints that the workbench reads: requests and parsed answers. None of them exists in the Azure build. */
import * as z from 'zod/mini';

const requestTimeoutMs = 20_000;
const readAgainTimeoutMs = 15 * 60_000;

const persona = z.object({ id: z.string(), name: z.string(), roles: z.array(z.string()) });
const identity = z.object({
  accessToken: z.string(),
  idToken: z.string(),
  expiresIn: z.number(),
  tenantId: z.string(),
  userId: z.string(),
  name: z.string(),
  username: z.string(),
  clientId: z.string(),
  scope: z.string(),
});
const clock = z.object({ nowAt: z.string() });
const progress = z.object({
  mailboxesDone: z.number(),
  mailboxesTotal: z.number(),
  eventsRead: z.number(),
  isComplete: z.boolean(),
});
const faults = z.object({
  api: z.enum(['none', 'unavailable', 'slow', 'answer_lost']),
  graph: z.enum(['none', 'throttle', 'unavailable', 'slow']),
});
const settings = z.object({ addinOrigin: z.string(), timeZone: z.string(), clientId: z.string(), isOwnCalendar: z.boolean() });
const proposedAccount = z.object({
  domain: z.string(),
  name: z.string(),
  meetings: z.number(),
  people: z.number(),
  isLikely: z.boolean(),
});
const proposedAccounts = z.object({ isReady: z.boolean(), hasAccounts: z.boolean(), proposals: z.array(proposedAccount) });
const broughtIn = z.object({ added: z.number() });
const refusal = z.object({ error: z.string() });
const attendee = z.object({ displayName: z.string(), emailAddress: z.string(), appointmentResponse: z.string() });
const outlookItem = z.object({
  itemId: z.string(),
  seriesId: z.nullable(z.string()),
  subject: z.string(),
  start: z.string(),
  end: z.string(),
  isAllDay: z.boolean(),
  location: z.string(),
  organizer: z.object({ name: z.string(), address: z.string() }),
  requiredAttendees: z.array(attendee),
  optionalAttendees: z.array(attendee),
  isOrganizer: z.boolean(),
  sensitivity: z.string(),
  isCancelled: z.boolean(),
  body: z.string(),
});

const calendar = z.object({ id: z.string(), name: z.string(), mail: z.string() });

export type Calendar = Readonly<z.infer<typeof calendar>>;
export type Persona = Readonly<z.infer<typeof persona>>;
export type Identity = Readonly<z.infer<typeof identity>>;
type Progress = Readonly<z.infer<typeof progress>>;
export type Faults = Readonly<z.infer<typeof faults>>;
export type Attendee = Readonly<z.infer<typeof attendee>>;
export type OutlookItem = Readonly<z.infer<typeof outlookItem>>;
export type ProposedAccount = Readonly<z.infer<typeof proposedAccount>>;
export type ProposedAccounts = Readonly<z.infer<typeof proposedAccounts>>;
type WorkbenchSettings = Readonly<z.infer<typeof settings>>;

/** The server answered, but not with a success. A server that does not answer throws the browser's own TypeError. */
interface RefusedError extends Error {
  readonly status: number;
  /** What the server says about it, when it says something. */
  readonly sentence: string | undefined;
}

export function isRefused(error: unknown): error is RefusedError {
  return error instanceof Error && 'status' in error;
}

interface Sending {
  readonly body?: object;
  readonly timeoutMs?: number;
}

async function request<T>(schema: z.ZodMiniType<T>, path: string, { body, timeoutMs = requestTimeoutMs }: Sending = {}): Promise<T> {
  const response = await fetch(path, {
    ...(body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw await refusedError(path, response);
  return schema.parse(await response.json());
}

async function refusedError(path: string, response: Response): Promise<RefusedError> {
  const said = refusal.safeParse(await response.json().catch(() => undefined));
  const { status } = response;
  return Object.assign(new Error(`${path} answered ${String(status)}`), { status, sentence: said.success ? said.data.error : undefined });
}

export const readPersonas = (): Promise<readonly Persona[]> => request(z.array(persona), '/local/personas');
export const readSettings = (): Promise<WorkbenchSettings> => request(settings, '/local/workbench');
export const readProgress = (): Promise<Progress> => request(progress, '/local/progress');
export const readFaults = (): Promise<Faults> => request(faults, '/local/faults');
export const setFaults = (wanted: Faults): Promise<Faults> => request(faults, '/local/faults', { body: wanted });

/** Exists only where somebody's own calendar is served. */
export const readProposedAccounts = (): Promise<ProposedAccounts> => request(proposedAccounts, '/local/proposed-accounts');

/** Resolves when the calendar is read again with the accounts of these domains: for ten thousand meetings on a busy machine that takes minutes. */
export const bringInAccounts = (domains: readonly string[]): Promise<{ readonly added: number }> =>
  request(broughtIn, '/local/proposed-accounts', { body: { domains }, timeoutMs: readAgainTimeoutMs });

/** The server's clock, an instant in UTC. */
export const readClock = (): Promise<{ readonly nowAt: string }> => request(clock, '/local/clock');
export const advanceClock = (advanceMinutes: number): Promise<{ readonly nowAt: string }> =>
  request(clock, '/local/clock', { body: { advanceMinutes } });

/** Fresh tokens and the names of one person, as after a sign-in; the token's life is in seconds. */
export const readIdentity = (personaId: string): Promise<Identity> => request(identity, '/local/token', { body: { persona: personaId } });

/** The person's own calendar first, then those that others share with them. */
export const readCalendars = (persona: string): Promise<readonly Calendar[]> =>
  request(z.array(calendar), `/local/calendars?${new URLSearchParams({ persona }).toString()}`);

/** The meetings that overlap [fromAt, toAt), instants in UTC, in the order of the server. A person without a calendar has none. */
export async function readOutlook(asked: {
  readonly persona: string;
  readonly fromAt: string;
  readonly toAt: string;
}): Promise<readonly OutlookItem[] | 'no-calendar'> {
  const query = new URLSearchParams({ persona: asked.persona, from: asked.fromAt, to: asked.toAt });
  try {
    return await request(z.array(outlookItem), `/local/outlook?${query.toString()}`);
  } catch (error) {
    if (isRefused(error) && error.status === 404) return 'no-calendar';
    throw error;
  }
}
