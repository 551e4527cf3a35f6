/** Whatever a program may write, and in whatever form, is read back as it was. */
import { Buffer } from 'node:buffer';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { readAccountFile } from '../../../api/features/accounts/account-file/read-account-file.ts';

const columns = ['account_id', 'name', 'domains', 'revenue', 'currency', 'owner', 'contacts', 'cadence_days'] as const;
/**
 * What Windows-1252 can say, so that one account fits every encoding. An accented letter is followed by a plain one: before a sign like € its
 * byte is the first of a character of UTF-8, and nothing can tell the two apart.
 */
const letters = ['a', 'Z', '7', 'éa', 'ßo', '€', '’', 'Ÿ', '"', ',', ';', '&', '<', ' '];
const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const domain = word.map((name) => `${name}.example`);
const mail = fc.tuple(word, domain).map(([name, host]) => `${name}@${host}`);

const account = fc.record({
  externalId: fc.stringMatching(/^[A-Z0-9]{1,12}$/).filter((id) => !/^\d+E\d+$/.test(id)),
  name: fc.array(fc.constantFrom(...letters), { maxLength: 20 }).map((parts) => `N${parts.join('')}N`.replace(/\s+/g, ' ')),
  domains: fc.uniqueArray(domain, { minLength: 1, maxLength: 4 }),
  revenueMinor: fc.integer({ min: -1_000_000_000, max: 100_000_000_000_000 }),
  currency: fc.constantFrom('EUR', 'USD'),
  ownerMail: fc.option(mail, { nil: undefined }),
  contacts: fc.uniqueArray(fc.record({ mail, name: fc.option(fc.constantFrom('Dana Lee', 'Lee, Dana'), { nil: undefined }) }), {
    maxLength: 3,
    selector: (contact) => contact.mail,
  }),
  cadenceOverrideDays: fc.option(fc.integer({ min: 1, max: 365 }), { nil: undefined }),
});
const accounts = fc.uniqueArray(account, { minLength: 1, maxLength: 12, selector: ({ externalId }) => externalId });
type Account = typeof account extends fc.Arbitrary<infer T> ? T : never;

/** -5 → `-0.05`. */
function decimal(minor: number, mark: string): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}${mark}${digits.slice(-2)}`;
}

function cellsOf(
  { externalId, name, domains, revenueMinor, currency, ownerMail, contacts, cadenceOverrideDays }: Account,
  mark: string,
): string[] {
  const people = contacts.map((contact) => (contact.name ? `"${contact.name}" <${contact.mail}>` : contact.mail)).join('; ');
  return [
    externalId,
    name,
    domains.join('; '),
    decimal(revenueMinor, mark),
    currency,
    ownerMail ?? '',
    people,
    String(cadenceOverrideDays ?? ''),
  ];
}

async function readBack(bytes: Uint8Array): Promise<readonly object[]> {
  const file = await readAccountFile(bytes);
  if (!file.ok || file.value.faultCount > 0) throw new Error(JSON.stringify(file));
  return file.value.rows.map(({ externalId, name, domains, revenueMinor, currency, ownerMail, contacts, cadenceOverrideDays }) => ({
    ...{ externalId, name, domains, revenueMinor, currency, ownerMail, contacts, cadenceOverrideDays },
  }));
}

/** Those between 0x80 and 0x9F that `letters` has. */
const windows1252: ReadonlyMap<string, number> = new Map([
  ['€', 0x80],
  ['’', 0x92],
  ['Ÿ', 0x9f],
]);

const encode: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-8 with a mark': (text) => Buffer.from(`\uFEFF${text}`),
  'utf-16le': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'utf-16be': (text) => Buffer.from(text, 'utf16le').swap16(),
  'windows-1252': (text) => Uint8Array.from(text, (character) => windows1252.get(character) ?? character.charCodeAt(0)),
};

it.each(Object.keys(encode))('accounts written as CSV in %s are read back the same', async (encoding) => {
  await fc.assert(
    fc.asyncProperty(
      accounts,
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('.', ','),
      async (given, delimiter, end, mark) => {
        const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
        const lines = [columns.join(delimiter), ...given.map((one) => cellsOf(one, mark).map(quoted).join(delimiter))];
        expect(await readBack(encode[encoding]?.(lines.join(end)) ?? new Uint8Array())).toEqual(given);
      },
    ),
    { numRuns: 40 },
  );
});

it('accounts written as a workbook by another program are read back the same', async () => {
  await fc.assert(
    fc.asyncProperty(accounts, fc.boolean(), async (given, isNumber) => {
      const header = columns.map((value) => ({ value }));
      const rows = given.map((one) => {
        return cellsOf(one, '.').map((value, at) => {
          if (isNumber && at === columns.indexOf('revenue')) return { value: one.revenueMinor / 100, type: Number };
          return value === '' ? null : { value, type: String };
        });
      });
      expect(await readBack(await writeWorkbook([header, ...rows]).toBuffer())).toEqual(given);
    }),
    { numRuns: 40 },
  );
});
