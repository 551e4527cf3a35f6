// Good answers of Graph made bad ones: cut off, not JSON, of wrong types, with links that lead astray. Tests of the reader's care.

export const spoilKinds = [
  'truncated',
  'malformed',
  'wrong_types',
  'foreign_next_link',
  'next_link_loop',
  'empty_page',
  'repeated_items',
] as const;
export type SpoilKind = (typeof spoilKinds)[number];

/** Where the links of `foreign_next_link` lead. */
const foreignHost = 'https://graph.microsoft.example.net';

/** An answer of Graph as a record; a page has its items in `value`. */
type Body = Readonly<Record<string, unknown>>;

/** The same answer, spoiled; an answer without a body of JSON, a refusal and a page that the fault does not fit stay as they are. */
export async function spoilAnswer(options: {
  readonly answer: Response;
  readonly spoil: SpoilKind;
  /** The request's own address as production would write it. */
  readonly url: string;
}): Promise<Response> {
  const { answer, spoil, url } = options;
  if (answer.status !== 200) return answer;
  const text = await answer.clone().text();
  const body: unknown = JSON.parse(text);
  const spoiled = typeof body === 'object' && body !== null ? spoilBody({ text, body: body as Body, spoil, url }) : text;
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  return new Response(spoiled, { status: 200, headers });
}

function spoilBody(options: { readonly text: string; readonly body: Body; readonly spoil: SpoilKind; readonly url: string }): string {
  const { text, body, spoil, url } = options;
  if (spoil === 'truncated') return text.slice(0, Math.floor(text.length / 2));
  if (spoil === 'malformed') return `<!-- ${text.slice(0, 40)}`;
  const items = Array.isArray(body['value']) ? (body['value'] as readonly unknown[]) : undefined;
  if (spoil === 'wrong_types') return withWrongTypes(body, items);
  if (items === undefined) return text;
  return JSON.stringify(spoilPage({ body, items, spoil, url }));
}

function spoilPage(options: {
  readonly body: Body;
  readonly items: readonly unknown[];
  readonly spoil: SpoilKind;
  readonly url: string;
}): Body {
  const { body, items, spoil, url } = options;
  const rest = Object.fromEntries(Object.entries(body).filter(([name]) => !name.endsWith('Link')));
  switch (spoil) {
    case 'foreign_next_link':
      return { ...rest, '@odata.nextLink': url.replace(/^https:\/\/[^/]+/, foreignHost) };
    case 'next_link_loop':
      return { ...rest, '@odata.nextLink': url };
    // With `every` or `times`, asking again gives the page that was held back.
    case 'empty_page':
      return { ...rest, '@odata.nextLink': url, value: [] };
    default:
      return { ...body, value: [...items, ...items.slice(0, 1)] };
  }
}

/** The first item of a page, or the one thing answered, has every value of another type, a number beyond all, and `__proto__`. */
function withWrongTypes(body: Body, items: readonly unknown[] | undefined): string {
  const [first, ...others] = items ?? [body];
  const twisted = Object.fromEntries(Object.entries(first ?? {}).map(([name, value]) => [name, ofAnotherType(value)]));
  const text = JSON.stringify(twisted).replace(/^\{/, '{"__proto__":{"isAdmin":true},"beyond":1e999,').replace(/,\}$/, '}');
  if (items === undefined) return text;
  return JSON.stringify({ ...body, value: ['first', ...others] }).replace('["first"', () => `[${text}`);
}

function ofAnotherType(value: unknown): unknown {
  if (typeof value === 'string') return 12;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return 'maybe';
  return Array.isArray(value) ? {} : [];
}
