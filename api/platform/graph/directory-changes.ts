/** Whose entry in the directory has changed since the last look, in one round of `users/delta`. Says who, not what: what is asked for anew is little. */
import * as z from 'zod';
import { ok, refused, type Result } from '../../domain/result.ts';
import { graphOrigin } from '../identity/microsoft-hosts.ts';
import { type GraphClient, type GraphFailure, graphFailure } from './graph-client.ts';

export interface DirectoryChanges {
  /** Object ids, lower case: of users who came, changed, left, or got another manager. */
  readonly changedIds: ReadonlySet<string>;
  /** Where the next round starts. */
  readonly link: string;
}

/** The round tells of changes in these alone; a manager is tracked when it is asked for (user-delta, "Optional query parameters"). */
const trackedFields = ['displayName', 'mail', 'userPrincipalName', 'manager'];
/** A directory that changed by more pages than this is read anew as cheaply. */
const maxPages = 200;

const Page = z.object({
  value: z.array(z.object({ id: z.guid() })),
  '@odata.nextLink': z.string().startsWith(`${graphOrigin}/`).optional(),
  '@odata.deltaLink': z.string().startsWith(`${graphOrigin}/`).optional(),
});

/** Without a link: nobody yet, and where to go on from now. `sync_state_lost` asks for everybody anew. */
export async function readDirectoryChanges(graph: GraphClient, since: string | undefined): Promise<Result<DirectoryChanges, GraphFailure>> {
  const changedIds = new Set<string>();
  let request = since === undefined ? graph.api('/users/delta').select(trackedFields).query({ $deltatoken: 'latest' }) : graph.api(since);
  try {
    for (let pages = 0; pages < maxPages; pages += 1) {
      const page = Page.safeParse(await request.get());
      if (!page.success) return refused({ kind: 'unreadable', what: 'directory changes' });
      for (const { id } of page.data.value) changedIds.add(id.toLowerCase());
      const { '@odata.nextLink': nextLink, '@odata.deltaLink': deltaLink } = page.data;
      if (deltaLink !== undefined) return ok({ changedIds, link: deltaLink });
      if (nextLink === undefined) return refused({ kind: 'unreadable', what: 'directory changes without a link' });
      request = graph.api(nextLink);
    }
    return refused({ kind: 'sync_state_lost' });
  } catch (error) {
    return graphFailure(error);
  }
}
