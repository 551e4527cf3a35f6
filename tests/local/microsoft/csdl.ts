/** Reads Graph's published metadata (CSDL) and says how a value, a path or a choice of fields departs from it. For tests alone. */
import sax from 'sax';

interface Member {
  /** Qualified name, or `Collection(…)` of one. */
  readonly type: string;
  readonly isNavigation: boolean;
}

interface StructuredType {
  readonly base: string | undefined;
  readonly members: Map<string, Member>;
}

export interface Csdl {
  /** Entity and complex types by qualified name, for example `microsoft.graph.event`. */
  readonly types: ReadonlyMap<string, StructuredType>;
  /** Enumerations by qualified name, with their member names. */
  readonly enums: ReadonlyMap<string, ReadonlySet<string>>;
  /** Entity sets and singletons of the service: their types. */
  readonly roots: ReadonlyMap<string, string>;
  /** Bound functions and actions: `name` on the type of what they are bound to, with the type of their result. */
  readonly operations: ReadonlyMap<string, string | undefined>;
}

const keyOf = (options: { readonly name: string; readonly boundTo: string }): string => `${options.boundTo} ${options.name}`;

/** Parses a whole metadata document. */
export function readCsdl(xml: string): Csdl {
  const types = new Map<string, StructuredType>();
  const enums = new Map<string, Set<string>>();
  const roots = new Map<string, string>();
  const operations = new Map<string, string | undefined>();
  let namespace = '';
  let alias = '';
  let type: StructuredType | undefined;
  let members: Set<string> | undefined;
  let operation: { readonly name: string; boundTo: string | undefined } | undefined;
  const qualified = (name: string): string =>
    name.replace(/[\w.]+(?=\)?$)/, (plain) =>
      alias !== '' && plain.startsWith(`${alias}.`) ? `${namespace}${plain.slice(alias.length)}` : plain,
    );
  const openers: Readonly<Record<string, (attributes: Readonly<Record<string, string>>) => void>> = {
    Schema: ({ Namespace = '', Alias = '' }) => {
      namespace = Namespace;
      alias = Alias;
    },
    EntityType: ({ Name = '', BaseType }) => {
      type = { base: BaseType && qualified(BaseType), members: new Map() };
      types.set(`${namespace}.${Name}`, type);
    },
    EnumType: ({ Name = '' }) => {
      members = new Set();
      enums.set(`${namespace}.${Name}`, members);
    },
    Member: ({ Name = '' }) => members?.add(Name),
    Property: ({ Name = '', Type = '' }) => type?.members.set(Name, { type: qualified(Type), isNavigation: false }),
    NavigationProperty: ({ Name = '', Type = '' }) => type?.members.set(Name, { type: qualified(Type), isNavigation: true }),
    EntitySet: ({ Name = '', EntityType = '' }) => roots.set(Name, `Collection(${qualified(EntityType)})`),
    Singleton: ({ Name = '', Type = '' }) => roots.set(Name, qualified(Type)),
    Function: ({ Name = '' }) => (operation = { name: Name, boundTo: undefined }),
    Parameter: ({ Type = '' }) => {
      if (operation?.boundTo !== undefined || operation === undefined) return;
      operation.boundTo = qualified(Type);
      operations.set(keyOf({ name: operation.name, boundTo: operation.boundTo }), undefined);
    },
    ReturnType: ({ Type = '' }) => {
      if (operation?.boundTo !== undefined) operations.set(keyOf({ name: operation.name, boundTo: operation.boundTo }), qualified(Type));
    },
  };
  const same: Readonly<Record<string, string>> = { ComplexType: 'EntityType', Action: 'Function' };
  const parser = sax.parser(true);
  parser.onopentag = ({ name, attributes }) => openers[same[name] ?? name]?.(attributes as Record<string, string>);
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(xml).close();
  return { types, enums, roots, operations };
}

/** The declared member, own or inherited; undefined when there is none. */
export function memberOf(csdl: Csdl, options: { readonly type: string; readonly name: string }): Member | undefined {
  const { type, name } = options;
  const found = csdl.types.get(type);
  if (found === undefined) return undefined;
  return found.members.get(name) ?? (found.base === undefined ? undefined : memberOf(csdl, { type: found.base, name }));
}

const elementOf = (type: string): string | undefined => /^Collection\((.+)\)$/.exec(type)?.[1];

/** The type of what a path without its version leads to; undefined when it leads nowhere. Keys are any text behind a collection. */
export function typeAt(csdl: Csdl, path: string): string | undefined {
  const [root = '', ...segments] = path.split('/').filter((segment) => segment !== '');
  let type = csdl.roots.get(root);
  for (const segment of segments) {
    if (type === undefined) return undefined;
    const operation = keyOf({ name: segment, boundTo: type });
    if (csdl.operations.has(operation)) type = csdl.operations.get(operation) ?? 'nothing';
    else type = elementOf(type) ?? memberOf(csdl, { type, name: segment })?.type;
  }
  return type;
}

const primitives: Readonly<Record<string, (value: unknown) => boolean>> = {
  'Edm.String': (value) => typeof value === 'string',
  'Edm.Boolean': (value) => typeof value === 'boolean',
  'Edm.Int32': (value) => Number.isInteger(value),
  'Edm.Int64': (value) => Number.isInteger(value),
  'Edm.Double': (value) => typeof value === 'number',
  'Edm.Guid': (value) => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value),
  'Edm.Date': (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
  'Edm.DateTimeOffset': (value) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?(Z|[+-]\d{2}:\d{2})$/.test(value),
  'Edm.TimeOfDay': (value) => typeof value === 'string' && /^\d{2}:\d{2}:\d{2}/.test(value),
};

/** How the value departs from its type, one sentence per place; empty when it does not. Null and annotations are always allowed. */
export function departures(
  csdl: Csdl,
  options: { readonly type: string; readonly value: unknown; readonly at?: string },
): readonly string[] {
  const { type, value, at = 'it' } = options;
  if (value === null || value === undefined) return [];
  const element = elementOf(type);
  if (element !== undefined) {
    if (!Array.isArray(value)) return [`${at} is no collection`];
    return value.flatMap((each: unknown, index) => departures(csdl, { type: element, value: each, at: `${at}[${index}]` }));
  }
  const isRight = primitives[type];
  if (isRight !== undefined) return isRight(value) ? [] : [`${at} is no ${type}: ${JSON.stringify(value)}`];
  const members = csdl.enums.get(type);
  if (members !== undefined) return members.has(String(value)) ? [] : [`${at} is no ${type}: ${JSON.stringify(value)}`];
  return objectDepartures(csdl, { type, value, at });
}

function objectDepartures(csdl: Csdl, options: { readonly type: string; readonly value: unknown; readonly at: string }): readonly string[] {
  const { value, at } = options;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at} is no ${options.type}`];
  const entries = Object.entries(value);
  const named = entries.find(([name]) => name === '@odata.type')?.[1];
  const type = typeof named === 'string' ? namedType(csdl, named) : options.type;
  if (type === undefined) return [`${at} is of the unknown type ${String(named)}`];
  if (!csdl.types.has(type)) return [`${at} has no described type: ${type}`];
  return entries.flatMap(([name, each]) => {
    if (name.startsWith('@')) return [];
    const [plain = '', annotation] = name.split('@');
    const member = memberOf(csdl, { type, name: plain });
    if (member === undefined) return [`${at}.${name} does not exist on ${type}`];
    // `manager@delta` lists what came to the relation and what went.
    const memberType = annotation === 'delta' && elementOf(member.type) === undefined ? `Collection(${member.type})` : member.type;
    return departures(csdl, { type: memberType, value: each, at: `${at}.${plain}` });
  });
}

/** A type as an annotation names it; Graph is careless with capitals in notifications. */
function namedType(csdl: Csdl, annotation: string): string | undefined {
  const wanted = annotation.replace(/^#/, '').toLowerCase();
  return [...csdl.types.keys()].find((name) => name.toLowerCase() === wanted);
}
