/** People from the directory: who is in the sellers' group or unit, who manages whom, which domains are ours. */
import * as z from 'zod';
import { ok, refused, type Result } from '../../domain/result.ts';
import { graphOrigin } from '../identity/microsoft-hosts.ts';
import { type GraphClient, type GraphFailure, graphFailure } from './graph-client.ts';

export interface DirectoryUser {
  readonly userId: string;
  readonly name: string;
  readonly mail: string;
}

export interface Organization {
  readonly name: string;
  /** Verified domains, lower case. */
  readonly domains: readonly string[];
}

/** What has direct members that are the sellers, and whose mailboxes Exchange RBAC opens. */
export interface SellerList {
  readonly kind: 'group' | 'administrative_unit';
  readonly id: string;
}

const membersPerPage = 200;
/** 40,000 members; a list larger than that is refused rather than half read. */
const maxMemberPages = 200;

const User = z
  .object({ id: z.guid(), displayName: z.string().nullish(), mail: z.string().nullish(), userPrincipalName: z.string().nullish() })
  .transform(({ id, displayName, mail, userPrincipalName }): DirectoryUser => {
    const address = (mail ?? userPrincipalName ?? '').toLowerCase();
    return { userId: id.toLowerCase(), name: displayName ?? address, mail: address };
  });

const userFields = ['id', 'displayName', 'mail', 'userPrincipalName'];
const MemberPage = z.object({
  value: z.array(z.looseObject({ '@odata.type': z.string().optional() })),
  '@odata.nextLink': z.string().optional(),
});

/** Direct members that are users; `access_refused` too where Graph hides who they are. */
export async function readMembers(graph: GraphClient, { kind, id }: SellerList): Promise<Result<readonly DirectoryUser[], GraphFailure>> {
  const members: DirectoryUser[] = [];
  const list = kind === 'group' ? `/groups/${id}` : `/directory/administrativeUnits/${id}`;
  let request = graph.api(`${list}/members`).select(userFields).top(membersPerPage);
  try {
    for (let pages = 0; pages < maxMemberPages; pages += 1) {
      const page = MemberPage.parse(await request.get());
      const users = page.value.filter((member) => (member['@odata.type'] ?? '#microsoft.graph.user') === '#microsoft.graph.user');
      const people = users.map((user) => User.parse(user));
      // Without User.Read.All members come as ids alone (group-list-members, "Permissions"): nobody's mail is empty otherwise.
      if (people.some(({ mail }) => mail === '')) return refused({ kind: 'access_refused', status: 200, code: 'MembersHidden' });
      members.push(...people);
      const nextLink = page['@odata.nextLink'];
      if (nextLink === undefined) return ok(members);
      if (!nextLink.startsWith(`${graphOrigin}/`)) return refused({ kind: 'unreadable', what: 'a next link to another host' });
      request = graph.api(nextLink);
    }
    return refused({ kind: 'unreadable', what: 'a list of more pages than the limit' });
  } catch (error) {
    return directoryFailure(error);
  }
}

/** One user by object id. */
export async function readUser(graph: GraphClient, userId: string): Promise<Result<DirectoryUser, GraphFailure>> {
  try {
    return ok(User.parse(await graph.api(`/users/${userId}`).select(userFields).get()));
  } catch (error) {
    return directoryFailure(error);
  }
}

/** The user's manager; undefined when the directory names none. */
export async function readManager(graph: GraphClient, userId: string): Promise<Result<DirectoryUser | undefined, GraphFailure>> {
  try {
    return ok(User.parse(await graph.api(`/users/${userId}/manager`).select(userFields).get()));
  } catch (error) {
    const failure = directoryFailure(error);
    return !failure.ok && failure.failure.kind === 'not_found' ? ok(undefined) : failure;
  }
}

const Organizations = z.object({
  value: z
    .tuple([z.object({ displayName: z.string().nullish(), verifiedDomains: z.array(z.object({ name: z.string() })) })])
    .rest(z.unknown()),
});

export async function readOrganization(graph: GraphClient): Promise<Result<Organization, GraphFailure>> {
  try {
    const [organization] = Organizations.parse(await graph.api('/organization').select(['displayName', 'verifiedDomains']).get()).value;
    return ok({
      name: organization.displayName ?? '',
      domains: organization.verifiedDomains.map(({ name }) => name.toLowerCase()),
    });
  } catch (error) {
    return directoryFailure(error);
  }
}

function directoryFailure(error: unknown): Result<never, GraphFailure> {
  return error instanceof z.ZodError ? refused({ kind: 'unreadable', what: 'directory' }) : graphFailure(error);
}
