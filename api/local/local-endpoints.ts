/** `/local/*`: personas, tokens, clock, faults and what Outlook itself would show. They do not exist in the Azure build. */
import { Hono } from 'hono';
import * as z from 'zod';
import type { RecomputeReport } from '../features/health/recompute-health.ts';
import { ProblemError } from './api-client.ts';
import type { LocalClock } from './clock.ts';
import { apiFaults, Faults, type FaultSwitch, graphFaults } from './faults.ts';
import { graphControl } from './graph-control.ts';
import type { MicrosoftHere } from './microsoft-here.ts';
import type { OwnProposals, ProposalRefusal } from './own-proposals.ts';
import { personasOf, tokenOf } from './personas.ts';

export interface Progress {
  readonly mailboxesDone: number;
  readonly mailboxesTotal: number;
  readonly eventsRead: number;
  readonly isComplete: boolean;
}

export interface LocalEndpointsOptions {
  readonly microsoft: MicrosoftHere;
  readonly clock: LocalClock;
  readonly faults: FaultSwitch;
  readonly addinOrigin: string;
  readonly progress: () => Promise<Progress>;
  /** When somebody's own exported calendar is served instead of the demo tenant. */
  readonly proposals: OwnProposals | undefined;
  /** What `npm run recompute` asks of the Firsthand that runs. */
  readonly recompute: () => Promise<RecomputeReport>;
  /** Called after the clock was moved: what is due by now happens now. */
  readonly onClockMoved: () => Promise<void>;
}

const millisecondsPerMinute = 60_000;
/** Ten years either way; a clock further off makes zones and tokens meaningless. */
const maxAdvanceMinutes = 5_256_000;
const ClockRequest = z.union([
  z.object({ advanceMinutes: z.number().min(-maxAdvanceMinutes).max(maxAdvanceMinutes) }),
  z.object({ at: z.iso.datetime() }),
]);

export function localEndpoints(options: LocalEndpointsOptions): Hono {
  const { microsoft, clock, faults } = options;
  const app = new Hono();
  const now = (): { nowAt: string } => ({ nowAt: clock.now().toISOString() });

  app.get('/local/personas', (context) => context.json(personasOf(microsoft)));
  app.post('/local/token', async (context) => {
    const request = z.object({ persona: z.string() }).safeParse(await bodyOf(context.req.raw));
    if (!request.success) return context.json({ error: 'Send {"persona": id} with an id of /local/personas.' }, 400);
    const token = await tokenOf(microsoft, request.data.persona);
    return token ? context.json(token) : context.json({ error: 'No such persona: see /local/personas.' }, 404);
  });
  app.get('/local/clock', (context) => context.json(now()));
  app.post('/local/clock', async (context) => {
    const request = ClockRequest.safeParse(await bodyOf(context.req.raw));
    if (!request.success) return context.json({ error: 'Send {"advanceMinutes": number} or {"at": instant in UTC}.' }, 400);
    if ('at' in request.data) clock.setTo(new Date(request.data.at));
    else clock.advance(request.data.advanceMinutes * millisecondsPerMinute);
    await options.onClockMoved();
    return context.json(now());
  });
  app.get('/local/faults', (context) => context.json(faults.current()));
  app.post('/local/faults', async (context) => {
    const request = Faults.safeParse(await bodyOf(context.req.raw));
    if (!request.success)
      return context.json({ error: `Send {"api": one of ${apiFaults.join()}, "graph": one of ${graphFaults.join()}}.` }, 400);
    await faults.set(request.data);
    return context.json(faults.current());
  });
  app.route('/', graphControl(microsoft.graphBaseUrl));
  app.get('/local/recompute', async (context) => context.json(await options.recompute()));
  app.get('/local/progress', async (context) => {
    try {
      return context.json(await options.progress());
    } catch (error) {
      // The API is made to fail, or busy with something else: whoever polls asks again.
      if (error instanceof ProblemError) return context.json({ error: error.message }, 503);
      throw error;
    }
  });
  app.get('/local/workbench', (context) =>
    context.json({
      addinOrigin: options.addinOrigin,
      timeZone: microsoft.tenant.timeZone,
      clientId: microsoft.clientId,
      isOwnCalendar: options.proposals !== undefined,
    }),
  );
  app.get('/local/calendars', (context) => context.json(calendarsOf(microsoft, context.req.query('persona') ?? '')));
  app.get('/local/outlook', async (context) => {
    const { persona = '', from = '', to = '' } = context.req.query();
    const query = new URLSearchParams({ from, to });
    const answer = await fetch(`${microsoft.graphBaseUrl}/simulator/outlook/${encodeURIComponent(persona)}/items?${query}`);
    return new Response(answer.body, { status: answer.status, headers: { 'content-type': 'application/json' } });
  });
  if (options.proposals) mountProposals(app, options.proposals);
  return app;
}

/** More than are ever proposed. */
const maxChosenDomains = 1_000;
const ChosenDomains = z.object({ domains: z.array(z.string()).max(maxChosenDomains) });

function mountProposals(app: Hono, proposals: OwnProposals): void {
  app.get('/local/proposed-accounts', async (context) => context.json(await proposals.waiting()));
  app.post('/local/proposed-accounts', async (context) => {
    const request = ChosenDomains.safeParse(await bodyOf(context.req.raw));
    if (!request.success) return context.json({ error: sentenceOf({ kind: 'nothing_chosen' }) }, 400);
    const brought = await proposals.bringIn(request.data.domains);
    if (brought.ok) return context.json(brought.value);
    return context.json({ error: sentenceOf(brought.failure) }, brought.failure.kind === 'not_ready' ? 409 : 400);
  });
}

function sentenceOf(refusal: ProposalRefusal): string {
  switch (refusal.kind) {
    case 'not_ready':
      return 'Firsthand is still starting: try again in a moment.';
    case 'nothing_chosen':
      return 'Send {"domains": [...]} with at least one domain of GET /local/proposed-accounts.';
    case 'not_proposed':
      return `${refusal.domain} is not among the proposed accounts: see GET /local/proposed-accounts.`;
  }
}

/** The own calendar first, then those that others share with the person, as Outlook lists them. */
function calendarsOf(
  { tenant }: MicrosoftHere,
  personaId: string,
): readonly { readonly id: string; readonly name: string; readonly mail: string }[] {
  const ownerIds = (tenant.calendarShares ?? []).filter(({ delegateId }) => delegateId === personaId).map(({ ownerId }) => ownerId);
  return [personaId, ...ownerIds].flatMap((id) =>
    tenant.users.filter((user) => user.id === id).map(({ displayName: name, mail }) => ({ id, name, mail })),
  );
}

async function bodyOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}
