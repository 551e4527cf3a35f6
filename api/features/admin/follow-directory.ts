/** Keeps sellers and managers as the directory has them: who came, who left, who reports to whom. A queue function. */
import { ok, type Result } from '../../domain/result.ts';
import { readDirectoryChanges } from '../../platform/graph/directory-changes.ts';
import type { GraphClient, GraphFailure } from '../../platform/graph/graph-client.ts';
import type { Background } from '../../platform/trigger/handler.ts';
import {
  beginRead,
  type DirectoryStanding,
  endRead,
  isDirectoryDue,
  loadDirectoryStanding,
  loadKnownManagers,
  noteDirectoryRefusal,
  refusalOf,
} from './directory-standing.ts';
import { type DirectoryRead, type KnownLines, readEverybody, readPeople } from './read-directory.ts';
import { refreshEveryAccount } from './refresh-every-account.ts';
import type { ReadDirectoryMessage } from './request-directory-reads.ts';
import { storePeople } from './store-people.ts';

/** A failure of Graph's changes nobody: the timer comes back. */
export async function followDirectory({ tenantId }: ReadDirectoryMessage, background: Background): Promise<void> {
  const nowAt = background.nowAt();
  const standing = await background.withTenant(tenantId, loadDirectoryStanding);
  if (!standing || !isDirectoryDue(standing, tenantId, nowAt)) return;
  const managerByPersonId = await background.withTenant(tenantId, async (tx) => {
    await beginRead(tx, nowAt);
    return loadKnownManagers(tx);
  });
  const read = await look(background.graph(tenantId), standing, managerByPersonId);
  if (!read.ok) return giveUp(read.failure, tenantId, background);
  const { people, link } = read.value;
  const change = await background.withTenant(tenantId, async (tx) => {
    if (!(await endRead(tx, nowAt, link))) return undefined;
    const stored = await storePeople(tx, people, { tenantId, nowAt });
    // An account's word depends on whether its owner is enrolled, and since when.
    if (stored.came + stored.left > 0) await refreshEveryAccount(tx, { tenantId, nowAt });
    return stored;
  });
  if (change && change.came + change.left > 0) background.log.info('sellers_changed', { tenantId, ...change });
}

/** Everybody without a link, or when Graph no longer knows it; otherwise members, and the lines of whose entry has changed. */
async function look(
  graph: GraphClient,
  { list, deltaLink }: DirectoryStanding,
  managerByPersonId: KnownLines['managerByPersonId'],
): Promise<Result<DirectoryRead, GraphFailure>> {
  if (deltaLink === undefined) return readEverybody(graph, list);
  const changes = await readDirectoryChanges(graph, deltaLink);
  if (!changes.ok) return changes.failure.kind === 'sync_state_lost' ? readEverybody(graph, list) : changes;
  const { changedIds, link } = changes.value;
  const people = await readPeople(graph, list, { managerByPersonId, changedIds });
  return people.ok ? ok({ people: people.value, link }) : people;
}

async function giveUp(failure: GraphFailure, tenantId: string, { withTenant, nowAt, log }: Background): Promise<void> {
  const refusal = refusalOf(failure);
  const isNews = refusal === undefined || (await withTenant(tenantId, (tx) => noteDirectoryRefusal(tx, refusal, nowAt())));
  // What lasts is a state that the admin sees, not a line at every try.
  if (isNews) log.warn('directory_not_read', { tenantId, ...failure });
}
