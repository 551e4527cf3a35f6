/** Workbooks written by hand, part by part, so that a test can say what no ordinary program would write. */
import { strToU8, zipSync } from 'fflate';

export interface Sheet {
  readonly name: string;
  /** What stands in `<sheetData>`. */
  readonly rows: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** What stands behind it. */
  readonly after?: string;
}

export interface WorkbookParts {
  readonly sheets: readonly Sheet[];
  /** What stands in `<sst>`. */
  readonly strings?: string;
  /** What stands in `<styleSheet>`. */
  readonly styles?: string;
  /** Parts by name, in the place of or beside those that are made. */
  readonly parts?: Readonly<Record<string, string>>;
}

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (inner: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;

export function workbookParts({ sheets, strings, styles, parts }: WorkbookParts): Readonly<Record<string, string>> {
  const places = sheets.map((sheet, at) => ({ ...sheet, id: `rId${at + 1}`, part: `worksheets/sheet${at + 1}.xml` }));
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><sheets>${places
      .map(({ name, state, id }, at) => `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="${id}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      [
        ...places.map(({ id, part }) => relation(id, 'worksheet', part)),
        relation('rId900', 'sharedStrings', 'sharedStrings.xml'),
        relation('rId901', 'styles', '/xl/styles.xml'),
      ].join(''),
    ),
    ...(strings !== undefined && { 'xl/sharedStrings.xml': `<sst xmlns="${spreadsheet}">${strings}</sst>` }),
    ...(styles !== undefined && { 'xl/styles.xml': `<styleSheet xmlns="${spreadsheet}">${styles}</styleSheet>` }),
    ...Object.fromEntries(
      places.map(({ part, rows, after = '' }) => [
        `xl/${part}`,
        `<worksheet xmlns="${spreadsheet}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
      ]),
    ),
    ...parts,
  };
}

export function workbook(parts: WorkbookParts): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(workbookParts(parts)).map(([name, xml]) => [name, strToU8(xml)])));
}

/** A row of inline strings; a value that begins with `<` is a cell of its own, `undefined` is none. */
export function sheetRow(line: number, values: readonly (string | undefined)[]): string {
  const cells = values.map((value, at) => {
    if (value === undefined) return '';
    return value.startsWith('<') ? value.replace('<c', `<c r="${cellName(line, at)}"`) : textCell(cellName(line, at), value);
  });
  return `<row r="${line}">${cells.join('')}</row>`;
}

function cellName(line: number, column: number): string {
  return `${String.fromCharCode('A'.charCodeAt(0) + column)}${line}`;
}

function textCell(place: string, value: string): string {
  const escaped = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`;
}
