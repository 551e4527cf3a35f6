/** What reads one page of a calendar, whatever kind of read it is. */
import type { Result } from '../../domain/result.ts';
import type { GraphClient, GraphFailure } from '../../platform/graph/graph-client.ts';
import type { Background } from '../../platform/trigger/handler.ts';
import type { Lease } from './mailbox-lease.ts';

export interface PageReader {
  readonly lease: Lease;
  readonly graph: GraphClient;
  readonly background: Background;
}

/** `end`: nothing more to do, because the read is complete or the mailbox is somebody else's by now. */
export type PageRead = { readonly kind: 'more'; readonly link: string } | { readonly kind: 'end' };

/** Without a link: the first page. */
export type ReadPage = (link: string | undefined) => Promise<Result<PageRead, GraphFailure>>;
