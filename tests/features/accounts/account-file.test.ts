import { Buffer } from 'node:buffer';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type AccountFile, accountFileLimits, readAccountFile } from '../../../api/features/accounts/account-file/read-account-file.ts';
import { sheetRow, workbook, workbookParts, type WorkbookParts } from './workbook.ts';

const columns = ['account_id', 'name', 'domains', 'revenue', 'currency', 'owner'] as const;
const header = columns.join(',');
const row = 'A-1,Contoral,contoral.example,1234.56,EUR,';

const read = async (file: string | Uint8Array) => await readAccountFile(typeof file === 'string' ? Buffer.from(file) : file);

async function accepted(file: string | Uint8Array): Promise<AccountFile> {
  const result = await read(file);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.failure)}`);
  return result.value;
}

async function fileFault(file: string | Uint8Array): Promise<unknown> {
  const result = await read(file);
  return result.ok ? 'accepted' : result.failure;
}

/** A file with further columns, one account. */
const withColumns = (names: string, cells: string): string => `${header},${names}\n${row},${cells}\n`;
const utf16le = (text: string): Buffer => Buffer.from(text, 'utf16le');
const utf16be = (text: string): Buffer => utf16le(text).swap16();
const withMark = (mark: readonly number[], bytes: Buffer): Buffer => Buffer.concat([Uint8Array.from(mark), bytes]);

describe('a file is read whatever it is written in', () => {
  const text = `${header}\nA-1,Müller & Çelik,contoral.example,1234.56,EUR,ana@ours.example\n`;
  const account = { externalId: 'A-1', name: 'Müller & Çelik', domains: ['contoral.example'], revenueMinor: 123_456 };

  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['UTF-16 LE with a mark', withMark([0xff, 0xfe], utf16le(text)), 'utf-16le'],
    ['UTF-16 BE with a mark', withMark([0xfe, 0xff], utf16be(text)), 'utf-16be'],
    ['UTF-16 LE without a mark', utf16le(text), 'utf-16le'],
    ['UTF-16 BE without a mark', utf16be(text), 'utf-16be'],
    ['Windows-1252', Buffer.from(text, 'latin1'), 'windows-1252'],
  ])('%s', async (_name, bytes, encoding) => {
    const file = await accepted(bytes);
    expect(file).toMatchObject({ source: { format: 'csv', encoding, delimiter: ',' }, rows: [account], faultCount: 0 });
  });

  it('in Windows-1252 the characters that Latin-1 lacks are right', async () => {
    const bytes = Buffer.concat([Buffer.from(`${header}\nA-1,`), Uint8Array.of(0x80, 0x92, 0x9f), Buffer.from(',a.example,1,EUR,')]);
    expect((await accepted(bytes)).rows).toMatchObject([{ name: '€’Ÿ' }]);
  });

  it.each([',', ';', '\t'])('with the delimiter %j', async (delimiter) => {
    const lines = [columns, ['A-1', 'Contoral', 'contoral.example', '"1.234,56"', 'EUR', '']].map((cells) => cells.join(delimiter));
    const file = await accepted(lines.join('\r\n'));
    expect(file).toMatchObject({ source: { delimiter }, rows: [{ revenueMinor: 123_456 }] });
  });

  it.each(['\n', '\r\n', '\r'])('with lines that end in %j, and blank ones, counted', async (end) => {
    const file = await accepted(['', header, row, '', ',,,,,', `${row.replace('A-1', 'A-2')}`, '', ''].join(end));
    expect(file.rows.map(({ line }) => line)).toEqual([3, 6]);
  });

  it('a row is where it begins, however many lines its cells have', async () => {
    const file = await accepted(withColumns('key_partners', '"dana@contoral.example\nsam@contoral.example"') + row.replace('A-1', ''));
    expect(file.rows).toMatchObject([{ line: 2, keyPartnerMails: ['dana@contoral.example', 'sam@contoral.example'] }]);
    expect(file.faults).toEqual([{ line: 4, field: 'account_id', fault: 'empty' }]);
  });
});

describe('columns', () => {
  it('are known by their names, however these are written, and the others named', async () => {
    const names = ' Account ID ,NAME,Domains,revenue,Currency,OWNER,Key-Partners,Phone,"Notes\n2"';
    const file = await accepted(`${names}\n${row},,+49 89 1,=1+1`);
    expect(file).toMatchObject({ ignoredColumns: ['Phone', 'Notes 2'], rows: [{ externalId: 'A-1' }], faultCount: 0 });
    expect(file.columns).toEqual([...columns, 'key_partners']);
  });

  it('all optional ones are read', async () => {
    const names = 'key_partners,contacts,tier,tier_reason,parent,visitor_policy,cadence_days';
    const cells =
      'Dana@Contoral.example,"""Lee, Dana"" <dana@contoral.example>; sam@contoral.example, Max M <max@contoral.example>; DANA@contoral.example",b,Board contact,A-0,By exception,30';
    expect((await accepted(withColumns(names, cells))).rows).toEqual([
      {
        line: 2,
        externalId: 'A-1',
        name: 'Contoral',
        domains: ['contoral.example'],
        revenueMinor: 123_456,
        currency: 'EUR',
        ownerMail: undefined,
        keyPartnerMails: ['dana@contoral.example'],
        contacts: [
          { mail: 'dana@contoral.example', name: 'Lee, Dana' },
          { mail: 'sam@contoral.example', name: undefined },
          { mail: 'max@contoral.example', name: 'Max M' },
        ],
        tierOverride: { tier: 'B', reason: 'Board contact' },
        parentExternalId: 'A-0',
        visitorPolicy: 'by_exception',
        cadenceOverrideDays: 30,
      },
    ]);
  });

  it('several domains are one list, each once', async () => {
    const file = await accepted(`${header}\nA-1,C,"b.example; eu.a.example,A.example b.example",1,EUR,`);
    expect(file.rows).toMatchObject([{ domains: ['b.example', 'a.example'] }]);
  });
});

describe('revenue', () => {
  const revenueOf = async (amount: string, currency = 'EUR') =>
    (
      await accepted(
        `${header};\nA-1;N;a.example;${amount};${currency};\n`.replaceAll(',', (mark, at) => (at < header.length ? ';' : mark)),
      )
    ).rows[0]?.revenueMinor;

  it.each([
    ['0', 'EUR', 0],
    ['1234', 'EUR', 123_400],
    ['1234.5', 'EUR', 123_450],
    ['1234,56', 'EUR', 123_456],
    ['1.234,56', 'EUR', 123_456],
    ['1,234.56', 'EUR', 123_456],
    ['1.234.567', 'EUR', 123_456_700],
    ['1,234,567', 'EUR', 123_456_700],
    ['12 345,60', 'EUR', 1_234_560],
    ['12\u202f345,60', 'EUR', 1_234_560],
    ["1'234'567.80", 'CHF', 123_456_780],
    ['1234.500', 'EUR', 123_450],
    ['0.125', 'KWD', 125],
    ['1234', 'JPY', 1234],
    ['1234.00', 'JPY', 1234],
    ['1234.5', 'IQD', 1_234_500],
    ['0.29', 'EUR', 29],
    ['1000000000000.00', 'EUR', 100_000_000_000_000],
  ])('%s %s is exact in minor units', async (amount, currency, minor) => {
    expect(await revenueOf(amount, currency)).toBe(minor);
  });

  it.each(['-5,00', '−5,00'])('below zero (%s) is kept and said', async (amount) => {
    const file = await accepted(`${header}\nA-1,N,a.example,"${amount}",EUR,`);
    expect(file).toMatchObject({ rows: [{ revenueMinor: -500 }], notices: [{ line: 2, field: 'revenue', notice: 'negative_revenue' }] });
  });

  const amounts = async (...values: string[]) =>
    await accepted([header, ...values.map((value, at) => `A-${at},N,a${at}.example,"${value}",EUR,`)].join('\n'));

  it('1,234 is refused while nothing tells what its comma means', async () => {
    expect((await amounts('1,234', '99', '1.234')).faults).toMatchObject([
      { line: 2, field: 'revenue', fault: 'ambiguous_amount' },
      { line: 4, field: 'revenue', fault: 'ambiguous_amount' },
    ]);
  });

  it('1,234 is what the other amounts of the file say, before or after', async () => {
    expect((await amounts('1,234', '5,678.90')).rows.map(({ revenueMinor }) => revenueMinor)).toEqual([123_400, 567_890]);
    expect((await amounts('5678,90', '1.234')).rows.map(({ revenueMinor }) => revenueMinor)).toEqual([567_890, 123_400]);
    expect((await amounts('5678,90', '1,234')).faults).toMatchObject([{ line: 3, fault: 'too_precise' }]);
  });

  it('a second decimal mark is refused, and then nothing tells any more', async () => {
    expect((await amounts('1,5', '1.5', '1,234')).faults).toEqual([
      { line: 3, field: 'revenue', fault: 'other_decimal_mark', otherLine: 2 },
      { line: 4, field: 'revenue', fault: 'ambiguous_amount' },
    ]);
  });
});

describe('a row is refused with line and field', () => {
  const second = (changes: Partial<Record<(typeof columns)[number], string>>): string => {
    const cells = { account_id: 'A-2', name: 'Two', domains: 'two.example', revenue: '1.00', currency: 'EUR', owner: '', ...changes };
    return `${header}\n${row}\n${columns.map((column) => `"${cells[column].replaceAll('"', '""')}"`).join(',')}\n`;
  };

  it.each([
    ['an empty id', { account_id: ' ' }, 'account_id', 'empty'],
    ['an empty name', { name: '' }, 'name', 'empty'],
    ['a name of invisible characters', { name: '\u200b' }, 'name', 'empty'],
    ['no domain', { domains: '' }, 'domains', 'empty'],
    ['only separators', { domains: ' ; , ' }, 'domains', 'empty'],
    ['no revenue', { revenue: '' }, 'revenue', 'empty'],
    ['no currency', { currency: '' }, 'currency', 'empty'],
    ['a repeated id', { account_id: 'A-1' }, 'account_id', 'repeated'],
    ['an id that Excel has rounded', { account_id: '1,23E+15' }, 'account_id', 'not_exact'],
    ['a zero-width space in an id', { account_id: 'A\u200b-2' }, 'account_id', 'invisible_character'],
    ['a bidi control in a domain', { domains: 'two\u202e.example' }, 'domains', 'invisible_character'],
    ['a soft hyphen in an address', { owner: 'an\u00ada@ours.example' }, 'owner', 'invisible_character'],
    ['a formula as name', { name: '=HYPERLINK("x")' }, 'name', 'formula'],
    ['a formula behind an apostrophe', { name: "'+1" }, 'name', 'formula'],
    ['a formula behind an invisible character', { name: '\u200b@SUM(1)' }, 'name', 'formula'],
    ['a wide formula sign', { name: '＝1' }, 'name', 'formula'],
    ['a tab in front', { name: '\tTwo' }, 'name', 'formula'],
    ['a formula as id', { account_id: '-2' }, 'account_id', 'formula'],
    ['a formula as revenue', { revenue: '=1+1' }, 'revenue', 'formula'],
    ['a control character', { name: 'Two\u0007' }, 'name', 'control_character'],
    ['a line break in a name', { name: 'Two\nThree' }, 'name', 'control_character'],
    ['a character that was lost before', { name: 'M\uFFFDller' }, 'name', 'damaged_text'],
    ['a name of 251 characters', { name: 'n'.repeat(251) }, 'name', 'too_long'],
    ['an id of 101 characters', { account_id: 'n'.repeat(101) }, 'account_id', 'too_long'],
    ['51 domains', { domains: Array.from({ length: 51 }, (_, at) => `d${at}.example`).join(';') }, 'domains', 'too_many_values'],
    ['a suffix instead of a domain', { domains: 'two.example co.uk' }, 'domains', 'not_a_domain'],
    ['an IP address instead of a domain', { domains: '10.0.0.1' }, 'domains', 'not_a_domain'],
    ['words as revenue', { revenue: 'a lot' }, 'revenue', 'not_an_amount'],
    ['a currency sign', { revenue: '€ 5' }, 'revenue', 'not_an_amount'],
    ['groups of two', { revenue: '12,34,567.00' }, 'revenue', 'not_an_amount'],
    ['an exponent', { revenue: '1.2E+6' }, 'revenue', 'not_an_amount'],
    ['tenths of a cent', { revenue: '0.001' }, 'revenue', 'too_precise'],
    ['half a yen', { revenue: '0.5', currency: 'JPY' }, 'revenue', 'too_precise'],
    ['more than can be added up', { revenue: '1000000000000.01' }, 'revenue', 'too_large'],
    ['more digits than a number holds', { revenue: '9'.repeat(40) }, 'revenue', 'too_large'],
    ['no currency of today', { currency: 'DEM' }, 'currency', 'not_a_currency'],
    ['an owner who is no address', { owner: 'Ana' }, 'owner', 'not_a_mail'],
    ['two owners', { owner: 'ana@ours.example;bob@ours.example' }, 'owner', 'not_a_mail'],
  ])('%s', async (_name, changes, field, fault) => {
    const file = await accepted(second(changes));
    expect(file.faults).toEqual([expect.objectContaining({ line: 3, field, fault })]);
    expect(file).toMatchObject({ faultCount: 1, rows: [{ line: 2, externalId: 'A-1' }] });
  });

  it.each([
    ['a key partner who is no address', 'key_partners', 'dana@contoral.example; Dana', 'not_a_mail'],
    ['101 key partners', 'key_partners', Array.from({ length: 101 }, (_, at) => `p${at}@a.example`).join(';'), 'too_many_values'],
    ['a contact without an address', 'contacts', 'Dana Lee <>', 'not_a_mail'],
    ['a contact who is no address', 'contacts', 'Dana Lee', 'not_a_mail'],
    ['a contact whose name is a formula', 'contacts', 'dana@a.example; =A1 <sam@a.example>', 'formula'],
    [
      '10,000 contacts',
      'contacts',
      Array.from({ length: 10_000 }, (_, at) => `p${at}@a.ex`)
        .join(';')
        .slice(0, 60_000),
      'too_long',
    ],
    ['an unknown tier', 'tier_reason,tier', 'because,D', 'not_a_tier'],
    ['an unknown visitor policy', 'visitor_policy', 'sometimes', 'not_a_visitor_policy'],
    ['a cadence of no days', 'cadence_days', '0', 'not_a_cadence'],
    ['a cadence of more than a year', 'cadence_days', '366', 'not_a_cadence'],
    ['a cadence and a half', 'cadence_days', '1.5', 'not_a_cadence'],
  ])('%s', async (_name, names, cells, fault) => {
    const file = await accepted(withColumns(names, cells.includes(',D') ? cells : `"${cells}"`));
    expect(file.faults).toEqual([expect.objectContaining({ line: 2, field: names.split(',').at(-1), fault })]);
    expect(file.rows).toEqual([]);
  });

  it('a tier without a reason', async () => {
    const file = await accepted(withColumns('tier', 'A'));
    expect(file.faults).toEqual([{ line: 2, field: 'tier_reason', fault: 'reason_missing' }]);
  });

  it('every fault of every row is named, once per field, by line', async () => {
    const file = await accepted(`${header}\n,,x,y,z,q\n${row}\n${row}\n=1,N,a.example,1.00,EUR,`);
    expect(file.faults.map(({ line, field, fault }) => `${line} ${field} ${fault}`)).toEqual([
      '2 account_id empty',
      '2 name empty',
      '2 domains not_a_domain',
      '2 currency not_a_currency',
      '2 owner not_a_mail',
      '2 revenue not_an_amount',
      '4 account_id repeated',
      '5 account_id formula',
    ]);
    expect(file.rows).toHaveLength(1);
  });

  it('a repeated id names the first line, even if that one has faults of its own', async () => {
    const file = await accepted(`${header}\n${row.replace('EUR', 'E')}\n${row}`);
    expect(file.faults).toContainEqual({ line: 3, field: 'account_id', fault: 'repeated', otherLine: 2 });
    expect(file.rows).toEqual([]);
  });

  it('more cells than the header has, where a delimiter stands in a value', async () => {
    const file = await accepted(`${header}\nA-1,Contoral, Inc.,contoral.example,1.00,EUR,ana@ours.example\n${row}`);
    expect(file.faults).toEqual([{ line: 2, field: 'row', fault: 'too_many_cells' }]);
    expect(file.rows).toMatchObject([{ line: 3 }]);
  });

  it.each([
    ['a quote within a cell', `${header}\nA-2,T"wo,a.example,1,EUR,\n${row}`, 2, 'broken_quotes', [3]],
    ['text behind a closing quote', `${header}\n${row}\nA-2,"T"wo,a.example,1,EUR,\n`, 3, 'broken_quotes', [2]],
    ['a quote that never closes', `${header}\n${row}\nA-2,"Two,a.example,1,EUR,\n`, 3, 'broken_quotes', [2]],
    ['a row that never ends', `${header}\n${row}\nA-2,"Two${',a.example,1,EUR,\n'.repeat(10_000)}`, 3, 'too_long', [2]],
  ])('%s', async (_name, text, line, fault, good) => {
    const file = await accepted(text);
    expect(file.faults).toEqual([{ line, field: 'row', fault }]);
    expect(file.rows.map((account) => account.line)).toEqual(good);
  });

  it('faults say how a value begins, visibly, never more than forty characters', async () => {
    const file = await accepted(`${header}\nA-1,N,a.example,${'lots\u202e '.repeat(8)}z,EUR,x${'y'.repeat(300)}`);
    const excerpts = file.faults.map(({ excerpt }) => excerpt ?? '');
    expect(excerpts).toEqual([`x${'y'.repeat(39)}`, expect.stringMatching(/^lots lots/)]);
    expect(excerpts.every((excerpt) => excerpt.length <= 40 && !excerpt.includes('\u202e'))).toBe(true);
  });

  it('only so many faults are told, and all counted', async () => {
    const file = await accepted(`${header}\n${'=1,,,,,\n'.repeat(2_000)}`);
    expect(file.faults).toHaveLength(accountFileLimits.faults);
    expect(file.faultCount).toBe(10_000);
  });
});

describe('an accepted row is said to', () => {
  const noticesOf = async (file: string) => (await accepted(file)).notices;

  it('share a domain with the account of another line', async () => {
    expect(await noticesOf(`${header}\n${row}\nA-2,Two,eu.contoral.example,1.00,EUR,`)).toEqual([
      { line: 3, field: 'domains', notice: 'shared_domain', otherLine: 2, excerpt: 'contoral.example' },
    ]);
  });

  it('have lost the invisible characters of its name', async () => {
    const file = await accepted(`${header}\nA-1,Con\u200btoral\u202e,contoral.example,1,EUR,`);
    expect(file.rows).toMatchObject([{ name: 'Contoral' }]);
    expect(file.notices).toEqual([{ line: 2, field: 'name', notice: 'invisible_characters_removed' }]);
  });

  it('have a reason for no tier', async () => {
    expect(await noticesOf(withColumns('tier,tier_reason', ',why'))).toEqual([
      { line: 2, field: 'tier_reason', notice: 'reason_without_tier' },
    ]);
  });
});

describe('text is brought into one form', () => {
  it.each([
    ['composed', 'Mu\u0308ller', 'Müller'],
    ['its spaces are single', '  Contoral \u00a0 AG ', 'Contoral AG'],
    ['an apostrophe of its own stays', "'t Hooft", "'t Hooft"],
  ])('a name: %s', async (_rule, name, expected) => {
    expect((await accepted(`${header}\nA-1,"${name}",a.example,1,EUR,`)).rows).toMatchObject([{ name: expected }]);
  });

  it("an id loses Excel's apostrophe and keeps its zeros", async () => {
    expect((await accepted(`${header}\n'00123,N,a.example,1,eur,`)).rows).toMatchObject([{ externalId: '00123', currency: 'EUR' }]);
  });
});

describe('a file is refused whole', () => {
  const compound = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
  const good = workbook({ sheets: [{ name: 'S', rows: sheetRow(1, columns) }] });

  it.each([
    ['nothing', '', { kind: 'empty_file' }],
    ['blank lines', '\n\n', { kind: 'empty_file' }],
    ['only a byte order mark', '\uFEFF', { kind: 'empty_file' }],
    ['only a header', `${header}\n`, { kind: 'no_rows' }],
    ['missing columns', 'account_id,name,owner,revenue\n1,2', { kind: 'columns_missing', line: 1, columns: ['domains', 'currency'] }],
    ['a repeated column', `${header},Owner\n${row}`, { kind: 'columns_repeated', line: 1, columns: ['owner'] }],
    ['a header with a broken quote', `a"b,c\n${header}\n${row}`, { kind: 'broken_header', line: 1 }],
    ['bytes', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), { kind: 'not_a_table' }],
    ['control characters', '\u0001\u0002\u0003', { kind: 'not_a_table' }],
    ['a PDF', '%PDF-1.7\n', { kind: 'pdf' }],
    ['an old workbook', Buffer.concat([compound, utf16le('Workbook')]), { kind: 'old_workbook' }],
    ['a workbook with a password', Buffer.concat([compound, utf16le('EncryptedPackage')]), { kind: 'encrypted_workbook' }],
    ['another archive', zipSync({ 'a.txt': strToU8('a') }), { kind: 'not_a_table' }],
    ['an empty archive', zipSync({}), { kind: 'not_a_table' }],
    ['a truncated workbook', good.subarray(0, good.length - 30), { kind: 'broken_workbook' }],
    ['a workbook without its end', good.subarray(0, good.length / 2), { kind: 'broken_workbook' }],
    ['an empty workbook', workbook({ sheets: [{ name: 'S', rows: '' }] }), { kind: 'empty_file' }],
    ['a workbook with only a header', good, { kind: 'no_rows' }],
    ['only hidden sheets', workbook({ sheets: [{ name: 'S', rows: sheetRow(1, columns), state: 'hidden' }] }), { kind: 'not_a_table' }],
  ])('%s', async (_name, file, fault) => {
    expect(await fileFault(file)).toEqual(fault);
  });

  it.each([
    ['UTF-8 first', ['ä', Buffer.from('ä', 'latin1')]],
    ['Windows-1252 first', [Buffer.from('ä', 'latin1'), 'ä']],
  ])('two encodings, %s', async (_name, names) => {
    const lines = names.map((name, at) =>
      Buffer.concat([Buffer.from(`A-${at},`), Buffer.from(name), Buffer.from(`,a${at}.example,1,EUR,\n`)]),
    );
    const file = Buffer.concat([Buffer.from(`${header}\n`), ...lines]);
    expect(await fileFault(file)).toEqual({ kind: 'mixed_encodings', line: 3, otherLine: 2 });
  });

  it('damaged UTF-16 only for the row that has it', async () => {
    const text = `\uFEFF${header}\nA-1,N\ud800,a.example,1,EUR,\n${row.replace('A-1', 'A-2')}`;
    const file = await accepted(utf16le(text));
    expect(file.faults).toMatchObject([{ line: 2, field: 'name', fault: 'damaged_text' }]);
    expect(file.rows).toMatchObject([{ externalId: 'A-2' }]);
  });

  it('one row more than the limit, in either format', async () => {
    const lines = (count: number) => Array.from({ length: count }, (_, at) => `A-${at},N,a.example,1,EUR,`);
    expect(await fileFault([header, ...lines(20_001)].join('\n'))).toEqual({ kind: 'too_many_rows', maxRows: 20_000 });
    expect((await accepted([header, ...lines(20_000)].join('\n'))).rows).toHaveLength(20_000);
    const rows = (count: number) =>
      sheetRow(1, columns) +
      lines(count)
        .map((line, at) => sheetRow(at + 2, line.split(',')))
        .join('');
    expect(await fileFault(workbook({ sheets: [{ name: 'S', rows: rows(20_001) }] }))).toEqual({ kind: 'too_many_rows', maxRows: 20_000 });
  }, 60_000);
});

describe('a workbook', () => {
  const values = ['A-1', 'Contoral', 'contoral.example', '1234.56', 'EUR', ''];
  const rowWith = (at: number, cell: string): string =>
    sheetRow(
      2,
      values.map((value, place) => (place === at ? cell : value)),
    );
  const sheetOf = (rows: string, rest: Partial<WorkbookParts> & { readonly after?: string } = {}) =>
    workbook({ sheets: [{ name: 'Accounts', rows: sheetRow(1, columns) + rows, ...(rest.after && { after: rest.after }) }], ...rest });
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="[Red]#,##0 &quot;days&quot;"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';

  it.each([
    ['an id that Excel made a number', 0, '<c><v>1234567</v></c>', { externalId: '1234567' }],
    ['an id of 15 digits', 0, '<c><v>123456789012345</v></c>', { externalId: '123456789012345' }],
    ['an id with an exponent that is exact', 0, '<c><v>1.2E+6</v></c>', { externalId: '1200000' }],
    ['a number as name', 1, '<c><v>365</v></c>', { name: '365' }],
    ['a number', 3, '<c><v>1234.5</v></c>', { revenueMinor: 123_450 }],
    ['a number of thousands, not ambiguous here', 3, '<c><v>1.5E3</v></c>', { revenueMinor: 150_000 }],
    ["a number with the noise of Excel's arithmetic", 3, '<c><v>1234567.8899999999</v></c>', { revenueMinor: 123_456_789 }],
    ['a number below zero', 3, '<c><v>-5</v></c>', { revenueMinor: -500 }],
    ['a number stored as text', 3, '<c t="inlineStr"><is><t>1.234,56</t></is></c>', { revenueMinor: 123_456 }],
    ['a number with a format of words', 3, '<c s="3"><v>5</v></c>', { revenueMinor: 500 }],
    ['a shared string', 1, '<c t="s"><v>0</v></c>', { name: 'Shared & so' }],
    ['a shared string in several formats, without its reading', 1, '<c t="s"><v>1</v></c>', { name: 'Rich text' }],
    ['an inline string in several formats', 1, '<c t="inlineStr"><is><r><t>In</t></r><r><t>line</t></r></is></c>', { name: 'Inline' }],
    ['a string of another program', 1, '<c t="str"><v>Plain</v></c>', { name: 'Plain' }],
    ['a truth value', 1, '<c t="b"><v>1</v></c>', { name: 'TRUE' }],
    ['an escaped underscore', 1, '<c t="str"><v>a_x005F_b</v></c>', { name: 'a_b' }],
  ])('holds %s', async (_name, at, cell, expected) => {
    const strings = '<si><t>Shared &amp; so</t></si><si><r><t>Rich</t></r><r><t> text</t></r><rPh sb="0" eb="1"><t>reading</t></rPh></si>';
    const file = await accepted(sheetOf(rowWith(at, cell), { strings, styles }));
    expect(file).toMatchObject({ source: { format: 'xlsx', sheet: 'Accounts' }, faultCount: 0, rows: [{ line: 2, ...expected }] });
  });

  it.each([
    ['a formula', 3, '<c><f>1+1</f><v>2</v></c>', 'revenue', 'formula'],
    ['a formula that gives a text', 1, '<c t="str"><f>A1</f><v>Contoral</v></c>', 'name', 'formula'],
    ['the text of a formula', 1, '<c t="str"><v>=1+1</v></c>', 'name', 'formula'],
    ['a date', 3, '<c s="1"><v>45000</v></c>', 'revenue', 'date_cell'],
    ['a date in a format of its own', 0, '<c s="2"><v>45000</v></c>', 'account_id', 'date_cell'],
    ['an impossible date', 0, '<c s="1"><v>-99999999</v></c>', 'account_id', 'date_cell'],
    ['a date as the strict standard writes it', 0, '<c t="d"><v>2026-02-30</v></c>', 'account_id', 'date_cell'],
    ['an error', 4, '<c t="e"><v>#N/A</v></c>', 'currency', 'error_cell'],
    ['an id of more digits than Excel keeps', 0, '<c><v>1.2E+15</v></c>', 'account_id', 'not_exact'],
    ['a fraction of very little', 3, '<c><v>1E-9</v></c>', 'revenue', 'not_exact'],
    ['no number', 3, '<c><v>x</v></c>', 'revenue', 'not_exact'],
    ['a control character in disguise', 1, '<c t="str"><v>a_x0000_b</v></c>', 'name', 'control_character'],
    ['half a character in disguise', 1, '<c t="str"><v>a_xD800_b</v></c>', 'name', 'damaged_text'],
    ['a cell of 40,000 characters', 1, `<c t="str"><v>${'n'.repeat(40_000)}</v></c>`, 'name', 'too_long'],
  ])('is refused for %s', async (_name, at, cell, field, fault) => {
    const file = await accepted(sheetOf(rowWith(at, cell), { styles }));
    expect(file.faults).toEqual([expect.objectContaining({ line: 2, field, fault })]);
  });

  it('is refused where cells are merged, in every row that they cover', async () => {
    const rows = [2, 3, 4].map((line) =>
      sheetRow(line, [`A-${line}`, 'N', 'a.example', '1.00', 'EUR', line === 2 ? 'ana@ours.example' : undefined]),
    );
    const file = await accepted(sheetOf(rows.join(''), { after: '<mergeCells><mergeCell ref="F2:F3"/></mergeCells>' }));
    expect(file.faults.map(({ line, field, fault }) => [line, field, fault])).toEqual([
      [2, 'owner', 'merged_cell'],
      [3, 'owner', 'merged_cell'],
    ]);
    expect(file.rows).toMatchObject([{ line: 4 }]);
  });

  it('is read from the first visible sheet with our header, which is named', async () => {
    const notes = { name: 'Notes', rows: sheetRow(1, ['Account ID', 'Remark']) };
    const good = sheetRow(3, columns) + sheetRow(5, values);
    const bytes = workbook({
      sheets: [
        { name: 'Old', rows: good, state: 'veryHidden' },
        { name: 'Empty', rows: '' },
        notes,
        { name: 'Mine', rows: good },
        { name: 'Copy', rows: good },
      ],
    });
    expect(await accepted(bytes)).toMatchObject({ source: { sheet: 'Mine' }, rows: [{ line: 5 }] });
    expect(await fileFault(workbook({ sheets: [notes] }))).toMatchObject({ kind: 'columns_missing', line: 1 });
  });

  it('may end in blank rows, and omit places', async () => {
    const blank = '<row r="3"><c r="A3" s="0"/></row><row r="4"/>' + sheetRow(5, [' ', '']);
    expect(await accepted(sheetOf(sheetRow(2, values) + blank))).toMatchObject({ rows: [{ line: 2 }], faultCount: 0 });
    const bare = `<row>${columns.map((name) => `<c t="str"><v>${name}</v></c>`).join('')}</row><row>${values
      .map((value) => `<c t="str"><v>${value}</v></c>`)
      .join('')}</row>`;
    expect((await accepted(workbook({ sheets: [{ name: 'S', rows: bare }] }))).rows).toMatchObject([{ line: 2 }]);
  });

  it('may prefix its names', async () => {
    const parts = workbookParts({ sheets: [{ name: 'S', rows: sheetRow(1, columns) + sheetRow(2, values) }] });
    const prefixed = Object.entries(parts).map(([name, xml]): [string, Uint8Array] => {
      const isSheet = name.includes('sheet1');
      return [name, strToU8(isSheet ? xml.replace(/<(\/?)(\w)/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=') : xml)];
    });
    expect((await accepted(zipSync(Object.fromEntries(prefixed)))).rows).toMatchObject([{ externalId: 'A-1' }]);
  });

  it.each([
    [
      'without the sheet that it names',
      { 'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="none.xml"/></Relationships>' },
      'broken_workbook',
    ],
    ['with a sheet that is no XML', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' }, 'broken_workbook'],
    [
      'with a document type, where entities could grow',
      { 'xl/worksheets/sheet1.xml': `<!DOCTYPE w [<!ENTITY a "aaaa">]><w>${sheetRow(1, columns)}${sheetRow(2, values)}</w>` },
      'broken_workbook',
    ],
    [
      'with a row twice',
      { 'xl/worksheets/sheet1.xml': `<w>${sheetRow(1, columns)}${sheetRow(2, values)}${sheetRow(2, values)}</w>` },
      'broken_workbook',
    ],
    [
      'with a string that does not exist',
      { 'xl/worksheets/sheet1.xml': `<w>${sheetRow(1, columns)}<row r="2"><c t="s"><v>7</v></c></row></w>` },
      'broken_workbook',
    ],
    [
      'with a binary body',
      { '_rels/.rels': '<Relationships><Relationship Id="1" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>' },
      'not_a_table',
    ],
  ])('is refused %s', async (_name, parts, kind) => {
    const bytes = workbook({ sheets: [{ name: 'S', rows: '' }], strings: '<si><t>0</t></si>', parts });
    expect(await fileFault(bytes)).toEqual({ kind });
  });
});
