/** Sellers and their managers from the directory: everybody at first, later only whose entry has changed. Stores nothing. */
import { maxReportingLevels } from '../../domain/reporting-line.ts';
import { ok, type Result } from '../../domain/result.ts';
import { readDirectoryChanges } from '../../platform/graph/directory-changes.ts';
import { type DirectoryUser, readManager, readMembers, type SellerList } from '../../platform/graph/directory.ts';
import type { GraphClient, GraphFailure } from '../../platform/graph/graph-client.ts';

export interface People {
  readonly sellers: readonly DirectoryUser[];
  /** Everybody above the sellers, each once, sellers who manage included only among the sellers. */
  readonly managers: readonly DirectoryUser[];
  readonly managerIdByPersonId: ReadonlyMap<string, string>;
}

/** Reporting lines as they were read before. */
export interface KnownLines {
  /** By person; undefined for those whom nobody manages. */
  readonly managerByPersonId: ReadonlyMap<string, DirectoryUser | undefined>;
  /** Whose entry has changed since: their lines, and lines to them, are read anew. */
  readonly changedIds: ReadonlySet<string>;
}

const nothingKnown: KnownLines = { managerByPersonId: new Map(), changedIds: new Set() };

export interface DirectoryRead {
  readonly people: People;
  /** Where the next look at the directory goes on. */
  readonly link: string;
}

/** Managers asked for at the same time. */
const maxConcurrentReads = 4;

/** The link first: whoever changes while the people are read comes with the next look. */
export async function readEverybody(graph: GraphClient, list: SellerList): Promise<Result<DirectoryRead, GraphFailure>> {
  const from = await readDirectoryChanges(graph, undefined);
  if (!from.ok) return from;
  const people = await readPeople(graph, list, nothingKnown);
  return people.ok ? ok({ people: people.value, link: from.value.link }) : people;
}

/** Direct members of the list, and their reporting lines upwards level by level. */
export async function readPeople(graph: GraphClient, list: SellerList, known: KnownLines): Promise<Result<People, GraphFailure>> {
  const members = await readMembers(graph, list);
  if (!members.ok) return members;
  const managers = new Map<string, DirectoryUser>();
  const managerIdByPersonId = new Map<string, string>();
  const seen = new Set(members.value.map(({ userId }) => userId));
  let level: readonly DirectoryUser[] = members.value;
  for (let levels = 0; levels < maxReportingLevels && level.length > 0; levels += 1) {
    const found = await findManagers(graph, level, known);
    if (!found.ok) return found;
    const next: DirectoryUser[] = [];
    for (const { person, manager } of found.value) {
      managerIdByPersonId.set(person.userId, manager.userId);
      if (seen.has(manager.userId)) continue;
      seen.add(manager.userId);
      managers.set(manager.userId, manager);
      next.push(manager);
    }
    level = next;
  }
  return ok({ sellers: members.value, managers: [...managers.values()], managerIdByPersonId });
}

interface Reporting {
  readonly person: DirectoryUser;
  readonly manager: DirectoryUser;
}

async function findManagers(
  graph: GraphClient,
  people: readonly DirectoryUser[],
  known: KnownLines,
): Promise<Result<readonly Reporting[], GraphFailure>> {
  const found: Reporting[] = [];
  const unknown: DirectoryUser[] = [];
  for (const person of people) {
    if (!isKnown(person.userId, known)) unknown.push(person);
    else {
      const manager = known.managerByPersonId.get(person.userId);
      if (manager) found.push({ person, manager });
    }
  }
  for (let first = 0; first < unknown.length; first += maxConcurrentReads) {
    const batch = unknown.slice(first, first + maxConcurrentReads);
    const answers = await Promise.all(batch.map(async (person) => ({ person, manager: await readManager(graph, person.userId) })));
    for (const { person, manager } of answers) {
      if (!manager.ok) return manager;
      if (manager.value) found.push({ person, manager: manager.value });
    }
  }
  return ok(found);
}

function isKnown(personId: string, { managerByPersonId, changedIds }: KnownLines): boolean {
  if (!managerByPersonId.has(personId) || changedIds.has(personId)) return false;
  const managerId = managerByPersonId.get(personId)?.userId;
  return managerId === undefined || !changedIds.has(managerId);
}
